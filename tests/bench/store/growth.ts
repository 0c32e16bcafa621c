import { randomUUID } from 'node:crypto';
import { postgresEventStore } from '#event-store';
import type { Row } from '../table.ts';
import { appendTo, appendWith, median, sampleEvent, type Measured } from './appending.ts';
import { fill, type Append } from './fill.ts';
import { once, openStoreServer } from './store-server.ts';

export interface GrowthOptions {
  /** Lengths at which the ledger is measured, in events. */
  readonly lengths: readonly number[];
  readonly seconds?: number;
  readonly rounds?: number;
}

const CALLERS = 64;
const ALIKE = 0.8;

/**
 * What the length of a ledger does to appending: a long ledger and an empty one on one server, measured in turns, so
 * that whatever the machine does befalls both.
 */
export async function growth({ lengths, seconds = 5, rounds = 5 }: GrowthOptions): Promise<Row[]> {
  const server = await openStoreServer();
  const long = postgresEventStore({ url: server.serviceUrl });
  const rows: Row[] = [];
  try {
    await appendWith(appendTo(long), CALLERS, 3 * seconds);
    for (const length of lengths) {
      await fill(long, length, anyCase);
      await once(server.ownerUrl, 'vacuum (analyze) ledger.event');
      const empty = await server.another(`empty_${length}`);
      const short = postgresEventStore({ url: empty.serviceUrl });
      const measured: Record<'long' | 'short', Measured[]> = { long: [], short: [] };
      await appendWith(appendTo(short), CALLERS, 1);
      for (let round = 0; round < rounds; round++) {
        await server.checkpoint();
        measured.short.push(await appendWith(appendTo(short), CALLERS, seconds));
        await server.checkpoint();
        measured.long.push(await appendWith(appendTo(long), CALLERS, seconds));
      }
      await short.close();
      rows.push(...compared(length, measured));
    }
    return rows;
  } finally {
    await long.close();
    await server.stop();
  }
}

function compared(length: number, { long, short }: Record<'long' | 'short', Measured[]>): Row[] {
  const [grown, empty] = [median(long), median(short)];
  const events = length.toLocaleString('en-US');
  return [
    {
      what: `store append at ${events} events, ${CALLERS} callers`,
      figure: grown.perSecond,
      unit: '/s',
      p50: grown.p50,
      p99: grown.p99,
      note: `an empty ledger beside it: ${Math.round(empty.perSecond).toLocaleString('en-US')} /s, p99 ${empty.p99.toFixed(1)} ms`,
    },
    {
      what: `against an empty ledger, at ${events} events`,
      figure: grown.perSecond / empty.perSecond,
      unit: '×',
      goal: ALIKE,
    },
  ];
}

/** A stream as long as a case, with ids at random. */
const anyCase = (): readonly Append[] => [
  { stream: `energy.quota-${randomUUID()}`, events: Array.from({ length: 20 }, sampleEvent) },
];
