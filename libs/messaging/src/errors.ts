import type { Message } from './queue.js';

/** The queue cannot be reached or cannot say whether it took a message. Trying again is safe. */
export class QueueUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueUnavailable';
  }
}

/** The queue will never take this message, however often it is sent: it is too large. */
export class MessageRefused extends Error {
  /** Which one of those that were sent. Those before it may have been taken; sending them again makes duplicates. */
  readonly refused: Message | undefined;

  constructor(message: string, { refused, ...options }: ErrorOptions & { readonly refused?: Message } = {}) {
    super(message, options);
    this.name = 'MessageRefused';
    this.refused = refused;
  }
}
