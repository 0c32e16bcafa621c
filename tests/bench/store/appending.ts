import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, NewEvent } from '#event-store';
import { percentile } from '../table.ts';

/** One durable append of one event to a stream whose last revision the caller knows. */
export type AppendOne = (stream: string, event: NewEvent, expected: number | 'no-stream') => Promise<unknown>;

export const appendTo =
  (store: EventStore): AppendOne =>
  (stream, event, expected) =>
    store.append(stream, [event], expected);

export interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** A stream is as long as a case: then another one begins. */
const EVENTS_PER_STREAM = 20;

const data = Buffer.from(
  JSON.stringify({
    enterpriseId: randomUUID(),
    period: '2021-Q2',
    excessMwh: 1.25,
    note: '淘汰落后产能'.padEnd(330, 'x'),
  }),
);
const meta = Buffer.from(
  JSON.stringify({ actor: 'bench', occurredAt: '2021-06-01T00:00:00+08:00', rules: ['row-12@1'] }),
);

/** Bytes of one event as it is stored: payload, envelope and its name, type and id. */
export const EVENT_BYTES = data.length + meta.length + 49 + 20 + 16;

export const sampleEvent = (): NewEvent => ({ id: randomUUID(), type: 'energy.QuotaExceeded', data, meta });

/** Callers who each wait for their own acknowledgement before they append again. */
export async function appendWith(append: AppendOne, callers: number, seconds: number): Promise<Measured> {
  const latencies: number[] = [];
  let over = false;
  const since = performance.now();
  const all = Array.from({ length: callers }, async () => {
    for (let stream = '', at = EVENTS_PER_STREAM; !over; at++) {
      if (at >= EVENTS_PER_STREAM) [stream, at] = [`energy.quota-${randomUUID()}`, 0];
      const event = sampleEvent();
      const asked = performance.now();
      await append(stream, event, at === 0 ? 'no-stream' : at - 1);
      latencies.push(performance.now() - asked);
    }
  });
  await pause(seconds * 1000);
  over = true;
  await Promise.all(all);
  const perSecond = latencies.length / ((performance.now() - since) / 1000);
  return { perSecond, p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** Of several rounds, the one in the middle: a shared machine makes single rounds lie both ways. */
export const median = (rounds: readonly Measured[]): Measured =>
  rounds.toSorted((a, b) => a.perSecond - b.perSecond)[Math.floor(rounds.length / 2)]!;
