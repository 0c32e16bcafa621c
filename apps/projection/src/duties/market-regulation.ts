import { owed, settled, type Duties } from './duty.js';

export const marketRegulationDuties: Duties = {
  'marketRegulation.sample': [
    {
      kind: 'object',
      says: { zh: '对检验结果提出异议（可选）', en: 'Object to the test, or let it stand' },
      by: 'enterprise',
      when: {
        'marketRegulation.TestResultServed': owed,
        'marketRegulation.TestObjectionFiled': settled,
        'marketRegulation.NonconformityEstablished': settled,
      },
    },
  ],
  'marketRegulation.case': [
    {
      kind: 'correct',
      says: { zh: '完成限期改正', en: 'Complete the correction' },
      by: 'enterprise',
      when: {
        'marketRegulation.QualityCorrectionOrdered': owed,
        'marketRegulation.SuspendedForRectification': settled,
        'marketRegulation.BusinessLicenceRevoked': settled,
        'marketRegulation.QualityCaseClosed': settled,
      },
    },
    {
      kind: 'rectify-suspended',
      says: { zh: '停业期间完成整顿', en: 'Rectify while business is suspended' },
      by: 'enterprise',
      when: {
        'marketRegulation.SuspendedForRectification': owed,
        'marketRegulation.BusinessLicenceRevoked': settled,
        'marketRegulation.QualityCaseClosed': settled,
      },
    },
  ],
  'marketRegulation.licence': [
    {
      kind: 'renew-licence',
      says: { zh: '生产许可证有效期届满前换证', en: 'Renew the production licence before it runs out' },
      by: 'enterprise',
      when: {
        'marketRegulation.ProductionLicenceIssued': ({ data, occurredAt }) => ({
          dueOn: data.validTo,
          since: occurredAt,
          documentNumber: data.licenceNumber,
        }),
        'marketRegulation.ProductionLicenceExpired': settled,
        'marketRegulation.ProductionLicenceCancelled': settled,
        'marketRegulation.ProductionLicenceRevoked': settled,
      },
    },
  ],
};
