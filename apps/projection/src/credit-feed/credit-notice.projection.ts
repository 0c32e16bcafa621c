import { recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';
import { feedKey } from './feed-item.js';

/** Something to be known beside what is published: a restriction, a promise, that a decision is challenged. */
export interface CreditNotice {
  readonly eventId: string;
  /** Category of the record: `record`, `promise`. */
  readonly about: string;
  readonly recordId: string;
  readonly type: string;
  readonly uscc?: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly position: number;
  readonly data?: object;
  /** Why what was told before holds no more. */
  readonly tombstone?: string;
}

const notice = (fact: Recorded): CreditNotice => {
  const { id, type, uscc, occurredAt, recordedAt, position, stream } = fact;
  const about = stream.slice(stream.indexOf('.') + 1, stream.indexOf('-'));
  return { eventId: id, about, recordId: recordIdOf(fact), type, uscc, occurredAt, recordedAt, position };
};

const told = (_: unknown, fact: Recorded): CreditNotice => ({ ...notice(fact), data: fact.data as object });

/** The subject of what ended says which: a restriction is one of nine fields. */
const ended = (_: unknown, fact: Recorded): CreditNotice => ({
  ...notice(fact),
  tombstone: fact.data.reason as string,
  ...(fact.data.field ? { data: { field: fact.data.field } } : {}),
});

/** One row per thing to be told, in the order of the ledger, only of what is public. Rows are never changed. */
export const creditNotice = projection<CreditNotice>({
  name: 'credit_notice',
  version: 1,
  key: ({ visibility, position }) => (visibility === 'public' ? feedKey(position) : undefined),
  blank: () => ({}) as CreditNotice,
  when: {
    'credit.CreditRestrictionApplied': told,
    'credit.CreditRestrictionLifted': ended,
    'credit.PromiseRegistered': told,
    'credit.PromiseAssessed': told,
    'credit.RepairPromiseBroken': told,
    'credit.ChallengeNoted': told,
    'credit.ChallengeOutcomeNoted': told,
  },
});
