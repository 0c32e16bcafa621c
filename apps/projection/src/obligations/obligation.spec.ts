import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { accepted, assigned, conducted, extended, foundry, ordered } from '../testing-facts.js';
import { obligation } from './obligation.projection.js';

const rectify = (...facts: readonly PastFact[]) =>
  rowsOf(obligation, recorded(...facts)).get('energy.case-2021-0001/rectify');
const dueOn = obligation.columns!.due_on!.of as (row: object, key: string) => string;

describe('an obligation', () => {
  it('knows the enterprise from before it was owed', () =>
    expect(rectify(assigned, conducted, ordered)).toMatchObject({
      name: foundry.name,
      county: 'BL',
      caseId: '2021-0001',
      owed: { dueOn: '2021-09-15' },
    }));

  it('moves with an extension and is settled by acceptance', () => {
    expect(rectify(assigned, ordered, extended)?.owed?.dueOn).toBe('2021-12-15');
    expect(rectify(assigned, ordered, extended, accepted)?.owed).toBeUndefined();
  });

  it('that is settled sorts after everything that is owed', () => {
    expect(dueOn(rectify(assigned, ordered)!, '')).toBe('2021-09-15');
    expect(dueOn(rectify(assigned, ordered, accepted)!, '')).toBe('9999-12-31');
  });
});
