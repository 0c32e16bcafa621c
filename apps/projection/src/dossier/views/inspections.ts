import type { Dossier } from '../dossier.projection.js';
import type { Field } from './field.js';

/** Somebody was there, or looked at what was made there. */
export interface Inspection {
  readonly field: Field;
  readonly kind: string;
  readonly id?: string;
  readonly caseId?: string;
  readonly siteId?: string;
  readonly at: string;
  readonly eventId: string;
  readonly result: string;
  /** Whether nothing was found; null while it is not told. */
  readonly clean: boolean | null;
  readonly findings?: string;
}

const SAMPLES: Readonly<Record<string, boolean>> = {
  CONFORMS: true,
  NONCONFORMITY_ESTABLISHED: false,
  PUBLISHED: false,
};

/** Visits, samples and checks of all departments in one row, the latest first. */
export function inspectionsOf(dossier: Dossier): Inspection[] {
  const { supervision, environment, permits, licences, quality, safety, lookBack } = dossier;
  const found: Inspection[] = [
    ...supervision.inspections.map(({ mode, result, ...one }) => ({
      field: 'ENERGY' as const,
      kind: mode,
      result,
      clean: result === 'COMPLIANT',
      ...one,
    })),
    ...environment.inspections.map(({ inspectionId: id, samples: _, ...one }) => ({
      field: 'ENVIRONMENT' as const,
      id,
      clean: one.result === 'CLEAN',
      ...one,
    })),
    ...permits.permits.flatMap(({ siteCode, checks }) =>
      checks.map(({ checkId: id, result, findings, at, eventId }) => ({
        field: 'ENVIRONMENT' as const,
        kind: 'PERMIT_CHECK',
        id,
        siteId: siteCode,
        result,
        clean: result !== 'NOT_COMPLIANT',
        findings,
        at,
        eventId,
      })),
    ),
    ...licences.production.flatMap(({ licenceId: id, inspections }) =>
      inspections.map(({ meetsConditions: clean, findings, at, eventId }) => ({
        field: 'QUALITY' as const,
        kind: 'LICENSEE_INSPECTION',
        id,
        result: clean ? 'MEETS_CONDITIONS' : 'FAILS_CONDITIONS',
        clean,
        findings,
        at,
        eventId,
      })),
    ),
    ...quality.samples.map(({ sampleId: id, state, product, at, eventId }) => ({
      field: 'QUALITY' as const,
      kind: 'PRODUCT_SAMPLE',
      id,
      result: state,
      clean: SAMPLES[state] ?? null,
      findings: product,
      at,
      eventId,
    })),
    ...safety.inspections.map(({ id, state, caseId, findings, at, eventId }) => ({
      field: 'SAFETY' as const,
      kind: 'SAFETY_INSPECTION',
      id,
      caseId: caseId as string | undefined,
      result: state,
      clean: state === 'COMPLIANT',
      findings: findings as string | undefined,
      at,
      eventId,
    })),
    ...lookBack.visits
      .filter(({ outcome }) => outcome !== 'MISSED')
      .map(({ lookBackId: id, outcome, at, eventId }) => ({
        field: 'TECHNOLOGY' as const,
        kind: 'LOOK_BACK',
        id,
        result: outcome,
        clean: outcome === 'NO_ACCESS' ? null : outcome === 'CLEAR',
        at,
        eventId,
      })),
  ];
  return found.sort((one, other) => Date.parse(other.at) - Date.parse(one.at));
}
