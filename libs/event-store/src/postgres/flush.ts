import { Conflict, StaleRevision } from '../errors.js';
import type { Appended, Expected, NewEvent, StreamAppend } from '../event-store.js';
import { byteas, int4s, texts, uuids } from './binary-arrays.js';

/** How much one flush takes. A single append may be larger and then has a flush of its own. */
const MOST = { events: 2_000, bytes: 8 * 1024 * 1024 };
const CLAIMS = { 'no-stream': -1, any: -2, 'stream-exists': -3 } as const;
const [WRITTEN, DUPLICATE, STALE] = [0, 1, 2];

/** What one caller asked for, and how it hears of the outcome. */
export interface Unit {
  readonly appends: readonly StreamAppend[];
  readonly resolve: (appended: readonly Appended[]) => void;
  readonly reject: (error: unknown) => void;
}

export const isAtomic = ({ appends }: Unit) => appends.length > 1;

/** How many of the oldest units make one flush. An id that comes again waits for the next, where it is known. */
export function flushLength(waiting: readonly Unit[], atMost: number): number {
  const ids = new Set<string>();
  let events = 0;
  let bytes = 0;
  for (const [index, unit] of waiting.entries()) {
    if (index > 0 && (index >= atMost || isAtomic(unit) || isAtomic(waiting[0]!))) return index;
    for (const append of unit.appends)
      for (const { id, data, meta } of append.events) {
        ids.add(id);
        events++;
        bytes += data.length + meta.length;
      }
    if (index > 0 && (ids.size < events || events > MOST.events || bytes > MOST.bytes)) return index;
  }
  return waiting.length;
}

/** The arguments of `ledger.append` that carry the appends and their events. */
export function columns(flush: readonly Unit[]): Buffer[] {
  const [streams, expected, previous, counts]: [string[], number[], number[], number[]] = [[], [], [], []];
  const [owners, behind]: [number[], number[]] = [[], []];
  const events: NewEvent[] = [];
  const lastOf = new Map<string, number>();
  for (const unit of flush)
    for (const append of unit.appends) {
      previous.push(lastOf.get(append.stream) ?? 0);
      const owner = streams.push(append.stream);
      lastOf.set(append.stream, owner);
      expected.push(claim(append.expected));
      const count = counts[counts.push(append.events.length) - 1]!;
      for (let place = 1; place <= count; place++) {
        owners.push(owner);
        behind.push(count - place);
        events.push(append.events[place - 1]!);
      }
    }
  return [
    texts(streams),
    int4s(expected),
    int4s(previous),
    int4s(counts),
    int4s(owners),
    int4s(behind),
    uuids(events.map(({ id }) => id)),
    texts(events.map(({ type }) => type)),
    byteas(events.map(({ data }) => data)),
    byteas(events.map(({ meta }) => meta)),
  ];
}

const claim = (expected: Expected) => (typeof expected === 'number' ? expected : CLAIMS[expected]);

/** The answer of `ledger.append`, as PostgreSQL writes its arrays: one value per append, then the ids that were taken. */
export type Verdicts = readonly [
  outcomes: string,
  revisions: string,
  positions: string,
  recorded: string,
  takenIds: string | null,
];

/** Tells every caller its own outcome. Returns the last position that was written, 0 when none was. */
export function answer(flush: readonly Unit[], verdicts: Verdicts): number {
  const [outcomes, revisions, positions, recorded] = verdicts.slice(0, 4).map((array) => numbers(array!)) as [
    number[],
    number[],
    number[],
    number[],
  ];
  let [last, at] = [0, 0];
  for (const { appends, resolve, reject } of flush) {
    const from = at;
    at += appends.length;
    const own = outcomes.slice(from, at);
    if (own.some((outcome) => outcome !== own[0]) || own[0]! > DUPLICATE!) {
      reject(refusal(appends, own, revisions.slice(from, at), verdicts[4]));
      continue;
    }
    if (own[0] === WRITTEN) last = positions[at - 1]!;
    resolve(
      appends.map(({ stream }, index) => ({
        stream,
        revision: revisions[from + index]!,
        position: positions[from + index]!,
        recordedAt: instant(recorded[from + index]!),
        duplicate: own[0] === DUPLICATE,
      })),
    );
  }
  return last;
}

const numbers = (array: string): number[] => JSON.parse(`[${array.slice(1, -1)}]`) as number[];

function refusal(
  appends: readonly StreamAppend[],
  outcomes: number[],
  revisions: number[],
  taken: string | null,
): Error {
  const stale = outcomes.indexOf(STALE!);
  const known = outcomes.findIndex((outcome) => outcome !== STALE && outcome !== WRITTEN);
  if (known === -1) return new StaleRevision(appends[stale]!.stream, appends[stale]!.expected, revisions[stale]!);
  const ids = new Set(appends.flatMap(({ events }) => events.map(({ id }) => id)));
  const takenIds = (taken ?? '{}').slice(1, -1).split(',');
  return new Conflict(
    appends[known]!.stream,
    takenIds.filter((id) => ids.has(id)),
  );
}

let instantMs = NaN;
let instantText = '';

/** A flush has one instant: it is written out once. */
function instant(ms: number): string {
  if (ms !== instantMs) [instantMs, instantText] = [ms, new Date(ms).toISOString()];
  return instantText;
}
