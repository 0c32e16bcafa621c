import type { government, procedure } from '#contracts';
import {
  alreadySays,
  contentOf,
  namespaceOf,
  type Bilingual,
  type Decider,
  type Recorded,
  type Refusal,
} from '#decider';
import { dayOf, ruleRef, ruleText } from '#law';
import { cite, lawOf } from '../department-law.js';
import { keeping, type Said } from '../keeping.js';

type Commands = procedure.Commands<'card'>;
type Events = procedure.Events<'card'>;
type Card = Said<Events>;

const clause = '4.5';

/**
 * The cards of one case of a bureau that keeps them beside its cases. Yellow: ordered to rectify by a day. Red: after
 * yellow, when rectification failed and the government’s closure is in force; none of the three may be missing (4.5).
 */
export function cardProcedure(department: string): Decider<Card, Commands, Events> {
  const { refusal, lawOn, mustHaveCome, mustNotPrecede, mustNameLaw, isRepeated } = lawOf(department);

  const noSuchCase = (caseId: string): Refusal =>
    refusal(
      'no-such-case',
      { zh: `没有案件“${caseId}”`, en: `There is no case ${caseId}` },
      {
        clause,
        wayOut: { zh: '先立案并责令限期整改', en: 'Open the case and order rectification first' },
        facts: { caseId },
      },
    );

  function yellow({ YellowCardIssued: issued, YellowCardCleared: cleared }: Card, day: string) {
    if (issued && !cleared) return issued;
    throw refusal(
      'no-yellow-card',
      {
        zh: issued ? '黄牌已解除' : '没有这张黄牌',
        en: issued ? 'The yellow card was cleared' : 'There is no such yellow card',
      },
      {
        ...cite(lawOn('lists/yellow-card', day), clause),
        wayOut: {
          zh: '先责令限期整改并列入黄牌；再次不达标的使用新的编号',
          en: 'Order rectification and issue the yellow card first; a new failing takes an id of its own',
        },
      },
    );
  }

  const categoryOfCases = `${namespaceOf(department)}.case-`;

  return {
    name: `${namespaceOf(department)}.card`,
    initial: {},

    consults: {
      FollowRectificationOrder: ({ caseId }) => [categoryOfCases + caseId],
      IssueRedCard: ({ proposalId }) => [`government.closureProposal-${proposalId}`],
    },

    decide: {
      IssueYellowCard: (command, { YellowCardIssued: issued, YellowCardCleared: cleared }, given) => {
        const card = contentOf(command);
        const what = { zh: '黄牌', en: 'yellow card', clause };
        if (isRepeated(cleared ? undefined : issued, card, what)) return [];
        mustNameLaw(card.legalBasis, clause, card.servedOn);
        mustHaveCome(card.servedOn, given, clause);
        mustNotPrecede(card.dueOn, card.servedOn, clause, '送达责令整改', 'service of the order');
        return [{ type: 'YellowCardIssued', data: card, rules: [ruleRef(lawOn('lists/yellow-card', card.servedOn))] }];
      },

      // A second order in a case moves the day of the card that stands. Who the case is about, the case says.
      FollowRectificationOrder: (command, state, given) => {
        const { YellowCardIssued: issued, YellowCardProlonged: moved, YellowCardCleared: cleared } = state;
        const order = contentOf(command);
        const { dueOn, documentNumber, servedOn } = order;
        if (issued && !cleared)
          return (moved ?? issued).dueOn === dueOn
            ? []
            : [{ type: 'YellowCardProlonged', data: { dueOn, documentNumber } }];
        const enterprise = partyIn(given.consulted(categoryOfCases + order.caseId));
        if (!enterprise) throw noSuchCase(order.caseId);
        const rules = [ruleRef(lawOn('lists/yellow-card', servedOn))];
        return [{ type: 'YellowCardIssued', data: { enterprise, ...order }, rules }];
      },

      ProlongYellowCard: (command, state, { occurredAt }) => {
        const moved = contentOf(command);
        const { dueOn } = yellow(state, dayOf(occurredAt));
        if (alreadySays(state.YellowCardProlonged, moved)) return [];
        mustNotPrecede(moved.dueOn, state.YellowCardProlonged?.dueOn ?? dueOn, clause, '原整改期限', 'the earlier one');
        return [{ type: 'YellowCardProlonged', data: moved }];
      },

      FindRectificationFailed: (command, state, given) => {
        const found = contentOf(command);
        if (alreadySays(state.RectificationFoundFailed, found)) return [];
        const { servedOn } = yellow(state, found.foundOn);
        mustHaveCome(found.foundOn, given, clause);
        mustNotPrecede(found.foundOn, servedOn, clause, '送达责令整改', 'service of the order');
        return [{ type: 'RectificationFoundFailed', data: found }];
      },

      ClearYellowCard: (command, state, { occurredAt }) => {
        const { opinion } = contentOf(command);
        if (state.YellowCardCleared?.reason === 'RECTIFIED' && state.YellowCardCleared.opinion === opinion) return [];
        yellow(state, dayOf(occurredAt));
        return [{ type: 'YellowCardCleared', data: { reason: 'RECTIFIED', opinion } }];
      },

      IssueRedCard: ({ proposalId }, state, { occurredAt, consulted }) => {
        if (state.RedCardIssued?.proposalId === proposalId) return [];
        const day = dayOf(occurredAt);
        const rule = lawOn('lists/red-card', day);
        const closure = closureIn(consulted(`government.closureProposal-${proposalId}`), state, department);
        const missing = redCardLacks(state, closure, day);
        if (missing || !closure)
          throw refusal(`red-card-${missing!.code}`, missing!.says, {
            clause,
            rule: ruleText(rule),
            wayOut: missing!.wayOut,
            facts: { proposalId, effectiveOn: closure?.effectiveOn ?? null },
          });
        const { enterprise, caseId } = state.YellowCardIssued!;
        const { effectiveOn: closedOn, governmentDocumentNumber } = closure;
        const data = { enterprise, caseId, proposalId, closedOn, governmentDocumentNumber };
        return [
          { type: 'RedCardIssued', data, rules: [ruleRef(rule)] },
          { type: 'YellowCardCleared', data: { reason: 'RED_CARD' }, rules: [ruleRef(rule)] },
        ];
      },
    },

    evolve: {
      ...keeping<Events>('YellowCardProlonged', 'RectificationFoundFailed', 'YellowCardCleared', 'RedCardIssued'),
      // A new yellow card begins anew; what became of an earlier one stays in the ledger.
      YellowCardIssued: (_, issued) => ({ YellowCardIssued: issued }),
    },

    subject: ({ YellowCardIssued: issued }) => ({
      uscc: issued?.enterprise.uscc,
      siteId: issued?.enterprise.siteId,
      caseId: issued?.caseId,
    }),
  };
}

/** The enterprise that a case is about, as the case first said it. */
const partyIn = (history: readonly Recorded[]): Events['YellowCardIssued']['enterprise'] | undefined =>
  history.find(({ data }) => data.enterprise !== undefined)?.data.enterprise;

/** The closure that the government ordered on a proposal, when it is of this department and this enterprise. */
function closureIn(
  proposal: readonly Recorded[],
  { YellowCardIssued: issued }: Card,
  department: string,
): government.ClosureOrdered | undefined {
  const ordered = proposal.findLast(({ type }) => type === 'government.ClosureOrdered') as
    Recorded<government.ClosureOrdered> | undefined;
  if (!ordered) return undefined;
  const { proposedBy, enterprise } = ordered.data;
  return proposedBy === department && enterprise.uscc === issued?.enterprise.uscc ? ordered.data : undefined;
}

interface Lack {
  readonly code: string;
  readonly says: Bilingual;
  readonly wayOut: Bilingual;
}

/** Which of the three conditions is not met on a day: yellow card, failed rectification, closure in force. */
function redCardLacks(
  { YellowCardIssued: issued, YellowCardCleared: cleared, RectificationFoundFailed: failed }: Card,
  closure: government.ClosureOrdered | undefined,
  day: string,
): Lack | undefined {
  if (!issued || cleared)
    return {
      code: 'without-yellow',
      says: { zh: '企业不在黄牌名单，不能列入红牌', en: 'Without a yellow card there is no red card' },
      wayOut: { zh: '先责令限期整改并列入黄牌', en: 'Order rectification and issue the yellow card first' },
    };
  if (!failed)
    return {
      code: 'without-failure',
      says: { zh: '未认定整改不合格，不能列入红牌', en: 'Without failed rectification there is no red card' },
      wayOut: { zh: '先认定整改不合格', en: 'Find first that rectification failed' },
    };
  if (!closure)
    return {
      code: 'without-closure',
      says: {
        zh: '政府尚未就本部门的提请责令关闭该企业',
        en: 'On this proposal the government has ordered no closure',
      },
      wayOut: { zh: '提请政府决定关闭', en: 'Propose closure and let the government decide' },
    };
  if (day < closure.effectiveOn)
    return {
      code: 'before-closure',
      says: {
        zh: `关闭自${closure.effectiveOn}生效，此前不能列入红牌`,
        en: `The closure is in force from ${closure.effectiveOn}; before, there is no red card`,
      },
      wayOut: { zh: '生效后再列入', en: 'Issue it on that day or later' },
    };
  return undefined;
}
