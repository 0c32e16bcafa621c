import type { environment } from '#contracts';
import { alreadySays, contentOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { isRepeated, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal, cite } from '../law.js';
import { evidenceStream, shownBy } from './evidence.js';
import {
  clause,
  isClosedByGovernment,
  isRefused,
  openCase,
  openReport,
  type CaseDecider,
  type EnvCase,
} from './state.js';

type Find = 'FindViolation' | 'DetermineSeriousness' | 'ReferForDetention' | 'CloseCase';

/** The violation itself, how grave it is, and how the case ends (2.2.3). */
export const find: Pick<CaseDecider['decide'], Find> = {
  FindViolation: (command, { found }, given) => {
    const violation = contentOf(command);
    if (isRepeated<object>(found, violation, { zh: '违法行为', en: 'violation', clause })) return [];
    mustNameLaw(violation.provision, clause, dayOf(given.occurredAt));
    const rule = lawOn('environment/violation', dayOf(given.occurredAt));
    const { exceedance, rules } = shownBy(violation, given);
    const data = { ...violation, ...(exceedance ? { exceedance } : {}) };
    return [{ type: 'EnvViolationFound', data, rules: [ruleRef(rule), ...rules] }];
  },

  DetermineSeriousness: (command, state, given) => {
    const determination = contentOf(command);
    if (isRepeated<object>(state.serious, determination, { zh: '情节严重的认定', en: 'determination', clause }))
      return [];
    const { enterprise, kind, exceedance } = openCase(state);
    mustNameLaw(determination.legalBasis, clause, dayOf(given.occurredAt));
    const rule = lawOn('environment/closure', dayOf(given.occurredAt));
    const data = { enterprise, kind, ...determination, ...(exceedance ? { exceedance } : {}) };
    return [{ type: 'SeriousViolationDetermined', data, rules: [ruleRef(rule)] }];
  },

  ReferForDetention: (command, state, given) => {
    const referral = contentOf(command);
    if (alreadySays(state.detention, referral)) return [];
    const { kind } = openCase(state);
    const rule = lawOn('environment/detention', referral.referredOn);
    if (!detains(kind, state))
      throw refusal(
        'no-ground-for-detention',
        {
          zh: '只有逃避监管排污、篡改监测数据，或者无证排污、未批先建经责令停止拒不执行的，移送行政拘留',
          en: 'Only evasion, or discharge or building without leave that goes on against an order, is referred for detention',
        },
        {
          ...cite(rule),
          wayOut: {
            zh: '其他情形依法处罚；无证排污等先责令改正并复查',
            en: 'Otherwise decide a penalty; order correction and recheck first where discharge goes on',
          },
          facts: { kind },
        },
      );
    mustNameLaw(referral.legalBasis, clause, referral.referredOn);
    mustNotPrecede(referral.referredOn, state.foundOn ?? '', clause, '认定违法行为', 'the finding');
    mustHaveCome(referral.referredOn, given, clause);
    return [{ type: 'DetentionReferred', data: referral, rules: [ruleRef(rule)] }];
  },

  CloseCase: (command, state, given) => {
    const { summary } = contentOf(command);
    if (alreadySays(state.closed, { summary })) return [];
    openCase(state);
    const open = stillOpen(state);
    if (open)
      throw refusal('case-still-open', open, {
        clause,
        wayOut: {
          zh: '复查合格、解除查封和限产停产、政府已作决定之后结案',
          en: 'Close it once the recheck is passed, seals are lifted, production resumed and the government has decided',
        },
      });
    const outcome = isClosedByGovernment(state) ? 'CLOSED_BY_GOVERNMENT' : 'CORRECTED';
    const rule = lawOn('environment/violation', dayOf(given.occurredAt));
    return [{ type: 'EnvCaseClosed', data: { outcome, summary }, rules: [ruleRef(rule)] }];
  },
};

export const consultsOfFind: CaseDecider['consults'] = { FindViolation: (violation) => [evidenceStream(violation)] };

function detains(kind: environment.FindViolation['kind'], state: EnvCase): boolean {
  if (kind === 'EVASION') return true;
  return (kind === 'NO_PERMIT' || kind === 'UNAPPROVED_CONSTRUCTION') && isRefused(state);
}

function stillOpen(state: EnvCase) {
  if (Object.values(state.seals).some(({ lifted }) => !lifted))
    return { zh: '有查封尚未解除', en: 'A seal is not lifted yet' };
  if (isClosedByGovernment(state)) return undefined;
  if (openReport(state)) return { zh: '报请关闭尚待政府决定', en: 'The government has not decided on the report' };
  if (state.limit || state.stop)
    return { zh: '限产或者停产整治尚未解除', en: 'Production is still limited or stopped' };
  if (state.recheck?.result !== 'CORRECTED')
    return { zh: '尚未复查认定改正', en: 'No recheck has found the violation corrected' };
  return undefined;
}
