import type { Dossier } from '../dossier.projection.js';

/** Something that binds the enterprise without being a penalty. */
export interface Measure {
  /** By force; a stop or limit of production; a price. */
  readonly nature: 'COERCIVE' | 'RESTRAINT' | 'PRICE';
  readonly kind: string;
  readonly id?: string;
  readonly caseId?: string;
  readonly state: string;
  readonly inForce: boolean;
  readonly since: string;
  readonly endsOn?: string;
  readonly endedAt?: string;
  readonly documentNumber?: string;
  readonly eventId: string;
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Seals, confiscations, power cuts, stops and limits of production, and prices, the latest first. */
export function measuresOf({ environment, safety, quality, capacity, standing, prices }: Dossier): Measure[] {
  const found: Measure[] = [
    ...environment.seals.map(({ sealId: id, at: since, state, items: _, ...one }) => ({
      nature: 'COERCIVE' as const,
      kind: 'SEALED',
      id,
      state,
      inForce: state === 'SEALED',
      since,
      ...one,
    })),
    ...capacity.equipment
      .filter(({ state }) => state === 'CONFISCATED')
      .map(({ equipmentId: id, state, at: since, documentNumber, eventId }) => ({
        nature: 'COERCIVE' as const,
        kind: 'CONFISCATED',
        id,
        state,
        inForce: true,
        since,
        documentNumber,
        eventId,
      })),
    ...safety.powerCuts.map(({ id, state, caseId, at: since, restoredAt, documentNumber, eventId }) => ({
      nature: 'COERCIVE' as const,
      kind: 'POWER_CUT',
      id,
      caseId: text(caseId),
      state,
      inForce: state === 'CUT',
      since,
      endedAt: text(restoredAt),
      documentNumber: text(documentNumber),
      eventId,
    })),
    ...environment.restraints.map(({ measure: kind, state, at: since, content: _, ...one }) => ({
      nature: 'RESTRAINT' as const,
      kind,
      state,
      inForce: state === 'IN_FORCE',
      since,
      ...one,
    })),
    ...safety.suspensions.map(({ id, state, caseId, at: since, resumedAt, documentNumber, eventId }) => ({
      nature: 'RESTRAINT' as const,
      kind: 'SUSPENDED_FOR_SAFETY',
      id,
      caseId: text(caseId),
      state,
      inForce: state !== 'RESUMED' && state !== 'CLOSED',
      since,
      endedAt: text(resumedAt),
      documentNumber: text(documentNumber),
      eventId,
    })),
    ...quality.suspensions.map(({ documentNumber, dueOn: endsOn, at: since, eventId }) => ({
      nature: 'RESTRAINT' as const,
      kind: 'SUSPENDED_FOR_QUALITY',
      state: 'ORDERED',
      inForce: true,
      since,
      endsOn,
      documentNumber,
      eventId,
    })),
    ...standing.closures
      .filter(({ state }) => state === 'SUSPENDED' || state === 'CLOSED')
      .map(({ proposalId: id, state, caseId, effectiveOn, at, governmentDocumentNumber: documentNumber, eventId }) => ({
        nature: 'RESTRAINT' as const,
        kind: state === 'CLOSED' ? 'CLOSED_BY_GOVERNMENT' : 'SUSPENDED_BY_GOVERNMENT',
        id,
        caseId,
        state,
        inForce: true,
        since: effectiveOn ?? at,
        documentNumber,
        eventId,
      })),
    ...prices.measures.map(({ measureId: id, kind, caseId, from: since, lifted, eventId }) => ({
      nature: 'PRICE' as const,
      kind: `${kind}_PRICE`,
      id,
      caseId,
      state: lifted ? 'LIFTED' : 'APPLIED',
      inForce: !lifted,
      since,
      endedAt: lifted?.from,
      eventId,
    })),
  ];
  return found.sort((one, other) => Date.parse(other.since) - Date.parse(one.since));
}
