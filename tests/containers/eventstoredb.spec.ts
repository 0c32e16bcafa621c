import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreConformance } from '../../libs/event-store/src/conformance/conformance.js';
import { eventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import { lacks, ledgerAt } from '../../libs/event-store/src/eventstoredb/test-ledgers.js';

/** The version that the ledger is deployed with. */
const image = /image: *(\S*kurrentdb:\S+)/.exec(
  readFileSync(new URL('../../deploy/compose.yaml', import.meta.url), 'utf8'),
)![1]!;
const PORT = 2113;
const given = process.env['EVENTSTORE_URL'];

/** A real server, or why there is none. */
async function possible(): Promise<true | string> {
  if (given) return true;
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true as const,
    () => 'the suite of the store on a real EventStoreDB: EVENTSTORE_URL names none, and no Docker engine answers',
  );
}

async function start(): Promise<{ readonly url: string; stop(): Promise<unknown> }> {
  if (given) return { url: given, stop: async () => {} };
  const { GenericContainer } = await import('testcontainers');
  const container = await new GenericContainer(image)
    .withExposedPorts(PORT)
    .withEnvironment({ KURRENTDB_INSECURE: 'true', KURRENTDB_MEM_DB: 'true' })
    .start();
  return {
    url: `esdb://${container.getHost()}:${container.getMappedPort(PORT)}?tls=false`,
    stop: () => container.stop(),
  };
}

const here = await possible();
// The server of the tests runs the same suite everywhere; a real one is not to be had on every machine that runs them.
if (here !== true) {
  process.stderr.write(`skipped: ${here}\n`);
  describe('the event store on a real EventStoreDB', () => it.skip(here, () => {}));
} else {
  let server: Awaited<ReturnType<typeof start>>;
  beforeAll(async () => {
    server = await start();
    const store = eventStoreDbEventStore({ url: server.url });
    const patience = AbortSignal.timeout(120_000);
    for (let up = false; !up; await new Promise((resolve) => setTimeout(resolve, 500)))
      up = await store.head().then(
        () => true,
        (error: unknown) => {
          if (patience.aborted) throw error;
          return false;
        },
      );
    await store.close();
  }, 300_000);
  afterAll(() => server?.stop());

  eventStoreConformance('the event store on a real EventStoreDB', async () => ledgerAt(server.url), {
    ...lacks,
    loseNextAcknowledgement: 'a real server answers',
    cutReaders: 'a real server holds its lines',
  });

  it('tells places of its own, one for each event, in whatever way they are read', async () => {
    const { store, close } = ledgerAt(server.url);
    const stream = `conformance-${crypto.randomUUID()}`;
    const events = Array.from({ length: 3 }, (_, n) => ({
      id: crypto.randomUUID(),
      type: 'conformance.Noted',
      data: Buffer.from(String(n)),
      meta: Buffer.from('{}'),
    }));
    const before = await store.head();
    const { position } = await store.append(stream, events, 'no-stream');
    const read = (await store.read(stream)).events;
    const all = [];
    for await (const page of store.readAll(before)) all.push(...page.events.filter((event) => event.stream === stream));
    expect(all).toEqual([...read]);
    expect(new Set(read.map((event) => event.position)).size).toBe(3);
    expect(read.at(-1)!.position).toBe(position);
    await close();
  });
}
