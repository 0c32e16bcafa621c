import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acting, ScenarioTime } from '#department';
import { LAUNCHED, type Asked, type Numbered, type Told } from '#ledger';
import { HttpProblem, type Log } from '#runtime';
import type { Say } from './prefixed.js';
import type { Service } from './services.js';

interface Terms {
  readonly environment: NodeJS.ProcessEnv;
  readonly log: Log;
  readonly say: Say;
  /** Where the clock of all services stands; nothing where they go by the system's. */
  readonly time: () => ScenarioTime | undefined;
  /** A service came up, or went down. */
  readonly changed: () => void;
  /** Where the compiled apps lie. */
  readonly apps?: string;
}

/** A service in a process of its own, started again whenever it ends. */
export interface KeptService extends Service, Acting {
  /** Where it listens; undefined while it does not. */
  readonly url: string | undefined;
  readonly pid: number | undefined;
  /** What is the matter while it does not listen, for operators. */
  readonly trouble: string;
  /** Whole seconds until it is worth asking it again. */
  readonly backInS: number;
  /** Resolves when it listens; false when it does not in time. */
  up(patienceMs: number): Promise<boolean>;
  /** Stops it in order, and by force when that takes too long. */
  stop(): Promise<void>;
}

/** The first pause before a service is started again; it doubles with every time that it did not last. */
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 10_000;
/** A service that listened this long is well: its next end is the first again. */
const WELL_AFTER_MS = 30_000;
/** From so many ends in a row on it is reported as one that keeps ending. */
const KEEPS_ENDING = 4;
const STARTING_S = 2;
const STOP_MS = 18_000;
/** How long a move of the clock waits for a service that is away. */
const ASK_PATIENCE_MS = 60_000;

class Gone extends Error {}

/** Starts a service and keeps it running until it is told to stop. */
export function keepRunning(service: Service, terms: Terms): KeptService {
  const { environment, log, say, time, changed, apps = join(import.meta.dirname, '../..') } = terms;
  const main = join(apps, service.name, 'src/main.js');
  const stopping = new AbortController();
  const waiting = new Set<() => void>();
  const asked = new Map<number, { resolve: (value: number | undefined) => void; reject: (why: Error) => void }>();
  let child: ChildProcess | undefined;
  let url: string | undefined;
  let listenedAt: number | undefined;
  let [ends, restartAt, questions] = [0, 0, 0];
  let [trouble, lastWords] = ['still starting', ''];

  function start(): void {
    // In a session of its own: Ctrl-C at the terminal is for us, who stop the services after the last request.
    const started = spawn(process.execPath, [main, LAUNCHED], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      detached: true,
    });
    child = started;
    createInterface({ input: started.stdout! }).on('line', (line) => say(service.name, line));
    createInterface({ input: started.stderr! }).on('line', (line) => {
      lastWords = line;
      say(service.name, line, process.stderr);
    });
    started.on('message', (told: Told) => heard(told));
    // A message to a process that has just died is answered by its end.
    started.on('error', (problem) => log.debug({ err: problem, name: service.name }, 'a service cannot be reached'));
    started.once('exit', (code, signal) => ended(signal ?? `exit code ${code}`));
    if (started.pid === undefined) return ended('it could not be started');
    send({ ask: 'begin', ...told() });
  }

  const told = (): { time?: ScenarioTime } => {
    const now = time();
    return now ? { time: now } : {};
  };

  function send(question: Asked): number {
    const id = ++questions;
    child?.send({ id, ...question } satisfies Numbered);
    return id;
  }

  function heard(said: Told): void {
    if ('listening' in said) {
      // The clock may have moved while the service was starting.
      const { time: now } = told();
      if (now) send({ ask: 'set', time: now });
      [url, listenedAt] = [said.listening, performance.now()];
      for (const wake of waiting) wake();
      waiting.clear();
      return changed();
    }
    const waiter = asked.get(said.answers);
    asked.delete(said.answers);
    if (said.failed === undefined) waiter?.resolve(said.value);
    else waiter?.reject(failed(service, said.failed));
  }

  function ended(how: string): void {
    const wasWell = listenedAt !== undefined && performance.now() - listenedAt > WELL_AFTER_MS;
    child = url = listenedAt = undefined;
    for (const { reject } of asked.values()) reject(new Gone(how));
    asked.clear();
    if (stopping.signal.aborted) return;
    ends = wasWell ? 1 : ends + 1;
    const pauseMs = Math.min(FIRST_PAUSE_MS * 2 ** (ends - 1), LONGEST_PAUSE_MS);
    restartAt = performance.now() + pauseMs;
    trouble = `ended (${how})`;
    const words = ends >= KEEPS_ENDING ? 'a service keeps ending' : 'a service ended: starting it again';
    log.error({ name: service.name, how, times: ends, restartInMs: pauseMs, lastWords }, words);
    changed();
    pause(pauseMs, undefined, { signal: stopping.signal }).then(start, () => undefined);
  }

  async function up(patienceMs: number): Promise<boolean> {
    if (url !== undefined) return true;
    const over = new AbortController();
    const signal = AbortSignal.any([over.signal, stopping.signal]);
    const listens = new Promise<void>((resolve) => waiting.add(resolve));
    const late = pause(patienceMs, undefined, { signal }).catch(() => undefined);
    await Promise.race([listens, late]);
    over.abort();
    return url !== undefined;
  }

  /** Asks until it is answered: a service that ends meanwhile is asked again when it is back. */
  async function ask(question: Asked): Promise<number | undefined> {
    for (;;) {
      if (!(await up(ASK_PATIENCE_MS))) throw failed(service, trouble);
      try {
        return await new Promise((resolve, reject) => asked.set(send(question), { resolve, reject }));
      } catch (problem) {
        if (!(problem instanceof Gone)) throw problem;
      }
    }
  }

  start();
  return {
    ...service,
    get url() {
      return url;
    },
    get pid() {
      return child?.pid;
    },
    get trouble() {
      return trouble;
    },
    get backInS() {
      return STARTING_S + Math.max(0, Math.ceil((restartAt - performance.now()) / 1000));
    },
    up,
    settle: async () => (await ask({ ask: 'settle' }))!,
    next: () => ask({ ask: 'next' }),
    set: async (time) => void (await ask({ ask: 'set', time })),
    wake: async () => void (await ask({ ask: 'wake' })),
    async stop() {
      stopping.abort();
      const last = child;
      if (!last) return;
      const gone = new Promise((resolve) => last.once('exit', resolve));
      const force = setTimeout(() => last.kill('SIGKILL'), STOP_MS);
      last.kill('SIGTERM');
      await gone;
      clearTimeout(force);
    },
  };
}

const failed = ({ name }: Service, why: string) =>
  new HttpProblem(
    503,
    'clock/service-away',
    { zh: `服务 ${name} 未能随时钟前进（${why}）`, en: `The service ${name} could not follow the clock (${why})` },
    { retryAfterS: 5, wayOut: { zh: '请稍后原样重试', en: 'Try the same again shortly' } },
  );
