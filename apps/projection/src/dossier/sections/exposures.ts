import { recordIdOf } from '#decider';
import { change } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Exposure extends Said {
  readonly exposureId: string;
  readonly department: string;
  readonly penaltyId: string;
  readonly documentNumber: string;
  readonly url: string;
  readonly withdrawnAt?: string;
  readonly withdrawnBecause?: string;
}

interface Exposures {
  readonly exposed: readonly Exposure[];
}

/** What was told to the public of its violations, and what of that was withdrawn. */
export const exposures = section<Exposures>({
  blank: { exposed: [] },
  when: {
    'government.ViolationExposed': ({ exposed }, fact) => {
      const { department, penaltyId, documentNumber, url } = fact.data;
      const exposureId = recordIdOf(fact);
      return { exposed: [...exposed, { exposureId, department, penaltyId, documentNumber, url, ...said(fact) }] };
    },
    'government.ExposureWithdrawn': ({ exposed }, fact) => ({
      exposed: change(exposed, ({ exposureId }) => exposureId === recordIdOf(fact), {
        withdrawnAt: fact.occurredAt,
        withdrawnBecause: fact.data.reason as string,
      }),
    }),
  },
});
