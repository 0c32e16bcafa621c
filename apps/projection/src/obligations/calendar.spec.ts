import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { recorded, rowsOf, type PastFact } from '#projection';
import { accepted, assigned, extended, foundry, ordered } from '../testing-facts.js';
import { calendarOf, planDays } from './calendar.js';
import { obligation } from './obligation.projection.js';

/** The events of a calendar as another program reads them, by UID. */
function read(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[] as never);
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  return { calendar, events: new Map(events.map((event) => [event.uid, event])) };
}
const owing = (...facts: readonly PastFact[]) =>
  [...rowsOf(obligation, recorded(...facts))]
    .map(([key, row]) => ({ key, row }))
    .filter(({ row }) => row.owed !== undefined);
const RECTIFY = 'energy.case-2021-0001/rectify@taizhang';
const rectify = (...facts: readonly PastFact[]) => read(calendarOf(owing(...facts), [])).events.get(RECTIFY);

describe('the calendar of deadlines', () => {
  it('has a whole day for what is owed, on its last day, in China', () => {
    const { calendar } = read(calendarOf(owing(assigned, ordered), []));
    expect(calendar.getFirstPropertyValue('x-wr-timezone')).toBe('Asia/Shanghai');
    const event = rectify(assigned, ordered)!;
    expect(event.startDate.isDate).toBe(true);
    expect(event.startDate.toString()).toBe('2021-09-15');
    expect(event.summary).toBe(`完成限期整改：${foundry.name}`);
    expect(event.description).toContain(foundry.uscc);
  });

  it('moves the same entry when a deadline is extended, and has it no more once it is settled', () => {
    expect(rectify(assigned, ordered, extended)!.startDate.toString()).toBe('2021-12-15');
    expect(rectify(assigned, ordered, extended, accepted)).toBeUndefined();
  });

  it('is stamped by the fact that made it owed, in UTC, so that the same ledger gives the same calendar', () => {
    const text = calendarOf(owing(assigned, ordered), planDays);
    expect(text).toBe(calendarOf(owing(assigned, ordered), planDays));
    for (const [, stamp] of text.matchAll(/^DTSTAMP:(.*)\r$/gm)) expect(stamp).toMatch(/^\d{8}T\d{6}Z$/);
  });

  it('has the days that the plan fixes', () => {
    const { events } = read(calendarOf([], planDays));
    expect([...events].map(([uid, { startDate }]) => [uid, startDate.toString()])).toEqual([
      ['rule/plan/deployment@2021@taizhang', '2021-04-30'],
      ['rule/plan/county-plan@2021@taizhang', '2021-06-15'],
      ['rule/plan/first-feedback@2021@taizhang', '2021-06-30'],
      ['rule/plan/second-feedback@2021@taizhang', '2021-12-31'],
      ['rule/plan/annual-summary@2021@taizhang', '2021-12-31'],
      ['rule/plan/consolidation@2021@taizhang', '2022-01-10'],
    ]);
  });

  it('takes a name with any sign in it for a name', () => {
    const name = '甲;乙,丙\\丁\r\nEND:VEVENT';
    const odd = { ...assigned, data: { ...(assigned.data as object), enterprise: { ...foundry, name } } };
    const { events } = read(calendarOf(owing(odd, ordered), []));
    expect(events.size).toBe(2);
    expect(events.get(RECTIFY)!.summary.replaceAll('\r', '')).toBe(`完成限期整改：${name.replaceAll('\r', '')}`);
  });
});
