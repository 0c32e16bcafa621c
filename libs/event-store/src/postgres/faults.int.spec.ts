import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { Unavailable } from '../errors.js';
import { event, events, everything, idsOf, newStream, range, tailed } from '../conformance/rule.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import { once } from './testing-postgres.js';

let ledgers: TestLedgers;
let ledger: TestLedger;
beforeAll(async () => {
  ledgers = await testLedgers();
  ledger = await ledgers.ledger();
});
afterAll(async () => {
  await ledger.close();
  await ledgers.stop();
});

/** Ends every session of the service, as a restart or a lost network does. */
const cutSessions = () =>
  once(ledger.ownerUrl, `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'ledger_service'`);

describe('when sessions are cut', () => {
  it('every append that was acknowledged is there once, and none is refused although it was written', async () => {
    const store = ledger.open();
    const stream = newStream();
    let done = false;
    const observer = ledger.open(undefined, { url: ledger.ownerUrl });
    const cutter = (async () => {
      for (let cut = 1; cut <= 8; cut++) {
        while ((await observer.head()) < cut * 20);
        await cutSessions();
      }
    })();
    const acknowledged: string[] = [];
    const refused: string[] = [];
    const writers = range(0, 8).map(async (writer) => {
      while (!done) {
        const one = event({ writer });
        await store.append(stream, [one], 'any').then(
          () => acknowledged.push(one.id),
          () => refused.push(one.id),
        );
      }
    });
    await Promise.all([cutter.finally(() => (done = true)), ...writers]);
    const stored = idsOf((await ledger.open().read(stream)).events);
    expect(new Set(stored).size).toBe(stored.length);
    expect(stored.toSorted()).toEqual(acknowledged.toSorted());
    expect(await ledger.open().find(refused)).toEqual([]);
  });

  it('a subscription goes on where it was', async () => {
    const store = ledger.open(undefined, { pollMs: 50 });
    const after = await store.head();
    const reader = tailed(store, after, 60);
    for (const one of events(60)) {
      if (Math.random() < 0.1) await cutSessions();
      await store.append(newStream(), [one], 'any');
    }
    expect((await reader).map(({ position }) => position)).toEqual(range(after + 1, 60));
  });
});

describe('when the server dies', () => {
  it('an append in flight is answered after the restart, with what became of it', async () => {
    const store = ledger.open();
    const stream = newStream();
    await store.append(stream, events(1), 'no-stream');
    const batch = events(50);
    const inFlight = Promise.allSettled(batch.map((one) => store.append(stream, [one], 'any')));
    await new Promise((resolve) => setImmediate(resolve));
    await ledgers.server.kill();
    await ledgers.server.start();
    const outcomes = await inFlight;
    const written = batch.filter((_, index) => outcomes[index]!.status === 'fulfilled');
    expect(idsOf((await ledger.open().read(stream, { from: 1 })).events).toSorted()).toEqual(idsOf(written).toSorted());
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Unavailable);
  });

  it('reads and appends say that it is unavailable, and recover by themselves', async () => {
    const store = ledger.open(undefined, { settleMs: 200 });
    await store.append(newStream(), events(1), 'any');
    await ledgers.server.kill();
    const unavailable = { name: 'Unavailable', reason: 'unreachable' };
    await expect(store.append(newStream(), events(1), 'any')).rejects.toMatchObject(unavailable);
    await expect(store.append(newStream(), events(1), 'any')).rejects.toMatchObject(unavailable);
    await expect(store.read(newStream())).rejects.toMatchObject(unavailable);
    await expect(store.head()).rejects.toMatchObject(unavailable);
    await expect(everything(store.readAll(0))).rejects.toMatchObject(unavailable);
    await ledgers.server.start();
    expect(await store.append(newStream(), events(1), 'no-stream')).toMatchObject({ revision: 0 });
    expect((await everything(store.readAll(0))).length).toBe(await store.head());
  });

  it('closing answers everybody while the server is away, with what is known', async () => {
    const store = ledger.open(undefined, { settleMs: 200 });
    const stream = newStream();
    await store.append(stream, events(1), 'no-stream');
    const batch = events(60);
    const waiting = Promise.allSettled(batch.map((one) => store.append(stream, [one], 'any')));
    await new Promise((resolve) => setImmediate(resolve));
    await ledgers.server.kill();
    await store.close();
    const outcomes = await waiting;
    await ledgers.server.start();
    const stored = new Set(idsOf((await ledger.open().read(stream)).events));
    for (const [index, outcome] of outcomes.entries())
      if (outcome.status === 'fulfilled') expect(stored).toContain(batch[index]!.id);
      else {
        expect(outcome.reason).toBeInstanceOf(Unavailable);
        if (!/not known/.test((outcome.reason as Error).message)) expect(stored).not.toContain(batch[index]!.id);
      }
  });

  it('a lost outcome that cannot be settled is said to be unknown, and the same ids settle it later', async () => {
    const store = ledger.open(undefined, { settleMs: 100, flushTimeoutMs: 100 });
    const stream = newStream();
    const one = event();
    await store.append(newStream(), events(1), 'any');
    const holder = new pg.Client(ledger.ownerUrl);
    await holder.connect();
    await holder.query('begin; select from ledger.head for update');
    await expect(store.append(stream, [one], 'any')).rejects.toThrow(/not known.*same ids/);
    await holder.query('rollback');
    await holder.end();
    expect(await ledger.open().append(stream, [one], 'any')).toMatchObject({ revision: 0 });
    expect((await ledger.open().read(stream)).events).toHaveLength(1);
  });
});
