import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { eliminationPolicy } from './elimination.policy.js';
import { deadlines } from './environment.deadlines.js';
import { site } from './testing-environment.js';

const fact = (type: string, stream: string, data: object, siteId?: string) =>
  ({ type, stream, data, siteId, occurredAt: '2021-05-06T10:00:00+08:00' }) as Recorded;
const told = (one: Recorded) => eliminationPolicy.when[one.type]!(one);
const note = (source: string, what: string, isDue: boolean) => [
  { record: 'permit', id: site, command: 'NoteElimination', data: { source, what, isDue } },
];

describe('what other departments say of capacity', () => {
  it('reaches the permit of its site', () => {
    const classified = (grounds: string[]) =>
      fact('energy.CapacityClassified', 'energy.capacity-LINE-1', { product: '电炉钢', grounds }, site);
    expect(told(classified(['ELIMINATION_CATEGORY']))).toEqual(note('energy.capacity-LINE-1', '电炉钢', true));
    expect(told(classified(['ENERGY']))).toEqual(note('energy.capacity-LINE-1', '电炉钢', false));
  });

  it('is taken back when the equipment is dismantled', () => {
    const found = fact('energy.EliminatedEquipmentFound', 'energy.equipment-EQ-1', {
      model: '中频炉',
      enterprise: { siteId: site },
    });
    const gone = fact('energy.MainEquipmentDismantled', 'energy.equipment-EQ-1', {}, site);
    expect(told(found)).toEqual(note('energy.equipment-EQ-1', '中频炉', true));
    expect(told(gone)).toEqual(note('energy.equipment-EQ-1', 'EQ-1', false));
  });

  it('reaches nobody when it names no site', () =>
    expect(told(fact('industry.EliminationOrdered', 'industry.exit-TC-1', { line: '1号线' }))).toEqual([]));
});

describe('the deadlines of environment', () => {
  const due = { rolledDue: '2021-08-05', nominalDue: '2021-08-04' };
  const changes = (type: string, stream: string, data: object) =>
    deadlines.when[`environment.${type}`]!(fact(`environment.${type}`, stream, data));

  it('end a seal on its nominal day, whatever day that is', () =>
    expect(changes('PropertySealedCoercively', 'environment.case-HJ-1', { sealId: 'CF-1', due })).toEqual([
      {
        set: {
          key: 'case/HJ-1/seal-CF-1',
          dueOn: '2021-08-04',
          record: 'case',
          id: 'HJ-1',
          command: 'PassSealPeriod',
          data: { sealId: 'CF-1', dueOn: '2021-08-04' },
        },
      },
    ]));

  it('end a review on the day that it rolls to, and the decision clears it', () => {
    const data = { applicationId: 'SQ-1', due };
    expect(changes('PermitApplicationAccepted', `environment.permit-${site}`, data)).toMatchObject([
      { set: { key: `permit/${site}/review-SQ-1`, dueOn: '2021-08-05', command: 'PassReviewDeadline' } },
    ]);
    expect(
      changes('DischargePermitIssued', `environment.permit-${site}`, { applicationId: 'SQ-1', validTo: '2026-05-31' }),
    ).toMatchObject([
      { clear: `permit/${site}/review-SQ-1` },
      { set: { key: `permit/${site}/expiry`, dueOn: '2026-05-31', command: 'ExpirePermit' } },
    ]);
  });
});
