import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, enterprise, plan } from '../testing-environment.js';
import { envCase } from './case.decider.js';
import { dueOf, facts, limited } from './testing-case.js';

const limit = { ...limited, months: 3, ...at('2021-07-12') };
const running = [facts.found(), facts.limited];

describe('a limitation of production', () => {
  it('lasts three months at most', () => {
    given(envCase, facts.found())
      .when('LimitProduction', limit)
      .then({ type: 'ProductionLimited', data: facts.limited.data });
    given(envCase, facts.found())
      .when('LimitProduction', { ...limit, months: 4 })
      .thenRefused('environment/production-not-limited', {
        rule: 'environment/production-limit@2014',
        facts: { atMost: 3 },
      });
  });

  it('is for discharge over standards, totals or permit, on a basis of law, and once', () => {
    given(envCase, facts.found('SOLID_WASTE'))
      .when('LimitProduction', limit)
      .thenRefused('environment/production-not-limited');
    given(envCase, facts.found())
      .when('LimitProduction', { ...limit, legalBasis: plan })
      .thenRefused('environment/plan-is-no-basis');
    given(envCase, ...running)
      .when('LimitProduction', limit)
      .thenNothing();
    given(envCase, ...running)
      .when('LimitProduction', { ...limit, content: '限产30%' })
      .thenRefused('environment/production-not-limited');
  });

  const extend = { months: 3, reason: '设备到货延迟' };
  const extended = {
    type: 'ProductionLimitExtended',
    data: { reason: extend.reason, due: dueOf('environment/production-limit-extension', '2021-10-12', 3) },
  } as const;

  it('is lengthened once, before it ends', () => {
    given(envCase, ...running)
      .when('ExtendProductionLimit', { ...extend, ...at('2021-10-12', '23:59:59') })
      .then(extended);
    given(envCase, ...running)
      .when('ExtendProductionLimit', { ...extend, ...at('2021-10-13', '00:00:00') })
      .thenRefused('environment/limit-not-extended');
    given(envCase, ...running)
      .when('ExtendProductionLimit', { ...extend, months: 4, ...at('2021-10-08') })
      .thenRefused('environment/limit-not-extended', { rule: 'environment/production-limit-extension@2014' });
    given(envCase, ...running, extended)
      .when('ExtendProductionLimit', { ...extend, ...at('2021-10-12') })
      .thenNothing();
    given(envCase, ...running, extended)
      .when('ExtendProductionLimit', { ...extend, months: 1, ...at('2021-10-12') })
      .thenRefused('environment/limit-not-extended');
  });

  it('is over at the end of its last day', () => {
    const pass = { dueOn: '2021-10-12', occurredAt: '2021-10-12T16:00:00Z' };
    const over = { type: 'ProductionLimitExpired', data: { dueOn: '2021-10-12' } } as const;
    given(envCase, ...running)
      .when('PassProductionLimit', pass)
      .then(over);
    given(envCase, ...running)
      .when('PassProductionLimit', pass, { now: '2021-10-12T15:59:59.999Z' })
      .thenRefused('environment/period-still-runs');
    given(envCase, ...running, over)
      .when('PassProductionLimit', pass)
      .thenNothing();
    given(envCase, ...running, extended)
      .when('PassProductionLimit', pass)
      .thenNothing();
    given(envCase, ...running, facts.resumed)
      .when('PassProductionLimit', pass)
      .thenNothing();
  });
});

describe('a stop for treatment', () => {
  const stop = { ...limited, ground: 'STILL_OVER_AFTER_LIMIT' as const, servedOn: '2021-10-15', ...at('2021-10-15') };

  it('follows a limitation that did not help', () => {
    given(envCase, ...running)
      .when('StopProduction', stop)
      .then({
        type: 'ProductionStoppedForTreatment',
        data: { enterprise, ...limited, ground: 'STILL_OVER_AFTER_LIMIT', servedOn: '2021-10-15' },
      });
    given(envCase, facts.found()).when('StopProduction', stop).thenRefused('environment/production-not-stopped');
  });

  it.each([
    ['EVASION', 'EVASION'],
    ['ACCIDENT', 'ACCIDENT'],
    ['ANNUAL_TOTAL', 'TOTAL_QUANTITY'],
  ] as const)('on the ground of %s follows a violation of that kind', (ground, kind) => {
    given(envCase, facts.found(kind))
      .when('StopProduction', { ...stop, ground })
      .thenTypes('ProductionStoppedForTreatment');
    given(envCase, facts.found('SOLID_WASTE'))
      .when('StopProduction', { ...stop, ground })
      .thenRefused('environment/production-not-stopped');
  });

  it('on the ground of toxic discharge wants three times the limit', () => {
    const toxic = { ...stop, ground: 'TOXIC_THREEFOLD' as const };
    given(envCase, facts.found('WATER_STD', 3))
      .when('StopProduction', toxic)
      .thenTypes('ProductionStoppedForTreatment');
    given(envCase, facts.found('WATER_STD', 2.999))
      .when('StopProduction', toxic)
      .thenRefused('environment/production-not-stopped', { rule: 'environment/toxic-threefold@2014' });
  });

  it('is ordered once', () => {
    const stopped = { ...facts.stopped, data: { enterprise, ...limited, ground: stop.ground, servedOn: '2021-10-15' } };
    given(envCase, ...running, stopped)
      .when('StopProduction', stop)
      .thenNothing();
    given(envCase, ...running, stopped)
      .when('StopProduction', { ...stop, content: '全厂停产' })
      .thenRefused('environment/production-not-stopped');
  });
});

describe('the resumption of production', () => {
  const { measure: _, ...resumption } = facts.resumed.data;
  const resume = { ...resumption, ...at('2021-09-06') };

  it('ends a limitation, or a stop, after it was treated, filed and made public', () => {
    given(envCase, ...running)
      .when('ResumeProduction', resume)
      .then({ type: 'ProductionResumed', data: { measure: 'LIMITED', ...resumption } });
    const later = { ...resumption, filedOn: '2021-11-01', resumedOn: '2021-11-02' };
    given(envCase, ...running, facts.stopped)
      .when('ResumeProduction', { ...later, ...at('2021-11-02') })
      .then({ type: 'ProductionResumed', data: { measure: 'STOPPED', ...later } });
  });

  it('does not come before the filing, nor without a measure, nor twice', () => {
    given(envCase, ...running)
      .when('ResumeProduction', { ...resume, resumedOn: '2021-08-31' })
      .thenRefused('environment/before-its-cause');
    given(envCase, facts.found()).when('ResumeProduction', resume).thenRefused('environment/nothing-to-resume');
    given(envCase, ...running, facts.resumed)
      .when('ResumeProduction', resume)
      .thenNothing();
  });
});
