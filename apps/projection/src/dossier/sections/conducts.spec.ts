import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { conducts } from './conducts.js';

const fact = (type: string, data: object) =>
  ({ type: `government.${type}`, stream: 'government.conduct-C-1', data }) as unknown as Recorded;
const after = (...facts: readonly Recorded[]) =>
  facts.reduce((state, one) => conducts.when[one.type]!(state, one), conducts.blank).conducts[0];
const fines = [
  fact('FineClaimed', { department: 'environment', penaltyId: 'HJ-1', fineFen: 2 }),
  fact('FineClaimed', { department: 'energy', penaltyId: 'E-1', fineFen: 1 }),
  fact('FineConflictFound', {}),
];

describe('an act in a dossier', () => {
  it('is in conflict while two fines stand', () =>
    expect(after(...fines)).toMatchObject({ state: 'CONFLICT', fines: { length: 2 } }));

  it('is settled by a decision, or when one fine is gone', () => {
    expect(after(...fines, fact('JurisdictionResolved', { kept: 'environment/HJ-1', withdrawn: [] }))).toMatchObject({
      state: 'RESOLVED',
      kept: 'environment/HJ-1',
    });
    const gone = fact('FineReleased', { department: 'energy', penaltyId: 'E-1' });
    expect(after(...fines, gone)).toMatchObject({ state: 'FINED', fines: [{ penaltyId: 'HJ-1' }] });
  });
});
