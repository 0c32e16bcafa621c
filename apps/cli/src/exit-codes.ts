/** What the process answers its caller. */
export const EXIT = {
  ok: 0,
  /** The ledger refused, or the work could not be done. */
  failed: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** The ledger did not answer. */
  unreachable: 3,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** Ends a command with a sentence for people and a code for scripts. */
export class Failure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    /** One or more lines, Chinese and English. */
    message: string,
    options: ErrorOptions = {},
  ) {
    super(message, options);
    this.name = 'Failure';
  }
}

export const usage = (zh: string, en: string): Failure => new Failure(EXIT.usage, `${zh}\n${en}`);
