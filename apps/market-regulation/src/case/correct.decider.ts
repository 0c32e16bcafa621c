import { alreadySays, contentOf, type FactOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, dueAfter, enoughOfficers, lawOn, mustHaveCome, mustNotPrecede, refusal } from '../law.js';
import { clause, outOfPhase, type Events, type QualityCase, type Rules } from './state.js';

type Correct = 'OrderQualityCorrection' | 'ReportQualityCorrection' | 'RecheckQuality' | 'PassCorrectionDeadline';

const AFTER = {
  correcting: 'CORRECTION',
  reported: 'CORRECTION',
  overdue: 'CORRECTION',
  noticed: 'NOTICE',
  suspended: 'SUSPENSION',
} as const;

/** The order to correct, its period, and the rechecks. Product Quality Law art. 17. */
export const correcting: Pick<Rules, Correct> = {
  OrderQualityCorrection: (command, state, given) => {
    const { days, ...order } = contentOf(command);
    const ordered = state.said.QualityCorrectionOrdered;
    if (ordered?.due.length === days && alreadySays(ordered, order)) return [];
    const rule = lawOn('quality/correction', order.servedOn);
    if (state.phase !== 'substandard')
      throw outOfPhase('nothing-to-correct', { zh: '责令限期改正', en: 'ordered to correct' }, state, {
        ...cite(rule, clause),
        wayOut: {
          zh: '限期改正针对已确定的不合格产品，一案一次；无证生产直接进入处罚程序',
          en: 'An order follows an established finding, once; production without a licence goes to a penalty',
        },
      });
    mustNotPrecede(order.servedOn, state.foundOn!, clause, '立案', 'the finding');
    mustHaveCome(order.servedOn, given, clause);
    const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
    return [{ type: 'QualityCorrectionOrdered', data: { ...order, due }, rules: [ruleRef(rule)] }];
  },

  ReportQualityCorrection: (command, state, given) => {
    const report = contentOf(command);
    const isOpen = state.phase === 'correcting' || state.phase === 'overdue';
    if (alreadySays(state.said.QualityCorrectionReported, report) && !isOpen) return [];
    if (!isOpen)
      throw outOfPhase('report-not-open', { zh: '报告改正完成', en: 'reported as corrected' }, state, {
        wayOut: {
          zh: '责令改正后、省级公告前均可报告',
          en: 'Report between the order and the notice of the province',
        },
      });
    return [...overdueUnsaid(state, given.occurredAt), { type: 'QualityCorrectionReported', data: report }];
  },

  RecheckQuality: (command, state, given) => {
    const recheck = contentOf(command);
    const isSameMoment = state.saidAt.QualityRechecked === given.occurredAt;
    if (isSameMoment && alreadySays(state.said.QualityRechecked, recheck)) return [];
    const after = AFTER[state.phase as keyof typeof AFTER];
    if (!after)
      throw outOfPhase('nothing-to-recheck', { zh: '复查', en: 'rechecked' }, state, {
        wayOut: {
          zh: '复查在责令改正、省级公告或停业整顿之后进行',
          en: 'Recheck after an order to correct, a notice of the province or a suspension',
        },
      });
    const rules = [enoughOfficers(given, clause)];
    const rechecked = { type: 'QualityRechecked', data: { ...recheck, after }, rules } as const;
    if (recheck.result === 'PASSED')
      return [rechecked, { type: 'QualityCaseClosed', data: { outcome: 'CORRECTED', reason: recheck.findings } }];
    if (after === 'SUSPENSION') mustBeOver(state, given.occurredAt);
    // Who was told in time and failed is still to correct while the period runs, and overdue once it is over.
    const isOverdue = after === 'CORRECTION' && isOver(state.due!.rolledDue, given.occurredAt);
    return isOverdue ? [rechecked, overdue(state)] : [rechecked];
  },

  PassCorrectionDeadline: ({ dueOn }, state, { now }) => {
    if (state.phase !== 'correcting' || state.due?.rolledDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `改正期限至${dueOn}24时届满，尚未届满`, en: `The time to correct runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [overdue(state)];
  },
};

const overdue = ({ due }: QualityCase): FactOf<Pick<Events, 'QualityCorrectionOverdue'>> => ({
  type: 'QualityCorrectionOverdue',
  data: { dueOn: due!.rolledDue },
});

/** That it is overdue, when the day has passed and nobody has said so yet: acts may come in before the timer does. */
export const overdueUnsaid = (state: QualityCase, occurredAt: string): ReturnType<typeof overdue>[] =>
  state.phase === 'correcting' && state.due && isOver(state.due.rolledDue, occurredAt) ? [overdue(state)] : [];

/** Art. 17 rechecks when the time to rectify has run out: before that, only success is a result. */
function mustBeOver({ due }: QualityCase, occurredAt: string): void {
  if (isOver(due!.rolledDue, occurredAt)) return;
  throw refusal(
    'suspension-still-runs',
    { zh: `整顿期至${due!.rolledDue}，尚未期满`, en: `The suspension runs until ${due!.rolledDue}` },
    {
      ...cite(lawOn('quality/business-licence-revocation', dayOf(occurredAt)), clause),
      wayOut: {
        zh: '整顿期满后复查；期内复查合格的可以结案',
        en: 'Recheck when it is over; before, only a recheck that is passed counts',
      },
      facts: { dueOn: due!.rolledDue },
    },
  );
}
