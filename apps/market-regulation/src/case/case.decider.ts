import type { marketRegulation } from '#contracts';
import type { Decider, Recorded } from '#decider';
import { dayOf } from '#law';
import { correcting } from './correct.decider.js';
import { ending } from './end.decider.js';
import { finding } from './find.decider.js';
import type { Events, QualityCase } from './state.js';
import { suspending } from './suspend.decider.js';

const AFTER = {
  CORRECTION: 'correcting',
  NOTICE: 'failed-after-notice',
  SUSPENSION: 'failed-after-suspension',
} as const;

/** A violation of the law of quality: found, corrected, or taken up the ladder to the business licence (二(三)3). */
export const qualityCase: Decider<QualityCase, marketRegulation.Commands<'case'>, Events> = {
  name: 'marketRegulation.case',
  initial: { phase: 'none', said: {}, saidAt: {}, isSerious: false },

  decide: { ...finding, ...correcting, ...suspending, ...ending },

  evolve: {
    UnlicensedProductionFound: saying('UnlicensedProductionFound', (_, { enterprise }, { occurredAt }) => ({
      phase: 'unlicensed',
      enterprise,
      foundOn: dayOf(occurredAt),
    })),
    SubstandardProductionFound: saying('SubstandardProductionFound', (_, { enterprise, gravity }, { occurredAt }) => ({
      phase: 'substandard',
      enterprise,
      isSerious: gravity === 'SERIOUS',
      foundOn: dayOf(occurredAt),
    })),
    QualityCorrectionOrdered: saying('QualityCorrectionOrdered', (_, { due }) => ({ phase: 'correcting', due })),
    QualityCorrectionReported: saying('QualityCorrectionReported', ({ phase }) => ({
      phase: phase === 'correcting' ? 'reported' : phase,
    })),
    QualityRechecked: saying('QualityRechecked', ({ phase }, { result, after }) => ({
      phase: result === 'PASSED' ? phase : AFTER[after],
    })),
    QualityCorrectionOverdue: saying('QualityCorrectionOverdue', () => ({ phase: 'overdue' })),
    QualityNoticePublished: saying('QualityNoticePublished', () => ({ phase: 'noticed' })),
    SuspendedForRectification: saying('SuspendedForRectification', (_, { due }) => ({ phase: 'suspended', due })),
    BusinessLicenceRevoked: saying('BusinessLicenceRevoked', () => ({ phase: 'revoked' })),
    QualityCaseClosed: saying('QualityCaseClosed', () => ({ phase: 'closed' })),
  },

  subject: ({ enterprise }, id) => ({ uscc: enterprise?.uscc, siteId: enterprise?.siteId, caseId: id }),

  consults: {
    RecordSubstandardProduction: ({ sampleId }) =>
      sampleId === undefined ? [] : [`marketRegulation.sample-${sampleId}`],
    RevokeBusinessLicence: ({ penaltyId }) => [`marketRegulation.penalty-${penaltyId}`],
    CloseQualityCase: ({ penaltyId }) => (penaltyId === undefined ? [] : [`marketRegulation.penalty-${penaltyId}`]),
  },
};

/** Keeps what a fact said, and the change that it makes. */
function saying<Type extends keyof Events>(
  type: Type,
  change: (state: QualityCase, data: Events[Type], fact: Recorded<Events[Type]>) => Partial<QualityCase>,
) {
  return (state: QualityCase, data: Events[Type], fact: Recorded<Events[Type]>): QualityCase => ({
    ...state,
    said: { ...state.said, [type]: data },
    saidAt: { ...state.saidAt, [type]: fact.occurredAt },
    ...change(state, data, fact),
  });
}
