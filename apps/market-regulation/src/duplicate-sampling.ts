import type { marketRegulation } from '#contracts';

export type Batch = marketRegulation.SampledBatch;

const breadth = { NATIONAL: 4, PROVINCIAL: 3, MUNICIPAL: 2, COUNTY: 1 } as const;

/**
 * A sampling of the same batch that forbids this one: by a higher authority or by one of the same level. A higher one
 * may sample what a lower one did. Product Quality Law art. 15.
 */
export const earlierSampling = (
  { sampleId, level, category, product, brand, batch }: Batch,
  noted: readonly Batch[],
): Batch | undefined =>
  noted.find(
    (one) =>
      one.sampleId !== sampleId &&
      one.category === category &&
      one.product === product &&
      one.brand === brand &&
      one.batch === batch &&
      breadth[one.level] >= breadth[level],
  );
