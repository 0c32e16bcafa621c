import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { kafkaQueue } from '#messaging';
import { openLog } from '#runtime';
import { classify, path } from './acts.ts';
import { batches } from './intake.ts';
import { forget, startLedger, type MeasuredLedger } from './ledger.ts';
import { percentile, type Row } from './table.ts';

const FACTS = 'taizhang.facts.v1';

/** A ledger that finds a queue after it has grown without one: how fast everything is taken there, from the first fact on. */
export async function relayCatchesUp(brokers: readonly string[], total = 200_000): Promise<Row> {
  const grown = await startLedger();
  await batches(grown, total);
  await projected(grown);
  await grown.stop();
  const ledger = await startLedger({ data: grown.data, env: { KAFKA_BROKERS: brokers.join(',') } });
  const token = await ledger.token('operator');
  try {
    const first = await until(ledger, token, ({ lag, position }) => lag === 0 || position >= total / 4);
    const last = await until(ledger, token, ({ lag }) => lag === 0);
    return {
      what: 'relay catching up, facts with every replica',
      figure: (last.position - first.position) / ((last.at - first.at) / 1000),
      unit: 'facts/s',
      goal: 15_000,
      note: `${last.position.toLocaleString('en-US')} facts; broker, database and ledger share the machine`,
    };
  } finally {
    await ledger.stop();
    await forget(ledger.data);
  }
}

/** From the acknowledgement of a command until a consumer of the topic has its fact, at an ordinary pace. */
export async function relayLatency(brokers: readonly string[], acts = 1_000, everyMs = 5): Promise<Row> {
  const ledger = await startLedger({ env: { KAFKA_BROKERS: brokers.join(',') } });
  const token = await ledger.token('department:energy:post');
  const queue = await kafkaQueue({ brokers, clientId: 'bench', log: openLog({ level: 'silent' }) });
  const came = new Map<string, number>();
  const stopping = new AbortController();
  const consumed = queue.consume({
    topics: [FACTS],
    group: `bench-${randomUUID()}`,
    signal: stopping.signal,
    each: async (messages) => {
      const now = performance.now();
      for (const { headers } of messages) came.set(headers['ce_subject']!, came.get(headers['ce_subject']!) ?? now);
    },
  });
  const post = async (at: number) => {
    const accepted = await fetch(`${ledger.url}${path(at)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(classify(at)),
    });
    const { stream } = (await accepted.json()) as { stream: string };
    return { stream, at: performance.now() };
  };
  const paced = async (from: number, count: number): Promise<number[]> => {
    const posted: ReturnType<typeof post>[] = [];
    for (let at = 0; at < count; at += 1) {
      posted.push(post(from + at));
      await pause(everyMs);
    }
    const acknowledged = await Promise.all(posted);
    for (const { stream } of acknowledged) while (!came.has(stream)) await pause(20);
    return acknowledged.map(({ stream, at }) => Math.max(0, came.get(stream)! - at));
  };
  try {
    // A process that has just started compiles as it goes: what a day-old one does is measured.
    await paced(10_000_000, acts);
    const latencies = await paced(20_000_000, acts);
    return {
      what: 'acknowledged → with a consumer of the Kafka topic',
      figure: percentile(latencies, 0.99),
      unit: 'ms p99',
      goal: 100,
      atMost: true,
      p50: percentile(latencies, 0.5),
      p99: percentile(latencies, 0.99),
      note: `${acts} commands, one every ${everyMs} ms`,
    };
  } finally {
    stopping.abort();
    await consumed;
    await queue.close();
    await ledger.stop();
    await forget(ledger.data);
  }
}

/** Resolves when the read side has everything, so that its own catching up is not measured along. */
async function projected(ledger: MeasuredLedger): Promise<void> {
  const headers = { authorization: `Bearer ${await ledger.token('operator')}` };
  for (; ; await pause(100)) {
    const { projections } = (await (await fetch(`${ledger.url}/projections`, { headers })).json()) as {
      projections: readonly { lag: number }[];
    };
    if (projections.every(({ lag }) => lag === 0)) return;
  }
}

interface Relay {
  readonly name: string;
  readonly position: number;
  readonly lag: number;
}

async function until(ledger: MeasuredLedger, token: string, holds: (relay: Relay) => boolean) {
  for (;;) {
    const response = await fetch(`${ledger.url}/projections`, { headers: { authorization: `Bearer ${token}` } });
    const { relays } = (await response.json()) as { relays: Relay[] };
    const facts = relays.find(({ name }) => name === 'relay.facts')!;
    if (holds(facts)) return { position: facts.position, at: performance.now() };
    await pause(20);
  }
}
