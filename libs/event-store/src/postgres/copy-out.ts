import pg from 'pg';
import { Unavailable } from '../errors.js';
import type { StoredEvent } from '../event-store.js';
import { translated } from './errors.js';

/** A field of a row as bytes; undefined for null. */
export type Row = readonly (Buffer | undefined)[];

const SIGNATURE = Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1');
const HEADER = SIGNATURE.length + 8;

/**
 * Rows of a query as bytes, by COPY in binary format: `pg` reads every other result as UTF-8 text, which would cost
 * a hexadecimal detour for each payload. COPY takes no parameters: what goes into the SQL MUST be a number or escaped.
 */
export async function copyOut(pool: pg.Pool, sql: string, timeoutMs: number): Promise<Row[]> {
  const client = await pool.connect().catch((error: unknown) => {
    throw translated(error);
  });
  let broken: Error | undefined;
  const timeout = setTimeout(() => client.release((broken = new Error('The database did not answer'))), timeoutMs);
  try {
    const copy = new CopyOut(`copy (${sql}) to stdout (format binary)`);
    client.query(copy);
    return await copy.rows;
  } catch (error) {
    if (broken) throw new Unavailable(`The database did not answer within ${timeoutMs} ms`, { cause: error });
    throw translated(error);
  } finally {
    clearTimeout(timeout);
    if (!broken) client.release();
  }
}

/** What `pg` asks of a query that brings its own protocol. */
class CopyOut implements pg.Submittable {
  readonly #received: Row[] = [];
  readonly #done = Promise.withResolvers<Row[]>();
  #failed = false;
  #begun = false;

  constructor(private readonly text: string) {}

  get rows(): Promise<Row[]> {
    return this.#done.promise;
  }

  submit(connection: pg.Connection): void {
    connection.query(this.text);
  }

  handleCopyData({ chunk }: { chunk: Buffer }): void {
    // The protocol buffer is used again for what comes next: one copy per message, which the fields then share.
    const bytes = Buffer.from(chunk);
    let at = this.#begun ? 0 : HEADER;
    this.#begun = true;
    while (at < bytes.length) {
      const fields = bytes.readInt16BE(at);
      at += 2;
      if (fields === -1) return;
      const row: (Buffer | undefined)[] = new Array(fields);
      for (let field = 0; field < fields; field++) {
        const length = bytes.readInt32BE(at);
        at += 4;
        row[field] = length === -1 ? undefined : bytes.subarray(at, (at += length));
      }
      this.#received.push(row);
    }
  }

  handleError(error: Error): void {
    this.#failed = true;
    this.#done.reject(error);
  }

  handleReadyForQuery(): void {
    if (!this.#failed) this.#done.resolve(this.#received);
  }

  handleCommandComplete(): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
}

export const EVENT_COLUMNS = 'e.position, e.revision, e.recorded_at, e.id, e.stream, e.type, e.data, e.meta';

const TWO_TO_THE_32 = 4_294_967_296;
const POSTGRES_EPOCH_MS = Date.UTC(2000);
/** More than any ledger's departments tell of; nobody's types can fill the memory. */
const MOST_TYPES = 10_000;
const types = new Map<string, string>();
let lastMs = NaN;
let lastInstant = '';

/** The event whose columns start at `from`. */
export function eventOf(row: Row, from = 0): StoredEvent {
  const id = row[from + 3]!.toString('hex');
  return {
    id: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
    type: typeIn(row[from + 5]!),
    data: row[from + 6]!,
    meta: row[from + 7]!,
    stream: row[from + 4]!.toString(),
    revision: row[from + 1]!.readInt32BE(),
    position: int8(row[from]!),
    recordedAt: instant(row[from + 2]!),
  };
}

export const int8 = (bytes: Buffer) => bytes.readInt32BE() * TWO_TO_THE_32 + bytes.readUInt32BE(4);

/** One string for each type there is: whoever looks it up in a table finds it by identity, not letter by letter. */
function typeIn(bytes: Buffer): string {
  const type = bytes.toString();
  const known = types.get(type);
  if (known !== undefined) return known;
  if (types.size < MOST_TYPES) types.set(type, type);
  return type;
}

/** All events of a flush carry one instant: it is written out once. */
function instant(bytes: Buffer): string {
  const ms = int8(bytes) / 1000 + POSTGRES_EPOCH_MS;
  if (ms !== lastMs) {
    lastMs = ms;
    lastInstant = new Date(ms).toISOString();
  }
  return lastInstant;
}
