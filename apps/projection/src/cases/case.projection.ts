import { projection } from '#projection';
import { caseOf, categoryOf, enterpriseIn, usccOf } from '../about.js';
import { duties, type Owed } from '../duties.js';
import { caseTypes, newCase, step, type Case } from './milestones.js';

/** A case as it stands, and which events make its history. */
export interface CaseFile extends Case {
  readonly uscc?: string;
  readonly county?: string;
  readonly obligations: readonly (Owed & { readonly kind: string })[];
  /** Ids of every event about the case, of all departments, in the order of the ledger. */
  readonly eventIds: readonly string[];
}

/** Facts of other records that name the case. */
const related = [
  'energy.PriorNoticeServed',
  'energy.PenaltyDecided',
  'energy.PenaltyDecisionServed',
  'energy.PenaltyPerformed',
  'energy.PenaltyAnnulled',
  'energy.SupervisionResultPublished',
  'government.ClosureProposalReceived',
  'government.ClosureProposalReturned',
  'government.SuspensionOrdered',
  'government.ClosureOrdered',
  'developmentReform.DifferentialPriceApplied',
  'developmentReform.TieredPriceApplied',
  'developmentReform.PunitivePriceApplied',
  'developmentReform.OverQuotaWaterSurchargeApplied',
] as const;

const CASE = 'energy.case';

export const caseFile = projection<CaseFile>({
  name: 'case_file',
  version: 1,
  key: caseOf,
  blank: (caseId) => ({ ...newCase(caseId), obligations: [], eventIds: [] }),
  columns: { uscc: { type: 'text', of: ({ uscc }) => uscc ?? null, index: true } },
  when: Object.fromEntries(
    [...caseTypes, ...related].map((type) => [
      type,
      (file, fact) => {
        const own = categoryOf(fact) === CASE;
        const told = enterpriseIn(fact);
        const changed = (duties[CASE] ?? []).filter(({ when }) => own && Object.hasOwn(when, type));
        const kept = file.obligations.filter(({ kind }) => !changed.some((duty) => duty.kind === kind));
        const owed = changed.flatMap(({ kind, when }) => {
          const now = when[type]!(fact);
          return now ? [{ kind, ...now }] : [];
        });
        return {
          ...(own && fact.visibility !== 'sealed' ? step(file, fact) : file),
          uscc: file.uscc ?? usccOf(fact),
          county: file.county ?? told?.county,
          obligations: [...kept, ...owed],
          eventIds: [...file.eventIds, fact.id],
        };
      },
    ]),
  ),
});
