import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { intakeTopics, park, type Received } from '#messaging';
import { runningOwnerUrl } from '#runtime';
import { describeWithBroker } from '../../libs/messaging/src/testing-suite.js';
import { gapsIn, keptFacts } from './kept-facts.js';
import { clear, deserted, eventually, layouts, startLedger, type LedgerProcess } from './ledger-process.js';
import { nested, task, wrongBytes, wrongFields } from './malformed-commands.js';
import { posterTo, taizhang, type Poster, type Result } from './posting-by-queue.js';

const topics = intakeTopics('energy');
const plan = {
  occurredAt: '2021-03-02T10:00:00+08:00',
  year: 2021,
  documentNumber: '惠能监〔2021〕1号',
  scope: '重点用能',
  targetCount: 1,
  themes: ['MANDATORY_LIMIT'],
};
const classified = {
  occurredAt: '2021-05-10T09:30:00+08:00',
  officers: ['HZ-JN-0011', 'HZ-JN-0012'],
  enterprise: task.enterprise,
  product: '电炉钢坯',
  capacity: 12.5,
  unit: '万吨/年',
  grounds: ['ENERGY'],
};

describeWithBroker(
  'a ledger with a queue',
  (broker) =>
    describe.each(layouts)('in %s', (layout) => {
      let ledger: LedgerProcess;
      let poster: Poster;
      /** Stands for the same system over HTTP: tokens of a journey name the client `journey`. */
      const env = () => ({
        KAFKA_BROKERS: broker().brokers.join(','),
        KAFKA_INTAKE_CLIENTS: 'energy=journey',
      });
      const restart = async () => (ledger = await startLedger({ layout, data: ledger.data, env: env() }));
      const idsOf = (messages: readonly { headers: Readonly<Record<string, string>> }[]) =>
        messages.map(({ headers }) => headers['ce_id']!);
      const lines = () => {
        const id = poster.id('line');
        return poster.event('ClassifyCapacity', id, classified, id);
      };
      const head = async () =>
        (await ledger.get('/projections', await ledger.token('operator'))).body.position as number;
      const parkedNow = async () =>
        (await taizhang(broker().brokers, 'parked', 'list', '--department', 'energy', '--json')).out
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as { place: string; id?: string; reason: { type: string } });

      beforeAll(async () => {
        poster = await posterTo(broker().brokers);
        ledger = await startLedger({ layout, env: env() });
      }, 120_000);
      afterAll(async () => {
        await poster?.close();
        await clear(ledger);
      });

      it('takes commands from it, and everybody sees what they came to', async () => {
        const posts = [
          poster.event('AdoptSupervisionPlan', '2021', plan),
          poster.event('AssignSupervisionTask', poster.id('case'), task),
          lines(),
        ];
        await poster.post(posts[0]!);
        await poster.answers(idsOf(posts.slice(0, 1)));
        await poster.post(...posts);
        const answers = await poster.answers(idsOf(posts));
        expect(answers).toMatchObject([
          { status: 201, source: '/journeys', receipt: { replayed: true } },
          { status: 201, receipt: { events: [{ type: 'energy.EnergySupervisionTaskAssigned' }] } },
          { status: 201 },
        ]);
        const token = await ledger.token('auditor');
        const seen = async () => {
          const { status, body } = await ledger.get(`/dossiers/${task.enterprise.uscc}`, token);
          const text = JSON.stringify(body);
          return status === 200 && posts.slice(1).every(({ key }) => text.includes(key)) ? body : undefined;
        };
        const dossier = await eventually(seen, 'the dossier showing what came by the queue');
        expect(dossier).toMatchObject({ status: 'OPEN_CASE' });
      });

      it('gives an event the same receipt by either door', async () => {
        const token = await ledger.token('department:energy:post');
        const send = (id: string) => {
          const event = { specversion: '1.0', id, source: '/journeys', type: 'energy.ClassifyCapacity', subject: id };
          const headers = { 'content-type': 'application/cloudevents+json' };
          return ledger.post('/energy/batch', { ...event, data: classified }, { token, headers });
        };
        const [first, second] = [lines(), lines()];
        await poster.post(first);
        const [byQueue] = await poster.answers(idsOf([first]));
        const again = JSON.parse((await send(first.key)).body) as Result;
        expect(again).toMatchObject({ status: 201, receipt: { ...byQueue!.receipt, replayed: true } });

        const byHttp = JSON.parse((await send(second.key)).body) as Result;
        await poster.post(second);
        expect(await poster.answers(idsOf([second]))).toMatchObject([
          { receipt: { ...byHttp.receipt, replayed: true } },
        ]);
      });

      it('answers whatever is wrong as it would over HTTP, parks what it cannot read, and loses nothing', async () => {
        const before = { head: await head(), parked: (await parkedNow()).length };
        const bombs = ['['.repeat(50_000), '{"a":'.repeat(50_000), nested(50_000)];
        const rows = [
          ...wrongFields,
          ...wrongBytes,
          ...bombs.map((bomb) => ['a bomb', bomb, { status: 400, code: 'json/too-deep' }] as const),
          ['bytes of GBK', Buffer.from([0x7b, 0x22, 0xc4, 0xe3]), { status: 400, code: 'json/invalid-utf8' }] as const,
        ];
        const wrong = rows.map(([, body]) => poster.event('AssignSupervisionTask', poster.id('case'), body));
        const good = lines();
        await poster.post(...wrong, good);
        const answers = await poster.answers(idsOf([...wrong, good]));
        for (const [at, [what, , { status, code }]] of rows.entries()) {
          expect({ what, ...answers[at] }).toMatchObject({
            what,
            status,
            problem: { detail: expect.stringMatching(/\S/), detail_zh: expect.stringMatching(/[\u4e00-\u9fff]/) },
          });
          if (code) expect({ what, type: answers[at]!.problem!.type }).toEqual({ what, type: `urn:taizhang:${code}` });
        }
        expect(answers.at(-1)).toMatchObject({ status: 201 });
        expect(await head()).toBe(before.head + 1);
        const unreadable = answers.filter(({ problem }) => /json\/|event-malformed/.test(problem?.type ?? ''));
        expect(unreadable.length).toBeGreaterThan(wrongBytes.length);
        expect((await parkedNow()).length - before.parked).toBe(unreadable.length);
      });

      it('has its parked messages replayed by the command line, twice, with one effect', async () => {
        const good = lines();
        const came: Received = { ...good, topic: topics.intake, partition: 0, offset: '999999999' };
        const reason = { type: 'urn:taizhang:bug', status: 500, detail: 'A bug of yesterday', detail_zh: '昨日的错误' };
        const aside = park(came, { reason, parkedAt: new Date().toISOString() });
        const before = await head();
        const one = ['--department', 'energy', '--offset', '0:999999999'];
        for (const round of [1, 2]) {
          await poster.queue.send(topics.parked, [aside]);
          const show = await taizhang(broker().brokers, 'parked', 'show', ...one);
          expect(show.out).toContain('昨日的错误');
          expect(await taizhang(broker().brokers, 'parked', 'replay', ...one)).toMatchObject({ code: 0 });
          const mine = () => poster.results().filter(({ id }) => id === good.headers['ce_id']);
          const results = await eventually(
            async () => (mine().length === round ? mine() : undefined),
            'the replay being answered',
          );
          expect(results.map(({ receipt }) => receipt!.replayed ?? false)).toEqual([false, true].slice(0, round));
        }
        expect(await taizhang(broker().brokers, 'parked', 'replay', ...one)).toMatchObject({ code: 1 });
        expect(await head()).toBe(before + 1);
      });

      it('tells how many messages came, what became of them, and how many wait', async () => {
        const energy = (await ledger.services()).find(({ name }) => name === 'energy') ?? ledger;
        let metrics = '';
        const of = (name: string) => Number(new RegExp(`^${name} (\\d+)`, 'm').exec(metrics)?.[1]);
        const caughtUp = async () => {
          metrics = await (await fetch(`${energy.url}/metrics`)).text();
          return of('taizhang_intake_lag\\{department="energy"\\}') === 0 ? true : undefined;
        };
        await eventually(caughtUp, 'no message waiting');
        expect(of('taizhang_intake_messages\\{department="energy",outcome="parked"\\}')).toBeGreaterThan(0);
        expect(of('taizhang_intake_messages\\{department="energy",outcome="refused"\\}')).toBeGreaterThan(0);
        const { body } = await ledger.get('/energy/outcomes', await ledger.token('operator'));
        expect(body.queue.since.recorded).toBeGreaterThan(0);
        expect(body.queue.parked[0]).toMatchObject({
          place: expect.stringMatching(/^\d:\d+$/),
          code: expect.any(String),
        });
      });

      it('answers what it had recorded when it was killed before it could: once more delivered, one effect', async () => {
        const before = await head();
        const posts = Array.from({ length: 20 }, lines);
        const database = new pg.Client({ connectionString: await runningOwnerUrl(ledger.data) });
        // It is killed on purpose before this line is closed.
        database.on('error', () => {});
        await database.connect();
        const count = async (sql: string) => Number((await database.query(sql)).rows[0].count);
        await database.query('begin; lock table ledger.event in share mode');
        await poster.post(...posts);
        await eventually(
          async () => ((await count('select count(*) from pg_locks where not granted')) > 0 ? true : undefined),
          'the appends waiting at the door',
        );
        await broker().faults!.freeze();
        await database.query('commit');
        await eventually(
          async () =>
            (await count('select max(position) as count from ledger.event')) >= before + 20 ? true : undefined,
          'the facts being there',
        );
        const energy = (await ledger.services()).find(({ name }) => name === 'energy');
        if (energy) process.kill(energy.pid!, 'SIGKILL');
        else await ledger.kill();
        await broker().faults!.thaw();
        if (energy) await database.end();
        else await restart();
        const answers = await poster.answers(idsOf(posts), 90_000);
        expect(answers.map(({ status, receipt }) => [status, receipt?.replayed])).toEqual(posts.map(() => [201, true]));
        expect(await head()).toBe(before + 20);
      }, 180_000);

      it('stops in order while messages come, and what it left is dealt with by the next', async () => {
        const posts = Array.from({ length: 5_000 }, lines);
        for (let at = 0; at < posts.length; at += 1_000) await poster.post(...posts.slice(at, at + 1_000));
        await eventually(async () => (poster.results().length > 200 ? true : undefined), 'some being answered');
        const since = performance.now();
        expect(await ledger.stop()).toBe(0);
        expect(performance.now() - since).toBeLessThan(15_000);
        await deserted(ledger.data);
        await restart();
        // A member that left in order is not waited for.
        const answers = await poster.answers(idsOf(posts), 25_000);
        expect(answers.every(({ status }) => status === 201)).toBe(true);
        expect(await ledger.stop()).toBe(0);
        await deserted(ledger.data);
      }, 120_000);

      describe('when all is over', () => {
        it('has every fact once', async () => {
          const facts = await keptFacts(ledger.data);
          expect(gapsIn(facts)).toEqual([]);
          const answers = poster.results();
          const recorded = new Set(answers.flatMap(({ receipt }) => receipt?.events ?? []).map(({ id }) => id));
          const byQueue = facts.filter(({ actor }) => actor.client === 'journey');
          expect(byQueue.filter(({ id }) => !recorded.has(id))).toEqual([]);
          expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
        });
      });
    }),
  { own: true },
);
