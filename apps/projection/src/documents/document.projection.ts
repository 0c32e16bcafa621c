import type { DocumentRef, Recorded, Visibility } from '#decider';
import { projection } from '#projection';
import { caseOf, usccOf } from '../about.js';
import { everyType } from '../labels.js';

/** One fact that rests on one document. */
export interface Citation {
  readonly sha256: string;
  readonly number?: string;
  readonly title?: string;
  readonly eventId: string;
  readonly position: number;
  readonly type: string;
  readonly department: string;
  readonly visibility: Visibility;
  readonly uscc?: string;
  readonly caseId?: string;
  readonly stream: string;
  readonly occurredAt: string;
  readonly recordedAt: string;
}

/** Whose facts rest on a document, by who may read those facts. Never grows beyond the departments there are. */
export type Opening = { readonly [V in Visibility]?: readonly string[] };

const HASH = /^[0-9a-f]{64}$/;

// Asked for by two projections, for the key and again for each row.
const known = new WeakMap<Recorded, ReadonlyMap<string, DocumentRef>>();

/** What a fact rests on: papers named on its envelope, and those of its content, such as photographs. */
function citedBy(fact: Recorded): ReadonlyMap<string, DocumentRef> {
  const before = known.get(fact);
  if (before) return before;
  const cited = new Map<string, DocumentRef>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const { sha256, textSha256 } = value as { sha256?: unknown; textSha256?: unknown };
    for (const hash of [sha256, textSha256])
      if (typeof hash === 'string' && HASH.test(hash) && !cited.has(hash)) cited.set(hash, value as DocumentRef);
    Object.values(value).forEach(look);
  };
  look(fact.documents);
  look(fact.data);
  known.set(fact, cited);
  return cited;
}

const keyOf = (sha256: string, { position }: Recorded): string => `${sha256}/${String(position).padStart(16, '0')}`;
const word = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

export const documentCitation = projection<Citation | Record<string, never>>({
  name: 'document_citation',
  version: 1,
  key: (fact) => [...citedBy(fact).keys()].map((sha256) => keyOf(sha256, fact)),
  blank: () => ({}),
  columns: { sha256: { type: 'text', of: ({ sha256 }) => sha256 ?? null, index: true } },
  when: Object.fromEntries(
    everyType.map((type) => [
      type,
      (_, fact, key): Citation => {
        const sha256 = key.slice(0, key.indexOf('/'));
        const { number, title } = citedBy(fact).get(sha256)!;
        const { id, position, department, visibility, stream, occurredAt, recordedAt } = fact;
        return {
          sha256,
          number: word(number),
          title: word(title),
          eventId: id,
          position,
          type,
          department,
          visibility,
          uscc: usccOf(fact),
          caseId: caseOf(fact),
          stream,
          occurredAt,
          recordedAt,
        };
      },
    ]),
  ),
});

export const documentOpening = projection<Opening>({
  name: 'document_opening',
  version: 1,
  key: (fact) => [...citedBy(fact).keys()],
  blank: () => ({}),
  when: Object.fromEntries(
    everyType.map((type) => [
      type,
      (opening, { visibility, department }) => {
        const departments = opening[visibility] ?? [];
        return departments.includes(department)
          ? opening
          : { ...opening, [visibility]: [...departments, department].sort() };
      },
    ]),
  ),
});
