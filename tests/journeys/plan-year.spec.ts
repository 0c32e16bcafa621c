import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Enveloped } from '#contracts';
import { gapsIn, keptFacts } from './kept-facts.js';
import { clear, deserted, layouts, startLedger, type Layout, type LedgerProcess } from './ledger-process.js';
import { audiences } from './plan-year/audiences.js';
import { corrections } from './plan-year/corrections.js';
import { credit } from './plan-year/credit.js';
import { departments } from './plan-year/departments.js';
import { exits } from './plan-year/exits.js';
import { lists } from './plan-year/lists.js';
import { postedYear } from './plan-year/posted-year.js';
import { published } from './plan-year/published.js';
import { registrations } from './plan-year/registrations.js';
import { untold } from './plan-year/scenarios.js';
import { supervision } from './plan-year/supervision.js';
import { tips } from './plan-year/tips.js';
import { wholeYear } from './plan-year/whole-year.js';

const READY = 'Taizhang is ready';
const YEAR_MS = 400_000;

/** Years that nothing disturbed, and one whose processes were killed in its middle. */
const years = new Map<Layout, LedgerProcess>();
const disturbed: LedgerProcess[] = [];

const together: Layout = 'one process';
const start = (options: Parameters<typeof startLedger>[0]) =>
  startLedger({ args: [], patienceMs: YEAR_MS, ...options });

/** That it has said so often how far the year is: about ten times in all. */
const progressed = (times: number): RegExp => new RegExp(`(?:plan year \\d+/[^]*?){${times}}`);

async function killedInTheMiddle(): Promise<LedgerProcess> {
  const first = await start({ layout: together, atOnce: true });
  await first.says(progressed(4), YEAR_MS);
  expect(first.output()).not.toContain(READY);
  await first.kill();
  return start({ layout: together, data: first.data });
}

beforeAll(async () => {
  for (const layout of layouts) years.set(layout, await start({ layout }));
  disturbed.push(await killedInTheMiddle());
}, 3 * YEAR_MS);

afterAll(async () => {
  for (const ledger of [...years.values(), ...disturbed]) await clear(ledger);
}, 120_000);

describe.each(layouts)('in %s', (layout) => {
  const year = postedYear(() => years.get(layout)!);
  const { read } = year;

  for (const journeys of [
    supervision,
    departments,
    exits,
    credit,
    registrations,
    corrections,
    tips,
    audiences,
    lists,
    published,
    wholeYear,
  ])
    journeys(year);

  describe('the plan year when it is over', () => {
    it('stops in order, starts again at once where it stood, and posts nothing twice', async () => {
      let running = years.get(layout)!;
      const before = await read('/projections');
      const issue = await running.fetch('/lists/yellow-card/issues/9').then((answer) => answer.text());
      expect(await running.stop()).toBe(0);
      await deserted(running.data);
      running = await start({ layout, data: running.data });
      years.set(layout, running);
      expect(running.output()).not.toContain('plan year 1/');
      expect((await read('/projections')).position).toBe(before.position);
      expect(await running.fetch('/lists/yellow-card/issues/9').then((answer) => answer.text())).toBe(issue);
      expect(await running.stop()).toBe(0);
    });
  });
});

describe('the plan year', () => {
  it('has a journey for each golden scenario', () => expect(untold()).toEqual([]));

  it('is the same, fact by fact, in one process and in many, and when they are killed in its middle', async () => {
    const stopped = [...years.values(), ...disturbed];
    for (const ledger of disturbed) expect(await ledger.stop()).toBe(0);
    const [whole, ...others] = await Promise.all(stopped.map(({ data }) => keptFacts(data)));
    for (const facts of [whole!, ...others]) expect(gapsIn(facts)).toEqual([]);
    for (const facts of others) expect(withoutOrder(facts)).toEqual(withoutOrder(whole!));
  });
});

/**
 * Facts as they must be however the ledger ran: each in its stream, at its revision, with its content, cause and times.
 * Only where facts of different streams stand between each other in the ledger is left open, and the reference that each
 * vault draws for a teller, which the digest of the request covers.
 */
const withoutOrder = (facts: readonly Enveloped[]): string[] =>
  facts
    .map(({ position: _, ...fact }) => {
      const isToldBySomebody = 'contactRef' in fact.data;
      const { contactRef: __, ...data } = fact.data as { contactRef?: string };
      return JSON.stringify(isToldBySomebody ? { ...fact, request: undefined, data } : fact);
    })
    .toSorted();
