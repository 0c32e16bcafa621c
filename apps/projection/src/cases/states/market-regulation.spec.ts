import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { due, foundry } from '../../testing-facts.js';
import { caseFile } from '../case.projection.js';

const { uscc } = foundry;
const of = (type: string, data: object, stream = 'case-SJ-1'): PastFact => ({
  type: `marketRegulation.${type}`,
  stream: `marketRegulation.${stream}`,
  uscc,
  caseId: 'SJ-1',
  data,
});
const after = (...facts: readonly PastFact[]) => rowsOf(caseFile, recorded(...facts)).get('SJ-1');

const found = of('SubstandardProductionFound', { enterprise: foundry, gravity: 'ORDINARY' });
const ordered = of('QualityCorrectionOrdered', { documentNumber: '惠市监责改〔2021〕6号', due: due('2021-08-02') });
const rechecked = (result: string, after: string) => of('QualityRechecked', { result, after, findings: 'x' });
const suspended = of('SuspendedForRectification', { enterprise: foundry, due: due('2021-11-01') });

describe('a quality case', () => {
  it('stands where its last step left it', () => {
    expect(after(found)).toMatchObject({ state: 'SUBSTANDARD_PRODUCTION_FOUND', open: true, partyName: foundry.name });
    expect(after(found, ordered)).toMatchObject({ state: 'CORRECTING', obligations: [{ dueOn: '2021-08-02' }] });
    expect(after(found, ordered, rechecked('FAILED', 'CORRECTION'))).toMatchObject({ state: 'RECHECK_FAILED' });
    expect(after(found, ordered, rechecked('FAILED', 'NOTICE'), suspended)).toMatchObject({ state: 'SUSPENDED' });
    expect(after(found, suspended, rechecked('FAILED', 'SUSPENSION'))).toMatchObject({
      state: 'FAILED_AFTER_SUSPENSION',
    });
  });

  it('ends corrected, penalised or with the business licence revoked', () => {
    const closed = (outcome: string) => of('QualityCaseClosed', { outcome, reason: 'x' });
    expect(after(found, ordered, rechecked('PASSED', 'CORRECTION'), closed('CORRECTED'))).toMatchObject({
      state: 'CORRECTED',
      open: false,
      obligations: [],
    });
    expect(after(of('UnlicensedProductionFound', { enterprise: foundry }), closed('PENALISED'))?.open).toBe(false);
    expect(after(found, of('BusinessLicenceRevoked', { enterprise: foundry }))).toMatchObject({
      state: 'BUSINESS_LICENCE_REVOKED',
      open: false,
    });
  });

  it('has its penalty, its card and the licence that was revoked in its history', () => {
    const file = after(
      found,
      of('YellowCardIssued', { enterprise: foundry }, 'card-SJ-1'),
      of('PenaltyDecided', { enterprise: foundry }, 'penalty-CF-1'),
      of('ProductionLicenceRevoked', { enterprise: foundry }, 'licence-XK-1'),
    );
    expect(file).toMatchObject({ state: 'SUBSTANDARD_PRODUCTION_FOUND' });
    expect(file?.eventIds).toHaveLength(4);
  });
});
