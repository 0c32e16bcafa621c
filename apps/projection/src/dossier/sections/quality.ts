import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said, type Section } from '../section.js';

interface Tested extends Said {
  readonly laboratory: string;
  readonly reportNumber: string;
  readonly conforms: boolean;
  readonly failedItems: readonly string[];
}

interface Sample extends Said {
  readonly sampleId: string;
  readonly level: string;
  readonly authority: string;
  readonly product: string;
  readonly brand: string;
  readonly batch: string;
  readonly place: string;
  readonly state:
    | 'SAMPLED'
    | 'CONFORMS'
    | 'FAILED'
    | 'RESULT_SERVED'
    | 'OBJECTED'
    | 'NONCONFORMITY_ESTABLISHED'
    | 'PUBLISHED'
    | 'PUBLICATION_WITHDRAWN';
  readonly test?: Tested;
  readonly recheck?: Tested;
  readonly objectionBy?: string;
  readonly objection?: { readonly filedOn: string; readonly reason: string };
  readonly established?: { readonly by: string; readonly on: string };
  readonly publication?: {
    readonly url: string;
    readonly withdrawn?: { readonly on: string; readonly reason: string };
  };
  readonly sharedWith: readonly string[];
  /** The earlier sample of the same batch, where one was found. */
  readonly duplicates?: string;
}

interface LicenceRevoked extends Said {
  readonly caseId: string;
  readonly penaltyId: string;
  readonly documentNumber: string;
  readonly revokedOn: string;
}

interface Quality {
  readonly samples: readonly Sample[];
  /** Batches that no authority of the same level or a lower one samples again. */
  readonly sampledBatches: readonly (Said & {
    readonly sampleId: string;
    readonly level: string;
    readonly product: string;
    readonly batch: string;
  })[];
  /** Quality notices of the province or the nation, and suspensions that followed them. */
  readonly notices: readonly (Said & {
    readonly level: string;
    readonly issuer: string;
    readonly documentNumber: string;
  })[];
  readonly suspensions: readonly (Said & { readonly documentNumber: string; readonly dueOn: string })[];
  readonly businessLicence?: LicenceRevoked;
}

type Fold = Section<Quality>['when'][string];
type Change = Partial<Sample> | ((before: Sample) => Partial<Sample>);

const sample =
  (tell: (data: any, when: Said) => Change): Fold =>
  (state, fact) => {
    const id = recordIdOf(fact);
    const before = state.samples.find(({ sampleId }) => sampleId === id);
    if (!before) return state;
    const told = tell(fact.data, said(fact));
    const now = typeof told === 'function' ? told(before) : told;
    return { ...state, samples: change(state.samples, ({ sampleId }) => sampleId === id, now) };
  };

interface Item {
  readonly item: string;
  readonly conforms: boolean;
}

const tested = (data: any, when: Said): Tested => ({
  laboratory: data.laboratory as string,
  reportNumber: data.reportNumber as string,
  conforms: data.conforms as boolean,
  failedItems: (data.items as Item[]).filter(({ conforms }) => !conforms).map(({ item }) => item),
  ...when,
});

/** Its products: who sampled what, with which result, what was published of it, and what that led to. */
export const quality = section<Quality>({
  blank: { samples: [], sampledBatches: [], notices: [], suspensions: [] },
  when: {
    'marketRegulation.ProductSampled': (state, fact) => {
      const { level, authority, product, brand, batch, place } = fact.data;
      const taken: Sample = {
        sampleId: recordIdOf(fact),
        level,
        authority,
        product,
        brand,
        batch,
        place,
        state: 'SAMPLED',
        sharedWith: [],
        ...said(fact),
      };
      return {
        ...state,
        samples: put(
          state.samples,
          ({ sampleId }) => sampleId === taken.sampleId,
          () => taken,
        ),
      };
    },
    'marketRegulation.TestReported': sample((data, when) => ({
      state: data.conforms ? 'CONFORMS' : 'FAILED',
      test: tested(data, when),
    })),
    'marketRegulation.TestResultServed': sample(({ due }) => ({ state: 'RESULT_SERVED', objectionBy: due.rolledDue })),
    'marketRegulation.TestObjectionFiled': sample(({ filedOn, reason }) => ({
      state: 'OBJECTED',
      objection: { filedOn, reason },
    })),
    'marketRegulation.RecheckReported': sample((data, when) => ({
      ...(data.conforms ? { state: 'CONFORMS' as const, established: undefined } : {}),
      recheck: tested(data, when),
    })),
    'marketRegulation.NonconformityEstablished': sample(({ by, establishedOn: on }) => ({
      state: 'NONCONFORMITY_ESTABLISHED',
      established: { by, on },
    })),
    'marketRegulation.NonconformingProductPublished': sample(({ url }) => ({
      state: 'PUBLISHED',
      publication: { url },
    })),
    'marketRegulation.NonconformingPublicationWithdrawn': sample(
      ({ withdrawnOn: on, reason }) =>
        ({ publication }) => ({
          state: 'PUBLICATION_WITHDRAWN',
          ...(publication ? { publication: { ...publication, withdrawn: { on, reason } } } : {}),
        }),
    ),
    'marketRegulation.QualityInfoSharedWithCredit': sample(({ platform }) => ({ sharedWith }) => ({
      sharedWith: [...sharedWith, platform],
    })),
    'marketRegulation.SampledBatchNoted': (state, fact) => {
      const { sampleId, level, product, batch } = fact.data.batch;
      return {
        ...state,
        sampledBatches: [...state.sampledBatches, { sampleId, level, product, batch, ...said(fact) }],
      };
    },
    'marketRegulation.DuplicateSamplingFound': (state, { data }) => ({
      ...state,
      samples: change(state.samples, ({ sampleId }) => sampleId === data.sampleId, {
        duplicates: data.earlierSampleId as string,
      }),
    }),
    'marketRegulation.QualityNoticePublished': (state, fact) => {
      const { level, issuer, documentNumber } = fact.data;
      return { ...state, notices: [...state.notices, { level, issuer, documentNumber, ...said(fact) }] };
    },
    'marketRegulation.SuspendedForRectification': (state, fact) => {
      const { documentNumber, due } = fact.data;
      const suspension = { documentNumber, dueOn: due.rolledDue as string, ...said(fact) };
      return { ...state, suspensions: [...state.suspensions, suspension] };
    },
    'marketRegulation.BusinessLicenceRevoked': (state, fact) => {
      const { penaltyId, documentNumber, revokedOn } = fact.data;
      return {
        ...state,
        businessLicence: { caseId: recordIdOf(fact), penaltyId, documentNumber, revokedOn, ...said(fact) },
      };
    },
  },
});
