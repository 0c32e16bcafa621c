import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { cardsPolicy } from './cards.policy.js';
import { at, dueAfterDays, order, suspension } from './testing-quality.js';

const told = (type: string, data: object) =>
  cardsPolicy.when[`marketRegulation.${type}`]!({
    stream: 'marketRegulation.case-SJ-1',
    data,
    ...at('2021-07-01'),
  } as unknown as Recorded);

describe('the yellow card of a quality case', () => {
  it('comes with the order to correct, and moves with the suspension', () => {
    const due = dueAfterDays(30, '2021-07-01', 'quality/correction');
    expect(told('QualityCorrectionOrdered', { ...order, due })).toEqual([
      {
        record: 'card',
        id: 'SJ-1',
        command: 'FollowRectificationOrder',
        data: {
          caseId: 'SJ-1',
          ground: '产品质量不合格，责令改正：停止销售该批次，查明原因',
          documentNumber: order.documentNumber,
          legalBasis: '产品质量法第十七条',
          servedOn: '2021-07-01',
          dueOn: '2021-08-02',
        },
      },
    ]);
    expect(
      told('SuspendedForRectification', { ...suspension, due: dueAfterDays(60, '2021-09-01', 'quality/suspension') }),
    ).toMatchObject([{ command: 'FollowRectificationOrder', data: { dueOn: '2021-11-01' } }]);
  });

  it('fits its ground into what a card may say', () => {
    const due = dueAfterDays(30, '2021-07-01', 'quality/correction');
    const [command] = told('QualityCorrectionOrdered', { ...order, items: ['改'.repeat(900)], due });
    expect((command!.data as { ground: string }).ground).toHaveLength(500);
  });

  it('is cleared when the case ends corrected, and not otherwise', () => {
    expect(told('QualityCaseClosed', { outcome: 'CORRECTED', reason: '复查合格' })).toEqual([
      { record: 'card', id: 'SJ-1', command: 'ClearYellowCard', data: { opinion: '复查合格' } },
    ]);
    expect(told('QualityCaseClosed', { outcome: 'PENALISED', reason: 'x' })).toEqual([]);
  });

  it('knows that rectification failed', () => {
    expect(told('QualityRechecked', { result: 'FAILED', findings: '仍不合格' })).toMatchObject([
      { command: 'FindRectificationFailed', data: { findings: '仍不合格', foundOn: '2021-07-01' } },
    ]);
    expect(told('QualityRechecked', { result: 'PASSED', findings: '合格' })).toEqual([]);
  });
});
