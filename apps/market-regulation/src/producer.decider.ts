import type { marketRegulation } from '#contracts';
import { contentOf, type Decider, type Refusal } from '#decider';
import { dayOf, ruleRef } from '#law';
import { lawOn, refusal } from './law.js';
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
    NoteSampledBatch: (command, { batches, duplicates }, { id, occurredAt }) => {
      const { enterprise, batch } = contentOf(command);
      if (id !== enterprise.uscc) throw anothers(id, enterprise.uscc);
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

const anothers = (id: string, uscc: string): Refusal =>
  refusal(
    'id-is-its-code',
    {
      zh: `编号应为生产企业的统一社会信用代码${uscc}，不是${id}`,
      en: `The id is the producer's code ${uscc}, not ${id}`,
    },
    {
      clause: '2.3.2',
      wayOut: { zh: `提交至 producers/${uscc}`, en: `Note it under producers/${uscc}` },
      facts: { id, uscc },
    },
  );
