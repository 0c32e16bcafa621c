import type { Recorded } from '#decider';
import type { Projection } from './projection.js';

/** A past fact in a spec: only what matters needs to be said. */
export type PastFact = Pick<Recorded, 'type'> & Partial<Recorded>;

/** The facts as the ledger would keep them, in order, from position 1. */
export function recorded(...facts: readonly PastFact[]): Recorded[] {
  return facts.map((fact, at) => ({
    id: `00000000-0000-4000-8000-${String(at + 1).padStart(12, '0')}`,
    stream: `${fact.type.slice(0, fact.type.indexOf('.'))}.spec-one`,
    revision: at,
    position: at + 1,
    occurredAt: '2021-05-01T09:00:00+08:00',
    recordedAt: '2021-05-01T01:00:00.000Z',
    department: fact.type.slice(0, fact.type.indexOf('.')),
    actor: { client: 'spec' },
    rules: [],
    visibility: 'government',
    documents: [],
    correlationId: 'spec',
    data: {},
    ...fact,
  }));
}

/** The rows that a projection makes of these facts, by key. */
export function rowsOf<Row extends object>(projection: Projection<Row>, facts: readonly Recorded[]): Map<string, Row> {
  const rows = new Map<string, Row>();
  for (const fact of facts) {
    const when = Object.hasOwn(projection.when, fact.type) ? projection.when[fact.type] : undefined;
    if (!when) continue;
    for (const key of [projection.key(fact) ?? []].flat()) {
      const row = when(rows.get(key) ?? projection.blank(key), fact, key);
      if (row) rows.set(key, row);
      else rows.delete(key);
    }
  }
  return rows;
}
