import { addWorkingDays, calendarVersion, rollToWorkingDay } from './calendar.js';
import { addDays, addMonths, mustBeLength } from './days.js';

/** How a period is counted. Months and days are calendar ones; working days include weekends worked in exchange. */
export type PeriodUnit = 'months' | 'days' | 'working-days';

/** A period and the row of law that it comes from. A rule row of a period is one. */
export interface Period {
  readonly id: string;
  readonly version: string;
  readonly length: number;
  readonly unit: PeriodUnit;
}

/** A deadline as computed on the day. Stored with the fact and never computed again under another calendar. */
export interface Due {
  /** Not counted itself. Civil Code art. 201. */
  startsOn: string;
  /** Law row, as `id@version`. */
  rule: string;
  length: number;
  unit: PeriodUnit;
  /** The corresponding day, or the last of its month. Civil Code art. 202. */
  nominalDue: string;
  /** Moved to the first working day when the nominal one is a rest day. Civil Code art. 203. */
  rolledDue: string;
  calendarVersion: string;
}

/**
 * Counts a period from the day it starts on, such as the day of service. The last day passes at 24:00 in China.
 *
 * Throws `NoCalendar` when a day whose kind matters lies in a year without one, `ImpossiblePeriod` and `NotADay`.
 */
export function deadline({ rule, startsOn }: { readonly rule: Period; readonly startsOn: string }): Due {
  const length = mustBeLength(rule.length);
  const nominalDue = count[rule.unit](startsOn, length);
  const rolledDue = rollToWorkingDay(nominalDue);
  return {
    startsOn,
    rule: `${rule.id}@${rule.version}`,
    length,
    unit: rule.unit,
    nominalDue,
    rolledDue,
    calendarVersion: calendarVersion(rule.unit === 'working-days' ? addDays(startsOn, 1) : nominalDue, rolledDue),
  };
}

const count: Readonly<Record<PeriodUnit, (from: string, length: number) => string>> = {
  months: addMonths,
  days: addDays,
  'working-days': addWorkingDays,
};

/** A last day that an instrument fixes itself, moved past rest days. Stored and never computed again. */
export interface FixedDue {
  /** Law row, as `id@version`. */
  rule: string;
  nominalDue: string;
  rolledDue: string;
  calendarVersion: string;
}

/** The last day in force for a day fixed by an instrument. Civil Code art. 203. Throws `NoCalendar`, `NotADay`. */
export function fixedDeadline(rule: Pick<Period, 'id' | 'version'>, nominalDue: string): FixedDue {
  const rolledDue = rollToWorkingDay(nominalDue);
  return {
    rule: `${rule.id}@${rule.version}`,
    nominalDue,
    rolledDue,
    calendarVersion: calendarVersion(nominalDue, rolledDue),
  };
}

/**
 * Lengthens a deadline by months, counted from its nominal last day: a holiday that moved it never adds to the total.
 *
 * The answer starts on that nominal day. `rule` is the row that allows the extension; without it the first row stays.
 */
export function extend(due: Due, months: number, rule?: Pick<Period, 'id' | 'version'>): Due {
  const [id = due.rule, version = ''] = rule ? [rule.id, rule.version] : due.rule.split('@');
  return deadline({ rule: { id, version, length: months, unit: 'months' }, startsOn: due.nominalDue });
}
