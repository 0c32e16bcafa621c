import { openLine, type Line } from './line.js';
import { translated } from './errors.js';
import type { SessionOptions } from './session.js';

/** The one line of a process: opened when it is needed, and again when it was lost. */
export function lineOfProcess(session: SessionOptions) {
  let current: Promise<Line> | undefined;
  /** Everything up to here is durable, whatever happens. */
  let reached = 0;

  const durable = (position: number) => void (reached = Math.max(reached, position));

  function drop(lost: Promise<Line>): void {
    if (current === lost) current = undefined;
    // Ending what has ended, or never began, is nothing.
    lost.then((line) => line.end()).catch(() => {});
  }

  function open(): Promise<Line> {
    if (current) return current;
    const opened: Promise<Line> = openLine(session, { lost: () => drop(opened), durable });
    opened.catch(() => drop(opened));
    return (current = opened);
  }

  return {
    open,
    drop,
    /** Everything up to here was found to be durable: nobody need ask again. */
    durable,
    /**
     * What a look at the ledger found, once it is durable. The line is opened before: had the server crashed since, the
     * line would be lost too, and what was found might not have happened.
     */
    async durably<T>(look: () => Promise<T>, lastOf: (found: T) => number): Promise<T> {
      const { persist } = await open().catch((error: unknown) => {
        throw translated(error);
      });
      const found = await look();
      if (lastOf(found) > reached)
        await persist().catch((error: unknown) => {
          throw translated(error);
        });
      return found;
    },
    close: async () => void (await current?.then((line) => line.end()).catch(() => {})),
  };
}
