import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { memoryEventStore, type EventStore } from '#event-store';
import { openLog } from '#runtime';
import { testingPostgres, type TestingPostgres } from '../../../../libs/event-store/src/postgres/testing-postgres.js';
import { granted, onPermit } from '../credit-feed/testing-licences.js';
import { assigned, fine, inRecord, pushed } from '../testing-facts.js';
import { testingService, type TestingService } from '../testing-service.js';
import { SECRET, testingReceiver, type TestingReceiver } from './testing-receiver.js';

let server: TestingPostgres;
let url: string;
let store: EventStore;
let receiver: TestingReceiver;
const services: TestingService[] = [];
const logged: string[] = [];

beforeAll(async () => void (server = await testingPostgres()));
afterAll(() => server.stop());
beforeEach(async () => {
  url = await server.database();
  store = memoryEventStore();
  receiver = await testingReceiver();
  logged.length = 0;
});
afterEach(async () => {
  await Promise.all(services.splice(0).map((service) => service.close()));
  await receiver.close();
  await store.close();
});

async function start(): Promise<TestingService> {
  const environment = { CREDIT_WEBHOOK_URL: receiver.url, CREDIT_WEBHOOK_SECRET: SECRET };
  const log = openLog({ level: 'info', pretty: false, destination: { write: (line) => void logged.push(line) } });
  const service = await testingService(url, store, '2021-09-10T02:00:00Z', undefined, { environment, log });
  services.push(service);
  return service;
}

interface Status {
  readonly name: string;
  readonly topic: string;
  readonly lag: number;
  readonly running: boolean;
  readonly failing?: string;
}
const statusOf = async (service: TestingService): Promise<Status> => (await service.get('/projections')).body.relays[0];
async function until(service: TestingService, holds: (status: Status) => boolean): Promise<void> {
  for (const end = performance.now() + 30_000; !holds(await statusOf(service)); await pause(20))
    if (performance.now() > end) throw new Error(`it did not come true: ${JSON.stringify(await statusOf(service))}`);
}
const caughtUp = (service: TestingService) => until(service, ({ lag }) => lag === 0);
const subjects = () => receiver.pushed.map(({ body }) => [body.subject, body.tombstone ?? false]);

const second = {
  ...pushed({ ...fine, documentNumber: '惠能罚〔2021〕4号' }),
  stream: 'credit.record-penalty-2021-0004',
};
const withdrawn = inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' });

describe('the push of credit records', () => {
  it('is not there unless it is configured', async () => {
    const service = await testingService(url, store, '2021-09-10T02:00:00Z');
    services.push(service);
    expect((await service.get('/projections')).body.relays).toBeUndefined();
  });

  it('pushes penalties and licences as they change, tombstones too, and nothing else', async () => {
    const service = await start();
    await service.post(assigned, pushed(), granted);
    await caughtUp(service);
    await service.post(withdrawn, onPermit('DischargePermitAnnulled', {}));
    await caughtUp(service);
    const permit = granted.stream;
    expect(subjects().toSorted()).toEqual([
      [permit, false],
      [permit, true],
      ['penalty-2021-0003', false],
      ['penalty-2021-0003', true],
    ]);
    expect(new Set(receiver.pushed.map(({ id }) => id)).size).toBe(4);
  });

  it('goes no further than what was acknowledged, tells why, and goes on when the receiver is well', async () => {
    receiver.answer = (_, response) => void response.writeHead(500).end();
    const service = await start();
    await service.post(pushed());
    await until(service, ({ failing }) => failing?.includes('HTTP 500') ?? false);
    expect(await statusOf(service)).toMatchObject({ name: 'relay.webhook', running: true, lag: 1 });
    receiver.answer = (_, response) => void response.writeHead(204).end();
    await caughtUp(service);
    expect(new Set(receiver.pushed.map(({ id }) => id)).size).toBe(1);
    expect(await statusOf(service)).not.toHaveProperty('failing');
    const { text } = await service.get('/metrics');
    expect(text).toMatch(/taizhang_relay_sent_total\{relay="relay\.webhook"\} 1/);
    expect(text).toMatch(/taizhang_relay_failures_total\{relay="relay\.webhook"\} [1-9]/);
  });

  it('waits for a receiver that is down', async () => {
    const port = Number(new URL(receiver.url).port);
    await receiver.close();
    const service = await start();
    await service.post(pushed(), second);
    await until(service, ({ failing }) => failing?.includes('ECONNREFUSED') ?? false);
    receiver = await testingReceiver(port);
    await caughtUp(service);
    expect(subjects().toSorted()).toEqual([
      ['penalty-2021-0003', false],
      ['penalty-2021-0004', false],
    ]);
  });

  it('is the work of one process at a time, and another goes on where it stopped', async () => {
    const [one, two] = [await start(), await start()];
    await one.post(pushed());
    await caughtUp(one);
    const running = await Promise.all([one, two].map(statusOf));
    expect(running.filter((status) => status.running)).toHaveLength(1);
    const [first, next] = running[0]!.running ? [one, two] : [two, one];
    await first.close();
    services.splice(services.indexOf(first), 1);
    await next.post(second);
    await caughtUp(next);
    expect(subjects()).toEqual([
      ['penalty-2021-0003', false],
      ['penalty-2021-0004', false],
    ]);
  });

  it('shows the receiver, and neither its path nor the secret, in status, metrics and log', async () => {
    receiver.answer = (_, response) => void response.writeHead(500).end(SECRET);
    const service = await start();
    await service.post(pushed());
    await until(service, ({ failing }) => failing !== undefined);
    const status = await statusOf(service);
    expect(status.topic).toBe(new URL(receiver.url).origin);
    expect(logged.join()).toContain('relay.webhook');
    const { text } = await service.get('/metrics');
    expect([JSON.stringify(status), text, logged.join()].join()).not.toMatch(/whsec|k9d2/);
  });
});
