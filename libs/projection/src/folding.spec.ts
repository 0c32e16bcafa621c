import { describe, expect, it } from '@jest/globals';
import { folding } from './folding.js';
import { projection } from './projection.js';
import { recorded, type PastFact } from './testing.js';

interface Meter {
  readonly total: number;
}

const meters = projection<Meter>({
  name: 'meter',
  version: 1,
  key: ({ data }) => (data.meters as string[] | undefined) ?? (data.meter as string),
  blank: () => ({ total: 0 }),
  columns: { total: { type: 'bigint', of: ({ total }) => total } },
  when: {
    'spec.Read': ({ total }, { data }) => {
      if (data.kwh < 0) throw new Error('a meter does not run backwards');
      return { total: total + (data.kwh as number) };
    },
    'spec.Removed': () => undefined,
    'spec.Seen': (row) => row,
  },
});

const read = (meter: string, kwh: number): PastFact => ({ type: 'spec.Read', data: { meter, kwh } });

function fold(...told: readonly PastFact[]) {
  const fold = folding<Meter>(meters);
  const addressed = recorded(...told).flatMap((fact) => fold.address(fact) ?? []);
  fold.hold(fold.missing(addressed), []);
  fold.fold(addressed);
  return fold.take(0);
}

describe('a fold in memory', () => {
  it('writes a row once, however many facts touched it', () =>
    expect(fold(read('a', 1), read('b', 5), read('a', 2))).toEqual({
      written: [
        { key: 'a', row: { total: 3 }, position: 3, columns: [3] },
        { key: 'b', row: { total: 5 }, position: 2, columns: [5] },
      ],
      deleted: [],
      stuck: [],
      changedAt: 3,
    }));

  it('passes over facts that are not addressed to it', () =>
    expect(fold({ type: 'spec.Painted' }, { type: 'spec.constructor' }).written).toEqual([]));

  it('has nothing to write when a fact leaves the row as it is', () =>
    expect(fold({ type: 'spec.Seen', data: { meter: 'a' } })).toMatchObject({
      written: [],
      deleted: [],
      changedAt: 0,
    }));

  it('deletes a row when the fold answers with nothing', () =>
    expect(fold(read('a', 1), { type: 'spec.Removed', data: { meter: 'a' } })).toMatchObject({
      written: [],
      deleted: ['a'],
    }));

  it('folds a fact about several rows into each of them once', () =>
    expect(
      fold({ type: 'spec.Read', data: { meters: ['a', 'b', 'a'], kwh: 2 } }).written.map(({ key, row }) => [key, row]),
    ).toEqual([
      ['a', { total: 2 }],
      ['b', { total: 2 }],
    ]));

  it('parks what cannot be folded and whatever comes after it for the same key, and goes on with the others', () => {
    const { written, stuck } = fold(read('a', 1), read('a', -1), read('b', 7), read('a', 2));
    expect(written.map(({ key, row }) => [key, row])).toEqual([
      ['a', { total: 1 }],
      ['b', { total: 7 }],
    ]);
    expect(stuck.map(({ key, position, reason }) => [key, position, reason])).toEqual([
      ['a', 2, 'Error: a meter does not run backwards'],
      ['a', 4, expect.stringContaining('waits for the event before it')],
    ]);
  });

  it('parks a fact whose row cannot be told, and stops nobody', () => {
    const { written, stuck } = fold({ type: 'spec.Read', data: null as never }, read('b', 7));
    expect(stuck).toMatchObject([{ key: '', position: 1 }]);
    expect(written).toHaveLength(1);
  });
});

describe('a projection', () => {
  it('cannot be named what a table cannot be named', () => {
    expect(() => projection({ ...meters, name: 'Meter' })).toThrow('snake case');
    expect(() => projection({ ...meters, name: 'm"; drop table x' })).toThrow('snake case');
    expect(() => projection({ ...meters, version: 0 })).toThrow('count from 1');
  });
});
