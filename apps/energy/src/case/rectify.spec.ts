import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { at, cases, dueAfterMonths, enterprise, facts, ground, measurement, order, within } from '../testing-energy.js';
import { energyCase } from './case.decider.js';

const two = { actor: { client: 'spec', officers: ['19-001', '19-002'] } };
const command = { ...order, servedOn: '2021-03-15', months: 6, ...at('2021-03-15') };
const over = given(energyCase, ...cases.over);
const rectifying = given(energyCase, ...cases.rectifying);

describe('an order to rectify', () => {
  it('sets a deadline from the day of service and brings the yellow card', () =>
    over.when('OrderRectification', command).then(
      {
        type: 'EnergyRectificationOrdered',
        data: { ...order, servedOn: '2021-03-15', due: dueAfterMonths(6, '2021-03-15') },
      },
      { type: 'YellowCardIssued', data: { enterprise, ground, dueOn: '2021-09-15' } },
    ));

  it('cites the row of the period and the row of the list', () =>
    expect(
      over
        .when('OrderRectification', command)
        .facts()
        .map(({ rules }) => rules),
    ).toEqual([
      [{ ruleId: 'energy/rectification-period', version: '2021' }],
      [{ ruleId: 'lists/yellow-card', version: '2021' }],
    ]));

  it('gives six months at most', () =>
    over.when('OrderRectification', { ...command, months: 7 }).thenRefused('energy/rectification-too-long', {
      clause: '2.1.3',
      rule: 'energy/rectification-period@2021',
      facts: { months: 7, atMost: 6 },
    }));

  it('may give less', () =>
    expect(over.when('OrderRectification', { ...command, months: 1 }).facts()[0]?.data).toMatchObject({
      due: { nominalDue: '2021-04-15', rolledDue: '2021-04-15' },
    }));

  it('follows only a supervision that found too much', () => {
    for (const result of ['COMPLIANT', 'ELIMINATED_EQUIPMENT'] as const)
      given(energyCase, facts.assigned, facts.conducted(result))
        .when('OrderRectification', command)
        .thenRefused('energy/not-over-limit');
    given(energyCase, facts.assigned).when('OrderRectification', command).thenRefused('energy/not-over-limit');
  });

  it('is served on the day of the supervision at the earliest', () => {
    over
      .when('OrderRectification', { ...command, servedOn: '2021-03-10' })
      .thenTypes('EnergyRectificationOrdered', 'YellowCardIssued');
    over
      .when('OrderRectification', { ...command, servedOn: '2021-03-09' })
      .thenRefused('energy/before-its-cause', { facts: { earlier: '2021-03-10' } });
  });

  it('is served today at the latest', () => {
    const now = { now: '2021-03-14T16:00:00.000Z' };
    over.when('OrderRectification', command, now).thenTypes('EnergyRectificationOrdered', 'YellowCardIssued');
    over
      .when('OrderRectification', { ...command, servedOn: '2021-03-16' }, now)
      .thenRefused('energy/in-the-future', { facts: { today: '2021-03-15' } });
  });

  it('is refused on a day that no row of law covers', () =>
    given(energyCase, facts.assigned, facts.conducted('OVER_LIMIT', '2020-12-01'), facts.measured)
      .when('OrderRectification', { ...command, servedOn: '2020-12-31' })
      .thenRefused('energy/law-silent'));

  it('is refused when it would end in a year whose rest days are not known', () =>
    over
      .when('OrderRectification', { ...command, servedOn: '2040-09-03' }, { now: '2040-09-04T00:00:00.000Z' })
      .thenRefused('energy/law-silent'));

  it('is given once, however often it is said', () => {
    rectifying.when('OrderRectification', command).thenNothing();
    rectifying
      .when('OrderRectification', { ...command, months: 5 })
      .thenRefused('energy/rectification-already-ordered');
  });
});

describe('a report that rectification is done', () => {
  const report = { summary: '已更换电炉', ...at('2021-09-10') };
  const late = { summary: '设备到货后已更换', ...at('2021-10-08') };

  it('is taken within the period', () =>
    rectifying.when('ReportRectification', report).thenTypes('RectificationReported'));

  it('is in time until the last minute of the due day', () =>
    rectifying
      .when('ReportRectification', { ...report, ...at('2021-09-15', '23:59:59') })
      .thenTypes('RectificationReported'));

  it('says itself that the period expired when the timer has not', () =>
    rectifying
      .when('ReportRectification', { ...report, ...at('2021-09-16', '00:00:00') })
      .then(
        { type: 'RectificationPeriodExpired', data: { dueOn: '2021-09-15' } },
        { type: 'RectificationReported', data: { summary: '已更换电炉' } },
      ));

  it('is taken late', () => {
    given(energyCase, ...cases.rectifying, facts.expired())
      .when('ReportRectification', late)
      .thenTypes('RectificationReported');
    given(energyCase, ...cases.failed)
      .when('ReportRectification', late)
      .thenTypes('RectificationReported');
  });

  it('is not taken once closure was proposed, not even when the proposal came back', () => {
    given(energyCase, ...cases.proposed)
      .when('ReportRectification', late)
      .thenRefused('energy/report-not-open');
    given(energyCase, ...cases.proposed, facts.decided('RETURNED'))
      .when('ReportRectification', late)
      .thenRefused('energy/report-not-open');
  });

  it('is not taken after a re-inspection showed failure, or while a request is open', () => {
    given(energyCase, ...cases.rectifying, facts.reported, facts.reinspected('OVER'), facts.failed('STILL_OVER_LIMIT'))
      .when('ReportRectification', late)
      .thenRefused('energy/report-not-open');
    given(energyCase, ...cases.rectifying, facts.requested())
      .when('ReportRectification', report)
      .thenRefused('energy/report-not-open');
  });

  it('is taken once, however often it is said', () =>
    given(energyCase, ...cases.rectifying, facts.reported)
      .when('ReportRectification', report)
      .thenNothing());
});

describe('a re-inspection', () => {
  const reported = given(energyCase, ...cases.rectifying, facts.reported);
  const reinspect = { findings: '复查', ...at('2021-09-18') };

  it.each([
    [{ measurement: within }, 'WITHIN'],
    [{ measurement }, 'OVER'],
    [{}, 'NOT_MEASURED'],
  ])('compares %j with the limit: %s', (found, result) =>
    reported
      .when('ReinspectRectification', { ...reinspect, ...found }, two)
      .then({ type: 'RectificationReinspected', data: { findings: '复查', result, ...found } as never }),
  );

  it('takes two officers', () =>
    reported
      .when('ReinspectRectification', reinspect, { actor: { client: 'spec', officers: ['19-001'] } })
      .thenRefused('energy/two-officers', { rule: 'penalty/two-officers@2021' }));

  it('follows a report or happens under suspension', () => {
    rectifying.when('ReinspectRectification', reinspect, two).thenRefused('energy/nothing-to-reinspect');
    given(energyCase, ...cases.proposed, facts.decided('SUSPENDED'))
      .when('ReinspectRectification', reinspect, two)
      .thenTypes('RectificationReinspected');
  });

  it('said again at the same moment is the same, later it is another', () => {
    const once = given(energyCase, ...cases.rectifying, facts.reported, facts.reinspected('NOT_MEASURED'));
    once.when('ReinspectRectification', reinspect, two).thenNothing();
    once
      .when('ReinspectRectification', { ...reinspect, ...at('2021-09-19') }, two)
      .thenTypes('RectificationReinspected');
  });
});

describe('the end of the period', () => {
  const expire = { dueOn: '2021-09-15', ...at('2021-09-16', '00:00:00') };

  it('is recorded when the due day is over', () =>
    rectifying
      .when('ExpireRectification', expire, { now: '2021-09-15T16:00:00.000Z' })
      .then({ type: 'RectificationPeriodExpired', data: { dueOn: '2021-09-15' } }));

  it('is not recorded at 23:59 of it', () =>
    rectifying
      .when('ExpireRectification', expire, { now: '2021-09-15T15:59:59.000Z' })
      .thenRefused('energy/period-still-runs'));

  it.each([
    ['a request is pending', [facts.requested()]],
    ['the deadline was moved', [facts.requested(), facts.granted]],
    ['it is on record', [facts.expired()]],
    ['rectification was reported', [facts.reported]],
    ['the case ended', [facts.reported, facts.reinspected('WITHIN'), facts.accepted, facts.cleared]],
  ])('is nothing when %s', (_, more) =>
    given(energyCase, ...cases.rectifying, ...more)
      .when('ExpireRectification', expire)
      .thenNothing(),
  );
});
