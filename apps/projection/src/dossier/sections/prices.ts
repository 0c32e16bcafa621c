import type { Recorded } from '#decider';
import { change } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Measure extends Said {
  readonly measureId: string;
  readonly kind: 'DIFFERENTIAL' | 'TIERED' | 'PUNITIVE' | 'WATER';
  readonly partyName: string;
  readonly caseId?: string;
  readonly basis: string;
  readonly from: string;
  /** What is particular to the kind: meters, tier, surcharge in 0.01 fen per kWh. */
  readonly terms: Readonly<Record<string, unknown>>;
  readonly lifted?: { readonly from: string; readonly reason: string };
}

interface Prices {
  readonly measures: readonly Measure[];
}

const applied =
  (kind: Measure['kind']) =>
  ({ measures }: Prices, fact: Recorded): Prices => {
    const { measureId, enterprise, caseId, basis, from, ...terms } = fact.data;
    return {
      measures: [
        ...measures,
        { measureId, kind, partyName: enterprise.name, caseId, basis, from, terms, ...said(fact) },
      ],
    };
  };

/** Electricity and water price measures, in force and lifted. */
export const prices = section<Prices>({
  blank: { measures: [] },
  when: {
    'developmentReform.DifferentialPriceApplied': applied('DIFFERENTIAL'),
    'developmentReform.TieredPriceApplied': applied('TIERED'),
    'developmentReform.PunitivePriceApplied': applied('PUNITIVE'),
    'developmentReform.OverQuotaWaterSurchargeApplied': applied('WATER'),
    'developmentReform.PriceMeasureLifted': ({ measures }, { data }) => ({
      measures: change(measures, ({ measureId }) => measureId === data.measureId, {
        lifted: { from: data.from, reason: data.reason },
      }),
    }),
  },
});
