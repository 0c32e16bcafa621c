import { procedure } from '#contracts';
import type { CaseStates } from './states.js';

const RECHECKED: Readonly<Record<string, string>> = {
  CORRECTION: 'RECHECK_FAILED',
  NOTICE: 'FAILED_AFTER_NOTICE',
  SUSPENSION: 'FAILED_AFTER_SUSPENSION',
};

/** A case of quality: without a licence, or below a mandatory standard. */
export const qualityCase: CaseStates = {
  related: [
    ...Object.keys(procedure.penaltyRecord.events).map((name) => `marketRegulation.${name}`),
    'marketRegulation.YellowCardIssued',
    'marketRegulation.YellowCardProlonged',
    'marketRegulation.RectificationFoundFailed',
    'marketRegulation.YellowCardCleared',
    'marketRegulation.RedCardIssued',
    'marketRegulation.ProductionLicenceRevoked',
  ],
  ended: ['CORRECTED', 'PENALISED', 'TRANSFERRED', 'NOT_PROVEN', 'BUSINESS_LICENCE_REVOKED'],
  clean: ['NOT_PROVEN'],
  pending: ['CORRECTION_REPORTED'],
  states: {
    'marketRegulation.UnlicensedProductionFound': () => 'UNLICENSED_PRODUCTION_FOUND',
    'marketRegulation.SubstandardProductionFound': () => 'SUBSTANDARD_PRODUCTION_FOUND',
    'marketRegulation.QualityCorrectionOrdered': () => 'CORRECTING',
    'marketRegulation.QualityCorrectionReported': () => 'CORRECTION_REPORTED',
    'marketRegulation.QualityRechecked': ({ result, after }) =>
      result === 'PASSED' ? '' : (RECHECKED[after as string] ?? ''),
    'marketRegulation.QualityCorrectionOverdue': () => 'CORRECTION_OVERDUE',
    'marketRegulation.QualityNoticePublished': () => 'NOTICE_PUBLISHED',
    'marketRegulation.SuspendedForRectification': () => 'SUSPENDED',
    'marketRegulation.BusinessLicenceRevoked': () => 'BUSINESS_LICENCE_REVOKED',
    'marketRegulation.QualityCaseClosed': ({ outcome }) => outcome as string,
  },
};
