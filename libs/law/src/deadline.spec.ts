import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  ImpossiblePeriod,
  NoCalendar,
  addDays,
  addMonths,
  addWorkingDays,
  calendarYears,
  deadline,
  extend,
  fixedDeadline,
  isOver,
  isWorkingDay,
  ruleOn,
  ruleText,
  type Due,
  type PeriodUnit,
} from './index.js';

const rectification = ruleOn('energy/rectification-period', '2021-03-15');
const extension = ruleOn('energy/extension', '2021-03-15');
const ordered = (servedOn: string) => deadline({ rule: rectification, startsOn: servedOn });
const period = (length: number, unit: PeriodUnit) => ({ id: 'spec', version: '1', length, unit });

describe('a rectification period of six months', () => {
  it.each([
    ['2021-03-15', '2021-09-15', '2021-09-15', '2021-12-15', '2021-12-15'],
    ['2021-04-01', '2021-10-01', '2021-10-08', '2022-01-01', '2022-01-04'],
    ['2021-07-31', '2022-01-31', '2022-02-07', '2022-04-30', '2022-05-05'],
    ['2021-08-31', '2022-02-28', '2022-02-28', '2022-05-28', '2022-05-30'],
  ])(
    'served on %s ends on %s, moved to %s; extended %s, moved to %s',
    (servedOn, nominal, rolled, later, laterRolled) => {
      const due = ordered(servedOn);
      expect(due).toMatchObject({ nominalDue: nominal, rolledDue: rolled });
      expect(extend(due, 3, extension)).toMatchObject({ nominalDue: later, rolledDue: laterRolled });
    },
  );

  it('says everything that it rests on', () => {
    expect(ordered('2021-04-01')).toEqual({
      startsOn: '2021-04-01',
      rule: 'energy/rectification-period@2021',
      length: 6,
      unit: 'months',
      nominalDue: '2021-10-01',
      rolledDue: '2021-10-08',
      calendarVersion: 'chinese-days@1.5.7/2021',
    });
  });

  it('is in time on the first day of its sixth month', () => {
    expect(isOver(ordered('2021-03-15').rolledDue, '2021-08-16T09:00:00+08:00')).toBe(false);
  });

  it('may be extended until 23:59 of its last day, and not at 24:00', () => {
    const { rolledDue } = ordered('2021-03-15');
    expect(isOver(rolledDue, '2021-09-15T23:59:00+08:00')).toBe(false);
    expect(isOver(rolledDue, '2021-09-16T00:00:00+08:00')).toBe(true);
  });

  it('that ends in the week of National Day lasts until work begins again', () => {
    const { rolledDue } = ordered('2021-04-01');
    expect(isOver(rolledDue, '2021-10-07T12:00:00+08:00')).toBe(false);
    expect(isOver(rolledDue, '2021-10-08T23:59:59+08:00')).toBe(false);
    expect(isOver(rolledDue, '2021-10-09T00:00:00+08:00')).toBe(true);
  });
});

describe('an extension', () => {
  it('starts on the nominal last day, whatever holiday moved it, under its own row or the first', () => {
    const due = ordered('2021-04-01');
    expect(extend(due, 3)).toMatchObject({ startsOn: '2021-10-01', length: 3, unit: 'months', rule: due.rule });
    expect(extend(due, 3, extension).rule).toBe(ruleText(extension));
  });

  it('never brings the nominal total beyond nine months', () => {
    fc.assert(
      fc.property(dayIn(2005, calendarYears.at(-1)! - 2), fc.integer({ min: 1, max: 3 }), (servedOn, months) => {
        expect(extend(ordered(servedOn), months).nominalDue <= addMonths(servedOn, 9)).toBe(true);
      }),
    );
  });
});

describe('other periods', () => {
  it.each([
    [7, '2021-09-17', '2021-09-28'],
    [7, '2021-09-28', '2021-10-13'],
    [20, '2021-09-15', '2021-10-19'],
  ])('of %i working days after %s end on %s', (length, startsOn, end) => {
    expect(deadline({ rule: period(length, 'working-days'), startsOn })).toMatchObject({
      nominalDue: end,
      rolledDue: end,
    });
  });

  it('of a seal are thirty days, and thirty more', () => {
    const seal = deadline({ rule: ruleOn('coercion/seal', '2021-07-05'), startsOn: '2021-07-05' });
    expect(seal.rolledDue).toBe('2021-08-04');
    const more = deadline({ rule: ruleOn('coercion/seal-extension', '2021-08-04'), startsOn: seal.nominalDue });
    expect(more.rolledDue).toBe('2021-09-03');
  });

  it('to withdraw a published penalty are three working days', () => {
    const rule = ruleOn('penalty/publicity-withdrawal', '2021-09-29');
    expect(deadline({ rule, startsOn: '2021-09-29' }).rolledDue).toBe('2021-10-09');
  });

  it('that cross a year name both calendars', () => {
    expect(deadline({ rule: period(7, 'working-days'), startsOn: '2021-12-28' })).toMatchObject({
      rolledDue: '2022-01-07',
      calendarVersion: 'chinese-days@1.5.7/2021+2022',
    });
  });

  it('may be long where only their last day needs a calendar', () => {
    expect(deadline({ rule: period(60, 'months'), startsOn: '2016-03-15' }).rolledDue).toBe('2021-03-15');
  });

  it('into a year without a calendar are refused', () => {
    const startsOn = `${calendarYears.at(-1)! + 2}-12-15`;
    for (const unit of ['months', 'days', 'working-days'] as const)
      expect(() => deadline({ rule: period(unit === 'months' ? 6 : 90, unit), startsOn })).toThrow(NoCalendar);
  });

  it('into a year whose calendar is not told yet say so', () => {
    const startsOn = `${calendarYears.at(-1)}-12-15`;
    const due = deadline({ rule: period(6, 'months'), startsOn });
    expect(due.nominalDue).toBe(`${calendarYears.at(-1)! + 1}-06-15`);
    expect(due.calendarVersion).toContain('-foreseen');
  });

  it('last a whole number of at least one', () => {
    for (const length of [0, -1, 1.5, Number.NaN, 1201])
      expect(() => deadline({ rule: period(length, 'days'), startsOn: '2021-03-15' })).toThrow(ImpossiblePeriod);
  });
});

describe('any deadline', () => {
  const lastYear = calendarYears.at(-1)! - 2;
  const units = fc.constantFrom<PeriodUnit>('months', 'days', 'working-days');
  const lengths = fc.integer({ min: 1, max: 12 });
  const starts = dayIn(2005, lastYear);

  it('is on or after its nominal day, never on a rest day, and skips only rest days', () => {
    fc.assert(
      fc.property(starts, units, lengths, (startsOn, unit, length) => {
        const { nominalDue, rolledDue } = deadline({ rule: period(length, unit), startsOn });
        expect(rolledDue >= nominalDue && nominalDue > startsOn).toBe(true);
        expect(isWorkingDay(rolledDue)).toBe(true);
        for (let day = nominalDue; day < rolledDue; day = addDays(day, 1)) expect(isWorkingDay(day)).toBe(false);
      }),
    );
  });

  it('is never earlier for a longer period', () => {
    fc.assert(
      fc.property(starts, units, lengths, lengths, (startsOn, unit, a, b) => {
        const due = (length: number) => deadline({ rule: period(length, unit), startsOn });
        const [short, long] = [due(Math.min(a, b)), due(Math.max(a, b))];
        expect(short.nominalDue <= long.nominalDue && short.rolledDue <= long.rolledDue).toBe(true);
      }),
    );
  });

  it('is the same however often it is counted', () => {
    fc.assert(
      fc.property(starts, units, lengths, (startsOn, unit, length) => {
        const count = (): Due => deadline({ rule: period(length, unit), startsOn });
        expect(count()).toEqual(count());
      }),
    );
  });

  it('in working days adds up', () => {
    fc.assert(
      fc.property(starts, lengths, lengths, (startsOn, a, b) => {
        expect(addWorkingDays(addWorkingDays(startsOn, a), b)).toBe(addWorkingDays(startsOn, a + b));
      }),
    );
  });
});

function dayIn(first: number, last: number): fc.Arbitrary<string> {
  return fc
    .date({ min: new Date(`${first}-01-01`), max: new Date(`${last}-12-31`), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
}

describe('a day that an instrument fixes', () => {
  const plan = ruleOn('plan/county-plan', '2021-03-01');

  it('is its own last day when it is worked', () =>
    expect(fixedDeadline(plan, '2021-06-15')).toMatchObject({
      rule: 'plan/county-plan@2021',
      nominalDue: '2021-06-15',
      rolledDue: '2021-06-15',
    }));

  it('moves past the rest days that it falls on', () =>
    expect(fixedDeadline(plan, '2021-06-12').rolledDue).toBe('2021-06-15'));

  it('is nowhere in a year without a calendar', () =>
    expect(() => fixedDeadline(plan, '2099-06-15')).toThrow(NoCalendar));
});
