import { alreadySays, contentOf, Refusal, type FactOf } from '#decider';
import type { energy } from '#contracts';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, dueAfter, enoughOfficers, lawOn, mustHaveCome, mustNotPrecede } from '../law.js';
import { isPastDue, outOfPhase, type CaseDecider, type EnergyCase } from './state.js';

const clause = '2.1.3';

type Rectify = 'OrderRectification' | 'ReportRectification' | 'ReinspectRectification' | 'ExpireRectification';

/** The order, its deadline, and what became of it (2.1.3). */
export const rectify: Pick<CaseDecider['decide'], Rectify> = {
  OrderRectification: (command, state, given) => {
    const { months, ...order } = contentOf(command);
    const { said } = state;
    const ordered = said.EnergyRectificationOrdered;
    if (ordered?.due.length === months && alreadySays(ordered, order)) return [];
    if (ordered)
      throw new Refusal(
        'energy/rectification-already-ordered',
        {
          zh: `已责令限期整改（${ordered.documentNumber}，至${ordered.due.rolledDue}）`,
          en: `Rectification was ordered (${ordered.documentNumber}), due ${ordered.due.rolledDue}`,
        },
        {
          clause,
          wayOut: { zh: '需要更长期限的，由企业申请延期', en: 'For more time the enterprise requests an extension' },
          facts: { documentNumber: ordered.documentNumber, dueOn: ordered.due.rolledDue },
        },
      );
    if (state.phase !== 'violation')
      throw outOfPhase('not-over-limit', { zh: '责令限期整改', en: 'ordered to rectify' }, state, {
        clause,
        wayOut: {
          zh: '限期整改以监察认定超限额为前提；淘汰设备在设备记录中责令停止使用',
          en: 'An order follows a supervision over the limit; eliminated equipment is stopped on its own record',
        },
      });
    const rule = lawOn('energy/rectification-period', order.servedOn);
    if (months > rule.length)
      throw new Refusal(
        'energy/rectification-too-long',
        {
          zh: `整改期限最长${rule.length}个月，不能为${months}个月`,
          en: `Rectification takes at most ${rule.length} months, not ${months}`,
        },
        {
          ...cite(rule),
          wayOut: {
            zh: `责令${rule.length}个月以内；确需延长的，到期前申请延期`,
            en: `Order ${rule.length} months or less; an extension may be requested before they end`,
          },
          facts: { months, atMost: rule.length },
        },
      );
    mustNotPrecede(order.servedOn, state.supervisedOn ?? order.servedOn, clause, '监察', 'the supervision');
    mustHaveCome(order.servedOn, given, clause);

    const due = dueAfter({ ...rule, length: months }, order.servedOn);
    const listed = lawOn('lists/yellow-card', dayOf(given.occurredAt));
    const enterprise = said.EnergySupervisionTaskAssigned!.enterprise;
    return [
      { type: 'EnergyRectificationOrdered', data: { ...order, due }, rules: [ruleRef(rule)] },
      {
        type: 'YellowCardIssued',
        data: { enterprise, ground: overLimit(said.EnergyLimitMeasured!), dueOn: due.rolledDue },
        rules: [ruleRef(listed)],
      },
    ];
  },

  ReportRectification: (command, state, given) => {
    const report = contentOf(command);
    const isOpen = mayReport(state);
    const isSameMoment = state.saidAt.RectificationReported === given.occurredAt;
    if (alreadySays(state.said.RectificationReported, report) && (isSameMoment || !isOpen)) return [];
    if (!isOpen)
      throw outOfPhase('report-not-open', { zh: '报告整改完成', en: 'reported as rectified' }, state, {
        clause,
        wayOut: {
          zh: '整改期内，或届满后、复查不合格或提请关闭之前均可报告；延期申请待决定的，请先决定',
          en: 'Report within the period, or after it until re-inspection fails or closure is proposed; decide a pending extension first',
        },
      });
    return [...expiryUnsaid(state, given), { type: 'RectificationReported', data: report }];
  },

  ReinspectRectification: (command, state, given) => {
    const { findings, measurement } = contentOf(command);
    const result = !measurement
      ? 'NOT_MEASURED'
      : measurement.unitConsumption > measurement.limitValue
        ? 'OVER'
        : 'WITHIN';
    const reinspected = { findings, result, ...(measurement ? { measurement } : {}) } as const;
    const isSameMoment = state.saidAt.RectificationReinspected === given.occurredAt;
    if (isSameMoment && alreadySays<object>(state.said.RectificationReinspected, { measurement, ...reinspected }))
      return [];
    if (state.phase !== 'reported' && state.phase !== 'suspended')
      throw outOfPhase('nothing-to-reinspect', { zh: '复查', en: 're-inspected' }, state, {
        clause,
        wayOut: {
          zh: '复查在企业报告整改完成之后，或停业整顿期间进行',
          en: 'Re-inspect after a report that rectification is done, or during a suspension',
        },
      });
    return [{ type: 'RectificationReinspected', data: reinspected, rules: [enoughOfficers(given, clause)] }];
  },

  // A pending request holds the expiry, and a deadline that was moved is not the one that passed.
  ExpireRectification: ({ dueOn }, state, { now }) => {
    if (state.phase !== 'rectifying' || state.due?.rolledDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw new Refusal(
        'energy/period-still-runs',
        { zh: `整改期限至${dueOn}24时届满，尚未届满`, en: `The period runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'RectificationPeriodExpired', data: { dueOn } }];
  },
};

/** The expiry, when it is past and nobody has said so yet: reports may come in before the timer does. */
export function expiryUnsaid(
  state: EnergyCase,
  given: { readonly occurredAt: string },
): FactOf<Pick<energy.Events<'case'>, 'RectificationPeriodExpired'>>[] {
  return state.phase === 'rectifying' && state.due && isPastDue(state, given)
    ? [{ type: 'RectificationPeriodExpired', data: { dueOn: state.due.rolledDue } }]
    : [];
}

// Late is better than never: until re-inspection showed failure or the government was asked to close.
const mayReport = ({ phase, said, proposals }: EnergyCase): boolean =>
  phase === 'rectifying' ||
  phase === 'expired' ||
  (phase === 'failed' && said.RectificationFailed?.ground === 'NOT_DONE' && proposals.length === 0);

const overLimit = ({ product, unitConsumption, limitValue, unit, standardNumber }: energy.EnergyLimitMeasured) =>
  `${product}单位产品能耗${unitConsumption}${unit}，超过${standardNumber}限额${limitValue}${unit}`;
