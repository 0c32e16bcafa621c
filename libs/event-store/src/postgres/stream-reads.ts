import { setImmediate } from 'node:timers/promises';
import pg from 'pg';
import { isStreamName, LAST_REVISION } from '../admissible.js';
import type { ReadOptions, StoredEvent, StreamSlice } from '../event-store.js';
import { eventOf, type Row } from './copy-out.js';

/** How many streams one query reads, and how many such queries run at once. */
const STREAMS = 256;
const QUERIES = 2;

interface Asked {
  readonly stream: string;
  readonly from: number;
  readonly limit: number;
  readonly backward: boolean;
  readonly resolve: (slice: StreamSlice) => void;
  readonly reject: (error: unknown) => void;
}

/** Reads of single streams: those asked for at the same time share one query. */
export function streamReads(query: (sql: string) => Promise<Row[]>) {
  const waiting: Asked[] = [];
  let running = 0;

  async function run(): Promise<void> {
    for (await setImmediate(); waiting.length > 0; await setImmediate()) {
      const asked = waiting.splice(0, STREAMS);
      try {
        const slices = slicesOf(await query(sqlFor(asked)), asked);
        asked.forEach(({ resolve }, index) => resolve(slices[index]!));
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    // In the same turn as the last look at the queue: nobody can come in between.
    running--;
  }

  return (
    stream: string,
    { from, direction = 'forward', limit = LAST_REVISION }: ReadOptions = {},
  ): Promise<StreamSlice> => {
    if (!isStreamName(stream)) return Promise.resolve({ exists: false, revision: -1, events: [] });
    const backward = direction === 'backward';
    return new Promise((resolve, reject) => {
      waiting.push({ stream, from: from ?? (backward ? LAST_REVISION : 0), limit, backward, resolve, reject });
      if (running === QUERIES) return;
      running++;
      void run();
    });
  };
}

function sqlFor(asked: readonly Asked[]): string {
  const array = (item: (each: Asked) => string | number | boolean, type: string) =>
    `array[${asked.map(item).join()}]::${type}[]`;
  return `select * from ledger.read_streams(
    ${array(({ stream }) => pg.escapeLiteral(stream), 'text')},
    ${array(({ from, backward }) => (backward ? 0 : int(from)), 'integer')},
    ${array(({ from, backward }) => (backward ? int(from) : LAST_REVISION), 'integer')},
    ${array(({ limit }) => int(limit), 'integer')},
    ${array(({ backward }) => backward, 'boolean')})`;
}

/** Numbers go into the text of the statement: nothing else may. */
const int = (value: number) => Math.min(Math.max(Math.trunc(Number(value)), 0), LAST_REVISION);

function slicesOf(rows: readonly Row[], asked: readonly Asked[]): StreamSlice[] {
  const found = asked.map(() => ({ revision: -1, events: [] as StoredEvent[] }));
  for (const row of rows) {
    const slice = found[row[0]!.readInt32BE() - 1]!;
    if (row[1]) slice.revision = row[1].readInt32BE();
    if (row[2]) slice.events.push(eventOf(row, 2));
  }
  return found.map(({ revision, events }, index) => ({
    exists: revision >= 0,
    revision,
    events: events.sort((a, b) => (asked[index]!.backward ? b.revision - a.revision : a.revision - b.revision)),
  }));
}
