import { decode, type Enveloped } from '#contracts';
import { fold, type Decider, type Recorded } from '#decider';
import type { Appended, EventStore } from '#event-store';
import { BoundedMap } from './bounded-map.js';

/** A record as it was at a revision. */
export interface Record {
  readonly state: unknown;
  /** Last revision, -1 when nothing was ever recorded. */
  readonly revision: number;
  /** Position of the last fact, 0 when there is none. */
  readonly position: number;
  /** Ledger time of the last fact. */
  readonly recordedAt?: string;
  /** All of its facts, when the record was just read; nothing when it is remembered or guessed. */
  readonly history?: readonly Enveloped[];
}

type AnyDecider = Decider<any, any, any>;

/** A fact whose place in the ledger is known only when it was appended. */
export type PlacedLater = Omit<Recorded, 'revision' | 'position' | 'recordedAt'> & {
  -readonly [Key in 'revision' | 'position' | 'recordedAt']: Recorded[Key];
};

/** A record, and facts that were appended since; they are folded when somebody asks. */
interface Remembered extends Record {
  readonly since?: readonly Recorded[];
}

/** Records that are kept in mind between commands. A state is small: about a kilobyte. */
const REMEMBERED = 10_000;

/**
 * Reads records, and remembers them.
 *
 * What is remembered may be out of date, because other processes write too. That is harmless for whoever appends with
 * the exact revision, and MUST NOT be the last word for whoever does not append.
 */
export class Records {
  readonly #remembered = new BoundedMap<string, Remembered>(REMEMBERED);
  readonly #reading = new Map<string, Promise<readonly Enveloped[]>>();

  constructor(private readonly store: EventStore) {}

  /** The record as it is remembered, or as if it were new: a command that opens a record then needs no read at all. */
  guess(decider: AnyDecider, stream: string): Record {
    const known = this.#remembered.get(stream);
    if (!known) return { state: decider.initial, revision: -1, position: 0 };
    if (!known.since) return known;
    const { since, ...record } = known;
    const folded = { ...record, state: fold(decider, since, record.state) };
    this.#remembered.set(stream, folded);
    return folded;
  }

  async read(decider: AnyDecider, stream: string): Promise<Record> {
    const history = (await this.store.read(stream)).events.map(decode);
    const last = history.at(-1);
    const record = {
      state: fold(decider, history),
      revision: last?.revision ?? -1,
      position: last?.position ?? 0,
      recordedAt: last?.recordedAt,
    };
    if (last) this.#remembered.set(stream, record);
    return { ...record, history };
  }

  /** History of another record. Callers of the same moment share one read, which begins after they asked. */
  consult(stream: string): Promise<readonly Enveloped[]> {
    let reading = this.#reading.get(stream);
    if (!reading) {
      reading = new Promise<void>((soon) => setImmediate(soon)).then(async () => {
        this.#reading.delete(stream);
        return (await this.store.read(stream)).events.map(decode);
      });
      this.#reading.set(stream, reading);
    }
    return reading;
  }

  /** Keeps in mind what an append made of a record. The facts get their places in the ledger here. */
  appended(before: Record, facts: readonly PlacedLater[], { stream, revision, position, recordedAt }: Appended): void {
    const last = facts.length - 1;
    facts.forEach((fact, index) => {
      fact.revision = revision - last + index;
      // Exact where the store's positions have no gaps; no fold may lean on the position of a fact within one append.
      fact.position = position - last + index;
      fact.recordedAt = recordedAt;
    });
    this.#remembered.set(stream, { state: before.state, since: facts, revision, position, recordedAt });
  }

  forget(stream: string): void {
    this.#remembered.delete(stream);
  }
}
