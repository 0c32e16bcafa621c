import { authorityOf } from '#codes';
import type { credit } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider, type FactOf, type Recorded } from '#decider';
import { keeping, type Said } from '#procedure';
import { promiseCode } from './promise-code.js';
import { mustHaveCome, refuse } from './refusals.js';

type Commands = credit.Commands<'promise'>;
type Events = credit.Events<'promise'>;
type Promised = Said<Events>;
type Terms = Omit<Events['PromiseRegistered'], 'code'>;

/** Who runs the city's credit platform, and takes what others do not. */
const platform = authorityOf('development-reform');

/** A credit promise: of repair, not to resume production, or another; kept or broken. 三(二). */
export const promise: Decider<Promised, Commands, Events> = {
  name: 'credit.promise',
  initial: {},

  consults: { RegisterRepairPromise: ({ recordId }) => [`credit.record-${recordId}`] },

  decide: {
    RegisterPromise: (command, state, given) => registered(contentOf(command), state, given),

    RegisterRepairPromise: ({ recordId, content, madeOn }, state, given) => {
      const record = openedIn(given.consulted(`credit.record-${recordId}`));
      if (!record)
        return refuse(
          'no-record',
          ['没有这条信用记录', 'There is no such credit record'],
          ['核对记录编号', 'Check the id of the record'],
          { facts: { recordId } },
        );
      // What market regulation decided, it repairs itself; the rest goes by the credit platform.
      const taker = record.home === 'GSXT' ? ownOf(record.content) : { name: platform.name, code: platform.code };
      const terms: Terms = {
        enterprise: record.content.enterprise,
        kind: 'CREDIT_REPAIR',
        matter: `信用修复：${record.content.documentNumber}`,
        content,
        liability: '违反修复承诺的，公示至最长期限',
        madeOn,
        acceptedBy: taker.name,
        acceptedByCode: taker.code,
        openness: 'PUBLIC',
        origin: recordId,
      };
      return registered(terms, state, given);
    },

    AssessPromise: (command, { PromiseRegistered: made, PromiseAssessed: assessed }, given) => {
      const finding = contentOf(command);
      if (alreadySays(assessed, finding)) return [];
      if (!made)
        return refuse(
          'no-promise',
          ['没有登记这项承诺', 'No such promise is registered'],
          ['先登记信用承诺', 'Register it first: RegisterPromise'],
        );
      if (assessed && assessed.fulfilment !== 'FULL')
        refuse(
          'promise-broken-already',
          [`已于${assessed.determinedOn}认定违诺`, `It was determined on ${assessed.determinedOn} that it was broken`],
          ['另作承诺的另行登记', 'Another promise is registered under an id of its own'],
          { facts: { determinedOn: assessed.determinedOn } },
        );
      mustHaveCome('determinedOn', finding.determinedOn, given);
      if (finding.determinedOn < made.madeOn)
        refuse(
          'assessed-before-made',
          [`认定日早于作出承诺之日${made.madeOn}`, `The promise was made on ${made.madeOn}, after the determination`],
          ['核对日期', 'Check the days'],
          { facts: { determinedOn: finding.determinedOn, madeOn: made.madeOn } },
        );
      mustSayWhat(finding);
      const { kind, origin } = made;
      const data = { ...finding, kind, ...(origin === undefined ? {} : { origin }) };
      return [{ type: 'PromiseAssessed', data, visibility: seenBy(made) }];
    },

    // A department that finds a breach does not know whether a promise was made, nor has it to.
    NoteBreach: ({ unfulfilled, foundOn }, { PromiseRegistered: made, PromiseAssessed: assessed }) => {
      if (!made || foundOn < made.madeOn || (assessed && assessed.fulfilment !== 'FULL')) return [];
      const { kind, origin, acceptedBy: determinedBy, acceptedByCode: determinedByCode } = made;
      const of = { kind, ...(origin === undefined ? {} : { origin }) };
      const finding = {
        fulfilment: 'NONE',
        unfulfilled,
        determinedOn: foundOn,
        determinedBy,
        determinedByCode,
      } as const;
      return [{ type: 'PromiseAssessed', data: { ...finding, ...of }, visibility: seenBy(made) }];
    },
  },

  evolve: keeping<Events>('PromiseRegistered', 'PromiseAssessed'),

  subject: ({ PromiseRegistered: made }) => ({ uscc: made?.enterprise.uscc, siteId: made?.enterprise.siteId }),
};

function registered(
  terms: Terms,
  { PromiseRegistered: made }: Promised,
  given: Circumstances,
): readonly FactOf<Events>[] {
  if (alreadySays(made, terms)) return [];
  if (made)
    refuse(
      'promise-registered',
      ['该编号已登记另一承诺', 'Another promise is registered under this id'],
      ['另一承诺使用新的编号', 'Another promise takes an id of its own'],
      { facts: { madeOn: made.madeOn, matter: made.matter } },
    );
  const { enterprise, madeOn, validUntil } = terms;
  mustHaveCome('madeOn', madeOn, given);
  if (validUntil !== undefined && validUntil < madeOn)
    refuse(
      'promise-ends-before-made',
      [`有效期${validUntil}早于作出日期${madeOn}`, `It would end on ${validUntil}, before it is made on ${madeOn}`],
      ['核对日期', 'Check the days'],
      { facts: { madeOn, validUntil } },
    );
  const data = { code: promiseCode(given.id, enterprise.county, madeOn), ...terms };
  return [{ type: 'PromiseRegistered', data, visibility: seenBy(terms) }];
}

/** Only what may be shown to society is public, and so is whether it was kept. */
const seenBy = ({ openness }: Pick<Terms, 'openness'>) => (openness === 'PUBLIC' ? 'public' : 'government');

function mustSayWhat({ fulfilment, unfulfilled }: Pick<Events['PromiseAssessed'], 'fulfilment' | 'unfulfilled'>): void {
  if ((fulfilment === 'FULL') === (unfulfilled === undefined)) return;
  refuse(
    'promise-unfulfilled',
    fulfilment === 'FULL'
      ? ['全部履行的，没有未履行内容', 'What was kept in full leaves nothing that was not kept']
      : ['未全部履行的，应写明未履行内容', 'Say what was not kept'],
    ['unfulfilled 与“部分履行”“全部未履行”同有同无', 'Give `unfulfilled` with PARTIAL and NONE, and only then'],
    { facts: { fulfilment } },
  );
}

const openedIn = (history: readonly Recorded[]): credit.CreditRecordOpened | undefined =>
  history.find(({ type }) => type === 'credit.CreditRecordOpened')?.data;

const ownOf = ({ authority: name, authorityCode: code }: credit.CreditContent) => ({ name, code });
