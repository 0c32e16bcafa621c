import { alreadySays, contentOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { dueAfter, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from '../law.js';
import { clause, inForce, mustBeThisSite, type Permit, type PermitDecider } from './state.js';

type Live = 'ChangePermit' | 'ExpirePermit' | 'CheckPermitCompliance';

/** A permit while it lasts: what changes in it, when it runs out, and whether it is kept (2.2.1, 2.2.2). */
export const live: Pick<PermitDecider['decide'], Live> = {
  ChangePermit: (command, state, given) => {
    const change = contentOf(command);
    const { isLate: _, ...last } = state.said.DischargePermitChanged ?? {};
    if (state.said.DischargePermitChanged && alreadySays<object>(last, { limits: undefined, ...change })) return [];
    inForce(state, { zh: '变更', en: 'changed' });
    mustBeThisSite(change.enterprise.siteId, given.id);
    mustNotPrecede(change.appliedOn, change.changedOn, clause, '事项变更', 'the change itself');
    mustHaveCome(change.appliedOn, given, clause);
    const isOfLimits = change.change === 'LIMITS_BY_AUTHORITY';
    if (isOfLimits !== (change.limits !== undefined))
      throw refusal(
        'limits-of-the-change',
        {
          zh: '调整许可限值（LIMITS_BY_AUTHORITY）时填写 limits，其他变更不填',
          en: 'Limits come with a change of limits by the authority, and with no other',
        },
        { clause, wayOut: { zh: '核对 change 与 limits', en: 'Check `change` and `limits`' } },
      );
    const rule = lawOn('permit/change', change.changedOn);
    const isLate = !isOfLimits && change.appliedOn > dueAfter(rule, change.changedOn).rolledDue;
    return [{ type: 'DischargePermitChanged', data: { ...change, isLate }, rules: [ruleRef(rule)] }];
  },

  // A renewal that was asked for in time and waits for its answer keeps the permit alive.
  ExpirePermit: ({ dueOn }, { status, content, pending }, { now, occurredAt }) => {
    if (status !== 'in-force' || content?.validTo !== dueOn) return [];
    if (pending?.purpose === 'RENEWAL' && pending.isLate === false) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `有效期至${dueOn}24时届满，尚未届满`, en: `The permit is valid until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    const rule = lawOn('permit/deemed-renewal', dayOf(occurredAt));
    return [{ type: 'DischargePermitExpired', data: { dueOn }, rules: [ruleRef(rule)] }];
  },

  CheckPermitCompliance: (command, state, given) => {
    const check = contentOf(command);
    const what = { zh: '该编号的检查', en: 'check of this number', clause: '2.2.2' };
    if (isRepeated<object>(state.checks[check.checkId], check, what)) return [];
    mustBeThisSite(check.enterprise.siteId, given.id);
    const officers = enoughOfficers(given, '2.2.2');
    const isCovered = mayDischarge(state, dayOf(given.occurredAt));
    if (!isCovered && check.result === 'COMPLIANT')
      throw refusal(
        'nothing-to-comply-with',
        {
          zh: '该场所在检查日没有有效的排污许可证或者排污登记，不能认定按证排污',
          en: 'On the day of the check the site had no permit and was not registered; it cannot comply with one',
        },
        {
          clause: '2.2.2',
          wayOut: {
            zh: '在排污的记为 NOT_COMPLIANT，未排污的记为 NOT_DISCHARGING',
            en: 'Record NOT_COMPLIANT if it discharges, NOT_DISCHARGING if it does not',
          },
        },
      );
    const checked = { type: 'PermitComplianceChecked', data: check, rules: [officers] } as const;
    if (isCovered || check.result === 'NOT_DISCHARGING') return [checked];
    const { checkId, enterprise, findings } = check;
    const rule = ruleRef(lawOn('permit/no-permit', dayOf(given.occurredAt)));
    return [checked, { type: 'DischargeWithoutPermitFound', data: { checkId, enterprise, findings }, rules: [rule] }];
  },
};

const mayDischarge = ({ status, content, registered }: Permit, day: string): boolean =>
  registered !== undefined || (status === 'in-force' && content !== undefined && content.validFrom <= day);
