import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import type { CommandBus } from '@nestjs/cqrs';
import { decode } from '#contracts';
import { migrate, postgresEventStore, systemClock, type EventStore } from '#event-store';
import { kafkaQueue, parkedIn, settled, topicsOf, unpark, type Queue, type Received } from '#messaging';
import { openLog } from '#runtime';
import { testingPostgres, type TestingPostgres } from '../../../event-store/src/postgres/testing-postgres.js';
import { describeWithBroker } from '../../../messaging/src/testing-suite.js';
import { DecideHandler, type Decide } from '../decide.js';
import { Intake } from '../intake.js';
import { harbour } from '../testing-harbour.js';
import { QueueIntake } from './queue-intake.js';
import { binary, event, held, resultIn, structured, topics, type Result } from './testing-posts.js';

const PATIENCE_MS = 60_000;

async function until(holds: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; !(await holds()); await pause(20))
    if (performance.now() > end) throw new Error(`${what} did not come true in ${PATIENCE_MS} ms`);
}

describeWithBroker('a department that is posted to through Kafka', (broker) => {
  let server: TestingPostgres;
  let store: EventStore;
  let queue: Queue;
  const stopping: (() => Promise<void>)[] = [];
  /** Ids that were answered, as they come: to read the whole topic for each look would slow down whom it waits for. */
  const heard: string[] = [];
  const hearing = new AbortController();

  const open = () =>
    kafkaQueue({
      brokers: broker().brokers,
      clientId: 'spec',
      log: openLog({ level: 'silent' }),
      times: { stallMs: 10_000 },
    });

  beforeAll(async () => {
    server = await testingPostgres();
    const url = await server.database();
    await migrate(url);
    store = postgresEventStore({ url, clock: systemClock });
    queue = await open();
    await queue.ensure(topicsOf(topics));
    const each = async (messages: readonly Received[]) =>
      void heard.push(...messages.map(({ headers }) => headers['ce_id']!));
    void queue.consume({ topics: [topics.results], group: 'hearing', signal: hearing.signal, each });
  }, 120_000);
  afterAll(async () => {
    hearing.abort();
    await queue?.close();
    await store?.close();
    await server?.stop();
  });
  afterEach(() => Promise.all(stopping.splice(0).map((stop) => stop())));

  /** An intake as a process of its own has it: own connections, own memory of the records. */
  async function start(): Promise<{ readonly intake: QueueIntake; stop(): Promise<void> }> {
    const own = await open();
    const handler = new DecideHandler(store, systemClock);
    const taking = new Intake({ execute: (command: Decide) => handler.execute(command) } as unknown as CommandBus);
    const take: Intake['take'] = (item, by) => taking.take(item, by);
    const intake = new QueueIntake({ department: harbour, queue: own, take, now: Date.now });
    intake.start();
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= intake.stop().then(() => own.close()));
    stopping.push(stop);
    return { intake, stop };
  }
  const run = () => randomUUID().slice(0, 8);
  /** The results of one run, whatever else is on the topic. */
  const results = async (run: string): Promise<Result[]> =>
    (await held(queue, topics.results)).map(resultIn).filter(({ id }) => id?.startsWith(run));
  const facts = async (run: string) =>
    (await Array.fromAsync(store.readAll(0)))
      .flatMap(({ events }) => events.map(decode))
      .filter(({ stream }) => stream.includes(run));
  const heardOf = (name: string) => heard.filter((id) => id?.startsWith(name));
  const answered = (name: string, count: number) =>
    until(() => new Set(heardOf(name)).size >= count, `${count} answers`);

  it('records what is posted in either mode and answers each message under its key', async () => {
    const name = run();
    await start();
    const posts = Array.from({ length: 300 }, (_, at) => event(`${name}-${at}`));
    await queue.send(
      topics.intake,
      posts.map((post, at) => (at % 2 ? binary(post, post.subject) : structured(post, post.subject))),
    );
    await answered(name, 300);
    const all = await facts(name);
    expect(all).toHaveLength(300);
    const ids = new Set(all.map(({ id }) => id));
    for (const { status, receipt } of await results(name))
      expect({ status, known: ids.has(receipt!.events[0]!.id) }).toEqual({ status: 201, known: true });
    const keyed = (await held(queue, topics.results)).filter(({ headers }) => headers['ce_id']?.startsWith(name));
    expect(keyed.every(({ key, headers }) => key === headers['ce_id'])).toBe(true);
  });

  it('keeps the order of each record', async () => {
    const name = run();
    await start();
    const rounds = Array.from({ length: 50 }, (_, round) =>
      ['a', 'b', 'c', 'd'].flatMap((berth) => {
        const subject = `${name}-${berth}`;
        return [
          structured(event(`${subject}-${round}-m`, { subject }), subject),
          structured(event(`${subject}-${round}-l`, { subject, type: 'harbourWatch.Leave', data: {} }), subject),
        ];
      }),
    ).flat();
    await queue.send(topics.intake, rounds);
    await answered(name, rounds.length);
    expect((await results(name)).map(({ status }) => status)).toEqual(rounds.map(() => 201));
    expect(await facts(name)).toHaveLength(rounds.length);
  });

  it('parks poison in the middle byte for byte and goes on; replayed twice it has one effect', async () => {
    const name = run();
    await start();
    const poison = Buffer.concat([Buffer.from(`{"id":"${name}-p",`), Buffer.from([0xff, 0x00])]);
    const headers = { ce_id: `${name}-p`, ce_source: '/s', ce_specversion: '1.0' };
    await queue.send(topics.intake, [
      structured(event(`${name}-1`), name),
      { key: name, value: poison, headers },
      { key: name, value: Buffer.from('['.repeat(50_000)), headers: { ce_id: `${name}-deep` } },
      structured(event(`${name}-2`), name),
    ]);
    await answered(name, 4);
    expect((await results(name)).map(({ status }) => status)).toEqual([201, 400, 400, 201]);
    const parked = async () => (await parkedIn(queue.read(topics.parked))).filter(({ key }) => key === name);
    const [first, second] = await parked();
    expect(first).toMatchObject({ key: name, headers, topic: topics.intake });
    expect(Buffer.from(first!.value!).equals(poison)).toBe(true);
    expect(second!.value).toHaveLength(50_000);

    // Repaired out of band, it is taken by the source and id that it always had.
    const repaired = { ...first!, value: structured(event(`${name}-p`)).value, headers: structured('').headers };
    await queue.send(topics.intake, [unpark(repaired), unpark(repaired)]);
    await queue.send(topics.parked, [settled(first!)]);
    await until(() => heardOf(name).length === 6, 'both replays being answered');
    expect((await results(name)).slice(-2)).toMatchObject([{ status: 201 }, { receipt: { replayed: true } }]);
    expect(await facts(name)).toHaveLength(3);
    expect((await parked()).map(({ place }) => place)).toEqual([second!.place]);
  });

  it('is worked by several processes, one of which leaves: nothing is lost, nothing recorded twice', async () => {
    const name = run();
    const [one, two] = await Promise.all([start(), start()]);
    const posts = Array.from({ length: 3_000 }, (_, at) => structured(event(`${name}-${at}`), `${at % 50}`));
    for (let at = 0; at < posts.length; at += 500) {
      await queue.send(topics.intake, posts.slice(at, at + 500));
      if (at === 1_000) void two.stop();
      if (at === 1_500) await start();
    }
    await answered(name, posts.length);
    expect(await facts(name)).toHaveLength(posts.length);
    await one.stop();
    expect((await results(name)).every(({ status }) => status === 201)).toBe(true);
  });

  it('waits for a database that was killed: nothing is parked, and everything is recorded once', async () => {
    const name = run();
    const { intake } = await start();
    const posts = Array.from({ length: 1_000 }, (_, at) => structured(event(`${name}-${at}`), `${at % 20}`));
    await queue.send(topics.intake, posts.slice(0, 300));
    await answered(name, 100);
    await server.kill();
    await queue.send(topics.intake, posts.slice(300));
    expect(await intake.lag()).toBeGreaterThan(0);
    await server.start();
    await answered(name, posts.length);
    expect((await results(name)).every(({ status }) => status === 201)).toBe(true);
    expect(await facts(name)).toHaveLength(posts.length);
    expect(intake.tally.counts.parked).toBe(0);
  });
});
