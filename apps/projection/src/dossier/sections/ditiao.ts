import { recordIdOf } from '#decider';
import { change } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Lead extends Said {
  readonly leadId: string;
  readonly source: 'POWER' | 'TAX';
  readonly pattern: string;
  readonly state: string;
}

interface Suspicion extends Said {
  readonly ditiaoId: string;
  readonly place: string;
  readonly state: string;
}

/** Leads are no findings, and are kept apart from what was confirmed. */
interface Ditiao {
  readonly leads: readonly Lead[];
  readonly suspicions: readonly Suspicion[];
}

const flagged =
  (source: Lead['source']) =>
  (state: Ditiao, fact: Parameters<typeof said>[0]): Ditiao => ({
    ...state,
    leads: [
      ...state.leads,
      { leadId: recordIdOf(fact), source, pattern: fact.data.pattern as string, state: 'OPEN', ...said(fact) },
    ],
  });

const moved =
  (to: string) =>
  (state: Ditiao, fact: Parameters<typeof said>[0]): Ditiao => ({
    ...state,
    suspicions: change(state.suspicions, ({ ditiaoId }) => ditiaoId === recordIdOf(fact), { state: to }),
  });

/** What meters, invoices and patrols point to, and what was confirmed of it. */
export const ditiao = section<Ditiao>({
  blank: { leads: [], suspicions: [] },
  when: {
    'industry.PowerAnomalyFlagged': flagged('POWER'),
    'industry.TaxAnomalyFlagged': flagged('TAX'),
    'industry.LeadClosed': (state, fact) => ({
      ...state,
      leads: change(state.leads, ({ leadId }) => leadId === recordIdOf(fact), { state: fact.data.outcome }),
    }),
    'industry.DitiaoActivitySuspected': (state, fact) => {
      const suspicion = { ditiaoId: recordIdOf(fact), place: fact.data.place, state: 'SUSPECTED', ...said(fact) };
      return { ...state, suspicions: [...state.suspicions, suspicion] };
    },
    'industry.DitiaoProductionConfirmed': moved('PRODUCTION_CONFIRMED'),
    'industry.DitiaoSaleConfirmed': moved('SALE_CONFIRMED'),
    'industry.DitiaoSuspicionDismissed': moved('DISMISSED'),
  },
});
