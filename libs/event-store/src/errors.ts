import type { Expected } from './event-store.js';

/** Someone else wrote first. Deciding again over the newer history is safe. */
export class StaleRevision extends Error {
  constructor(
    readonly stream: string,
    readonly expected: Expected,
    /** Last revision found, -1 when the stream does not exist. */
    readonly actual: number,
  ) {
    super(`${stream} was expected at ${expected} and is at ${actual}`);
    this.name = 'StaleRevision';
  }
}

/** An id is taken by an event with other content, or only a part of the batch is known. Nothing was written. */
export class Conflict extends Error {
  constructor(
    readonly stream: string,
    /** Ids that exist already. */
    readonly ids: readonly string[],
  ) {
    super(`${stream}: event ids already taken: ${ids.join(', ')}`);
    this.name = 'Conflict';
  }
}

/** The append cannot be right, whatever the store holds: refused before any I/O. */
export class InvalidAppend extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidAppend';
  }
}

/** The store knows no atomic append over several streams: refused before any I/O. */
export class SeveralStreams extends InvalidAppend {
  constructor(readonly streams: readonly string[]) {
    super(`This store appends to one stream at a time, not to ${streams.join(', ')} together`);
    this.name = 'SeveralStreams';
  }
}

/** A position that the store never told. Positions are not counted on, only passed on. */
export class UnknownPosition extends Error {
  constructor(readonly position: number) {
    super(`${position} is no position of this store: it was kept by another one, or computed`);
    this.name = 'UnknownPosition';
  }
}

/** The store cannot be reached, or refuses writes. Nothing is known to have been written; try again later. */
export class Unavailable extends Error {
  constructor(message: string, options: ErrorOptions & { readonly reason?: 'unreachable' | 'full' | 'closing' } = {}) {
    super(message, options);
    this.name = 'Unavailable';
    this.reason = options.reason ?? 'unreachable';
  }
  /** `full` means that space is short and reads go on. */
  readonly reason: 'unreachable' | 'full' | 'closing';
}
