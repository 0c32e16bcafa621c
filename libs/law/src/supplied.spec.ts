import { describe, expect, it } from '@jest/globals';
import { findRule, ruleNamed, supplyNumbers } from './index.js';

const limit = { rule: 'industry/deferral-limit@2021', length: 6, unit: 'months' as const, source: '惠府办〔2021〕1号' };
const larger = { rule: 'penalty/hearing@2021', fineFen: { min: 5_000_000, max: 5_000_000 }, source: '粤府令第1号' };
const supplying = (number: object) => () => supplyNumbers([number as never]);

describe('a number that is not known here', () => {
  it('is refused unless it is whole, and the row takes one', () => {
    expect(supplying({ ...limit, rule: 'industry/none@2021' })).toThrow('没有规则');
    expect(supplying({ ...limit, rule: 'energy/rectification-period@2021' })).toThrow('takes no number from outside');
    expect(supplying({ ...limit, length: 0 })).toThrow('length');
    expect(supplying({ ...limit, unit: 'weeks' })).toThrow('working-days');
    expect(supplying({ ...limit, source: ' ' })).toThrow('source');
    expect(supplying({ ...limit, fineFen: larger.fineFen })).toThrow('has no fineFen');
    expect(supplying({ ...larger, fineFen: { min: 2, max: 1 } })).toThrow('fineFen');
    expect(findRule('industry/deferral-limit', '2021-06-01')?.length).toBeUndefined();
  });

  it('is the row’s own from then on, with its source, and is given once', () => {
    supplyNumbers([limit, larger]);
    expect(findRule('industry/deferral-limit', '2021-06-01')).toMatchObject({
      length: 6,
      unit: 'months',
      note: limit.source,
    });
    expect(ruleNamed('penalty/hearing@2021')).toMatchObject({ fineFen: { min: 5_000_000 }, configurable: true });
    expect(supplying(limit)).toThrow('twice');
  });
});
