import type { credit } from '#contracts';
import { Refusal, type Circumstances, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { CLAUSE, refuse } from './refusals.js';

type Commands = credit.Commands<'delivery'>;
type Events = credit.Events<'delivery'>;
type Answered = Said<Events>;
type Answer = Pick<Commands['AcknowledgeItem'], 'kind' | 'recordId'>;

/** Facts that the exchange hands out, by the kind of record that they are in. */
export const handedOut: Readonly<Record<string, readonly string[]>> = {
  'environment.permit': [
    'DischargePermitIssued',
    'DischargePermitRenewed',
    'DischargePermitChanged',
    'DischargePermitExpired',
    'DischargePermitRevoked',
    'DischargePermitAnnulled',
    'DischargePermitWithdrawn',
    'DischargePermitCancelled',
  ],
  'environment.eia': ['EiaApproved'],
  'marketRegulation.licence': [
    'ProductionLicenceIssued',
    'ProductionLicenceExpired',
    'ProductionLicenceRevoked',
    'ProductionLicenceCancelled',
  ],
  'credit.promise': ['PromiseRegistered', 'PromiseAssessed'],
};

const PROMISE = 'credit.promise';

/** The stream of a record as the exchange names it; none for a name that no exchange gave. */
function streamOf({ kind, recordId }: Answer): string | undefined {
  const stream = kind === 'promises' ? `${PROMISE}-${recordId}` : recordId;
  const category = stream.slice(0, stream.indexOf('-'));
  const isOfKind = (category === PROMISE) === (kind === 'promises');
  const isName = /^[\w.-]+-[A-Za-z0-9][A-Za-z0-9._~-]{0,63}$/.test(stream);
  return isOfKind && isName && Object.hasOwn(handedOut, category) ? stream : undefined;
}

function mustBeHandedOut(answer: Answer, { id, consulted }: Circumstances): void {
  const stream = streamOf(answer);
  const fact = stream === undefined ? undefined : consulted(stream).find((one) => one.id === id);
  const [category = '', name = ''] = [stream?.slice(0, stream.indexOf('-')), fact?.type.split('.')[1]];
  // A promise that not everybody may see never left.
  const left = fact && handedOut[category]?.includes(name) && (category !== PROMISE || fact.visibility === 'public');
  if (left) return;
  throw new Refusal(
    'credit/no-such-item',
    { zh: '交换文件中没有该记录的这一条目', en: 'The exchange has no such item of that record' },
    {
      clause: CLAUSE,
      facts: { ...answer, itemId: id },
      wayOut: {
        zh: '使用交换文件给出的记录编号和条目编号',
        en: 'Answer with the ids of the record and of the item as the exchange gave them',
      },
    },
  );
}

/** Whether this very answer is known. An item is answered once. */
function answered(
  { ItemAcknowledged: taken, ItemRejected: rejected }: Answered,
  outcome: 'ItemAcknowledged' | 'ItemRejected',
  said: string,
): boolean {
  const answer = taken?.receiptNumber ?? rejected?.reason;
  if (answer === undefined) return false;
  if (answer === said && (taken ? 'ItemAcknowledged' : 'ItemRejected') === outcome) return true;
  return refuse(
    'already-answered',
    [
      `该条目已${taken ? '签收' : '退回'}（${answer}）`,
      `The item was ${taken ? 'acknowledged' : 'rejected'} before: ${answer}`,
    ],
    ['记录变更会产生新条目，请答复新条目', 'A change of the record makes a new item; answer that one'],
    { facts: { answer } },
  );
}

const consults = (answer: Answer): readonly string[] => [streamOf(answer) ?? []].flat();

/** What the platform answers to one item about a licence or a promise. Plan 三(二). */
export const delivery: Decider<Answered, Commands, Events> = {
  name: 'credit.delivery',
  initial: {},
  consults: { AcknowledgeItem: consults, RejectItem: consults },
  decide: {
    AcknowledgeItem: ({ kind, recordId, receiptNumber }, state, given) => {
      if (answered(state, 'ItemAcknowledged', receiptNumber)) return [];
      mustBeHandedOut({ kind, recordId }, given);
      return [{ type: 'ItemAcknowledged', data: { kind, recordId, receiptNumber } }];
    },
    RejectItem: ({ kind, recordId, field, reason }, state, given) => {
      if (answered(state, 'ItemRejected', reason)) return [];
      mustBeHandedOut({ kind, recordId }, given);
      return [{ type: 'ItemRejected', data: { kind, recordId, reason, ...(field === undefined ? {} : { field }) } }];
    },
  },
  evolve: keeping<Events>('ItemAcknowledged', 'ItemRejected'),
};
