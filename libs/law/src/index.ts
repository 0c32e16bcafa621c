export { addWorkingDays, calendarVersion, calendarYears, isWorkingDay, rollToWorkingDay } from './calendar.js';
export { addDays, addMonths, dayOf, endOfDay, isOver } from './days.js';
export { deadline, extend, fixedDeadline, type Due, type FixedDue, type Period, type PeriodUnit } from './deadline.js';
export { DisplayNotBegun, ImpossiblePeriod, LawError, NoCalendar, NoRuleInForce, NotADay } from './law-error.js';
export { namesLaw } from './names-law.js';
export { planRows, type PlanRow } from './plan-rows.js';
export { displayPeriod, type Displayed, type DisplayPeriod, type PenaltyField, type Platform } from './publicity.js';
export type { Citation, DisplayRule, Evidence, Rule } from './rule.js';
export {
  findRule,
  restrictionBases,
  ruleNamed,
  ruleOn,
  ruleRef,
  rules,
  ruleText,
  supplyNumbers,
  type RuleId,
  type RuleOf,
} from './rule-on.js';
export { NotSuppliable, type SuppliedNumber } from './supplied.js';
