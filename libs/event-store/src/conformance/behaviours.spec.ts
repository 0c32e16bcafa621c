import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { behaviours, type Shown } from './behaviours.js';
import { promises } from './conformance.js';
import { range } from './rule.js';

const libs = join(import.meta.dirname, '../../..');
const textOf = (path: string) => readFileSync(join(libs, path), 'utf8');
const circumstanceOf = new Map(
  Object.entries(promises).flatMap(([circumstance, rules]) => rules.map(({ name }) => [name, circumstance])),
);

function placeOf(shown: Shown): string {
  if (typeof shown === 'string') return `the suite, ${circumstanceOf.get(shown)}`;
  return 'spec' in shown ? `\`${shown.spec}\`` : `nowhere: ${shown.beyond}`;
}

/** 1, 2, 3, 5 as 1–3, 5. */
function ranges(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of [...new Set(numbers)])
    if (runs.at(-1)?.at(-1) === number - 1) runs.at(-1)!.push(number);
    else runs.push([number]);
  return runs.map((run) => (run.length > 2 ? `${run[0]}–${run.at(-1)}` : run.join(', '))).join(', ');
}

function table(): string {
  const places = new Map<string, number[]>();
  for (const { number, shown } of behaviours)
    for (const place of shown.map(placeOf)) places.set(place, [...(places.get(place) ?? []), number]);
  const order = [...Object.keys(promises).map((circumstance) => `the suite, ${circumstance}`), ...places.keys()];
  return [...new Set(order)].map((place) => `| ${place} | ${ranges(places.get(place)!)} |`).join('\n');
}

describe('the behaviours of a store', () => {
  it('are all accounted for', () => {
    expect(behaviours.map(({ number }) => number)).toEqual([...range(1, 49), ...range(75, 4)]);
    expect(behaviours.filter(({ shown }) => shown.length === 0)).toEqual([]);
  });

  it.each(behaviours)('are shown where they are said to be: $number, $what', ({ shown }) => {
    for (const place of shown)
      if (typeof place === 'string') expect(circumstanceOf.has(place) ? place : `no rule ${place}`).toBe(place);
      else if ('spec' in place) expect(textOf(place.spec)).toContain(`('${place.it}', `);
  });

  it('are listed in the README', () => {
    const rows = textOf('event-store/README.md').replaceAll(/ +\|/g, ' |').replaceAll(/^\| +/gm, '| ');
    expect(rows).toContain(table());
  });
});
