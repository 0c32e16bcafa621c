import { Readable } from 'node:stream';
import type { ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { changeItem, placeAt } from './change-item.js';
import { changed, type Changes } from './changes.js';
import type { Following } from './following.js';

/** A comment is sent this often, so that whoever is in between sees that the stream lives. */
export const HEARTBEAT_MS = 15_000;
/** How long a reader waits before it comes back by itself. */
const RETRY_MS = 2_000;
/** So many facts go into one piece of a stream; the next piece is made when this one was taken. */
export const PIECE = 100;

interface Streamed {
  readonly models: ReadModels;
  readonly following: Following;
  readonly from: number;
  readonly next: (after: number) => Promise<Changes>;
  readonly signal: AbortSignal;
  readonly heartbeatMs?: number;
}

/**
 * A feed as server-sent events (WHATWG HTML, 9.2): the id of each is its cursor. Nothing is read ahead of a slow reader,
 * and a heartbeat tells the place too, so that a quiet subject is not looked through twice.
 */
export function eventStream({ models, following, from, next, signal, heartbeatMs = HEARTBEAT_MS }: Streamed): Readable {
  async function* pieces() {
    yield `retry: ${RETRY_MS}\n\n`;
    for (let place = from; !signal.aborted;) {
      const changes = await next(place);
      place = changes.place;
      if (changes.facts.length > 0) yield changes.facts.map(changeItem).map(frame).join('');
      if (!changes.caughtUp) continue;
      const hasMore = await changed(models, following.watch, changes.position, heartbeatMs, signal);
      if (!hasMore && !signal.aborted) yield `: heartbeat\nid: ${placeAt(place)}\n\n`;
    }
  }
  const stream = Readable.from(pieces(), { objectMode: false, highWaterMark: 1 });
  // A reader that takes nothing would hold up the end.
  const end = () => void (stream.readableLength > 0 && stream.destroy());
  signal.addEventListener('abort', end, { once: true });
  stream.once('close', () => signal.removeEventListener('abort', end));
  return stream;
}

const frame = (item: ReturnType<typeof changeItem>): string =>
  `id: ${item.cursor}\nevent: change\ndata: ${JSON.stringify(item)}\n\n`;

const MOST = { perClient: 8, inAll: 200 };

/** Streams that are open in this process. */
export class OpenStreams {
  readonly #open = new Map<string, number>();

  /** Counts a stream of a client until it is closed. Throws when there are too many. */
  add(client: string, stream: () => Readable): Readable {
    const mine = this.#open.get(client) ?? 0;
    const all = [...this.#open.values()].reduce((sum, count) => sum + count, 0);
    if (mine >= MOST.perClient || all >= MOST.inAll) throw tooMany(mine >= MOST.perClient);
    const opened = stream();
    this.#open.set(client, mine + 1);
    opened.once('close', () => {
      const left = this.#open.get(client)! - 1;
      if (left > 0) this.#open.set(client, left);
      else this.#open.delete(client);
    });
    return opened;
  }
}

const tooMany = (ofClient: boolean) =>
  new HttpProblem(
    429,
    'feed/too-many-streams',
    ofClient
      ? {
          zh: `同一系统至多同时打开${MOST.perClient}个事件流`,
          en: `One client may hold ${MOST.perClient} streams open`,
        }
      : { zh: '事件流已满', en: 'No more streams can be opened here' },
    {
      retryAfterS: 30,
      wayOut: {
        zh: '关闭不用的事件流，或以 after 轮询同一地址',
        en: 'Close those that are not needed, or poll the same address with after',
      },
    },
  );
