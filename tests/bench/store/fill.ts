import type { EventStore, NewEvent } from '#event-store';

/** Events of one append, and the stream that they go to. */
export interface Append {
  readonly stream: string;
  readonly events: readonly NewEvent[];
}

const AT_ONCE = 256;

/** Appends histories, many at once and each in its order, until the ledger is so long. */
export async function fill(store: EventStore, length: number, history: () => readonly Append[]): Promise<void> {
  let left = length - (await store.head());
  const told = { at: performance.now() };
  const writers = Array.from({ length: AT_ONCE }, async () => {
    while (left > 0) {
      const appends = history();
      left -= appends.reduce((sum, { events }) => sum + events.length, 0);
      for (const { stream, events } of appends) await store.append(stream, [...events], 'any');
      if (performance.now() - told.at < 10_000) continue;
      told.at = performance.now();
      process.stderr.write(`filling: ${left.toLocaleString('en-US')} of ${length.toLocaleString('en-US')} to go\n`);
    }
  });
  await Promise.all(writers);
}
