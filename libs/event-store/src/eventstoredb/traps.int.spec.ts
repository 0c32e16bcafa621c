import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { event, events, everything, idsOf, newStream, range, tailed } from '../conformance/rule.js';
import { InvalidAppend, StaleRevision } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { framed, integer, toServer } from './envelope.js';
import { eventStoreDbEventStore, type EventStoreDbEventStoreOptions } from './eventstoredb-event-store.js';
import { testingCertificate } from './testing-certificate.js';
import { TestingEventStore, type TestingEventStoreOptions } from './testing-eventstore.js';
import { TestingLog } from './testing-log.js';

const servers: TestingEventStore[] = [];
const stores: EventStore[] = [];
let server: TestingEventStore;

async function started(options: TestingEventStoreOptions = {}): Promise<TestingEventStore> {
  const server = await TestingEventStore.start(options);
  servers.push(server);
  return server;
}

function open(options: Partial<EventStoreDbEventStoreOptions> = {}): EventStore {
  const store = eventStoreDbEventStore({ url: server.url, pollMs: 200, ...options });
  stores.push(store);
  return store;
}

// A rejection that nobody waits for, or an error that nobody hears, fails the test it happens in.
beforeEach(async () => {
  server = await started();
});
afterEach(async () => {
  for (const each of servers) each.fate = () => 'acknowledged';
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(servers.splice(0).map((each) => each.stop()));
});

describe('the client of EventStoreDB, as the store uses it,', () => {
  it('1: is given bytes only: what JSON cannot tell would hang an append for ever', async () => {
    const store = open();
    const stream = newStream();
    for (const data of [1n, { amount: 1n }, 'text'])
      await expect(store.append(stream, [{ ...event(), data: data as never }], 'any')).rejects.toThrow(InvalidAppend);
    const one = { ...event(), data: Buffer.from([0, 255]), meta: Buffer.from('{"a": 1}') };
    await store.append(stream, [one], 'any');
    const [stored] = (await store.read(stream)).events;
    expect([stored!.data, stored!.meta].map((bytes) => Buffer.from(bytes))).toEqual([one.data, one.meta]);
  });

  it('2: keeps what is pending on one server apart from the failure of another', async () => {
    const other = await started();
    const [here, there] = [open(), open({ url: other.url, settleMs: 300 })];
    await here.append(newStream(), events(1), 'any');
    const held = Promise.withResolvers<'acknowledged'>();
    const arrived = Promise.withResolvers<void>();
    server.fate = ({ stream }) => (stream.startsWith('_id.') ? 'acknowledged' : (arrived.resolve(), held.promise));
    const pending = here.append(newStream(), events(1), 'no-stream');
    await arrived.promise;
    other.fate = () => 'written and cut';
    await there.append(newStream(), events(1), 'any').catch(() => {});
    held.resolve('acknowledged');
    expect(await pending).toMatchObject({ revision: 0, duplicate: false });
  });

  it('2: lets go of a discovery that fails; the store does not', async () => {
    const follower = await started({ log: server.log });
    follower.leader = server;
    const url = `esdb://${server.address},${follower.address}?tls=false&discoveryInterval=10&maxDiscoverAttempts=3`;
    const store = open({ url, settleMs: 100 });
    const reader = tailed(store, await store.head(), 5, 20_000);
    for (let round = 0; round < 5; round++) {
      await Promise.all([server.stop(), follower.stop()]);
      await Promise.allSettled(
        range(0, 20).map((n) => (n % 2 ? store.head() : store.append(newStream(), events(1), 'any'))),
      );
      await Promise.all([server.start(), follower.start()]);
      while (!(await store.append(newStream(), events(1), 'any').catch(() => undefined)));
    }
    expect(await reader).toHaveLength(5);
  });

  it('3: is not waited for when the server is silent; what became of the append is found out', async () => {
    const store = open({ appendTimeoutMs: 100, settleMs: 300 });
    server.fate = ({ stream }) => (stream.startsWith('_id.') ? 'acknowledged' : 'ignored');
    await expect(store.append(newStream(), events(1), 'any')).rejects.toThrow(/not known.*same ids/);
    server.fate = ({ stream }) => (stream.startsWith('_id.') ? 'acknowledged' : 'written in silence');
    expect(await store.append(newStream(), events(3), 'any')).toMatchObject({ revision: 2, duplicate: false });
  });

  it('4: tells no revision when an append failed, whatever the URL says about throwing', async () => {
    const store = open({ url: `${server.url}&throwOnAppendFailure=false` });
    const [stream, other] = [newStream(), open({ url: `${server.url}&connectionName=other` })];
    await store.append(stream, events(1), 'any');
    await other.append(stream, events(41), 'any');
    await expect(store.append(stream, events(1), 0)).rejects.toMatchObject({ name: 'StaleRevision', actual: 41 });
    expect(await store.append(stream, events(1), 'any')).toMatchObject({ revision: 42 });
  });

  it('5: leaves the message of a wrong revision empty; the store’s own says what was expected and found', async () => {
    const store = open();
    const stream = newStream();
    await store.append(stream, events(2), 'any');
    const stale = await store.append(stream, events(1), 0).catch((error: unknown) => error as StaleRevision);
    expect(stale).toBeInstanceOf(StaleRevision);
    expect((stale as StaleRevision).message).toBe(`${stream} was expected at 0 and is at 1`);
  });

  it('6 and 7: makes a subscription anew when it fails, and when the server just ends it', async () => {
    const store = open({ pollMs: 60_000 });
    const after = await store.head();
    const reader = tailed(store, after, 30, 10_000);
    const other = open({ url: `${server.url}&connectionName=other` });
    const written = events(30);
    for (const [index, one] of written.entries()) {
      if (index % 10 === 5) server.cut();
      if (index % 10 === 9) server.endSubscriptions();
      await other.append(newStream(), [one], 'any');
    }
    expect(idsOf(await reader)).toEqual(idsOf(written));
  });

  it('8 and 10: is read page by page, in order, however slow the reader is', async () => {
    const store = open();
    const after = await store.head();
    await store.append(newStream(), events(40), 'any');
    const seen: number[] = [];
    for await (const page of store.readAll(after, { pageSize: 7 })) {
      await store.head();
      seen.push(...page.events.map(({ revision }) => revision));
    }
    expect(seen).toEqual(range(0, 40));
  });

  it('9: calls nobody back at the server’s checkpoints, and goes on past them', async () => {
    const store = open({ pollMs: 60_000 });
    const reader = tailed(store, await store.head(), 121, 10_000);
    const other = open({ url: `${server.url}&connectionName=other` });
    // Each claim is passed over by the filter; a server tells how far it is after so many of them.
    for (const one of events(120)) await other.append('conformance-one', [one], 'any');
    await other.append(newStream(), events(1), 'any');
    expect(await reader).toHaveLength(121);
  });

  it('11: is asked again when the line was cancelled, and finds the new leader', async () => {
    const leader = await started({ log: server.log });
    const store = open();
    await store.append(newStream(), events(1), 'any');
    let first = true;
    server.fate = () => (first ? ((first = false), 'unavailable') : 'acknowledged');
    expect(await store.append(newStream(), events(1), 'any')).toMatchObject({ revision: 0 });
    server.leader = leader;
    expect(await store.append(newStream(), events(1), 'any')).toMatchObject({ revision: 0 });
    expect(leader.asked.length).toBeGreaterThan(0);
  });

  it('12: is given a bounded number of appends at once, also on a fresh connection', async () => {
    let [now, most] = [0, 0];
    server.fate = async () => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now--;
      return 'acknowledged' as const;
    };
    const appended = await Promise.all(range(0, 300).map(() => open().append(newStream(), events(1), 'no-stream')));
    expect(appended).toHaveLength(300);
    expect(most).toBeLessThan(100);
  });

  it('13: keeps no stream open behind a reader that left', async () => {
    const store = open();
    const after = await store.head();
    await store.append(newStream(), events(60), 'any');
    for (let reader = 0; reader < 30; reader++)
      for await (const page of store.readAll(after, { pageSize: 5 })) if (page.events.length > 0) break;
    await everything(store.readAll(after));
    expect(server.calls.open).toBe(0);
    expect(server.calls.most).toBeLessThan(5);
  });

  it('14: lets the process end once the store is closed', async () => {
    const at = pathToFileURL(join(import.meta.dirname, '../../../../dist/libs/event-store/src/index.js')).href;
    const child = spawn(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        `const { eventStoreDbEventStore } = await import(${JSON.stringify(at)});
         const store = await eventStoreDbEventStore({ url: ${JSON.stringify(server.url)} });
         const leave = new AbortController();
         for await (const page of store.subscribe(await store.head(), { signal: leave.signal })) leave.abort();
         await store.close();`,
      ],
      { stdio: 'inherit' },
    );
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('15: appends in calls of their own, with credentials over TLS and without any otherwise', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eventstoredb-'));
    try {
      const authority = join(folder, 'ca.pem');
      await writeFile(authority, testingCertificate.cert);
      const guarded = await started({ tls: testingCertificate, credentials: 'ledger:se:cret' });
      const secure = open({ url: `esdb://ledger:se%3Acret@${guarded.address}?tlsCAFile=${authority}` });
      await secure.append(newStream(), events(2), 'any');
      expect(await everything(secure.readAll(0))).toHaveLength(2);
      const basic = `Basic ${Buffer.from('ledger:se:cret').toString('base64')}`;
      expect(new Set(guarded.asked.map(({ way, authorization }) => `${way} ${authorization}`))).toEqual(
        new Set([`append ${basic}`]),
      );
      await open({ url: server.url.replace('//', '//ledger:secret@') }).append(newStream(), events(1), 'any');
      await open().append(newStream(), events(1), 'any');
      expect(new Set(server.asked.map(({ way, authorization }) => way + authorization))).toEqual(new Set(['append']));
      expect(() => open({ url: `esdb://${guarded.address}` })).toThrow('must name user and password');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('prints an address that it finds odd, but has never seen user and password', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => {});
    open({ url: server.url.replace('//', '//ledger:se%3Acret@') + '&nonsense=1' });
    const printed = warn.mock.calls.join();
    warn.mockRestore();
    expect(printed).toContain('nonsense');
    expect(printed).not.toMatch(/cret|ledger/);
  });

  it('16: is not given what the server does not take, and a server that takes less says so', async () => {
    const store = open();
    const heavy = { ...event(), data: Buffer.alloc(store.limits.bytesPerEvent) };
    await expect(store.append(newStream(), [heavy], 'any')).rejects.toThrow(`at most ${store.limits.bytesPerEvent}`);
    const many = range(0, 9).map(() => ({ ...event(), data: Buffer.alloc(128 * 1024) }));
    await expect(store.append(newStream(), many, 'any')).rejects.toThrow(`at most ${store.limits.bytesPerAppend}`);
    expect(server.asked).toEqual([]);
    const strict = await started({ log: new TestingLog(4_096) });
    const refused = open({ url: strict.url }).append(newStream(), [{ ...event(), data: Buffer.alloc(5_000) }], 'any');
    await expect(refused).rejects.toBeInstanceOf(InvalidAppend);
    await expect(refused).rejects.toThrow('4096 bytes');
  });

  it('17: has its 64-bit numbers taken exactly, or not at all', () => {
    expect([integer(12n, 'position'), integer('9007199254740991', 'position'), integer(7, 'revision')]).toEqual([
      12, 9_007_199_254_740_991, 7,
    ]);
    // A place that no server tells is the highest number of 64 bits.
    for (const wrong of [2n ** 53n, '18446744073709551615', -1n, undefined])
      expect(() => integer(wrong, 'position')).toThrow('for a position');
  });
});

/** Why the store does as it does: when one of these no longer holds, a guard has lost its reason. */
describe('the client of EventStoreDB, left to itself,', () => {
  const frame = () => toServer(framed(event()), '2026-01-01T00:00:00.000Z');
  const clients: EventStoreDBClient[] = [];
  const client = (options = '') => {
    const made = EventStoreDBClient.connectionString(server.url + options);
    clients.push(made);
    return made;
  };
  afterEach(() => Promise.all(clients.splice(0).map((each) => each.dispose())));

  it('joins appends in a batch that keeps to no deadline', async () => {
    server.fate = () => 'ignored';
    const outcome = client().appendToStream('case-1', [frame()], { deadline: 50 });
    const settled = await Promise.race([
      outcome.then(
        () => 'settled',
        () => 'settled',
      ),
      new Promise((resolve) => setTimeout(resolve, 400, 'pending')),
    ]);
    outcome.catch(() => {});
    expect([settled, server.asked[0]!.way]).toEqual(['pending', 'batchAppend']);
  });

  it('tells the revision 1 where the server said 41, when it is not to throw', async () => {
    await open().append('case-1', events(42), 'any');
    const { success, nextExpectedRevision } = await client('&throwOnAppendFailure=false').appendToStream(
      'case-1',
      [frame()],
      { expectedRevision: 7n },
    );
    expect({ success, nextExpectedRevision }).toEqual({ success: false, nextExpectedRevision: 1n });
  });

  it('makes JSON of a Buffer, and parses what is JSON', async () => {
    const made = client();
    await made.appendToStream('case-1', [{ ...frame(), metadata: Buffer.from('{"a": 1}') }]);
    for await (const { event } of made.readStream('case-1'))
      expect(event!.metadata).toMatchObject({ type: 'Buffer', data: expect.any(Array) });
  });

  it('is told by the server that the same id is the same event, whatever it says', async () => {
    const made = client();
    const [one, other] = [frame(), frame()];
    await made.appendToStream('case-1', [one], { expectedRevision: 'no_stream' });
    const again = await made.appendToStream('case-1', [{ ...other, id: one.id, data: new Uint8Array([1]) }], {
      expectedRevision: 'no_stream',
    });
    expect(again).toMatchObject({ success: true, nextExpectedRevision: 0n });
  });

  it('ends the process when a batch is acknowledged twice; the store, which joins no batch, does not hear it', async () => {
    server.fate = () => 'acknowledged twice';
    const root = join(import.meta.dirname, '../../../..');
    const ended = async (code: string) => {
      const child = spawn(process.execPath, ['--input-type=module', '-e', code], { cwd: root, stdio: 'ignore' });
      return (await once(child, 'exit'))[0] as number;
    };
    const url = JSON.stringify(server.url);
    const bytes = 'new Uint8Array([123, 125])';
    expect(
      await ended(`
        import { binaryEvent, EventStoreDBClient } from '@eventstore/db-client';
        const client = EventStoreDBClient.connectionString(${url});
        await client.appendToStream('case-1', [binaryEvent({ type: 'a.B', data: ${bytes} })]);
        await new Promise((resolve) => setTimeout(resolve, 300));
        process.exit(0);`),
    ).toBe(1);
    expect(
      await ended(`
        import { eventStoreDbEventStore } from './dist/libs/event-store/src/index.js';
        const store = await eventStoreDbEventStore({ url: ${url} });
        const event = { id: crypto.randomUUID(), type: 'a.B', data: ${bytes}, meta: ${bytes} };
        await store.append('case-1', [event], 'any');
        await new Promise((resolve) => setTimeout(resolve, 300));
        await store.close();`),
    ).toBe(0);
  });

  it('subscribes once and not again', async () => {
    const subscription = client().subscribeToAll({ fromPosition: 'end' });
    const said: string[] = [];
    subscription.on('error', () => said.push('error')).on('data', () => said.push('data'));
    await once(subscription, 'confirmation');
    server.cut();
    await once(subscription, 'error');
    await open().append(newStream(), events(1), 'any');
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(said).toEqual(['error']);
  });
});
