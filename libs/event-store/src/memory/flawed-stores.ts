import { setImmediate, setTimeout as pause } from 'node:timers/promises';
import { admit } from '../admissible.js';
import type { Clock } from '../clock.js';
import { StaleRevision, Unavailable } from '../errors.js';
import type { EventStore, Page, StoredEvent, StreamAppend } from '../event-store.js';
import { expectationHolds } from '../expected.js';
import { type MemoryLog, memoryEventStore } from './memory-event-store.js';
import { cuttable, type Line, loseAnswer, remoteStore, resuming } from './remote-store.js';

/** What a flaw may reach into: the sound store it spoils, and what is behind it. */
interface Behind {
  readonly inner: EventStore;
  readonly line: Line;
  readonly log: MemoryLog;
  readonly clock: Clock;
}
type Flaw = (sound: EventStore, behind: Behind) => Partial<EventStore>;

const idsOf = (appends: readonly StreamAppend[]) => appends.flatMap(({ events }) => events.map(({ id }) => id));

/** Ways to go wrong, most of which have been published as working. */
export const flaws = {
  none: () => ({}),

  'hands out positions before it commits': (sound, { log }) => {
    const hidden = hiddenOf(log);
    let turns = 0;
    const visible = (events: readonly StoredEvent[]) => events.filter(({ id }) => !hidden.has(id));
    const shown = async function* (pages: AsyncIterable<Page>) {
      for await (const page of pages) yield { ...page, events: visible(page.events) };
    };
    return {
      async appendAll(appends) {
        const ids = idsOf(appends).filter((id) => !log.byId.has(id));
        for (const id of ids) hidden.add(id);
        try {
          return await sound.appendAll(appends);
        } finally {
          // Every other transaction takes a little longer between its number and its commit, as transactions do.
          if (turns++ % 2 === 0) await pause(3);
          for (const id of ids) hidden.delete(id);
        }
      },
      readAll: (after, options) => shown(sound.readAll(after, options)),
      subscribe: (after, options) => shown(sound.subscribe(after, options)),
    };
  },

  'does nothing on conflict': (sound, { log }) => ({
    appendAll: (appends) =>
      sound.appendAll(appends.map((each) => ({ ...each, events: each.events.filter(({ id }) => !log.byId.has(id)) }))),
  }),

  'looks before it appends, and lets go in between': (sound, { log }) => ({
    async appendAll(appends) {
      admit(appends);
      if (idsOf(appends).some((id) => log.byId.has(id))) return sound.appendAll(appends);
      for (const { stream, events, expected } of appends) {
        const revision = (log.streams.get(stream)?.length ?? 0) - 1;
        if (events.length > 0 && !expectationHolds(expected, revision))
          throw new StaleRevision(stream, expected, revision);
      }
      await setImmediate();
      return sound.appendAll(appends.map((each) => ({ ...each, expected: 'any' })));
    },
  }),

  'appends to several streams one after the other': (sound) => ({
    appendAll: async (appends) => {
      admit(appends);
      const appended = [];
      for (const each of appends) appended.push((await sound.appendAll([each]))[0]!);
      return appended;
    },
  }),

  'expects nothing': (sound) => ({
    async appendAll(appends) {
      admit(appends);
      return sound.appendAll(appends.map((each) => ({ ...each, expected: 'any' })));
    },
  }),

  'takes a lost acknowledgement for a failure': (sound, { inner, line }) => ({
    async appendAll(appends) {
      if (!line.losing) return sound.appendAll(appends);
      await loseAnswer(inner, line, appends);
      throw new Unavailable('The line broke');
    },
  }),

  'takes silence for success': (sound, { inner, line }) => ({
    async appendAll(appends) {
      if (!line.losing) return sound.appendAll(appends);
      line.losing = false;
      const position = (await inner.head()) + 1;
      const recordedAt = new Date(0).toISOString();
      return appends.map(({ stream }) => ({ stream, revision: 0, position, recordedAt, duplicate: false }));
    },
  }),

  'parses payloads and writes them again': (sound) => ({
    appendAll: (appends) =>
      sound.appendAll(
        appends.map((each) => ({
          ...each,
          events: each.events.map((event) => ({ ...event, data: rewritten(event.data) })),
        })),
      ),
  }),

  'keeps the bytes of the caller': (sound, { log }) => ({
    async appendAll(appends) {
      const appended = await sound.appendAll(appends);
      for (const { id, data } of appends.flatMap(({ events }) => events)) Object.assign(log.byId.get(id)!, { data });
      return appended;
    },
  }),

  'counts the limit of a backward read from the start': (sound) => ({
    async read(stream, options = {}) {
      if (options.direction !== 'backward' || options.limit === undefined) return sound.read(stream, options);
      const slice = await sound.read(stream, { ...options, limit: Infinity });
      return { ...slice, events: slice.events.slice(-options.limit || slice.events.length) };
    },
  }),

  'keeps the connection of a reader who leaves': (sound, { log }) => {
    const connections = connectionsOf(log);
    const connected = async function* (pages: AsyncIterable<Page>) {
      if (connections.left === 0) throw new Error('No connection is left');
      connections.left--;
      for await (const page of pages) yield page;
      connections.left++;
    };
    return {
      readAll: (after, options) => connected(sound.readAll(after, options)),
      subscribe: (after, options) => connected(sound.subscribe(after, options)),
    };
  },

  'reads on from a position, not after it': (sound) => ({
    readAll: (after, options) => sound.readAll(Math.max(0, after - 1), options),
    subscribe: (after, options) => sound.subscribe(Math.max(0, after - 1), options),
  }),

  'says with every page that it has caught up': (sound) => {
    const caughtUp = async function* (pages: AsyncIterable<Page>) {
      for await (const page of pages) yield { ...page, caughtUp: true };
    };
    return {
      readAll: (after, options) => caughtUp(sound.readAll(after, options)),
      subscribe: (after, options) => caughtUp(sound.subscribe(after, options)),
    };
  },

  'writes the clock down as it is': (sound, { log, clock }) => ({
    async appendAll(appends) {
      const before = log.events.length;
      const appended = await sound.appendAll(appends);
      const recordedAt = new Date(clock.now()).toISOString();
      const written = log.events.slice(before);
      for (const event of written) Object.assign(event, { recordedAt });
      // Also where the acknowledgement was lost and found again: this flaw is about the clock alone.
      const isNew = ({ position }: { position: number }) => written.some((event) => event.position === position);
      return appended.map((each) => (isNew(each) ? { ...each, recordedAt } : each));
    },
  }),

  'lets go of its appends when it is closed': (sound) => {
    let closed = false;
    return {
      async appendAll(appends) {
        await setImmediate();
        if (closed) throw new Unavailable('The event store is closed', { reason: 'closing' });
        return sound.appendAll(appends);
      },
      close() {
        closed = true;
        return sound.close();
      },
    };
  },

  'goes live from wherever the head is by then': (sound) => ({
    async *subscribe(after, options) {
      for await (const page of sound.readAll(after, options)) {
        yield page;
        if (options.signal.aborted) return;
      }
      for await (const page of sound.subscribe(await sound.head(), options)) if (page.events.length > 0) yield page;
    },
  }),

  'reads ahead of its subscriber without bound': (sound) => ({
    async *subscribe(after, { signal, ...options }) {
      const left = new AbortController();
      const pages: Page[] = [];
      let ended = false;
      const reading = (async () => {
        const until = { ...options, signal: AbortSignal.any([signal, left.signal]) };
        for await (const page of sound.subscribe(after, until)) pages.push(page);
      })().finally(() => (ended = true));
      try {
        for (; !signal.aborted && !(ended && pages.length === 0); await pause(1))
          for (let page = pages.shift(); page && !signal.aborted; page = pages.shift()) yield page;
      } finally {
        left.abort();
        await reading;
      }
    },
  }),

  'subscribes again at the head': (_, { inner, line }) => ({
    subscribe: resuming(cuttable(inner, line), () => inner.head()),
  }),

  'subscribes again a little before': (_, { inner, line }) => ({
    subscribe: resuming(cuttable(inner, line), (last) => last - 2),
  }),
} satisfies Record<string, Flaw>;

export type FlawName = keyof typeof flaws;

/** What stores over one log share, as processes share a server. */
const hiddenBy = new WeakMap<MemoryLog, Set<string>>();
const connectionsBy = new WeakMap<MemoryLog, { left: number }>();
const hiddenOf = (log: MemoryLog) => hiddenBy.get(log) ?? hiddenBy.set(log, new Set()).get(log)!;
const connectionsOf = (log: MemoryLog) => connectionsBy.get(log) ?? connectionsBy.set(log, { left: 9 }).get(log)!;

function rewritten(bytes: Uint8Array): Uint8Array {
  try {
    return Buffer.from(JSON.stringify(JSON.parse(Buffer.from(bytes).toString())));
  } catch {
    return bytes;
  }
}

/** A store with one flaw and no other. */
export function flawedStore(flaw: FlawName, log: MemoryLog, line: Line, clock: Clock): EventStore {
  const inner = memoryEventStore({ log, clock });
  const sound = remoteStore(inner, line);
  const underWay = new Set<Promise<unknown>>();
  const spoiled: EventStore = {
    ...sound,
    async close() {
      await Promise.allSettled(underWay);
      await sound.close();
    },
    ...(flaws[flaw] as Flaw)(sound, { inner, line, log, clock }),
  };
  const appendAll: EventStore['appendAll'] = (appends) => {
    const appending = spoiled.appendAll(appends);
    underWay.add(appending);
    const done = () => underWay.delete(appending);
    appending.then(done, done);
    return appending;
  };
  return {
    ...spoiled,
    appendAll,
    append: async (stream, events, expected) => (await appendAll([{ stream, events, expected }]))[0]!,
  };
}
