import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decode } from '#contracts';
import { deadlineProjectionOf, DepartmentModule, Offices } from '#department';
import { systemClock } from '#event-store';
import { embeddedIssuer } from '#identity';
import { open, openLog, readConfiguration, type OpenedService } from '#runtime';
import { harbour } from '../../department/src/testing-harbour.js';
import { TestingEventStore } from '../../event-store/src/eventstoredb/testing-eventstore.js';
import { testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { LedgerModule } from './ledger.module.js';
import { openLedger, type Ledger } from './open-ledger.js';

const NOON = '2021-03-15T12:00:00+08:00';
const moor = { occurredAt: NOON, ship: 'Ada', untilOn: '2021-03-20' };

/** A service of the harbour whose events are in EventStoreDB and whose read side is in PostgreSQL. */
describe('a ledger on EventStoreDB', () => {
  let postgres: TestingPostgres;
  let server: TestingEventStore;
  let folder: string;
  let databaseUrl: string;
  let running: { ledger: Ledger; service: OpenedService; lines: string[] } | undefined;

  beforeAll(async () => {
    [postgres, server, folder] = await Promise.all([
      testingPostgres(),
      TestingEventStore.start(),
      mkdtemp(join(tmpdir(), 'eventstoredb-')),
    ]);
    databaseUrl = await postgres.database();
  });
  afterAll(async () => {
    await stop();
    await server.stop();
    await postgres.stop();
    await rm(folder, { recursive: true });
  });

  async function start() {
    const { configuration } = readConfiguration({
      PORT: '0',
      HOST: '127.0.0.1',
      TAIZHANG_DATA: folder,
      DATABASE_URL: databaseUrl,
      EVENTSTORE_URL: server.url,
    });
    const lines: string[] = [];
    const silent = openLog({ level: 'silent' });
    const log = Object.assign(Object.create(silent) as typeof silent, { warn: (line: string) => lines.push(line) });
    const ledger = await openLedger({ configuration, log, clockFrom: () => systemClock });
    const service = await open(
      { module: class Service {}, imports: [LedgerModule.for(ledger), DepartmentModule.for(harbour)] },
      { configuration, log: silent, drainLimits: { lameDuckMs: 0, inFlightMs: 5_000 } },
    );
    service.health.register('event-store', async () => void (await ledger.store.head()));
    running = { ledger, service, lines };
    return running;
  }

  async function stop(): Promise<void> {
    await running?.service.close();
    await running?.ledger.close();
    running = undefined;
  }

  async function post(path: string, body: object, headers: Record<string, string> = {}) {
    const { service } = running!;
    const issuer = await embeddedIssuer(folder);
    const roles = ['department:harbour-watch:post', 'operator'];
    const token = await issuer.mint({ subject: 'li', client: 'pilot', roles, ttlSeconds: 600 });
    const answer = await fetch(`${service.url}/harbour-watch${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, any> };
  }

  const log = async () =>
    (await running!.ledger.store.read('harbourWatch.gate-log')).events.map((event) => decode(event).data);

  it('takes a command, keeps its facts there, and the policies of the department follow', async () => {
    const { ledger, service } = await start();
    const { status, body } = await post('/berths/b1/moor', moor);
    expect({ status, body }).toMatchObject({ status: 201, body: { revision: 0 } });
    await service.app.get(Offices).settle();
    expect(await log()).toEqual([{ berthId: 'b1' }]);
    const [moored] = (await ledger.store.read('harbourWatch.berth-b1')).events;
    expect(moored).toMatchObject({ position: body.position, recordedAt: body.recordedAt });
    expect(server.log.stream('harbourWatch.berth-b1')).toHaveLength(2);
  });

  it('answers the same request with the first receipt, and another under its key with a refusal', async () => {
    const key = { 'idempotency-key': 'mooring-2' };
    const first = await post('/berths/b2/moor', moor, key);
    expect(await post('/berths/b2/moor', moor, key)).toMatchObject({
      status: 201,
      body: { position: first.body.position, revision: 0 },
    });
    expect((await post('/berths/b3/moor', moor, key)).status).toBe(422);
    expect(await running!.ledger.store.read('harbourWatch.berth-b3')).toMatchObject({ exists: false });
  });

  it('decides side by side for many records, and one after the other for one', async () => {
    const berths = await Promise.all(Array.from({ length: 20 }, (_, n) => post(`/berths/many-${n}/moor`, moor)));
    expect(new Set(berths.map(({ status }) => status))).toEqual(new Set([201]));
    const gates = await Promise.all(
      Array.from({ length: 10 }, () => post('/gates/south/shut-gate', { occurredAt: NOON })),
    );
    expect(gates.map(({ body }) => body.revision as number).toSorted((a, b) => a - b)).toEqual(gates.map((_, n) => n));
  });

  it('has its deadlines projected up to the last event, however far positions lie apart', async () => {
    const { ledger, service } = running!;
    await service.app.get(Offices).settle();
    const [status] = await ledger.readModels.status();
    expect(status).toMatchObject({ name: 'harbour_watch_deadline', parked: 0 });
    expect(status!.position).toBe(await ledger.store.head());
    expect(status!.position).toBeGreaterThan(1_000);
  });

  it('rebuilds what is projected while facts keep coming, and misses none', async () => {
    const { ledger, service } = running!;
    const projection = deadlineProjectionOf(harbour)!;
    const model = ledger.readModels.of(projection);
    const before = (await model.page({ limit: 100 })).rows.length;
    const [progress] = await Promise.all([
      ledger.readModels.rebuild({ projections: [projection], store: ledger.store }),
      ...Array.from({ length: 10 }, (_, n) => post(`/berths/more-${n}/moor`, moor)),
    ]);
    expect(progress.position).toBeLessThanOrEqual(await ledger.store.head());
    await service.app.get(Offices).settle();
    const { rows, position } = await model.page({ limit: 100 });
    expect({ rows: rows.length, position }).toEqual({ rows: before + 10, position: await ledger.store.head() });
  });

  it('goes on after a restart where it was, and does nothing twice', async () => {
    const before = await running!.ledger.store.head();
    await stop();
    const { ledger, service } = await start();
    await service.app.get(Offices).settle();
    expect(await ledger.store.head()).toBe(before);
    await post('/berths/b9/moor', moor);
    await service.app.get(Offices).settle();
    expect((await log()).at(-1)).toEqual({ berthId: 'b9' });
  });

  it('starts while the store is away, says so in one line, is not ready, and becomes so by itself', async () => {
    await stop();
    await server.stop();
    const { service, lines } = await start();
    expect(lines[0]).toMatch(/^EventStoreDB at 127\.0\.0\.1:\d+ cannot be reached .*is ready once it is there$/);
    expect(lines[0]).not.toContain('\n');
    const ready = async () => (await fetch(`${service.url}/health/ready`)).status;
    expect(await ready()).toBe(503);
    expect((await fetch(`${service.url}/health/live`)).status).toBe(200);
    expect((await post('/berths/b10/moor', moor)).status).toBe(503);
    await server.start();
    while ((await ready()) !== 200) await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await post('/berths/b10/moor', moor)).status).toBe(201);
    await service.app.get(Offices).settle();
    expect((await log()).at(-1)).toEqual({ berthId: 'b10' });
  });
});
