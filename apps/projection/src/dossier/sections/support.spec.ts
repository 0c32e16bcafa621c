import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { foundry } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';

const of = (type: string, stream: string, data: object): PastFact => ({
  type: `government.${type}`,
  stream: `government.${stream}`,
  data: { enterprise: foundry, ...data },
});
const after = (...facts: readonly PastFact[]) => dossiersOf(...facts).get(foundry.uscc)!;

describe('the support that an enterprise got', () => {
  it('is told with its exit, its conversion and its people', () =>
    expect(
      after(
        of('SupportGranted', 'support-1', { kind: 'FUND', measure: '奖补', amountFen: 100, documentNumber: 'A' }),
        of('VoluntaryExitAgreed', 'support-1', { lines: ['L-1'], exitBy: '2021-09-30', agreementNumber: 'B' }),
        of('ConversionRecorded', 'support-1', { newIndustryCode: '3525', convertedOn: '2021-11-01' }),
        of('StaffResettled', 'support-1', { headcount: 20, manner: '转岗', settledOn: '2021-11-02' }),
      ).support,
    ).toMatchObject({
      grants: [{ kind: 'FUND', amountFen: 100 }],
      voluntaryExits: [{ exitBy: '2021-09-30' }],
      conversions: [{ newIndustryCode: '3525' }],
      resettlements: [{ headcount: 20 }],
    }));
});

describe('what was told of an enterprise', () => {
  const exposed = of('ViolationExposed', 'exposure-energy.P-1', { department: 'energy', penaltyId: 'P-1', url: 'u' });

  it('stays in its dossier with the day on which it was withdrawn', () => {
    expect(after(exposed).exposures.exposed).toMatchObject([{ exposureId: 'energy.P-1', penaltyId: 'P-1' }]);
    expect(
      after(exposed, of('ExposureWithdrawn', 'exposure-energy.P-1', { reason: '已撤销' })).exposures.exposed,
    ).toMatchObject([{ withdrawnBecause: '已撤销' }]);
  });
});
