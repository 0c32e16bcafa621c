import { fork } from 'node:child_process';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { classify, item, path } from './acts.ts';
import type { MeasuredLedger } from './ledger.ts';
import { percentile, type Row } from './table.ts';

const SECONDS = 10;

/** One command per request: token, gate, validation, decision, durable append. */
export async function commands(ledger: MeasuredLedger, connections = 64): Promise<Row> {
  const token = await ledger.token('department:energy:post');
  let at = 0;
  const load = (duration: number) =>
    autocannon({
      url: ledger.url,
      connections,
      duration,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', prefer: 'return=minimal' },
      requests: [
        {
          method: 'POST',
          setupRequest: (request) => {
            at += 1;
            return { ...request, path: path(at), body: JSON.stringify(classify(at)) };
          },
        },
      ],
    });
  await load(3);
  const measured = await load(SECONDS);
  if (measured.non2xx > 0 || measured.errors > 0)
    throw new Error(`${measured.non2xx} commands were not accepted, ${measured.errors} failed`);
  return {
    what: `HTTP command, ${connections} connections`,
    figure: measured.requests.average,
    unit: '/s',
    goal: 6_000,
    p50: measured.latency.p50,
    p99: measured.latency.p99,
    note: 'p99 goal 25 ms; load generator on the same cores',
  };
}

/** What this machine carries with the same load generator when the server does nothing at all. */
export async function ceiling(connections = 64): Promise<Row> {
  const server = fork(join(import.meta.dirname, 'bare-server.ts'));
  const port = await new Promise<number>((resolve) => server.once('message', (port) => resolve(port as number)));
  const measured = await autocannon({
    url: `http://127.0.0.1:${port}/`,
    connections,
    duration: 5,
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(classify(0)),
  });
  server.disconnect();
  return {
    what: `bare Fastify, same bodies, ${connections} connections`,
    figure: measured.requests.average,
    unit: '/s',
    p50: measured.latency.p50,
    p99: measured.latency.p99,
    note: 'the yardstick: parses, answers 204, keeps nothing',
  };
}

/** Batches of CloudEvents, several at once, each item judged on its own. */
export async function batches(ledger: MeasuredLedger, total = 200_000, size = 1_000, atOnce = 3): Promise<Row> {
  const token = await ledger.token('department:energy:post');
  const run = Date.now().toString(36);
  const bodies = Array.from({ length: total / size }, (_, batch) =>
    Array.from({ length: size }, (_, at) => JSON.stringify(item(batch * size + at, run))).join('\n'),
  );
  const latencies: number[] = [];
  const post = async (body: string) => {
    const since = performance.now();
    const response = await fetch(`${ledger.url}/energy/batch`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
      body,
    });
    const results = (await response.text()).trimEnd().split('\n');
    const refused = results.find((line) => !line.includes('"status":201'));
    if (response.status !== 200 || results.length !== size || refused)
      throw new Error(`a batch was answered ${response.status} with ${results.length} results: ${refused ?? ''}`);
    latencies.push(performance.now() - since);
  };
  const warm = bodies.splice(0, 10);
  for (const body of warm) await post(body);
  latencies.length = 0;
  const since = performance.now();
  const queue = bodies[Symbol.iterator]();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const body of queue) await post(body);
    }),
  );
  const seconds = (performance.now() - since) / 1000;
  return {
    what: `batch intake, ${size} items a request, ${atOnce} at once`,
    figure: (bodies.length * size) / seconds,
    unit: 'items/s',
    goal: 25_000,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
  };
}
