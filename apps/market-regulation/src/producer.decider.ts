import type { marketRegulation } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { lawOn } from './law.js';
import { earlierSampling, type Batch } from './duplicate-sampling.js';

interface Producer {
  readonly enterprise?: marketRegulation.SampledBatchNoted['enterprise'];
  readonly batches: readonly Batch[];
  readonly duplicates: readonly string[];
}

/** Which batches of a producer were sampled, so that no level samples again what a higher one did. Id: its code. */
export const producer: Decider<Producer, marketRegulation.Commands<'producer'>, marketRegulation.Events<'producer'>> = {
  name: 'marketRegulation.producer',
  initial: { batches: [], duplicates: [] },

  decide: {
    NoteSampledBatch: (command, { batches, duplicates }, { occurredAt }) => {
      const { enterprise, batch } = contentOf(command);
      const { sampleId } = batch;
      if (duplicates.includes(sampleId) || batches.some((one) => one.sampleId === sampleId)) return [];
      const earlier = earlierSampling(batch, batches);
      const noted = { type: 'SampledBatchNoted', data: { enterprise, batch } } as const;
      if (!earlier) return [noted];
      const data = { enterprise, sampleId, earlierSampleId: earlier.sampleId, batch: batch.batch };
      const rule = lawOn('quality/no-duplicate-sampling', dayOf(occurredAt));
      return [noted, { type: 'DuplicateSamplingFound', data, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    SampledBatchNoted: (state, { enterprise, batch }) => ({
      ...state,
      enterprise,
      batches: [...state.batches, batch],
    }),
    DuplicateSamplingFound: (state, { sampleId }) => ({ ...state, duplicates: [...state.duplicates, sampleId] }),
  },

  subject: ({ enterprise }) => ({ uscc: enterprise?.uscc }),
};
