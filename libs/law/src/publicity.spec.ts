import { describe, expect, it } from '@jest/globals';
import { DisplayNotBegun, NoRuleInForce, displayPeriod, type Displayed } from './index.js';

const fine: Displayed = {
  platform: 'credit-china',
  decidedOn: '2021-09-10',
  kinds: ['FINE'],
  field: 'energy',
  amountFen: 5_000_000,
};
const period = (changes: Partial<Displayed>) => displayPeriod({ ...fine, ...changes });

describe('display on Credit China', () => {
  it('of a general penalty of 2021 is three months to one year from the decision', () => {
    expect(period({})).toMatchObject({
      rule: { id: 'publicity/credit-china-general', version: '2019' },
      startsFrom: 'decision',
      startsOn: '2021-09-10',
      minEndsOn: '2021-12-10',
      maxEndsOn: '2022-09-10',
    });
  });

  it('of a serious one is six months to three years', () => {
    expect(period({ seriousness: 'serious' })).toMatchObject({ minEndsOn: '2022-03-10', maxEndsOn: '2024-09-10' });
  });

  it('of a stop order in the environment is three years, and nothing shortens it', () => {
    const display = period({ field: 'environment', kinds: ['FINE', 'STOP_PRODUCTION'] });
    expect(display).toMatchObject({ rule: { id: 'publicity/credit-china-specific' }, maxEndsOn: '2024-09-10' });
    expect(display?.minEndsOn).toBeUndefined();
    expect(display?.earlyStop).toBeUndefined();
  });

  it('follows the regime of the day of the decision', () => {
    expect(period({ decidedOn: '2023-04-30' })?.maxEndsOn).toBe('2024-04-30');
    expect(period({ decidedOn: '2023-05-01' })).toMatchObject({ minEndsOn: '2023-08-01', maxEndsOn: '2026-05-01' });
  });

  it('lasts at least a year from 2023 in food, drugs, special equipment, work safety and fire', () => {
    for (const field of ['food', 'drugs', 'special-equipment', 'work-safety', 'fire'] as const)
      expect(period({ decidedOn: '2023-05-01', field })?.minEndsOn).toBe('2024-05-01');
  });

  it('before July 2019 follows no rule that is known', () => {
    expect(() => period({ decidedOn: '2019-06-30' })).toThrow(NoRuleInForce);
  });

  it('ends on the last of a month that has no such day', () => {
    expect(period({ decidedOn: '2021-11-30' })?.minEndsOn).toBe('2022-02-28');
  });
});

describe('display by market regulation', () => {
  const market: Partial<Displayed> = { platform: 'market-regulation', field: 'quality', publishedOn: '2021-09-24' };

  it('runs from publication, so one penalty has two clocks', () => {
    expect(period(market)).toMatchObject({
      startsFrom: 'publication',
      startsOn: '2021-09-24',
      maxEndsOn: '2024-09-24',
    });
    expect(period({ ...market, platform: 'credit-china' })).toMatchObject({
      startsOn: '2021-09-10',
      maxEndsOn: '2022-09-10',
    });
  });

  it('has not begun before publication', () => {
    expect(() => period({ ...market, publishedOn: undefined })).toThrow(DisplayNotBegun);
  });

  it('does not show a warning alone', () => {
    expect(period({ ...market, kinds: ['WARNING'] })).toBeUndefined();
  });

  it('is three months for criticism alone, and the longest wins beside a fine', () => {
    expect(period({ ...market, kinds: ['CIRCULATED_CRITICISM'] })?.maxEndsOn).toBe('2021-12-24');
    expect(period({ ...market, kinds: ['CIRCULATED_CRITICISM', 'FINE'] })?.maxEndsOn).toBe('2024-09-24');
  });

  it('is three months for a fine that is configured to be low, and no fine is low by itself', () => {
    expect(period({ ...market, lowFineUpToFen: 5_000_000 })?.maxEndsOn).toBe('2021-12-24');
    expect(period({ ...market, lowFineUpToFen: 4_999_999 })?.maxEndsOn).toBe('2024-09-24');
    expect(period({ ...market, amountFen: 100 })?.maxEndsOn).toBe('2024-09-24');
  });

  it('lasts as long as a longer ban', () => {
    expect(period({ ...market, banEndsOn: '2026-01-01' })?.maxEndsOn).toBe('2026-01-01');
    expect(period({ ...market, banEndsOn: '2022-01-01' })?.maxEndsOn).toBe('2024-09-24');
  });

  it('may stop early for a fine, never for a stop order or a revocation', () => {
    expect(period(market)?.earlyStop).toBeDefined();
    expect(period({ ...market, kinds: ['FINE', 'LICENCE_REVOCATION'] })?.earlyStop).toBeUndefined();
    expect(period({ ...market, kinds: ['STOP_PRODUCTION'] })?.earlyStop).toBeUndefined();
  });

  it('has no rule before September 2021', () => {
    expect(() => period({ ...market, decidedOn: '2021-08-31' })).toThrow(NoRuleInForce);
    expect(period({ ...market, decidedOn: '2021-09-01' })).toBeDefined();
  });
});

describe('display on the work-safety list', () => {
  it('runs three years from listing, a year at least', () => {
    expect(
      period({ platform: 'safety-list', decidedOn: '2023-10-01', listedOn: '2023-11-01', field: 'work-safety' }),
    ).toMatchObject({ startsOn: '2023-11-01', minEndsOn: '2024-11-01', maxEndsOn: '2026-11-01' });
  });
});
