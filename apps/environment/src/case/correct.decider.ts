import type { environment } from '#contracts';
import { alreadySays, contentOf, type Bilingual, type Circumstances } from '#decider';
import { addDays, dayOf, isOver, ruleRef } from '#law';
import { cite, dueAfter, enoughOfficers, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal } from '../law.js';
import { clause, isRefused, openCase, type CaseDecider } from './state.js';

type Correct = 'OrderCorrection' | 'RecheckCorrection' | 'PassRecheckDeadline' | 'DecideDailyPenalty';

/** Orders to correct, rechecks, and the fine for every day in between: round by round (2.2.3). */
export const correct: Pick<CaseDecider['decide'], Correct> = {
  OrderCorrection: (command, state, given) => {
    const order = contentOf(command);
    if (alreadySays(state.order, order)) return [];
    openCase(state);
    if (state.order && !isRefused(state))
      throw refusal(
        'correction-ordered',
        state.recheck
          ? { zh: '复查已认定改正', en: 'A recheck has found it corrected' }
          : {
              zh: `已责令改正（${state.order.documentNumber}），尚未复查`,
              en: `Correction was ordered (${state.order.documentNumber}) and is not rechecked yet`,
            },
        {
          clause,
          wayOut: {
            zh: '复查认定仍在违法或者阻挠复查的，再次责令改正',
            en: 'Order again once a recheck found that it goes on',
          },
          facts: { round: state.order.round },
        },
      );
    const { servedOn } = order;
    mustNameLaw(order.legalBasis, clause, servedOn);
    mustNotPrecede(
      servedOn,
      state.recheck?.recheckedOn ?? state.foundOn ?? servedOn,
      clause,
      '认定或者复查',
      'the finding, or the recheck',
    );
    mustHaveCome(servedOn, given, clause);
    const rule = lawOn('environment/correction-recheck', servedOn);
    const data = { round: (state.order?.round ?? 0) + 1, ...order, due: dueAfter(rule, servedOn) };
    return [{ type: 'CorrectionOrdered', data, rules: [ruleRef(rule)] }];
  },

  RecheckCorrection: (command, state, given) => {
    const recheck = contentOf(command);
    if (alreadySays(state.recheck, recheck)) return [];
    openCase(state);
    const { order } = state;
    if (!order || state.recheck)
      throw refusal(
        'nothing-to-recheck',
        { zh: '没有待复查的责令改正', en: 'No order to correct waits for its recheck' },
        {
          clause,
          wayOut: { zh: '先责令改正；每次责令复查一次', en: 'Order correction first; each order is rechecked once' },
        },
      );
    const { recheckedOn } = recheck;
    mustNotPrecede(recheckedOn, addDays(order.servedOn, 1), clause, '送达责令改正的次日', 'the day after service');
    mustHaveCome(recheckedOn, given, clause);
    const officers = enoughOfficers(given, clause);
    const isLate = recheckedOn > order.due.rolledDue;
    const data = { round: order.round, ...recheck, isLate };
    return [{ type: 'CorrectionRechecked', data, rules: [officers] }];
  },

  PassRecheckDeadline: ({ dueOn }, { order, recheck, isRecheckOverdue }, { now }) => {
    if (!order || recheck || isRecheckOverdue || order.due.rolledDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `复查期限至${dueOn}24时届满，尚未届满`, en: `The time to recheck runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'RecheckOverdue', data: { round: order.round, dueOn } }];
  },

  DecideDailyPenalty: (command, state, given) => {
    const { originalPenaltyId, penaltyId } = contentOf(command);
    if (state.daily.some((one) => alreadySays(one, { originalPenaltyId, penaltyId }))) return [];
    const { enterprise, kind } = openCase(state);
    const { order, daily } = state;
    const refused = state.refused.find(({ round }) => !daily.some((one) => one.round === round));
    const rule = lawOn('environment/daily-penalty', dayOf(given.occurredAt));
    const no = (code: string, says: Bilingual, wayOut: Bilingual, facts = {}) =>
      refusal(code, says, { ...cite(rule), wayOut, facts });
    if (!daysRun.includes(kind))
      throw no(
        'no-daily-penalty',
        { zh: `${kind}不适用按日连续处罚`, en: `A violation of kind ${kind} is not fined by the day` },
        { zh: '依法另行处理', en: 'Deal with it otherwise' },
        { kind },
      );
    if (!refused)
      throw no(
        'corrected-or-not-rechecked',
        {
          zh: '按日连续处罚以复查认定拒不改正为前提，每轮一次',
          en: 'A daily penalty follows a recheck that found it goes on, once a round',
        },
        { zh: '先复查；再次拒不改正的，重新责令改正后另计一轮', en: 'Recheck first; for another round, order again' },
        { round: order?.round ?? 0 },
      );
    const original = fined(originalPenaltyId, given);
    const additional = fined(penaltyId, given);
    const isDaily = daily.some((one) => one.penaltyId === originalPenaltyId);
    if (!original || isDaily || originalPenaltyId === penaltyId)
      throw no(
        'no-original-penalty',
        {
          zh: `本案没有编号“${originalPenaltyId}”的原罚款决定`,
          en: `The case has no original fine ${originalPenaltyId}`,
        },
        { zh: '先按普通程序对违法行为作出罚款决定', en: 'Fine the violation itself first, by the ordinary procedure' },
        { originalPenaltyId },
      );
    const days = daysBetween(refused.fromOn, refused.toOn);
    const totalFen = original.fineFen * days;
    if (!additional || additional.fineFen !== totalFen || additional.decidedOn < original.decidedOn)
      throw no(
        'daily-penalty-amount',
        {
          zh: `按日连续罚款应为${totalFen}分（${original.fineFen}分×${days}日），并在原处罚决定之后按普通程序作出`,
          en: `The daily fine is ${totalFen} fen (${original.fineFen} × ${days} days), decided by the ordinary procedure after the original`,
        },
        { zh: '以该数额作出处罚决定后再记录', en: 'Decide a penalty of that amount, then record it here' },
        { days, totalFen, decidedFen: additional?.fineFen ?? null },
      );
    const data = {
      enterprise,
      originalPenaltyId,
      penaltyId,
      documentNumber: additional.documentNumber,
      ...refused,
      days,
      originalFineFen: original.fineFen,
      totalFen,
    };
    return [{ type: 'DailyPenaltyDecided', data, rules: [ruleRef(rule)] }];
  },
};

export const consultsOfCorrect: CaseDecider['consults'] = {
  DecideDailyPenalty: ({ originalPenaltyId, penaltyId }) => [
    `environment.penalty-${originalPenaltyId}`,
    `environment.penalty-${penaltyId}`,
  ],
};

/** Violations that go on from day to day. */
const daysRun: readonly environment.FindViolation['kind'][] = [
  'AIR_STD',
  'WATER_STD',
  'TOTAL_QUANTITY',
  'SOLID_WASTE',
  'NO_PERMIT',
  'EVASION',
];

const DAY_MS = 86_400_000;

/** Days from one to another, both counted. */
const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;

/** The fine that a penalty of this case decided, unless it was annulled. */
function fined(
  penaltyId: string,
  { consulted, id }: Circumstances,
): { readonly fineFen: number; readonly decidedOn: string; readonly documentNumber: string } | undefined {
  const history = consulted(`environment.penalty-${penaltyId}`);
  if (history.some(({ type }) => type === 'environment.PenaltyAnnulled')) return undefined;
  const decided = history.findLast(({ type }) => type === 'environment.PenaltyDecided')?.data;
  return decided?.caseId === id && decided.fineFen > 0 ? decided : undefined;
}
