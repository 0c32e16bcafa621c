import type { Readable } from 'node:stream';
import type { ParseArgsOptionsConfig } from 'node:util';

/** Where a command reads from and writes to; a spec's own instead of the process's. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable & { readonly isTTY?: boolean };
  /** Data, and nothing else. */
  readonly out: (text: string) => void;
  /** Talk: progress, warnings, errors. */
  readonly talk: (text: string) => void;
  /** Whether somebody watches the talk on a terminal. */
  readonly isWatched: boolean;
}

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** One verb of the command line. */
export interface CliCommand {
  readonly name: string;
  readonly says: { readonly zh: string; readonly en: string };
  /** `taizhang post <department> <path>/<id> <Command> [options]`. */
  readonly usage: string;
  readonly options: ParseArgsOptionsConfig;
  /** What each option is for, in the order of help. */
  readonly optionHelp: Readonly<Record<string, string>>;
  readonly examples: readonly string[];
  /** More help about the words given with `--help`; nothing when there is nothing more to say. */
  readonly about?: (words: readonly string[]) => string | undefined;
  /** Throws a `Failure` that carries the exit code. */
  readonly run: (words: readonly string[], values: Values, around: Surroundings) => Promise<void>;
}

export const text = (value: Values[string]): string | undefined => (typeof value === 'string' ? value : undefined);
export const texts = (value: Values[string]): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : typeof value === 'string' ? [value] : [];
