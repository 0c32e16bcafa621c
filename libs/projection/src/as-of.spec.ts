import { describe, expect, it } from '@jest/globals';
import { heldAndKnown, rowAsOf } from './as-of.js';
import { projection } from './projection.js';
import { recorded, rowsOf } from './testing.js';

const read = (kwh: number, occurredAt: string, recordedAt: string, more: object = {}) => ({
  type: 'energy.Read',
  data: { kwh },
  occurredAt: `${occurredAt}T09:00:00+08:00`,
  recordedAt: `${recordedAt}T02:00:00.000Z`,
  ...more,
});
const total = projection<{ readonly kwh: number }>({
  name: 'meter',
  version: 1,
  key: () => 'm-1',
  blank: () => ({ kwh: 0 }),
  when: { 'energy.Read': (row, { data }) => ({ kwh: row.kwh + data.kwh }) },
});

/** Read in March and handed in late; read in April and handed in at once. */
const late = recorded(read(10, '2021-04-01', '2021-04-01'), read(5, '2021-03-01', '2021-05-01'));
const [april, march] = late as [(typeof late)[number], (typeof late)[number]];
const endOf = (day: string) => Date.parse(`${day}T23:59:59.999+08:00`);

describe('two clocks', () => {
  it('tell what held then, whenever it became known', () =>
    expect(heldAndKnown(late, { asOf: endOf('2021-03-31') })).toEqual([march]));

  it('tell what was known then, whenever it came about', () => {
    expect(heldAndKnown(late, { asKnownAt: endOf('2021-04-30') })).toEqual([april]);
    expect(heldAndKnown(late, { knownUpTo: april.position })).toEqual([april]);
  });

  it('tell what was known then of what held then', () =>
    expect(heldAndKnown(late, { asOf: endOf('2021-03-31'), asKnownAt: endOf('2021-04-30') })).toEqual([]));

  it('count the day itself to its end in China', () => {
    expect(heldAndKnown(late, { asOf: Date.parse(april.occurredAt) })).toEqual(late);
    expect(heldAndKnown(late, { asOf: Date.parse(april.occurredAt) - 1 })).toEqual([march]);
  });

  it('leave out what is known to be wrong, though the right day came later', () => {
    const corrected = recorded(
      read(10, '2021-03-20', '2021-03-20'),
      read(10, '2021-04-02', '2021-05-01', { correctionOf: '00000000-0000-4000-8000-000000000001' }),
    );
    expect(heldAndKnown(corrected, { asOf: endOf('2021-03-31') })).toEqual([]);
    expect(heldAndKnown(corrected, { asOf: endOf('2021-03-31'), asKnownAt: endOf('2021-04-30') })).toEqual([
      corrected[0],
    ]);
    expect(heldAndKnown(corrected, {})).toEqual(corrected);
  });
});

describe('a row as of a day', () => {
  it('is what the projection makes of those facts', () => {
    expect(rowAsOf(total, 'm-1', late, { asOf: endOf('2021-03-31') })).toEqual({
      row: { kwh: 5 },
      changedAt: march.position,
    });
    expect(rowAsOf(total, 'm-1', late, {})?.row).toEqual(rowsOf(total, late).get('m-1'));
  });

  it('is nothing where nothing counts', () =>
    expect(rowAsOf(total, 'm-1', late, { asOf: endOf('2020-12-31') })).toBeUndefined());

  it('leaves alone what the projection does not know', () =>
    expect(rowAsOf(total, 'm-1', recorded({ type: 'energy.Unknown' }), {})).toBeUndefined());
});
