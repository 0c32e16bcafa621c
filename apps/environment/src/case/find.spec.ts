import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { another, at, enterprise, exceedance, law, plan, site } from '../testing-environment.js';
import { envCase } from './case.decider.js';
import { evidence, facts, monitored, violation } from './testing-case.js';

const day = at('2021-07-20');
const find = { ...violation, ...day };
const corrected = [facts.found(), facts.ordered(), facts.rechecked('CORRECTED')];

describe('a violation', () => {
  it('is found on a sample over its limit, and carries what was measured', () =>
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', find)
      .then({ type: 'EnvViolationFound', data: { ...violation, exceedance } }));

  it('is not found on a sample at its limit, on nothing, or on somebody else’s', () => {
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...find, itemId: 'S-2' })
      .thenRefused('environment/no-evidence', { clause: '2.2.3' });
    given(envCase).when('FindViolation', find).thenRefused('environment/no-evidence');
    given(envCase)
      .consulting(evidence(another))
      .when('FindViolation', find)
      .thenRefused('environment/evidence-of-another');
  });

  const byMonitor = { ...find, source: 'MONITOR' as const, sourceId: 'ZD-1', itemId: 'A-1' };

  it('is found on what a monitor showed only after its review was passed', () => {
    given(envCase).consulting(monitored(true)).when('FindViolation', byMonitor).thenTypes('EnvViolationFound');
    for (const state of [monitored(), monitored(false)])
      given(envCase)
        .consulting(state)
        .when('FindViolation', byMonitor)
        .thenRefused('environment/not-reviewed', { rule: 'environment/automatic-evidence@2021' });
    given(envCase)
      .consulting(monitored(true))
      .when('FindViolation', { ...byMonitor, itemId: 'A-9' })
      .thenRefused('environment/no-evidence');
  });

  it('of a standard is not found on an anomaly, evasion is', () => {
    const anomaly = { ...byMonitor, itemId: 'A-2' };
    given(envCase)
      .consulting(monitored(true))
      .when('FindViolation', anomaly)
      .thenRefused('environment/evidence-does-not-fit');
    given(envCase)
      .consulting(monitored(true))
      .when('FindViolation', { ...anomaly, kind: 'EVASION' })
      .thenTypes('EnvViolationFound');
  });

  it('of discharge without a permit is found on the check that found it', () => {
    const check = {
      ...find,
      kind: 'NO_PERMIT' as const,
      source: 'PERMIT_CHECK' as const,
      sourceId: site,
      itemId: 'CK-2',
    };
    given(envCase).consulting(evidence()).when('FindViolation', check).thenTypes('EnvViolationFound');
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...check, itemId: 'CK-1' })
      .thenRefused('environment/evidence-does-not-fit');
  });

  it('of building without approval is found on the assessment’s record, which shows nothing else', () => {
    const { itemId: _, ...rest } = find;
    const built = { ...rest, kind: 'UNAPPROVED_CONSTRUCTION' as const, source: 'EIA' as const, sourceId: 'XM-1' };
    given(envCase).consulting(evidence()).when('FindViolation', built).thenTypes('EnvViolationFound');
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...built, kind: 'SOLID_WASTE' })
      .thenRefused('environment/evidence-does-not-fit');
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...rest, kind: 'SOLID_WASTE', source: 'INSPECTION' })
      .thenTypes('EnvViolationFound');
  });

  it('rests on a provision of law, and not on the plan', () =>
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...find, provision: plan })
      .thenRefused('environment/plan-is-no-basis'));

  it('is found once a case', () => {
    given(envCase, facts.found()).when('FindViolation', find).thenNothing();
    given(envCase, facts.found())
      .when('FindViolation', { ...find, facts: '另一事实' })
      .thenRefused('environment/already-recorded');
  });
});

describe('the seriousness of a violation', () => {
  const { enterprise: _, kind: __, exceedance: ___, ...determination } = facts.serious.data;
  const determine = { ...determination, ...day };

  it('is determined on a basis of law, once', () => {
    given(envCase, facts.found())
      .when('DetermineSeriousness', determine)
      .then({ type: 'SeriousViolationDetermined', data: { ...facts.serious.data, kind: 'AIR_STD' } });
    given(envCase, facts.found(), facts.serious).when('DetermineSeriousness', determine).thenNothing();
    given(envCase).when('DetermineSeriousness', determine).thenRefused('environment/no-violation');
    given(envCase, facts.found())
      .when('DetermineSeriousness', { ...determine, legalBasis: plan })
      .thenRefused('environment/plan-is-no-basis');
  });
});

describe('a referral for detention', () => {
  const referral = {
    organ: '公安局〔模拟〕',
    legalBasis: '环境保护法第六十三条',
    documentNumber: '惠市环移〔2021〕1号',
    referredOn: '2021-07-30',
  };
  const refer = { ...referral, ...at('2021-07-30') };
  const still = [facts.ordered(), facts.rechecked('STILL_VIOLATING')];

  it('follows evasion at once', () =>
    given(envCase, facts.found('EVASION'))
      .when('ReferForDetention', refer)
      .then({ type: 'DetentionReferred', data: referral }));

  it('follows discharge without a permit only when it goes on against the order', () => {
    given(envCase, facts.found('NO_PERMIT'))
      .when('ReferForDetention', refer)
      .thenRefused('environment/no-ground-for-detention', {
        rule: 'environment/detention@2014',
      });
    given(envCase, facts.found('NO_PERMIT'), ...still)
      .when('ReferForDetention', refer)
      .thenTypes('DetentionReferred');
  });

  it('does not follow a standard that is exceeded, and is made once', () => {
    given(envCase, facts.found(), ...still)
      .when('ReferForDetention', refer)
      .thenRefused('environment/no-ground-for-detention');
    given(envCase, facts.found('EVASION'), { type: 'DetentionReferred', data: referral })
      .when('ReferForDetention', refer)
      .thenNothing();
  });
});

describe('the end of a case', () => {
  const close = { summary: '已改正', ...at('2021-08-10') };

  it('comes with a recheck that found it corrected', () =>
    given(envCase, ...corrected)
      .when('CloseCase', close)
      .then({ type: 'EnvCaseClosed', data: { outcome: 'CORRECTED', summary: '已改正' } }));

  it.each([
    ['no recheck', [facts.found(), facts.ordered()]],
    ['a recheck that failed', [facts.found(), facts.ordered(), facts.rechecked('OBSTRUCTED')]],
    ['a seal that stands', [...corrected, facts.sealed()]],
    ['production that is limited', [...corrected, facts.limited]],
    ['production that is stopped', [...corrected, facts.stopped]],
    ['a report that is not decided', [...corrected, facts.serious, facts.reported()]],
    [
      'a report that was answered by suspension',
      [...corrected, facts.serious, facts.reported(), facts.decided('SUSPENDED')],
    ],
  ])('does not come with %s', (_, past) =>
    given(envCase, ...past)
      .when('CloseCase', close)
      .thenRefused('environment/case-still-open'),
  );

  it('comes with the government’s closure, whatever else stands, but for a seal', () => {
    const closed = [facts.found(), facts.serious, facts.stopped, facts.reported(), facts.decided('CLOSED')];
    given(envCase, ...closed)
      .when('CloseCase', close)
      .then({ type: 'EnvCaseClosed', data: { outcome: 'CLOSED_BY_GOVERNMENT', summary: '已改正' } });
    given(envCase, facts.sealed(), ...closed)
      .when('CloseCase', close)
      .thenRefused('environment/case-still-open');
  });

  it('comes once, and nothing comes after it', () => {
    given(envCase, ...corrected, facts.closed)
      .when('CloseCase', close)
      .thenNothing();
    given(envCase, ...corrected, facts.closed)
      .when('DetermineSeriousness', { grounds: 'x', legalBasis: law, ...day })
      .thenRefused('environment/case-closed');
  });

  it('is about the enterprise that it was opened against', () =>
    given(envCase)
      .consulting(evidence())
      .when('FindViolation', { ...find, enterprise: { ...enterprise, uscc: another.uscc } })
      .thenRefused('environment/evidence-of-another'));
});
