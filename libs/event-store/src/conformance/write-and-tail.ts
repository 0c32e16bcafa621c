import type { EventStore } from '../event-store.js';
import { type Acknowledged, readAlong, type Move, write } from './parallel-writers.js';

/** What a process is told: first what to write, each writer at once, and then how much there is to be seen. */
export type Order =
  { readonly after: number; readonly writers: readonly (readonly Move[])[] } | { readonly seenAll: number };

/** What it answers. */
export type Report =
  | { readonly acknowledged: Acknowledged }
  | { readonly done: true }
  /** Position and id of all that came by while it wrote, and afterwards. */
  | { readonly seen: readonly string[] };

/**
 * The whole of a process that takes part in the rules about several processes: it writes to its store as it is told by
 * the process that forked it, follows the ledger meanwhile, and ends once it has told what it saw.
 */
export function writeAndTail(store: EventStore): void {
  const report = (told: Report) => process.send!(told);
  let reader: ReturnType<typeof readAlong> | undefined;

  const obey = async (order: Order) => {
    if ('writers' in order) {
      reader = readAlong(store, order.after);
      await Promise.all(order.writers.map((moves) => write(store, moves, (acknowledged) => report({ acknowledged }))));
      report({ done: true });
    } else {
      const seen = await reader!.seenAll(order.seenAll);
      report({ seen: seen.map(({ position, id }) => `${position} ${id}`) });
      await store.close();
      process.disconnect();
    }
  };
  // What goes wrong ends the process, and whoever forked it hears of that.
  process.on('message', (order: Order) => void obey(order));
}
