import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { accepted, assigned, conducted, extended, foundry, inCase, ordered } from '../testing-facts.js';
import { caseFile } from './case.projection.js';

const after = (...facts: readonly PastFact[]) => rowsOf(caseFile, recorded(...facts)).get('2021-0001')!;

describe('a case file', () => {
  it('stands where its last fact put it', () => {
    expect(after(assigned)).toMatchObject({
      state: 'TASK_ASSIGNED',
      open: true,
      partyName: foundry.name,
      county: 'BL',
    });
    expect(after(assigned, conducted, ordered)).toMatchObject({ state: 'RECTIFYING', open: true });
    expect(after(assigned, conducted, ordered, accepted)).toMatchObject({
      state: 'RECTIFIED',
      open: false,
      obligations: [],
    });
  });

  it('ends when nothing was found', () =>
    expect(
      after(assigned, inCase('EnergySupervisionConducted', { mode: 'PAPER', findings: '无', result: 'COMPLIANT' })),
    ).toMatchObject({
      state: 'COMPLIANT',
      open: false,
    }));

  it('owes by the extended day', () =>
    expect(after(assigned, ordered, extended).obligations).toMatchObject([
      { kind: 'supervise' },
      { kind: 'rectify', dueOn: '2021-12-15' },
    ]));

  it('counts what other departments did about it to its history, and leaves its state', () => {
    const priced: PastFact = {
      type: 'developmentReform.PunitivePriceApplied',
      stream: `developmentReform.priceFile-${foundry.uscc}`,
      data: {
        measureId: 'm1',
        enterprise: foundry,
        caseId: '2021-0001',
        basis: '超限额',
        from: '2021-04-01',
        overLimitPercent: 33,
        surchargeCentifenPerKwh: 1000,
      },
    };
    expect(after(assigned, priced)).toMatchObject({
      state: 'TASK_ASSIGNED',
      eventIds: { length: 2 },
      milestones: { length: 1 },
    });
  });
});
