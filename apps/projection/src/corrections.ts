import { createPatch, Pointer } from 'rfc6902';
import { decode } from '#contracts';
import type { Recorded } from '#decider';
import type { EventStore } from '#event-store';
import { labelOf } from './labels.js';

/** A fact that corrects another: the ids of both. */
export interface Corrected {
  readonly eventId: string;
  readonly corrects: string;
}

/** One field before and after, as a JSON Pointer (RFC 6901) into the payload. */
export interface Corrigendum {
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A correction with old and new: both are kept for ever. */
export interface Correction extends Corrected {
  readonly type: string;
  readonly says?: object;
  readonly department: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
  readonly changes: readonly Corrigendum[];
}

/** What two payloads differ in. */
export const corrigenda = (before: object, after: object): Corrigendum[] =>
  createPatch(before, after).map(({ op, path }) => ({
    path,
    ...(op === 'add' ? {} : { before: Pointer.fromJSON(path).get(before) as unknown }),
    ...(op === 'remove' ? {} : { after: Pointer.fromJSON(path).get(after) as unknown }),
  }));

/** Corrections with what they corrected, in the order of the ledger: those of which both sides may be read. */
export async function correctionsOf(
  store: Pick<EventStore, 'find'>,
  corrected: readonly Corrected[],
  mayRead: (fact: Recorded) => boolean,
): Promise<Correction[]> {
  if (corrected.length === 0) return [];
  const ids = corrected.flatMap(({ eventId, corrects }) => [eventId, corrects]);
  const found: readonly Recorded[] = (await store.find([...new Set(ids)])).map(decode).filter(mayRead);
  const facts = new Map(found.map((fact) => [fact.id, fact]));
  return corrected.flatMap(({ eventId, corrects }) => {
    const [fact, former] = [facts.get(eventId), facts.get(corrects)];
    if (!fact || !former) return [];
    const { type, department, occurredAt, recordedAt } = fact;
    return [
      {
        eventId,
        corrects,
        type,
        ...labelOf(type),
        department,
        occurredAt,
        recordedAt,
        changes: corrigenda(former.data as object, fact.data as object),
      },
    ];
  });
}
