import type { marketRegulation } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';

/** What is sampled is noted with its producer, so that no batch is sampled again (二(三)2). */
export const samplingPolicy: Policy = {
  name: 'samples-are-noted-with-their-producer',
  when: {
    'marketRegulation.ProductSampled': (fact: Recorded<marketRegulation.ProductSampled>) => {
      const { enterprise, level, authority, category, product, brand, batch } = fact.data;
      const noted = { sampleId: recordIdOf(fact), level, authority, category, product, brand, batch };
      const data = { enterprise, batch: noted };
      return [{ record: 'producer', id: enterprise.uscc, command: 'NoteSampledBatch', data }];
    },
  },
};
