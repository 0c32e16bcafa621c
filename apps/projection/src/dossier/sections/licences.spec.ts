import { describe, expect, it } from '@jest/globals';
import { recorded, type PastFact } from '#projection';
import { foundry } from '../../testing-facts.js';
import { licences } from './licences.js';

const of = (type: string, data: object, stream = 'licence-XK-1'): PastFact => ({
  type: `marketRegulation.${type}`,
  stream: `marketRegulation.${stream}`,
  uscc: foundry.uscc,
  data,
});
const after = (...facts: readonly PastFact[]) =>
  recorded(...facts).reduce(
    (state, fact) => licences.when[fact.type]!(state, fact),
    licences.blank,
  ) as typeof licences.blank;

const issued = of('ProductionLicenceIssued', {
  enterprise: foundry,
  legalRepresentative: '张三〔模拟〕',
  licenceNumber: '(粤)XK05-001-00001',
  products: ['REBAR'],
  content: '热轧钢筋',
  issuer: '省局',
  documentNumber: '粤市监许〔2021〕31号',
  validFrom: '2021-04-06',
  validTo: '2026-04-05',
});
const requested = of('LicenceCancellationRequested', {
  cause: 'CLOSED_FOR_ENERGY',
  closureProposalId: 'G1',
  closureEventId: 'e',
  governmentDocumentNumber: '惠府函〔2021〕88号',
  documentNumber: '惠市监函〔2021〕40号',
});

describe('licences in a dossier', () => {
  it('are those of the province, without the name of a person', () => {
    expect(after(issued)).toMatchObject({ production: [{ licenceId: 'XK-1', state: 'VALID', validTo: '2026-04-05' }] });
    expect(JSON.stringify(after(issued))).not.toContain('张三');
  });

  it('show who inspected them and what was found', () =>
    expect(
      after(
        issued,
        of('LicenseeSpecialInspectionConducted', { meetsConditions: false, findings: '缺检验', problems: ['缺检验'] }),
      ),
    ).toMatchObject({ production: [{ inspections: [{ meetsConditions: false, problems: ['缺检验'] }] }] }));

  it('end by cancellation, revocation or time, each told apart', () => {
    expect(after(issued, requested)).toMatchObject({
      production: [{ state: 'CANCELLATION_REQUESTED', cancellation: { closureProposalId: 'G1' } }],
    });
    expect(
      after(issued, requested, of('LicenceCancellationDeclined', { reason: '已恢复', declinedOn: '2021-10-28' })),
    ).toMatchObject({ production: [{ state: 'VALID', cancellation: { declined: { reason: '已恢复' } } }] });
    expect(
      after(issued, requested, of('ProductionLicenceCancelled', { cancelledOn: '2021-11-05', ground: 'CLOSED' })),
    ).toMatchObject({ production: [{ state: 'CANCELLED', ended: { on: '2021-11-05' } }] });
    expect(
      after(issued, of('ProductionLicenceRevoked', { revokedOn: '2021-11-08', barredUntil: '2024-11-08' })),
    ).toMatchObject({ production: [{ state: 'REVOKED', ended: { barredUntil: '2024-11-08' } }] });
    expect(after(issued, of('ProductionLicenceExpired', { validTo: '2026-04-05' }))).toMatchObject({
      production: [{ state: 'EXPIRED' }],
    });
  });

  it('include applications that were not accepted', () =>
    expect(
      after(
        of(
          'ProductionLicenceApplicationRejected',
          { product: 'REBAR', ground: 'INDUSTRIAL_POLICY', reason: '工频炉' },
          'application-SQ-1',
        ),
      ),
    ).toMatchObject({ rejectedApplications: [{ applicationId: 'SQ-1', ground: 'INDUSTRIAL_POLICY' }] }));
});
