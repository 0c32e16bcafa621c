import { projection } from '#projection';
import { caseOf, categoryOf, enterpriseIn, usccOf } from '../about.js';
import type { Owed } from '../duties/duty.js';
import { duties } from '../duties/every-duty.js';
import { newCase, step, type Case } from './milestones.js';
import { cases, caseTypes, relatedTypes } from './states/every-case.js';

/** A case as it stands, and which events make its history. */
export interface CaseFile extends Case {
  readonly uscc?: string;
  readonly county?: string;
  readonly obligations: readonly (Owed & { readonly kind: string })[];
  /** Ids of every event about the case, of all departments, in the order of the ledger. */
  readonly eventIds: readonly string[];
}

export const caseFile = projection<CaseFile>({
  name: 'case_file',
  version: 3,
  key: caseOf,
  blank: (caseId) => ({ ...newCase(caseId), obligations: [], eventIds: [] }),
  columns: { uscc: { type: 'text', of: ({ uscc }) => uscc ?? null, index: true } },
  when: Object.fromEntries(
    [...new Set([...caseTypes, ...relatedTypes])].map((type) => [
      type,
      (file, fact) => {
        const category = categoryOf(fact);
        const own = Object.hasOwn(cases, category);
        const told = enterpriseIn(fact);
        const changed = (duties[category] ?? []).filter(({ when }) => own && Object.hasOwn(when, type));
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
