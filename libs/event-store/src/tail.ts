import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from './event-store.js';
import { Unavailable } from './errors.js';

export const PAGE_SIZE = 1_000;
/** A reader that was woken waits this long for what comes with it: under load one page then serves many appends. */
const TOGETHER_MS = 3;

/** One page after a position, as of one moment: `caughtUp` when nothing more was there at that moment. */
export type ReadPage = (after: number, size: number) => Promise<Page>;

/** Says that positions have been reached. A hint: whoever waits on it looks again now and then all the same. */
export interface Bell {
  /** Resolves once something beyond the position may be there, or after a while. */
  heard(beyond: number, signal: AbortSignal): Promise<void>;
}

/** Everything up to the end as it is when reached. The next page is on its way while one is consumed. */
export async function* pages(readPage: ReadPage, after: number, options: { limit?: number; pageSize?: number } = {}) {
  const { limit = Infinity, pageSize = PAGE_SIZE } = options;
  let left = limit;
  let next = readPage(after, Math.min(pageSize, left));
  for (;;) {
    const page = await next;
    left -= page.events.length;
    const done = page.caughtUp || left <= 0;
    if (!done) {
      next = readPage(page.events.at(-1)!.position, Math.min(pageSize, left));
      // Its failure belongs to the turn that awaits it; a consumer that has left does not care.
      next.catch(() => {});
    }
    yield page;
    if (done) return;
  }
}

/** Everything, then whatever comes. A store that cannot be reached is waited for; the position is never lost. */
export async function* tail(
  readPage: ReadPage,
  bell: Bell,
  after: number,
  { signal, pageSize = PAGE_SIZE }: { signal: AbortSignal; pageSize?: number },
): AsyncGenerator<Page> {
  let position = after;
  let toldCaughtUp = false;
  while (!signal.aborted) {
    const page = await readPage(position, pageSize).catch((error: unknown) => {
      if (error instanceof Unavailable && error.reason !== 'closing') return undefined;
      throw error;
    });
    if (signal.aborted) return;
    if (page && (page.events.length > 0 || page.caughtUp !== toldCaughtUp)) {
      position = page.events.at(-1)?.position ?? position;
      toldCaughtUp = page.caughtUp;
      yield page;
    }
    if (page && !page.caughtUp) continue;
    await bell.heard(page ? position : Infinity, signal);
    await pause(TOGETHER_MS);
  }
}
