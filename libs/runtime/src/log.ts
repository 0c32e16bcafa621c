import type { LoggerService } from '@nestjs/common';
import pino, { type Logger } from 'pino';
import { oneLine } from './log-line.js';

export type Log = Logger;

/** DI token of the process's one `Log`. */
export const LOG = Symbol('Log');

const SECRETS = ['authorization', 'password', 'token', 'secret', 'cookie', 'connectionString'];

interface LogOptions {
  readonly level?: string;
  /** Name of the service. */
  readonly name?: string;
  /** One readable line each instead of JSON. Default: when standard output is a terminal. */
  readonly pretty?: boolean;
  readonly destination?: { write(line: string): void };
}

/** The process's log: one JSON object a line (pino), with secrets taken out; readable lines on a terminal. */
export function openLog({
  level = 'info',
  name = 'taizhang',
  pretty = process.stdout.isTTY,
  destination,
}: LogOptions = {}): Log {
  const out = destination ?? (pretty ? process.stdout : pino.destination({ fd: 1, sync: false }));
  const stream = pretty ? { write: (line: string) => void out.write(oneLine(line)) } : out;
  return pino(
    {
      level,
      base: { service: name },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: [...SECRETS, ...SECRETS.map((name) => `*.${name}`)], censor: '***' },
    },
    stream,
  );
}

/** Nest's own voice in the same log. What it says while it starts is for developers. */
export function nestLog(log: Log): LoggerService {
  const context = (rest: unknown[]) => ({ context: rest.at(-1) });
  return {
    log: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), String(message)),
    debug: (message: unknown, ...rest: unknown[]) => log.debug(context(rest), String(message)),
    verbose: (message: unknown, ...rest: unknown[]) => log.trace(context(rest), String(message)),
    warn: (message: unknown, ...rest: unknown[]) => log.warn(context(rest), String(message)),
    error: (message: unknown, ...rest: unknown[]) =>
      log.error(message instanceof Error ? { err: message, ...context(rest) } : context(rest), String(message)),
    fatal: (message: unknown, ...rest: unknown[]) => log.fatal(context(rest), String(message)),
  };
}
