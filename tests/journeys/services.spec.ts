import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { kebab, languages } from '#contracts';
import { runningOwnerUrl } from '#runtime';
import { services } from '../../apps/launcher/src/services.js';
import { planYear } from '../../apps/cli/src/plan-year/plan-year.js';
import { keptFacts } from './kept-facts.js';
import {
  clear,
  deserted,
  eventually,
  forget,
  startLedger,
  type LedgerProcess,
  type ServiceProcess,
} from './ledger-process.js';
import { expectKeptOnce, startPoster, type Poster } from './posting.js';
import { expectProblem } from './problem.js';

const departments = languages.map(({ department }) => department);

const layout = 'a process for each service';

let ledger: LedgerProcess;
let poster: Poster;
let everything: string;

const service = async (name: string): Promise<ServiceProcess> =>
  (await ledger.services()).find((one) => one.name === name)!;

beforeAll(async () => {
  ledger = await startLedger({ layout });
  everything = await tokenForEverything();
}, 120_000);

afterAll(async () => {
  poster?.kill();
  await clear(ledger);
}, 60_000);

const tokenForEverything = () =>
  ledger.token(...departments.map((name) => `department:${name}:post`), 'auditor', 'operator');

/** Events that the projections have still to take, all together. None of them may have been parked. */
async function behind(): Promise<number> {
  const { body } = await ledger.get('/projections', everything);
  const projections = body.projections as Record<'lag' | 'parked', number>[];
  expect(projections.filter(({ parked }) => parked > 0)).toEqual([]);
  return projections.reduce((sum, { lag }) => sum + lag, 0);
}

describe('the front door', () => {
  it('sends each address that a service documents to that service', async () => {
    const addresses = services.flatMap(({ name, serves }) => serves.map((path) => ({ name, path })));
    const sentTo = (path: string) =>
      addresses
        .filter((one) => path === one.path || path.startsWith(`${one.path}/`))
        .toSorted((one, other) => other.path.length - one.path.length)[0]?.name;
    const documented: string[] = [];
    for (const { name, url } of await ledger.services()) {
      const { paths } = (await (await fetch(`${url}/openapi.json`)).json()) as { paths: object };
      expect(Object.keys(paths).map((path) => [path, sentTo(path)])).toEqual(
        Object.keys(paths).map((path) => [path, name]),
      );
      documented.push(...Object.keys(paths));
    }
    const { body } = await ledger.get('/openapi.json');
    expect(Object.keys(body.paths).toSorted()).toEqual(documented.toSorted());
    expect((await ledger.fetch('/docs')).status).toBe(200);
  });

  it('is ready when every service is, and says so of each', async () => {
    const { status, body } = await ledger.get('/health/ready');
    expect(status).toBe(200);
    expect(body.checks).toMatchObject(Object.fromEntries(services.map(({ name }) => [name, { up: true }])));
  });

  it('gives one name to a request, in whichever log it is looked for', async () => {
    const headers = { 'x-request-id': 'asked-by-the-desk-1' };
    const { status, headers: answered } = await ledger.fetch('/dossiers', { headers });
    expect({ status, id: answered.get('x-request-id') }).toEqual({ status: 401, id: 'asked-by-the-desk-1' });
  });
});

describe('a penalty that one service is told of', () => {
  const DAY_MS = 86_400_000;
  // Recent, for a record whose time of display is over is not pushed any more; and far enough back for what falls due
  // ninety days later to lie in a year whose holidays are known.
  const weeksSince = Math.floor((Date.now() - 120 * DAY_MS - Date.parse('2021-07-01')) / DAY_MS / 7);
  /** The same acts in those weeks. */
  const moved = (text: string) =>
    text.replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
      new Date(Date.parse(day) + weeksSince * 7 * DAY_MS).toISOString().slice(0, 10),
    );
  const posted = planYear({ seed: 2021, enterprises: 60 })
    .filter(({ id }) => id === 'SC-25' || id === 'penalty-SC-25')
    .slice(0, 8)
    .map((step) => ({ ...step, body: JSON.parse(moved(JSON.stringify(step.body))) as object }));
  const post = async ({ department, path, id, command, body }: (typeof posted)[number]) => {
    const answer = await ledger.post(`/${department}/${path}/${id}/${kebab(command)}`, body, { token: everything });
    expect({ command, problem: answer.body.type }).toEqual({ command, problem: undefined });
    return answer.body.position as number;
  };

  it('is opened by the policy of another, pushed by that one, and shown and fed by a third', async () => {
    const served = posted.findIndex(({ command }) => command === 'ServePenaltyDecision');
    const [punishing, pushing] = [posted.slice(0, served + 1), posted.slice(served + 1)];
    for (const step of punishing) await post(step);
    const opened = async () => {
      const { body } = await ledger.get('/credit/outcomes', everything);
      return body.since.done > 0 ? true : undefined;
    };
    await eventually(opened, 'the credit record being opened');
    let position = 0;
    for (const step of pushing) position = await post(step);

    const [, uscc] = /"uscc":"(\w+)"/.exec(JSON.stringify(posted[0]!.body))!;
    const { body } = await ledger.get(`/dossiers/${uscc}?atLeast=${position}`, everything);
    expect(body.sections.credit.records[0]).toMatchObject({ recordId: 'penalty-SC-25' });
    const feed = await ledger.get(`/feeds/credit?atLeast=${position}`, everything);
    expect(feed.body.items[0]).toMatchObject({ subject: 'penalty-SC-25', data: { CF_NR: '罚款2000元' } });
  });
});

describe('while departments post', () => {
  beforeAll(async () => void (poster = await startPoster(ledger, ['energy', 'industry'])));

  const asked = (name: string): string => (name === 'projection' ? '/dossiers' : `/${name}/outcomes`);

  it.each(services.map(({ name }) => name))(
    '%s may be killed: it is said to be away, the others go on, and it comes back by itself',
    async (name) => {
      await poster.postMore(20);
      const before = await service(name);
      const noted = (await poster.notes()).length;
      process.kill(before.pid!, 'SIGKILL');

      const away = async () => {
        const answer = await ledger.get(asked(name), everything);
        return answer.status === 503 ? answer : undefined;
      };
      const refused = await eventually(away, `${name} being away`);
      expectProblem(refused, { status: 503, code: 'door/service-away', says: new RegExp(name) });
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
      const readiness = await eventually(async () => {
        const answer = await ledger.get('/health/ready');
        return answer.status === 503 ? answer : undefined;
      }, 'readiness being denied');
      expect(readiness.body.checks[name]).toMatchObject({ up: false, why: expect.stringContaining('SIGKILL') });

      for (const other of ['energy', 'industry'].filter((one) => one !== name)) await poster.postMore(20, `/${other}/`);
      const back = async () => ((await ledger.get('/health/ready')).status === 200 ? true : undefined);
      await eventually(back, `${name} being back`, 60_000);
      expect((await service(name)).pid).not.toBe(before.pid);
      expect((await ledger.get(asked(name), everything)).status).toBe(200);
      for (const other of ['energy', 'industry']) await poster.postMore(20, `/${other}/`);

      const put = (await poster.notes()).slice(noted).filter(({ status, lost }) => lost ?? (status && status !== 409));
      for (const { path, status, lost, retryAfter } of put) {
        expect({ path: path.split('/')[1], lost }).toEqual({ path: name, lost: undefined });
        expect([502, 503]).toContain(status);
        expect(Number(retryAfter)).toBeGreaterThan(0);
      }
    },
    120_000,
  );

  it('a second process for the same department is harmless', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'replica-'));
    await cp(join(ledger.data, 'identity'), join(folder, 'identity'), { recursive: true });
    const url = (await runningOwnerUrl(ledger.data))!;
    const env = { ...process.env, DATABASE_URL: url, TAIZHANG_DATA: folder, PORT: '0', LOG_LEVEL: 'warn' };
    const replica = spawn(process.execPath, [join(import.meta.dirname, '../../dist/apps/energy/src/main.js')], {
      env,
      stdio: 'inherit',
    });
    const doors = [
      ledger.url,
      await eventually(
        async () => {
          const said = await readFile(join(folder, 'ledger.json'), 'utf8').catch(() => '{}');
          return (JSON.parse(said) as { url?: string }).url;
        },
        'the second process listening',
        60_000,
      ),
    ];
    const { body } = (await poster.acknowledged()).find(({ path }) => path.endsWith('assign-supervision-task'))!;
    for (let at = 0; at < 20; at++) {
      const answers = await Promise.all(
        doors.map(async (door) => {
          const response = await fetch(`${door}/energy/cases/TWICE-${at}/assign-supervision-task`, {
            method: 'POST',
            headers: {
              authorization: `Bearer ${everything}`,
              'content-type': 'application/json',
              'idempotency-key': `twice-${at}`,
            },
            body: JSON.stringify(body),
          });
          return (await response.json()) as { events: object[] };
        }),
      );
      expect(answers[0]!.events).toHaveLength(1);
      expect(answers[1]!.events).toEqual(answers[0]!.events);
    }
    replica.kill('SIGTERM');
    await once(replica, 'exit');
    await forget(folder);
  }, 120_000);

  it('the launcher may be killed: nothing of it lives on, and what it starts again is whole', async () => {
    await poster.postMore(20);
    await ledger.kill();
    await deserted(ledger.data);
    ledger = await startLedger({ layout, data: ledger.data });
    for (const department of ['energy', 'industry']) await poster.postMore(20, `/${department}/`);
  }, 120_000);

  it('every post is answered at last', async () => {
    await poster.enough();
    const done = new Set((await poster.acknowledged()).map(({ key }) => key));
    expect((await poster.notes()).filter(({ key }) => !done.has(key))).toEqual([]);
  }, 90_000);

  it('every answer has caught up with the ledger, and no command of its own was broken', async () => {
    // However far behind they are, they must not stand still.
    for (let lag = await behind(); lag > 0; lag = await behind()) {
      const nearer = async () => ((await behind()) < lag ? true : undefined);
      await eventually(nearer, `the projections coming nearer than ${lag} events`);
    }
    for (const name of ['energy', 'government', 'development-reform', 'industry', 'credit'])
      expect((await ledger.get(`/${name}/outcomes`, everything)).body.since).toMatchObject({ broken: 0 });
  }, 180_000);

  it('every acknowledged post is there once when all have stopped in order', async () => {
    const begun = performance.now();
    expect(await ledger.stop()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(15_000);
    await deserted(ledger.data);
    expectKeptOnce(await keptFacts(ledger.data), await poster.acknowledged());
  }, 60_000);
});
