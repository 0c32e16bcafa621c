import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import { UnknownPosition } from '../errors.js';
import type { Page, StoredEvent } from '../event-store.js';
import { sharedPages } from '../shared-pages.js';
import type { ReadPage } from '../tail.js';
import type { Connection } from './connection.js';
import { fromServer, integer, stored } from './envelope.js';

/** Records that one read fetches at most, the server's own and claims among them. */
const WINDOW = 4_096;
const FIRST_LOOK_BACK = 32;

/** The one order of everything, read by pages: what is the server's own, or a claim, is left out. */
export function everything(connection: Connection, saw: (event: StoredEvent) => void) {
  let newest: StoredEvent | undefined;

  const note = (event: StoredEvent | undefined) => {
    if (!event || (newest && newest.position >= event.position)) return;
    newest = event;
    saw(event);
  };

  const readPage: ReadPage = sharedPages(async (after, size): Promise<Page> => {
    const events: StoredEvent[] = [];
    for (let from = after; ;) {
      // There is a claim for each event, and a read begins with the record at its position.
      const window = Math.min(2 * (size - events.length) + 2, WINDOW);
      const records = await connection.readAll(from > 0 ? from : 'start', window).catch((error: unknown) => {
        throw /InvalidPosition|invalid position/i.test((error as Error).message) ? new UnknownPosition(from) : error;
      });
      for (const record of records) if (positionOf(record) > from) events.push(...eventsOf(record));
      const isEnd = records.length < window;
      if (isEnd || events.length >= size) {
        const page = events.slice(0, size);
        note(page.at(-1));
        return { events: page, caughtUp: isEnd && events.length <= size };
      }
      from = positionOf(records.at(-1)!);
    }
  });

  /** The last event of the ledger, looked for from the end: not further back than to the newest that was ever seen. */
  const latest = async (): Promise<StoredEvent | undefined> => {
    let window = FIRST_LOOK_BACK;
    let records = await connection.readAll('end', window);
    for (;;) {
      for (const record of records) {
        if (newest && positionOf(record) <= newest.position) return newest;
        const [event] = eventsOf(record);
        note(event);
        if (event) return event;
      }
      if (records.length < window) return newest;
      window = Math.min(window * 4, WINDOW);
      records = await connection.readAllBefore(positionOf(records.at(-1)!), window);
    }
  };

  return { readPage, latest };
}

const positionOf = (record: AllStreamResolvedEvent) =>
  integer(record.commitPosition ?? record.event?.position.commit, 'position');

function eventsOf(record: AllStreamResolvedEvent): StoredEvent[] {
  const found = fromServer(record as ResolvedEvent);
  return found ? [stored(found)] : [];
}
