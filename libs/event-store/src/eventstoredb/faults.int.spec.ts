import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { event, events, everything, idsOf, newStream, range, tailed } from '../conformance/rule.js';
import { Conflict, Unavailable, UnknownPosition } from '../errors.js';
import type { EventStore } from '../event-store.js';
import { eventStoreDbEventStore, type EventStoreDbEventStoreOptions } from './eventstoredb-event-store.js';
import { claimOf } from './claims.js';
import { testingCertificate } from './testing-certificate.js';
import { type Fate, TestingEventStore, type TestingEventStoreOptions } from './testing-eventstore.js';

const servers: TestingEventStore[] = [];
const stores: EventStore[] = [];
let server: TestingEventStore;

async function started(options: TestingEventStoreOptions = {}): Promise<TestingEventStore> {
  const server = await TestingEventStore.start(options);
  servers.push(server);
  return server;
}

function open(options: Partial<EventStoreDbEventStoreOptions> = {}): EventStore {
  const store = eventStoreDbEventStore({ url: server.url, pollMs: 100, ...options });
  stores.push(store);
  return store;
}

/** A store as another process has it: with a connection of its own. */
const elsewhere = (options: Partial<EventStoreDbEventStoreOptions> = {}) =>
  open({ url: `${server.url}&connectionName=${stores.length}`, ...options });

const isClaim = ({ stream }: { stream: string }) => stream.startsWith('_id.');

beforeEach(async () => {
  server = await started();
});
afterEach(async () => {
  for (const each of servers) {
    each.fate = () => 'acknowledged';
    each.silentToReaders = false;
  }
  await Promise.all(stores.splice(0).map((store) => store.close()));
  await Promise.all(servers.splice(0).map((each) => each.stop()));
});

describe('when acknowledgements are lost, late or repeated', () => {
  it('every append that was acknowledged is there once, and none is refused although it was written', async () => {
    const faults: Fate[] = ['written and cut', 'written and timed out', 'unavailable'];
    let turn = 0;
    server.fate = () => (turn++ % 9 === 8 ? faults[turn % faults.length]! : 'acknowledged');
    const stream = newStream();
    const acknowledged: string[] = [];
    const refused: string[] = [];
    await Promise.all(
      range(0, 3).map(async (writer) => {
        const store = elsewhere();
        for (const one of range(0, 12).map((n) => event({ writer, n })))
          await store.append(stream, [one], 'any').then(
            () => acknowledged.push(one.id),
            () => refused.push(one.id),
          );
      }),
    );
    server.fate = () => 'acknowledged';
    const stored = idsOf((await open().read(stream)).events);
    expect(stored.toSorted()).toEqual(acknowledged.toSorted());
    expect(await open().find(refused)).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(30);
  });

  it('an append that is written after it was given up is found by its ids, and never written twice', async () => {
    const store = open({ appendTimeoutMs: 50, settleMs: 150 });
    const stream = newStream();
    const one = event();
    const held = Promise.withResolvers<Fate>();
    server.fate = (asked) => (isClaim(asked) ? 'acknowledged' : held.promise);
    await expect(store.append(stream, [one], 'no-stream')).rejects.toThrow(/not known.*same ids/);
    held.resolve('acknowledged');
    server.fate = () => 'acknowledged';
    expect(await elsewhere().append(stream, [one], 'no-stream')).toMatchObject({ revision: 0 });
    expect((await open().read(stream)).events).toHaveLength(1);
  });

  it('an id that two processes put at once with two contents is written once; the other hears of the conflict', async () => {
    for (const round of range(0, 15)) {
      const stream = newStream();
      const [mine, yours] = [event({ round, who: 'me' }), event({ round, who: 'you' })];
      const outcomes = await Promise.allSettled([
        elsewhere().append(stream, [mine], 'no-stream'),
        elsewhere().append(stream, [{ ...yours, id: mine.id }], 'no-stream'),
      ]);
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      const { reason } = outcomes.find((outcome) => outcome.status === 'rejected')!;
      expect(reason).toBeInstanceOf(Conflict);
      const winner = outcomes.findIndex(({ status }) => status === 'fulfilled');
      const [stored] = (await open().read(stream)).events;
      expect(Buffer.from(stored!.data)).toEqual([mine, yours][winner]!.data);
    }
  });

  it('an event that two processes put at once is written once, and only one of them wrote it', async () => {
    for (const _ of range(0, 15)) {
      const stream = newStream();
      const one = event();
      const both = await Promise.all([1, 2].map(() => elsewhere().append(stream, [one], 'any')));
      expect(both.map(({ duplicate }) => duplicate).toSorted()).toEqual([false, true]);
      expect((await open().read(stream)).events).toHaveLength(1);
    }
  });
});

describe('an id', () => {
  it('belongs to the stream that it was first offered for, also when it was not written there', async () => {
    const store = open();
    const [first, second] = [newStream(), newStream()];
    const one = event();
    await expect(store.append(first, [one], 'stream-exists')).rejects.toMatchObject({ name: 'StaleRevision' });
    expect(await store.find([one.id])).toEqual([]);
    await expect(store.append(second, [one], 'any')).rejects.toMatchObject({ name: 'Conflict', ids: [one.id] });
    expect(await store.append(first, [one], 'any')).toMatchObject({ revision: 0, duplicate: false });
    expect(idsOf(await store.find([one.id]))).toEqual([one.id]);
  });

  it('is claimed in a stream that no caller can name and no reader of the ledger sees', async () => {
    const store = open();
    const one = event();
    await store.append(newStream(), [one], 'any');
    expect(server.log.stream(claimOf(one.id))).toHaveLength(1);
    await expect(store.append(claimOf(one.id), events(1), 'any')).rejects.toMatchObject({ name: 'InvalidAppend' });
    expect(await store.read(claimOf(one.id))).toMatchObject({ exists: false });
    expect(idsOf(await everything(store.readAll(0)))).toEqual([one.id]);
    expect(server.log.records.length).toBeGreaterThan(2);
  });
});

describe('what others keep on the same server', () => {
  const foreign = (stream: string, data: string) =>
    server.log.append(stream, 'any', [
      {
        id: crypto.randomUUID(),
        type: 'others.Noted',
        contentType: 'application/json',
        data: Buffer.from(data),
        meta: Buffer.from('{"$correlationId":"x"}'),
      },
    ]);

  it('is read as it is where a stream of the ledger could be, and wakes nobody otherwise', async () => {
    const store = open({ pollMs: 60_000 });
    const leave = new AbortController();
    const pages: number[] = [];
    const reader = (async () => {
      for await (const { events } of store.subscribe(0, { signal: leave.signal })) {
        pages.push(events.length);
        for (const { type, data } of events)
          expect([type, Buffer.from(data).toString()]).toEqual(['others.Noted', '{"a":1}']);
        if (events.length > 0) leave.abort();
      }
    })();
    await store.head();
    foreign('others streams-1', '{}');
    await new Promise((resolve) => setTimeout(resolve, 200));
    const asked = server.calls.made;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(server.calls.made).toBe(asked);
    foreign('others-1', '{"a":1}');
    await reader;
    expect((await open().read('others-1')).events).toHaveLength(1);
    expect(pages.filter((count) => count > 0)).toEqual([1]);
  });
});

describe('a position that the store never told', () => {
  it('is refused in so many words, because the server can only read where a record begins', async () => {
    const store = open();
    const { position } = await store.append(newStream(), events(3), 'any');
    await expect(everything(store.readAll(position - 1))).rejects.toBeInstanceOf(UnknownPosition);
    await expect(everything(store.readAll(position - 1))).rejects.toThrow('was kept by another one, or computed');
  });
});

describe('when the server is away', () => {
  it('appends and reads say so at once, and recover by themselves', async () => {
    const store = open({ settleMs: 300 });
    await store.append(newStream(), events(1), 'any');
    await server.stop();
    const unavailable = { name: 'Unavailable', reason: 'unreachable' };
    await expect(store.append(newStream(), events(1), 'any')).rejects.toMatchObject(unavailable);
    await expect(store.read(newStream())).rejects.toMatchObject(unavailable);
    await expect(store.head()).rejects.toMatchObject(unavailable);
    await expect(everything(store.readAll(0))).rejects.toMatchObject(unavailable);
    await server.start();
    await backAgain(store);
    expect(await store.append(newStream(), events(1), 'no-stream')).toMatchObject({ revision: 0 });
    expect(await everything(store.readAll(0))).toHaveLength(2);
  });

  it('a subscription waits, says each time that it tries again, and goes on where it was', async () => {
    const lines: string[] = [];
    const store = open({ tell: (line) => lines.push(line), pollMs: 50 });
    const after = await store.head();
    const reader = tailed(store, after, 20, 20_000);
    const written = events(20);
    for (const one of written.slice(0, 10)) await store.append(newStream(), [one], 'any');
    await server.stop();
    while (lines.length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
    await server.start();
    await backAgain(store);
    for (const one of written.slice(10)) await store.append(newStream(), [one], 'any');
    expect(idsOf(await reader)).toEqual(idsOf(written));
    expect(lines[0]).toMatch(
      /^EventStoreDB at 127\.0\.0\.1:\d+ cannot be reached \(.*ECONNREFUSED.*\).*trying again in/,
    );
  });

  /** Polls as a readiness probe does. */
  async function backAgain(store: EventStore): Promise<void> {
    while (
      await store.head().then(
        () => false,
        () => true,
      )
    )
      await new Promise((resolve) => setTimeout(resolve, 50));
  }

  it('a subscription of the server that falls silent is noticed, and made anew', async () => {
    const store = open({ pollMs: 100, silentMs: 200, readTimeoutMs: 200 });
    const reader = tailed(store, await store.head(), 12, 10_000);
    const other = elsewhere();
    await other.append(newStream(), events(1), 'any');
    const before = server.calls.open;
    server.silentToReaders = true;
    server.endSubscriptions();
    await new Promise((resolve) => setTimeout(resolve, 300));
    server.silentToReaders = false;
    for (const one of events(11)) await other.append(newStream(), [one], 'any');
    expect(await reader).toHaveLength(12);
    expect(before).toBeGreaterThanOrEqual(1);
  });
});

describe('a cluster', () => {
  it('that changes its leader in the middle loses nothing and doubles nothing', async () => {
    const follower = await started({ log: server.log });
    follower.leader = server;
    const hosts = `${server.address},${follower.address}`;
    const store = open({ url: `esdb://${hosts}?tls=false&discoveryInterval=20` });
    const stream = newStream();
    const acknowledged: string[] = [];
    const writing = Promise.all(
      range(0, 4).map(async () => {
        for (const one of events(20)) {
          await store.append(stream, [one], 'any');
          acknowledged.push(one.id);
        }
      }),
    );
    while (acknowledged.length < 20) await new Promise((resolve) => setImmediate(resolve));
    [server.leader, follower.leader] = [follower, undefined];
    await writing;
    expect(idsOf((await open().read(stream)).events).toSorted()).toEqual(acknowledged.toSorted());
    expect(follower.asked.length).toBeGreaterThan(0);
  });
});

describe('what is wrong is said in one line, and nothing ends:', () => {
  const said = async (store: EventStore): Promise<string> => {
    const errors = await Promise.all([
      store.head().catch((error: unknown) => error),
      store.append(newStream(), events(1), 'any').catch((error: unknown) => error),
    ]);
    for (const error of errors) expect(error).toBeInstanceOf(Unavailable);
    const { message } = errors[0] as Unavailable;
    expect(message).not.toMatch(/\n|secret/);
    return message;
  };

  it('nobody listens', async () => {
    const nobody = createServer().listen(0, '127.0.0.1');
    await once(nobody, 'listening');
    const { port } = nobody.address() as AddressInfo;
    nobody.close();
    const message = await said(open({ url: `esdb://ledger:secret@127.0.0.1:${port}?tls=false` }));
    expect(message).toContain(`EventStoreDB at 127.0.0.1:${port} cannot be reached`);
    expect(message).toContain('look at host, port and tls in EVENTSTORE_URL');
  });

  it('nobody knows the host', async () => {
    const message = await said(open({ url: 'esdb://es1.invalid:2113?tls=false' }));
    expect(message).toMatch(/EventStoreDB at es1\.invalid:2113 is a host that nobody knows .*look at the host/);
  });

  it('no node of the cluster answers', async () => {
    const url = 'esdb://127.0.0.1:1,127.0.0.1:2?tls=false&discoveryInterval=5&maxDiscoverAttempts=2';
    expect(await said(open({ url }))).toMatch(
      /at 127\.0\.0\.1:1,127\.0\.0\.1:2 cannot be reached .*Failed to discover/,
    );
  });

  it('the certificate is not trusted', async () => {
    const guarded = await started({ tls: testingCertificate, credentials: 'ledger:secret' });
    const message = await said(open({ url: `esdb://ledger:secret@${guarded.address}` }));
    expect(message).toMatch(/shows a certificate that is not trusted .*look at tlsCAFile/);
  });

  it('the password is wrong', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'eventstoredb-'));
    try {
      const authority = join(folder, 'ca.pem');
      await writeFile(authority, testingCertificate.cert);
      const guarded = await started({ tls: testingCertificate, credentials: 'ledger:secret' });
      const message = await said(open({ url: `esdb://ledger:wrong@${guarded.address}?tlsCAFile=${authority}` }));
      expect(message).toMatch(/denies access .*look at user and password/);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
