import type pg from 'pg';
import type { Database } from './database.js';
import { NotReached, type Heard } from './read-models.js';
import { announce, type Reached } from './registry.js';

const POLL_MS = 500;
const RECONNECT_MS = 250;

/** Waiting for positions: notifications wake, the table is the truth. */
export interface Signals {
  /** The last that was told of it, at no cost; nothing while nothing is known for certain. */
  heard(name: string): Heard | undefined;
  /**
   * Wakes those who wait, in this process at once. Others hear of it when they do: a write never waits for that, and who
   * hears nothing looks again by himself.
   */
  ring(reached: readonly Reached[]): void;
  waitFor(name: string, position: number, timeoutMs: number): Promise<number>;
  changed(name: string, position: number, timeoutMs: number, signal?: AbortSignal): Promise<boolean>;
  close(): Promise<void>;
}

export function openSignals(database: Database): Signals {
  const heard = new Map<string, Heard>();
  const waiters = new Set<() => void>();
  const wakeAll = () => waiters.forEach((wake) => wake());
  let closed = false;
  let listener: pg.Client | undefined;
  let isListening = false;
  let again: NodeJS.Timeout | undefined;

  /** What is told late, behind what was told after it, is no news. */
  const hear = (reached: readonly Reached[]) => {
    for (const [name, position, changedAt] of reached)
      if (position >= (heard.get(name)?.position ?? 0)) heard.set(name, { position, changedAt });
    wakeAll();
  };

  const untold = new Map<string, Reached>();
  let telling: Promise<void> | undefined;
  const tellOthers = async () => {
    while (untold.size > 0 && !closed) {
      const these = [...untold.values()];
      untold.clear();
      // Whoever is not told looks again by himself.
      await announce(database.pool, these).catch(() => {});
    }
    telling = undefined;
  };

  const listen = async () => {
    try {
      listener = await database.connect();
      if (closed) return await listener.end();
      listener.on('notification', ({ payload }) => {
        hear(JSON.parse(payload ?? '[]') as Reached[]);
      });
      listener.once('end', lost);
      await listener.query('listen "read"');
      isListening = true;
      wakeAll();
    } catch {
      lost();
    }
  };
  const lost = () => {
    // A server that crashed may come back with less than it told; only what it tells from now on counts.
    heard.clear();
    isListening = false;
    clearTimeout(again);
    if (!closed) again = setTimeout(() => void listen(), RECONNECT_MS).unref();
  };
  void listen();

  const ask = async (name: string): Promise<Heard> => {
    const listening = listener;
    const found = await database.pool.query<Heard>(
      'select position::float8 position, changed_at::float8 "changedAt" from read.projection where name = $1',
      [name],
    );
    const state = found.rows[0] ?? { position: 0, changedAt: 0 };
    // Whatever comes after this is told to whoever listened before it was asked, and goes on listening.
    const isNews = state.position >= (heard.get(name)?.position ?? 0);
    if (isNews && isListening && listening === listener) heard.set(name, state);
    return state;
  };

  const woken = (ms: number, enough: () => boolean, signal?: AbortSignal) =>
    new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        waiters.delete(wake);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const wake = () => (closed || enough()) && done();
      const timer = setTimeout(done, ms);
      waiters.add(wake);
      signal?.addEventListener('abort', done);
      wake();
    });

  const until = async (name: string, enough: (state: Heard) => boolean, timeoutMs: number, signal?: AbortSignal) => {
    const deadline = Date.now() + timeoutMs;
    for (;;) {
      const state = heard.get(name);
      if (state && enough(state)) return state;
      const asked = await ask(name);
      const left = deadline - Date.now();
      if (enough(asked) || left <= 0 || signal?.aborted || closed) return asked;
      const known = () => {
        const latest = heard.get(name);
        return latest !== undefined && enough(latest);
      };
      await woken(Math.min(left, POLL_MS), known, signal);
    }
  };

  return {
    heard: (name) => heard.get(name),
    ring(reached) {
      if (isListening) hear(reached);
      else wakeAll();
      for (const one of reached) untold.set(one[0], one);
      telling ??= tellOthers();
    },
    async waitFor(name, position, timeoutMs) {
      const state = await until(name, (reached) => reached.position >= position, timeoutMs);
      if (state.position < position) throw new NotReached(name, position, state.position);
      return state.position;
    },
    async changed(name, position, timeoutMs, signal) {
      const state = await until(name, (reached) => reached.changedAt > position, timeoutMs, signal);
      return state.changedAt > position;
    },
    async close() {
      closed = true;
      clearTimeout(again);
      wakeAll();
      await telling;
      await listener?.end().catch(() => {});
    },
  };
}
