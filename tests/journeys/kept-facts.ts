import { decode, type Enveloped } from '#contracts';
import { postgresEventStore, systemClock } from '#event-store';
import { openBundledPostgres } from '#runtime';

/** Everything that a stopped ledger keeps, in the order of the ledger, as the store itself gives it. */
export async function keptFacts(data: string): Promise<readonly Enveloped[]> {
  const postgres = await openBundledPostgres({ dataFolder: data, lowSpaceWatermarkMb: 0 });
  try {
    const store = postgresEventStore({ url: postgres.serviceUrl, clock: systemClock });
    const facts: Enveloped[] = [];
    for await (const { events } of store.readAll(0)) facts.push(...events.map(decode));
    await store.close();
    return facts;
  } finally {
    await postgres.stop();
  }
}

/** What is wrong with the order of facts: a position or a revision that is missing or there twice. */
export function gapsIn(facts: readonly Enveloped[]): string[] {
  const next = new Map<string, number>();
  return facts.flatMap(({ position, stream, revision }, at) => {
    const expected = next.get(stream) ?? 0;
    next.set(stream, revision + 1);
    return [
      ...(position === at + 1 ? [] : [`position ${position} follows ${at}`]),
      ...(revision === expected ? [] : [`${stream} goes from revision ${expected - 1} to ${revision}`]),
    ];
  });
}
