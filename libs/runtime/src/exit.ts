import type { Log } from './log.js';

/** How a process of the ledger ends; told in `--help`. */
export const EXIT = {
  /** Asked to stop, and stopped in order. */
  done: 0,
  /** Something happened that cannot happen; it is in the log. */
  bug: 1,
  /** An argument or an environment variable cannot be used. */
  configuration: 2,
  /** Another ledger has the data folder. */
  dataFolderInUse: 3,
  /** The database could not be started, reached or migrated. */
  database: 4,
  /** Stopping in order took longer than 25 s and was cut short. */
  drainTooLong: 5,
} as const;

interface ExitOptions {
  readonly log: Log;
  /** Stops in order: the drain. */
  readonly stop: () => Promise<void>;
  /** Stops what must not be left running, and nothing else, when there is no time for order. */
  readonly letGo?: () => Promise<void>;
  readonly limitMs?: number;
  /** The process; a spec's own instead. */
  readonly on?: NodeJS.Process;
}

const FORCED: Readonly<Record<string, number>> = { SIGTERM: 143, SIGINT: 130 };
const LIMIT_MS = 25_000;
const CRASH_LIMIT_MS = 12_000;

/**
 * Ends the process well. SIGTERM and SIGINT stop in order, within 25 s; a second one ends at once (143, 130). What
 * nobody caught is logged, the database is stopped, and the process exits with 1.
 */
export function exitInOrder({ log, stop, letGo = stop, limitMs = LIMIT_MS, on = process }: ExitOptions): void {
  let asked = false;
  let crashed = false;
  const leave = (code: number): never => {
    log.flush();
    return on.exit(code);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    on.on(signal, () => {
      if (asked) return leave(FORCED[signal]!);
      asked = true;
      setTimeout(() => {
        log.error({ limitMs }, 'stopping in order took too long');
        leave(EXIT.drainTooLong);
      }, limitMs).unref();
      stop().then(
        () => leave(EXIT.done),
        (problem: unknown) => {
          log.fatal({ err: problem }, 'stopping failed');
          leave(EXIT.bug);
        },
      );
    });
  const crash = (kind: string) => (problem: unknown) => {
    log.fatal({ err: problem }, kind);
    if (crashed) return;
    crashed = true;
    setTimeout(() => leave(EXIT.bug), CRASH_LIMIT_MS).unref();
    letGo().then(
      () => leave(EXIT.bug),
      () => leave(EXIT.bug),
    );
  };
  on.on('uncaughtException', crash('nobody caught this'));
  on.on('unhandledRejection', crash('nobody waited for this'));
}
