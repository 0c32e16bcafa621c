import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { keptFacts } from './kept-facts.js';
import {
  clear,
  deserted,
  eventually,
  layouts,
  processesIn,
  startLedger,
  type LedgerProcess,
} from './ledger-process.js';
import { expectKeptOnce, startPoster, type Poster } from './posting.js';

let ledger: LedgerProcess;
let poster: Poster;

const serverPid = async (): Promise<number> =>
  Number((await readFile(join(ledger.data, 'postgres', 'postmaster.pid'), 'utf8')).split('\n', 1)[0]);

describe.each(layouts)('in %s', (layout) => {
  beforeAll(async () => {
    ledger = await startLedger({ layout });
    poster = await startPoster(ledger);
  }, 120_000);

  afterAll(async () => {
    poster?.kill();
    await clear(ledger);
  });

  describe('while a department posts', () => {
    it('the ledger may be killed, and killed again: it starts over its own leavings', async () => {
      for (let kills = 0; kills < 2; kills++) {
        await poster.postMore(200);
        const server = await serverPid();
        await ledger.kill();
        ledger = await startLedger({ layout, data: ledger.data });
        expect(await processesIn(ledger.data)).not.toContain(server);
        expect(await serverPid()).not.toBe(server);
      }
      await poster.postMore(200);
    }, 120_000);

    it('PostgreSQL may be killed: posts are put off and readiness denied until it is back by itself', async () => {
      const before = (await poster.notes()).length;
      const pid = ledger.pid;
      const refused = async () => (await poster.notes()).slice(before).filter(({ status }) => status !== undefined);
      const notReady = async () => {
        const response = await ledger.fetch('/health/ready');
        return response.status === 503
          ? ((await response.json()) as { checks: Record<string, { up: boolean }> })
          : undefined;
      };
      // On a busy machine the server may be back before anybody posted.
      do {
        process.kill(await serverPid(), 'SIGKILL');
        const { checks } = await eventually(notReady, 'readiness being denied');
        expect(Object.values(checks).some(({ up }) => !up)).toBe(true);
        await eventually(
          async () => ((await ledger.fetch('/health/ready')).ok ? true : undefined),
          'being ready again',
        );
        await poster.postMore(200);
      } while ((await refused()).length === 0);
      const putOff = await refused();
      for (const { status, retryAfter } of putOff)
        expect({ status, later: Number(retryAfter) > 0 }).toEqual({ status: 503, later: true });
      expect(ledger.pid).toBe(pid);
    }, 60_000);

    it('the ledger may be asked to stop: it ends in order under load, and nobody is cut off in the middle', async () => {
      const before = (await poster.notes()).length;
      expect(await ledger.stop()).toBe(0);
      await deserted(ledger.data);
      const lost = (await poster.notes())
        .slice(before)
        .filter(({ lost }) => lost !== undefined && lost !== 'ECONNREFUSED');
      expect(lost).toEqual([]);
      ledger = await startLedger({ layout, data: ledger.data });
      await poster.postMore(200);
    }, 60_000);

    it('is answered at last whatever it posted', async () => {
      await poster.enough();
      const all = await poster.notes();
      const keys = new Set(all.map(({ key }) => key));
      const done = new Set((await poster.acknowledged()).map(({ key }) => key));
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
      const posts = await poster.acknowledged();
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

    it('every acknowledged post is there once, and nothing else', async () =>
      expectKeptOnce(await keptFacts(ledger.data), await poster.acknowledged()));

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
      ledger = await startLedger({ layout, data: ledger.data, env: { LOW_SPACE_WATERMARK_MB: '999999999' } });
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
});
