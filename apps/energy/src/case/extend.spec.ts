import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { given } from '#decider';
import { addDays, addMonths, deadline, extend, ruleOn } from '#law';
import { at, cases, dueAfterMonths, facts } from '../testing-energy.js';
import { energyCase } from './case.decider.js';

const request = { months: 3, reason: '设备到货延迟', filedOn: '2021-09-15', ...at('2021-09-15', '23:59:59') };
const rectifying = given(energyCase, ...cases.rectifying);
const asked = given(energyCase, ...cases.rectifying, facts.requested());

describe('a request for an extension', () => {
  it('is in time at 23:59 on the due day', () =>
    rectifying
      .when('RequestExtension', request)
      .then({ type: 'ExtensionRequested', data: { months: 3, reason: '设备到货延迟', filedOn: '2021-09-15' } }));

  it('is too late at 24:00', () =>
    rectifying
      .when('RequestExtension', { ...request, filedOn: '2021-09-16', ...at('2021-09-16', '00:00:00') })
      .thenRefused('energy/extension-too-late', { clause: '2.1.3', rule: 'energy/extension-request@2021' }));

  it('is judged by the day in China, wherever it was posted', () =>
    rectifying
      .when('RequestExtension', { ...request, occurredAt: '2021-09-15T15:59:59Z' })
      .thenTypes('ExtensionRequested'));

  it('is filed on the day that it says', () =>
    rectifying
      .when('RequestExtension', { ...request, ...at('2021-09-16') })
      .thenRefused('energy/filed-on-another-day'));

  it('asks for three months at most', () =>
    rectifying
      .when('RequestExtension', { ...request, months: 4 })
      .thenRefused('energy/extension-too-long', { rule: 'energy/extension@2021', facts: { atMost: 3 } }));

  it('made in time counts when its posting came after the timer', () =>
    given(energyCase, ...cases.rectifying, facts.expired())
      .when('RequestExtension', request)
      .thenTypes('ExtensionRequested'));

  it('is made once at a time', () => {
    asked.when('RequestExtension', request).thenNothing();
    asked.when('RequestExtension', { ...request, months: 2 }).thenRefused('energy/extension-pending');
  });

  it('may follow one that was refused', () =>
    given(energyCase, ...cases.rectifying, facts.requested('2021-09-01'), facts.refused)
      .when('RequestExtension', request)
      .thenTypes('ExtensionRequested'));

  it('does not follow one that was granted', () =>
    given(energyCase, ...cases.rectifying, facts.requested('2021-09-01'), facts.granted)
      .when('RequestExtension', { ...request, filedOn: '2021-12-01', ...at('2021-12-01') })
      .thenRefused('energy/extension-already-granted', { clause: '2.1.3', rule: 'energy/extension-count@2021' }));

  it('needs a period that runs', () => {
    given(energyCase, ...cases.over)
      .when('RequestExtension', request)
      .thenRefused('energy/no-period-running');
    given(energyCase, ...cases.failed)
      .when('RequestExtension', request)
      .thenRefused('energy/no-period-running');
  });
});

describe('the grant of an extension', () => {
  const grant = { months: 3, ...at('2021-09-20') };

  it('counts from the un-rolled deadline', () =>
    given(
      energyCase,
      ...cases.over,
      facts.ordered('2021-04-01'),
      facts.yellow('2021-10-08'),
      facts.requested('2021-09-30'),
    )
      .when('GrantExtension', grant)
      .then({
        type: 'ExtensionGranted',
        data: { months: 3, due: extend(dueAfterMonths(6, '2021-04-01'), 3, ruleOn('energy/extension', '2021-09-30')) },
      }));

  it('gives what was asked for at most', () => {
    const two = given(energyCase, ...cases.rectifying, facts.requested('2021-09-15', 2));
    two.when('GrantExtension', { ...grant, months: 2 }).thenTypes('ExtensionGranted');
    two.when('GrantExtension', grant).thenRefused('energy/more-than-asked', { facts: { months: 3, atMost: 2 } });
  });

  it('answers a request, once', () => {
    rectifying.when('GrantExtension', grant).thenRefused('energy/no-extension-request');
    given(energyCase, ...cases.rectifying, facts.requested(), facts.granted)
      .when('GrantExtension', grant)
      .thenNothing();
  });

  it('never makes more than nine months from service', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (day, months, more) => {
          const servedOn = addDays('2021-01-01', day);
          const rule = { ...ruleOn('energy/rectification-period', servedOn), length: months };
          const { nominalDue } = extend(deadline({ rule, startsOn: servedOn }), more);
          expect(nominalDue <= addMonths(servedOn, ruleOn('energy/total-period', servedOn).length)).toBe(true);
        },
      ),
    ));
});

describe('the refusal of an extension', () => {
  const refuse = { reason: '理由不足', ...at('2021-09-20') };

  it('leaves the deadline as it was', () =>
    asked
      .when('RefuseExtension', refuse)
      .then({ type: 'ExtensionRefused', data: { reason: '理由不足', dueOn: '2021-09-15' } }));

  it('answers a request, once', () => {
    rectifying.when('RefuseExtension', refuse).thenRefused('energy/no-extension-request');
    given(energyCase, ...cases.rectifying, facts.requested(), facts.refused)
      .when('RefuseExtension', refuse)
      .thenNothing();
  });

  it('lets the period expire that was held', () =>
    given(energyCase, ...cases.rectifying, facts.requested(), facts.refused)
      .when('ExpireRectification', { dueOn: '2021-09-15', ...at('2021-09-16', '00:00:00') })
      .thenTypes('RectificationPeriodExpired'));

  it('of a request posted after the timer leaves the period expired', () => {
    const late = given(energyCase, ...cases.rectifying, facts.expired(), facts.requested(), facts.refused);
    late.when('ExpireRectification', { dueOn: '2021-09-15', ...at('2021-09-16', '00:00:00') }).thenNothing();
    late.when('FailRectification', { reason: '逾期未整改', ...at('2021-09-22') }).thenTypes('RectificationFailed');
  });
});
