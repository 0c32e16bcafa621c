import type { environment } from '#contracts';
import { alreadySays, contentOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, dueAfter, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal } from '../law.js';
import { clause, openCase, type CaseDecider, type EnvCase, type Events } from './state.js';

type Restrain =
  'LimitProduction' | 'ExtendProductionLimit' | 'PassProductionLimit' | 'StopProduction' | 'ResumeProduction';
type Kind = environment.FindViolation['kind'];

/** 限制生产 and 停产整治: both for a time, both lifted when what pollutes is treated. EPL art. 60. */
export const restrain: Pick<CaseDecider['decide'], Restrain> = {
  LimitProduction: (command, state, given) => {
    const { months, ...decision } = contentOf(command);
    const { limit, stop } = state;
    if (limit?.limited.due.length === months && alreadySays(limit.limited, decision)) return [];
    const { enterprise, kind } = openCase(state);
    const rule = lawOn('environment/production-limit', decision.servedOn);
    if (limit || stop || !limits.includes(kind) || months > rule.length)
      throw refusal(
        'production-not-limited',
        limit || stop
          ? { zh: '已在限制生产或者停产整治之中', en: 'Production is limited or stopped already' }
          : months > rule.length
            ? { zh: `限制生产最长${rule.length}个月`, en: `Production is limited for ${rule.length} months at most` }
            : { zh: `${kind}不适用限制生产`, en: `A violation of kind ${kind} does not limit production` },
        {
          ...cite(rule),
          wayOut: {
            zh: `超标、超总量、未按证排污的，可限制生产${rule.length}个月以内；其他情形依法另行处理`,
            en: `Discharge over standards, totals or permit may be limited for up to ${rule.length} months; else act otherwise`,
          },
          facts: { kind, months, atMost: rule.length },
        },
      );
    mustBeServed(decision, state, given);
    const data = { enterprise, ...decision, due: dueAfter({ ...rule, length: months }, decision.servedOn) };
    const basis = lawOn('environment/limit-or-stop', decision.servedOn);
    return [{ type: 'ProductionLimited', data, rules: [ruleRef(basis), ruleRef(rule)] }];
  },

  ExtendProductionLimit: (command, state, { occurredAt }) => {
    const { months, reason } = contentOf(command);
    const known = state.limit?.extended;
    if (known?.due.length === months && alreadySays(known, { reason })) return [];
    openCase(state);
    const { limit } = state;
    const rule = lawOn('environment/production-limit-extension', dayOf(occurredAt));
    if (
      !limit ||
      limit.extended ||
      limit.hasExpired ||
      isOver(limit.due.nominalDue, occurredAt) ||
      months > rule.length
    )
      throw refusal(
        'limit-not-extended',
        {
          zh: '只有期限内的限制生产可以延长，一次，且不超过规定月数',
          en: 'Only a limitation that still runs is lengthened, once, by the months allowed',
        },
        {
          ...cite(rule),
          wayOut: {
            zh: `期限内延长一次，不超过${rule.length}个月；停产整治不设期限`,
            en: `Lengthen it once, before it ends, by up to ${rule.length} months; a stop has no period`,
          },
          facts: { months, atMost: rule.length, endsOn: limit?.due.nominalDue ?? null },
        },
      );
    const due = dueAfter({ ...rule, length: months }, limit.due.nominalDue);
    return [{ type: 'ProductionLimitExtended', data: { reason, due }, rules: [ruleRef(rule)] }];
  },

  PassProductionLimit: ({ dueOn }, { limit }, { now }) => {
    if (!limit || limit.hasExpired || limit.due.nominalDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `限制生产期限至${dueOn}24时届满，尚未届满`, en: `The limitation runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'ProductionLimitExpired', data: { dueOn } }];
  },

  StopProduction: (command, state, given) => {
    const decision = contentOf(command);
    if (alreadySays(state.stop, decision)) return [];
    const { enterprise, kind, exceedance } = openCase(state);
    const rule = lawOn('environment/limit-or-stop', decision.servedOn);
    const threefold = lawOn('environment/toxic-threefold', decision.servedOn);
    const holds: Readonly<Record<typeof decision.ground, boolean>> = {
      EVASION: kind === 'EVASION',
      ACCIDENT: kind === 'ACCIDENT',
      ANNUAL_TOTAL: kind === 'TOTAL_QUANTITY',
      TOXIC_THREEFOLD: exceedance?.ratio !== undefined && exceedance.ratio >= threefold.amount,
      STILL_OVER_AFTER_LIMIT: state.wasLimited,
    };
    if (state.stop || !holds[decision.ground])
      throw refusal(
        'production-not-stopped',
        state.stop
          ? { zh: '已在停产整治之中', en: 'Production is stopped already' }
          : {
              zh: `本案记录不符合停产整治情形${decision.ground}`,
              en: `Nothing on record in this case is the ground ${decision.ground}`,
            },
        {
          ...cite(decision.ground === 'TOXIC_THREEFOLD' ? threefold : rule, clause),
          wayOut: {
            zh: '停产整治的情形应与认定的违法行为、超标倍数或者先前的限制生产一致',
            en: 'The ground must agree with the violation found, the ratio measured, or an earlier limitation',
          },
          facts: { kind, ratio: exceedance?.ratio ?? null, wasLimited: state.wasLimited },
        },
      );
    mustBeServed(decision, state, given);
    return [{ type: 'ProductionStoppedForTreatment', data: { enterprise, ...decision }, rules: [ruleRef(rule)] }];
  },

  ResumeProduction: (command, state, given) => {
    const resumption = contentOf(command);
    if (alreadySays(state.resumed, resumption)) return [];
    openCase(state);
    const { limit, stop } = state;
    const restraint = stop ?? limit?.limited;
    if (!restraint)
      throw refusal(
        'nothing-to-resume',
        { zh: '没有限制生产或者停产整治', en: 'Production is neither limited nor stopped' },
        { clause, wayOut: { zh: '只有在限产或者停产整治中才可解除', en: 'Only a limitation or stop is lifted' } },
      );
    mustNotPrecede(resumption.filedOn, restraint.servedOn, clause, '送达决定', 'the decision');
    mustNotPrecede(resumption.resumedOn, resumption.filedOn, clause, '整改备案', 'the filing');
    mustHaveCome(resumption.resumedOn, given, clause);
    const rule = lawOn('environment/limit-or-stop', dayOf(given.occurredAt));
    const data = { measure: stop ? ('STOPPED' as const) : ('LIMITED' as const), ...resumption };
    return [{ type: 'ProductionResumed', data, rules: [ruleRef(rule)] }];
  },
};

const limits: readonly Kind[] = ['AIR_STD', 'WATER_STD', 'TOTAL_QUANTITY', 'PERMIT_BREACH', 'NO_PERMIT'];

function mustBeServed(
  { servedOn, legalBasis }: Pick<Events['ProductionLimited'], 'servedOn' | 'legalBasis'>,
  { foundOn }: EnvCase,
  given: { readonly now: string },
): void {
  mustNameLaw(legalBasis, clause, servedOn);
  mustNotPrecede(servedOn, foundOn ?? servedOn, clause, '认定违法行为', 'the finding');
  mustHaveCome(servedOn, given, clause);
}
