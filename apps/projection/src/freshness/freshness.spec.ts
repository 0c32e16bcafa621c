import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { assigned } from '../testing-facts.js';
import { daysBack, freshness } from './freshness.projection.js';

const heard = (recordedAt: string, department = 'energy', besides: Partial<PastFact> = {}): PastFact => ({
  ...assigned,
  department,
  recordedAt,
  ...besides,
});
const rows = (...facts: PastFact[]) => rowsOf(freshness, recorded(...facts));

describe('the freshness of a source', () => {
  it('is the last day in China on which it recorded something, and the one before', () => {
    const all = rows(
      heard('2021-03-01T15:59:59.000Z'),
      heard('2021-03-01T16:00:00.000Z'),
      heard('2021-03-02T10:00:00.000Z'),
    );
    expect(all.get('energy')).toEqual({ department: 'energy', day: '2021-03-02', since: 2, before: '2021-03-01' });
    expect(all.get('energy/2021-03-01')).toEqual({ department: 'energy', day: '2021-03-01', since: 1 });
    expect(all.get('energy/2021-03-02')).toEqual({ department: 'energy', day: '2021-03-02', since: 2 });
  });

  it('is told of each source by itself', () =>
    expect([...rows(heard('2021-03-01T01:00:00.000Z'), heard('2021-03-01T01:00:00.000Z', 'industry')).keys()]).toEqual([
      'energy',
      'energy/2021-03-01',
      'industry',
      'industry/2021-03-01',
    ]));

  it('does not tell that something sealed came in', () =>
    expect(rows(heard('2021-03-01T01:00:00.000Z', 'hotline', { visibility: 'sealed' })).size).toBe(0));

  it('sorts the latest day first', () => expect(daysBack('2021-03-02')).toBeLessThan(daysBack('2021-03-01')));
});
