import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Enveloped } from '#contracts';
import { gapsIn, keptFacts } from './kept-facts.js';
import { clear, deserted, eventually, processesIn, startLedger, type LedgerProcess } from './ledger-process.js';

interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
}

/** A line of the poster's notes: acknowledged, answered otherwise, or lost. */
interface Note {
  readonly key: string;
  readonly path?: string;
  readonly body?: object;
  readonly receipt?: Receipt;
  readonly status?: number;
  readonly retryAfter?: string | null;
  readonly lost?: string;
}

let ledger: LedgerProcess;
let poster: ChildProcess;
let notesFile: string;

const notes = async (): Promise<Note[]> =>
  (await readFile(notesFile, 'utf8').catch(() => ''))
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Note);
const acknowledged = async () => (await notes()).filter(({ receipt }) => receipt);

/** Lets the poster go on until so many more posts are acknowledged. */
async function postMore(count: number): Promise<void> {
  const before = (await acknowledged()).length;
  await eventually(
    async () => ((await acknowledged()).length >= before + count ? true : undefined),
    `${count} more posts being acknowledged`,
  );
}

const serverPid = async (): Promise<number> =>
  Number((await readFile(join(ledger.data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n', 1)[0]);

beforeAll(async () => {
  ledger = await startLedger();
  const token = await ledger.token('department:energy:post');
  const plan = {
    occurredAt: '2021-03-02T10:00:00+08:00',
    year: 2021,
    documentNumber: '惠能监〔2021〕模拟1号',
    scope: '重点用能企业',
    targetCount: 60,
    themes: ['MANDATORY_LIMIT'],
  };
  const adopted = await ledger.post('/energy/supervision-plans/2021/adopt-supervision-plan', plan, { token });
  expect(adopted.status).toBe(201);
  notesFile = join(ledger.data, 'posted.ndjson');
  poster = fork(join(import.meta.dirname, 'poster.mjs'), [ledger.data, notesFile], {
    env: { ...process.env, TOKEN: token },
    execArgv: [],
  });
});

afterAll(async () => {
  poster?.kill('SIGKILL');
  await clear(ledger);
});

describe('while a department posts', () => {
  it('the ledger may be killed, and killed again: it starts over its own leavings', async () => {
    for (let kills = 0; kills < 3; kills++) {
      await postMore(200);
      const server = await serverPid();
      await ledger.kill();
      ledger = await startLedger({ data: ledger.data });
      expect(await processesIn(ledger.data)).not.toContain(server);
      expect(await serverPid()).not.toBe(server);
    }
    await postMore(200);
  }, 120_000);

  it('PostgreSQL may be killed: posts are put off and readiness denied until it is back by itself', async () => {
    const before = (await notes()).length;
    const pid = ledger.pid;
    process.kill(await serverPid(), 'SIGKILL');
    const notReady = async () => {
      const response = await ledger.fetch('/health/ready');
      return response.status === 503
        ? ((await response.json()) as { checks: Record<string, { up: boolean }> })
        : undefined;
    };
    const { checks } = await eventually(notReady, 'readiness being denied');
    expect(Object.values(checks).some(({ up }) => !up)).toBe(true);
    await eventually(async () => ((await ledger.fetch('/health/ready')).ok ? true : undefined), 'being ready again');
    await postMore(200);
    const putOff = (await notes()).slice(before).filter(({ status }) => status !== undefined);
    expect(putOff.length).toBeGreaterThan(0);
    for (const { status, retryAfter } of putOff)
      expect({ status, later: Number(retryAfter) > 0 }).toEqual({ status: 503, later: true });
    expect(ledger.pid).toBe(pid);
  }, 60_000);

  it('the ledger may be asked to stop: it ends in order under load, and nobody is cut off in the middle', async () => {
    const before = (await notes()).length;
    expect(await ledger.stop()).toBe(0);
    await deserted(ledger.data);
    const lost = (await notes()).slice(before).filter(({ lost }) => lost !== undefined && lost !== 'ECONNREFUSED');
    expect(lost).toEqual([]);
    ledger = await startLedger({ data: ledger.data });
    await postMore(200);
  }, 60_000);

  it('is answered at last whatever it posted', async () => {
    poster.send('enough');
    await once(poster, 'exit');
    const all = await notes();
    const keys = new Set(all.map(({ key }) => key));
    const done = new Set((await acknowledged()).map(({ key }) => key));
    expect([...keys].filter((key) => !done.has(key))).toEqual([]);
    const refused = all.filter(({ status }) => status !== undefined && status !== 503 && status !== 409);
    expect(refused).toEqual([]);
  });
});

describe('after the faults', () => {
  it('every answer has caught up with the ledger', async () => {
    const operator = await ledger.token('operator');
    const caughtUp = async () => {
      const { body } = await ledger.get('/projections', operator);
      const behind = body.projections.filter(({ lag, parked }: Record<string, number>) => lag !== 0 || parked !== 0);
      return behind.length === 0 && body.projections.length > 0 ? true : undefined;
    };
    await eventually(caughtUp, 'all projections catching up');
  });

  it('a post that is repeated gets the receipt that it got, and its key serves no other', async () => {
    const token = await ledger.token('department:energy:post');
    const posts = await acknowledged();
    for (const { key, path, body, receipt } of [...posts.slice(0, 10), ...posts.slice(-10)]) {
      const headers = { 'idempotency-key': key };
      const again = await ledger.post(path!, body, { token, headers });
      expect(again.body).toMatchObject({ ...receipt });
      expect(again.headers.get('idempotency-replayed')).toBe('true');
      const other = await ledger.post(path!, { ...body, approver: '他人' }, { token, headers });
      expect(other).toMatchObject({ status: 422, body: { type: 'urn:taizhang:request/idempotency-key-reused' } });
    }
  });

  it('the ledger stops in order and leaves no process', async () => {
    expect(await ledger.stop()).toBe(0);
    await deserted(ledger.data);
  });

  it('every acknowledged post is there once, and nothing else', async () => {
    const facts = await keptFacts(ledger.data);
    const [, ...posted] = facts;
    expect(gapsIn(facts)).toEqual([]);
    const where = new Map(posted.map((fact) => [fact.id, fact]));
    expect(where.size).toBe(posted.length);
    const known = new Set<string>();
    for (const { receipt } of await acknowledged()) {
      const { stream, revision, position, events } = receipt!;
      expect(events.length).toBeGreaterThan(0);
      const kept = events.map(({ id }) => where.get(id)) as Enveloped[];
      expect(kept.map((fact) => [fact?.stream, fact?.type])).toEqual(events.map(({ type }) => [stream, type]));
      expect([kept.at(-1)!.revision, kept.at(-1)!.position]).toEqual([revision, position]);
      for (const { id } of events) known.add(id);
    }
    expect(posted.filter(({ id }) => !known.has(id))).toEqual([]);
  });

  it('no post is half there: whoever was visited was measured', async () => {
    const facts = await keptFacts(ledger.data);
    const streams = (type: string) => facts.filter((fact) => fact.type === type).map(({ stream }) => stream);
    const visited = streams('energy.EnergySupervisionConducted');
    expect(visited.length).toBeGreaterThan(300);
    expect(streams('energy.EnergyLimitMeasured')).toEqual(visited);
  });
});

describe('on a disk that is nearly full', () => {
  it('nothing is taken, and everything can be read', async () => {
    ledger = await startLedger({ data: ledger.data, env: { LOW_SPACE_WATERMARK_MB: '999999999' } });
    const token = await ledger.token('department:energy:post', 'auditor');
    const { status, headers, body } = await ledger.post('/energy/cases/X/request-extension', {}, { token });
    expect({ status, later: Number(headers.get('retry-after')) > 0 }).toEqual({ status: 507, later: true });
    expect(body).toMatchObject({ type: 'urn:taizhang:store/full', detail_zh: expect.stringContaining('空间') });
    for (const path of ['/dossiers', '/obligations', '/feeds/credit', '/lists/yellow-card'])
      expect({ path, status: (await ledger.get(path, token)).status }).toEqual({ path, status: 200 });
    expect(await ledger.stop()).toBe(0);
    await deserted(ledger.data);
  });
});
