import { describe, expect, it } from '@jest/globals';
import type { CityStep } from './tale.js';
import { tidesOf } from './tides.js';

const step = (segment: number, wave: number, more: Partial<CityStep> = {}): CityStep => ({
  at: '2021-05-10T17:45:00+08:00',
  department: 'environment',
  path: 'inspections',
  id: `HJ-${segment}`,
  command: 'RecordInspection',
  body: {},
  key: `${segment}/${wave}`,
  wave,
  segment,
  role: 'department:environment:post',
  ...more,
});
const posted = (steps: readonly CityStep[], isOver: boolean) =>
  // Each tide is worked through before the next one is asked for, as posting does.
  tidesOf(() => steps, { isOver })
    .map(({ movesTo, note, hands }) => ({
      movesTo,
      note,
      hands: [...hands].map(({ steps: its }) => its.map(({ segment }) => segment)),
    }))
    .toArray();

describe('the tides of a year', () => {
  it('are its waves when the year is over, whatever the days', () => {
    const later = { at: '2021-03-02T17:45:00+08:00' };
    expect(posted([step(1, 0), step(2, 1), step(3, 0, later), step(4, 1)], true)).toEqual([
      { movesTo: undefined, note: '1', hands: [[1, 3]] },
      { movesTo: undefined, note: '2', hands: [[2, 4]] },
    ]);
  });

  it('are its days while it lasts, and the waves of each', () => {
    const early = { at: '2021-03-02T17:45:00+08:00' };
    const late = { at: '2022-01-14T17:45:00+08:00' };
    expect(
      posted([step(1, 0, late), step(2, 0), step(3, 1), step(4, 0, early)], false).filter(
        ({ hands }) => hands.length > 0,
      ),
    ).toEqual([
      { movesTo: early.at, note: '2021-03-02', hands: [[4]] },
      { movesTo: '2021-05-10T17:45:00+08:00', note: '2021-05-10', hands: [[2]] },
      { movesTo: '2021-05-10T17:45:00+08:00', note: '2021-05-10', hands: [[3]] },
      { movesTo: late.at, note: '2022-01-14', hands: [[1]] },
    ]);
  });

  it('keep what is about one record in one batch, and departments and roles apart', () => {
    const many = Array.from({ length: 1500 }, (_, at) => step(at < 990 ? at : 990, 0));
    const [tide] = posted([...many, step(2000, 0), step(2001, 0, { department: 'energy' })], true);
    expect(tide!.hands.map(({ length }) => length)).toEqual([1500, 1, 1]);
  });
});
