import ical, { ICalCalendarMethod, type ICalEventData } from 'ical-generator';
import { rules, ruleText, type Rule } from '#law';
import type { Keyed } from '#projection';
import { duties } from '../duties/every-duty.js';
import type { Duty } from '../duties/duty.js';
import type { Obligation } from './obligation.projection.js';

const dutyOf = new Map<string, Duty>(
  Object.values(duties)
    .flat()
    .map((duty) => [duty.kind, duty]),
);

/** A whole day; days have no time zone. Whoever reads the same thing again knows it by its name. */
const wholeDay = (name: string, day: string, said: string): ICalEventData => ({
  id: `${name}@taizhang`,
  start: new Date(`${day}T00:00:00Z`),
  allDay: true,
  stamp: new Date(said),
  lastModified: new Date(said),
});

const lines = (...all: readonly (readonly [label: string, value: string | undefined])[]): string =>
  all.flatMap(([label, value]) => (value ? [`${label}${value}`] : [])).join('\n');

function owedOn({ key, row }: Keyed<Obligation>): ICalEventData {
  const { kind, name, uscc, county, caseId, owed } = row;
  const { dueOn, since, rule, documentNumber, whose } = owed!;
  const says = dutyOf.get(kind)?.says;
  const who = name ?? whose;
  return {
    ...wholeDay(key, dueOn, since),
    summary: `${says?.zh ?? kind}${who ? `：${who}` : ''}`,
    description: lines(
      ['', says?.en],
      ['统一社会信用代码 USCC: ', uscc],
      ['县（区） Area: ', county],
      ['案件 Case: ', caseId],
      ['文号 Document: ', documentNumber],
      ['规则 Rule: ', rule],
    ),
    categories: [{ name: key.slice(0, key.indexOf('.')) }],
  };
}

const fixedDay = (rule: Rule): ICalEventData => ({
  ...wholeDay(`rule/${ruleText(rule)}`, rule.dueOn!, `${rule.inForceFrom}T00:00:00+08:00`),
  summary: `计划节点：${rule.says.zh}`,
  description: lines(['', rule.says.en], ['条款 Clause: ', rule.clause], ['规则 Rule: ', ruleText(rule)]),
  categories: [{ name: 'plan' }],
});

/** The days that the plan itself fixes (三), by the law tables. */
export const planDays: readonly Rule[] = rules.filter(({ dueOn }) => dueOn !== undefined);

/** What is owed and, where `days` says so, the plan’s own days, as RFC 5545. A duty that is moved keeps its UID. */
export function calendarOf(owing: readonly Keyed<Obligation>[], days: readonly Rule[]): string {
  const calendar = ical({
    name: '台账期限 Deadlines',
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: 'taizhang', product: 'obligations', language: 'ZH' },
    events: [...days.map(fixedDay), ...owing.map(owedOn)],
  });
  // Given a time zone, the library writes stamps in that of the process; and it writes properties of ours too late.
  return calendar.toString().replace('METHOD:PUBLISH\r\n', 'METHOD:PUBLISH\r\nX-WR-TIMEZONE:Asia/Shanghai\r\n');
}
