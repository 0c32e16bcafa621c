import type { marketRegulation, procedure } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';

type Ordered = marketRegulation.QualityCorrectionOrdered;
type Suspended = marketRegulation.SuspendedForRectification;
type Rechecked = marketRegulation.QualityRechecked;
type Closed = marketRegulation.QualityCaseClosed;

/** Who must correct within a limit is on the yellow list until it has (四(五)). The card has the id of its case. */
export const cardsPolicy: Policy = {
  name: 'orders-to-correct-bring-a-yellow-card',
  when: {
    'marketRegulation.QualityCorrectionOrdered': (fact: Recorded<Ordered>) => [
      follow(fact, fact.data, `产品质量不合格，责令改正：${fact.data.items.join('；')}`, '产品质量法第十七条'),
    ],
    'marketRegulation.SuspendedForRectification': (fact: Recorded<Suspended>) => [
      follow(fact, fact.data, '公告后经复查仍不合格，责令停业整顿', fact.data.legalBasis),
    ],
    'marketRegulation.QualityRechecked': (fact: Recorded<Rechecked>) =>
      fact.data.result === 'FAILED'
        ? [own(fact, 'FindRectificationFailed', { findings: fact.data.findings, foundOn: dayOf(fact.occurredAt) })]
        : [],
    'marketRegulation.QualityCaseClosed': (fact: Recorded<Closed>) =>
      fact.data.outcome === 'CORRECTED' ? [own(fact, 'ClearYellowCard', { opinion: fact.data.reason })] : [],
  },
};

const GROUND_LENGTH = 500;

const own = (fact: Recorded, command: keyof procedure.Commands<'card'>, data: object): OwnCommand => ({
  record: 'card',
  id: recordIdOf(fact),
  command,
  data,
});

const follow = (
  fact: Recorded,
  { documentNumber, servedOn, due }: Pick<Ordered, 'documentNumber' | 'servedOn' | 'due'>,
  ground: string,
  legalBasis: string,
): OwnCommand =>
  own(fact, 'FollowRectificationOrder', {
    caseId: recordIdOf(fact),
    ground: ground.slice(0, GROUND_LENGTH),
    documentNumber,
    legalBasis,
    servedOn,
    dueOn: due.rolledDue,
  });
