import { setTimeout as pause } from 'node:timers/promises';
import { Unavailable } from '../errors.js';
import type { EventStore, Page, StreamAppend } from '../event-store.js';

/** A line to memory that can be made to fail, as one to a server does by itself. */
export interface Line {
  losing: boolean;
  cuts: number;
}

/**
 * A reader who lost an event is not kept waiting for it. In turns of the event loop, not in time: what is still to come takes
 * its turns in the same process, however busy the machine is.
 */
const IDLE_TURNS = 150;

/** What is subscribed to as a server offers it: it ends with an error when the line is cut. */
export type Subscribe = EventStore['subscribe'];

export function cuttable(inner: EventStore, line: Line): Subscribe {
  return async function* (after, { signal, pageSize = 1_000 }) {
    const whole = line.cuts;
    let position = after;
    let toldCaughtUp = false;
    for (let idle = 0; !signal.aborted && idle < IDLE_TURNS; idle++, await pause(1)) {
      for await (const page of inner.readAll(position, { pageSize })) {
        if (signal.aborted) return;
        if (line.cuts !== whole) throw new Unavailable('The line was cut');
        if (page.events.length > 0) idle = 0;
        else if (toldCaughtUp) continue;
        position = page.events.at(-1)?.position ?? position;
        toldCaughtUp = page.caughtUp;
        yield page;
      }
    }
  };
}

/** Subscribes again whenever the line was cut, from where `from` says. */
export function resuming(subscribe: Subscribe, from: (last: number) => number | Promise<number>): Subscribe {
  return async function* (after, options): AsyncGenerator<Page> {
    for (let last = after, start = after; ; start = await from(last))
      try {
        for await (const page of subscribe(start, options)) {
          last = page.events.at(-1)?.position ?? last;
          yield page;
        }
        return;
      } catch (error) {
        if (!(error instanceof Unavailable)) throw error;
      }
  };
}

/** Memory at the other end of a line. Sound as it stands: stores that are not are made from it. */
export function remoteStore(inner: EventStore, line: Line): EventStore {
  return {
    ...inner,
    appendAll: (appends) =>
      line.losing ? loseAnswer(inner, line, appends).then(() => inner.appendAll(appends)) : inner.appendAll(appends),
    subscribe: resuming(cuttable(inner, line), (last) => last),
  };
}

/** Puts the appends, and nobody hears what became of them. */
export async function loseAnswer(inner: EventStore, line: Line, appends: readonly StreamAppend[]): Promise<void> {
  line.losing = false;
  await inner.appendAll(appends).catch(() => {});
}
