import type { marketRegulation } from '#contracts';
import type { Decider } from '#decider';
import { dayOf } from '#law';
import { objecting } from './objecting.decider.js';
import { publishing } from './publishing.decider.js';
import type { Events, Sample } from './sample.state.js';
import { testing } from './testing.decider.js';

/** A sample: taken, tested, objected to, rechecked; and, when it stands that it does not conform, published (二(三)2). */
export const sample: Decider<Sample, marketRegulation.Commands<'sample'>, Events> = {
  name: 'marketRegulation.sample',
  initial: { phase: 'none', sharedWith: [] },

  decide: { ...testing, ...objecting, ...publishing },

  evolve: {
    ProductSampled: (state, sampled, { occurredAt }) => ({
      ...state,
      phase: 'sampled',
      sampled,
      sampledOn: dayOf(occurredAt),
    }),
    TestReported: (state, test) => ({ ...state, phase: test.conforms ? 'passed' : 'failed', test }),
    TestResultServed: (state, served) => ({ ...state, phase: 'served', served }),
    TestObjectionFiled: (state, objection) => ({ ...state, phase: 'objected', objection }),
    RecheckReported: (state, recheck) => ({
      ...state,
      phase: recheck.conforms ? 'passed' : state.phase,
      ...(recheck.conforms ? { established: undefined } : {}),
      recheck,
    }),
    NonconformityEstablished: (state, established) => ({ ...state, phase: 'established', established }),
    NonconformingProductPublished: (state, published, { occurredAt }) => ({
      ...state,
      published,
      publishedOn: dayOf(occurredAt),
      withdrawn: undefined,
    }),
    NonconformingPublicationWithdrawn: (state, withdrawn) => ({ ...state, withdrawn }),
    QualityInfoSharedWithCredit: (state, { platform }) => ({ ...state, sharedWith: [...state.sharedWith, platform] }),
  },

  subject: ({ sampled }) => ({ uscc: sampled?.enterprise.uscc, siteId: sampled?.enterprise.siteId }),

  consults: {
    SampleProduct: ({ enterprise, planId }) => [
      `marketRegulation.producer-${enterprise.uscc}`,
      ...(planId === undefined ? [] : [`marketRegulation.samplingPlan-${planId}`]),
    ],
  },
};
