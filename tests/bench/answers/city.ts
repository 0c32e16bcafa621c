import { randomUUID } from 'node:crypto';
import { makeUscc } from '#codes';
import { decode } from '#contracts';
import { postgresEventStore, type StoredEvent } from '#event-store';
import { openBundledPostgres } from '#runtime';
import { forget, startLedger } from '../ledger.ts';
import type { Append } from '../store/fill.ts';

/** What departments recorded about one enterprise of the plan year. */
interface Told {
  readonly events: readonly StoredEvent[];
  /** Code, names and ids of records, wherever they stand in the text of a fact. */
  readonly places: RegExp;
  readonly uscc: string;
  readonly names: ReadonlySet<string>;
}

/** Enterprises without number, each with the history of one of the plan year: the facts of all departments, in order. */
export interface City {
  /** Facts that one telling of a history has in the mean. */
  readonly factsEach: number;
  /** The history of an enterprise, on records of its own each time it is told. */
  history(at: number, turn: number): readonly Append[];
}

const YEAR_MS = 600_000;
const NAMES = ['永丰', '宏达', '金源', '顺兴', '东昇', '南岭', '西湖', '罗浮'];

export const usccOf = (at: number): string => makeUscc('91441322', `MB${String(at).padStart(6, '0')}`);
export const nameOf = (at: number): string => `博罗县${NAMES[at % NAMES.length]}${at}号铸造有限公司〔模拟〕`;

/** Posts the plan year through the front door once and takes from that ledger what is about one enterprise each. */
export async function city(): Promise<City> {
  const told = historiesOf(await planYear());
  return {
    factsEach: told.reduce((sum, { events }) => sum + events.length, 0) / told.length,
    history: (at, turn) => retold(told[at % told.length]!, at, turn),
  };
}

async function planYear(): Promise<StoredEvent[]> {
  const ledger = await startLedger({ args: [], patienceMs: YEAR_MS });
  await ledger.stop();
  const server = await openBundledPostgres({ dataFolder: ledger.data });
  const store = postgresEventStore({ url: server.serviceUrl });
  try {
    return (await Array.fromAsync(store.readAll(0))).flatMap(({ events }) => events);
  } finally {
    await store.close();
    await server.stop();
    await forget(ledger.data);
  }
}

function historiesOf(events: readonly StoredEvent[]): Told[] {
  const facts = events.map((event) => ({ event, fact: decode(event) }));
  const owners = new Map<string, Set<string | undefined>>();
  for (const { fact } of facts) owners.set(fact.stream, (owners.get(fact.stream) ?? new Set()).add(fact.uscc));
  // Records of more than one enterprise, such as lists and plans, are the city's: they are there once, or not at all.
  const own = facts.filter(({ fact }) => fact.uscc !== undefined && owners.get(fact.stream)!.size === 1);
  return [...Map.groupBy(own, ({ fact }) => fact.uscc!)].map(([uscc, its]) => {
    const names = new Set(
      its.flatMap(({ fact }) => (fact.data.enterprise?.uscc === uscc ? [fact.data.enterprise.name as string] : [])),
    );
    const ids = [...new Set(its.map(({ fact }) => recordOf(fact.stream)))].filter((id) => !id.includes(uscc));
    const words = [uscc, ...names, ...ids.map((id) => JSON.stringify(id))].map((word) =>
      word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
    );
    return { uscc, names, events: its.map(({ event }) => event), places: new RegExp(words.join('|'), 'g') };
  });
}

const recordOf = (stream: string): string => stream.slice(stream.indexOf('-') + 1);

function retold({ events, places, uscc, names }: Told, at: number, turn: number): readonly Append[] {
  const [code, name] = [usccOf(at), nameOf(at)];
  const mark = `.${at}.${turn}`;
  const words = (text: string) =>
    text.replace(places, (found) =>
      found === uscc ? code : names.has(found) ? name : `${found.slice(0, -1)}${mark}"`,
    );
  const bytes = (given: Uint8Array) => Buffer.from(words(Buffer.from(given).toString()));
  const appends: { stream: string; events: Append['events'][number][] }[] = [];
  for (const { stream: was, type, data, meta } of events) {
    const stream = was.includes(uscc) ? was.replace(uscc, code) : `${was}${mark}`;
    const event = { id: randomUUID(), type, data: bytes(data), meta: bytes(meta) };
    if (appends.at(-1)?.stream === stream) appends.at(-1)!.events.push(event);
    else appends.push({ stream, events: [event] });
  }
  return appends;
}
