import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { events, everything, newStream, range, tailed } from '../conformance/rule.js';
import { migrate } from './migrate.js';
import { openSession } from './session.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import { once } from './testing-postgres.js';

let ledgers: TestLedgers;
let ledger: TestLedger;
beforeAll(async () => {
  ledgers = await testLedgers();
  ledger = await ledgers.ledger();
  await ledger.open().append(newStream(), events(3), 'any');
});
afterAll(async () => {
  await ledger.close();
  await ledgers.stop();
});

const refusal = /refused: the ledger only grows/;
const denied = { code: '42501' };

describe('the database of the ledger', () => {
  it.each([
    `update ledger.event set data = ''`,
    'delete from ledger.event',
    'truncate ledger.event',
    'delete from ledger.head',
    'truncate ledger.head',
    'update ledger.event set position = 0 where false',
  ])('refuses its owner: %s', async (sql) => {
    await expect(once(ledger.ownerUrl, sql)).rejects.toThrow(refusal);
  });

  it('is not fooled by the setting that silences ordinary triggers', async () => {
    for (const sql of [`update ledger.event set data = ''`, 'delete from ledger.event', 'truncate ledger.event'])
      await expect(once(ledger.ownerUrl, `set session_replication_role = replica; ${sql}`)).rejects.toThrow(refusal);
  });

  it.each([
    `update ledger.event set data = ''`,
    'delete from ledger.event',
    'truncate ledger.event',
    `insert into ledger.event values (99, 0, now(), gen_random_uuid(), 'a-1', 'a.B', '', '')`,
    'update ledger.head set position = 0',
    'alter table ledger.event disable trigger all',
    'set session_replication_role = replica',
    'drop table ledger.event',
    'drop function ledger.append',
    'create table ledger.mine ()',
    `insert into ledger.migration values (99, 'mine')`,
  ])('denies the service role: %s', async (sql) => {
    await expect(once(ledger.serviceUrl, sql)).rejects.toMatchObject(denied);
  });

  it('lets no other role append', async () => {
    await once(ledger.ownerUrl, `create role stranger login password 'x'`);
    const url = new URL(ledger.ownerUrl);
    url.username = 'stranger';
    url.password = 'x';
    await expect(once(url.href, 'select position from ledger.head')).rejects.toMatchObject(denied);
    await once(ledger.ownerUrl, 'grant usage on schema ledger to stranger');
    const call = `select ledger.append(now(), false, '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}')`;
    await expect(once(url.href, call)).rejects.toMatchObject(denied);
  });

  it('is migrated again without effect, and keeps what it holds', async () => {
    await Promise.all([migrate(ledger.ownerUrl), migrate(ledger.ownerUrl)]);
    expect(await ledger.open().head()).toBe(3);
  });

  it('serves with one URL for everything', async () => {
    const url = await ledgers.server.database();
    await migrate(url);
    const store = ledger.open(undefined, { url });
    expect(await store.append(newStream(), events(2), 'no-stream')).toMatchObject({ position: 2 });
    await expect(once(url, 'delete from ledger.event')).rejects.toThrow(refusal);
  });

  it('finds what it polls for by index, however little it knows of the table', async () => {
    const client = await openSession({ url: ledger.serviceUrl, connectTimeoutMs: 3_000 }, () => {});
    const plan = async (sql: string) => {
      const { rows } = await client.query<[string]>({ text: `explain ${sql}`, rowMode: 'array' });
      return rows.flat().join('\n');
    };
    expect(await plan('select * from ledger.event where position > 5 order by position limit 1000')).toMatch(
      /Index Scan using event_pkey/,
    );
    expect(await plan(`select revision from ledger.event where stream = 'a-1' order by revision desc limit 1`)).toMatch(
      /Index Only Scan Backward using event_stream_revision/,
    );
    expect(await plan(`select * from ledger.event where id = '${randomUUID()}' limit 1`)).toMatch(
      /Index Scan using event_id/,
    );
    await client.end();
  });
});

describe('the one order of the ledger', () => {
  /** An append in an open transaction: what a slow or broken process leaves behind. */
  async function openAppend(): Promise<pg.Client> {
    const client = new pg.Client(ledger.serviceUrl);
    client.on('error', () => {});
    await client.connect();
    await client.query('begin');
    await client.query(`select ledger.append(now(), false, array['slow-${randomUUID()}'], '{-1}', '{0}', '{1}', '{1}', '{0}',
      array[gen_random_uuid()], '{slow.Noted}', array[''::bytea], array[''::bytea])`);
    return client;
  }
  const cutIdle = () =>
    once(ledger.ownerUrl, `select pg_terminate_backend(pid) from pg_stat_activity where state = 'idle in transaction'`);
  const positionsAfter = async (after: number) =>
    (await everything(ledger.open().readAll(after))).map(({ position }) => position);

  it('waits for a slow older append, and for several, and never skips one', async () => {
    const store = ledger.open();
    const after = await store.head();
    const slow = await openAppend();
    const second = openAppend();
    const fast = Promise.all(range(0, 5).map(() => store.append(newStream(), events(1), 'any')));
    expect(await positionsAfter(after)).toEqual([]);
    await slow.query('commit');
    await (await second).query('commit');
    await fast;
    expect(await positionsAfter(after)).toEqual(range(after + 1, 7));
    await Promise.all([slow.end(), (await second).end()]);
  });

  it('is followed without loss while slow appends end in commits, rollbacks and cut lines', async () => {
    const store = ledger.open(undefined, { pollMs: 10 });
    const after = await store.head();
    const reader = tailed(store, after, 16);
    for (const end of ['commit', 'rollback', 'cut', 'commit', 'rollback', 'cut']) {
      const slow = await openAppend();
      const behind = range(0, 2).map(() => store.append(newStream(), events(1), 'any'));
      if (end === 'cut') await cutIdle();
      else await slow.query(end);
      await Promise.all(behind);
      await slow.end().catch(() => {});
    }
    for (const one of events(2)) await store.append(newStream(), [one], 'any');
    expect((await reader).map(({ position }) => position)).toEqual(range(after + 1, 16));
  });

  it('gets back the positions of an append that was rolled back, even the very first', async () => {
    const fresh = await ledgers.ledger();
    const client = new pg.Client(fresh.serviceUrl);
    await client.connect();
    await client.query('begin');
    await client.query(`select ledger.append(now(), false, '{a-1}', '{-1}', '{0}', '{1}', '{1}', '{0}',
      array[gen_random_uuid()], '{a.B}', array[''::bytea], array[''::bytea])`);
    await client.query('rollback');
    await client.end();
    const store = fresh.open();
    expect(await store.append(newStream(), events(1), 'no-stream')).toMatchObject({ position: 1 });
    expect(await everything(store.readAll(0))).toHaveLength(1);
    await fresh.close();
  });

  it('is not held up by a long transaction elsewhere, in this database or another', async () => {
    const store = ledger.open();
    const after = await store.head();
    const elsewhere = await ledgers.server.database();
    const idle = [ledger.ownerUrl, elsewhere].map((url) => new pg.Client(url));
    for (const client of idle) {
      await client.connect();
      await client.query('begin; create table unrelated (a int); insert into unrelated values (1)');
    }
    await store.append(newStream(), events(4), 'any');
    expect(await positionsAfter(after)).toEqual(range(after + 1, 4));
    for (const client of idle) await client.query('rollback').then(() => client.end());
  });

  it('goes on when a writer is killed in the middle of its transaction', async () => {
    const store = ledger.open();
    const after = await store.head();
    const victim = await openAppend();
    const blocked = store.append(newStream(), events(1), 'any');
    await cutIdle();
    expect(await blocked).toMatchObject({ position: after + 1 });
    await victim.end().catch(() => {});
  });

  it('is held up by a session idle in its transaction for no longer than the settings allow', async () => {
    const store = ledger.open();
    const after = await store.head();
    const idle = await openAppend();
    await idle.query(`set idle_in_transaction_session_timeout = '50ms'`);
    expect(await store.append(newStream(), events(1), 'any')).toMatchObject({ position: after + 1 });
    await idle.end().catch(() => {});
  });
});
