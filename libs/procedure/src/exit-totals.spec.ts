import { describe, expect, it } from '@jest/globals';
import { exitTotals } from './exit-totals.js';

const eventId = '00000000-0000-4000-8000-000000000001';
const closed = {
  uscc: '91441322MA00TT0126',
  name: '某厂〔模拟〕',
  scope: 'SITE' as const,
  exitedOn: '2021-05-10',
  eventId,
};
const line = (lineId: string, unit: string, capacity: number) => ({
  uscc: closed.uscc,
  lineId,
  product: '电炉钢',
  unit,
  capacity,
  exitedOn: '2021-05-10',
  eventId,
});

describe('the totals of exits', () => {
  it('count an enterprise once, and sum capacity by product and unit', () =>
    expect(
      exitTotals({
        enterprises: [closed, closed],
        equipment: [],
        capacity: [line('1', '万吨/年', 0.1), line('2', '万吨/年', 0.2), line('3', '吨/年', 5)],
      }),
    ).toEqual({
      enterprises: 1,
      equipment: 0,
      lines: 3,
      capacity: [
        { product: '电炉钢', unit: '万吨/年', capacity: 0.3 },
        { product: '电炉钢', unit: '吨/年', capacity: 5 },
      ],
    }));

  it('of nothing are nothing', () =>
    expect(exitTotals({ enterprises: [], equipment: [], capacity: [] })).toEqual({
      enterprises: 0,
      equipment: 0,
      lines: 0,
      capacity: [],
    }));
});
