/** The queue cannot be reached or cannot say whether it took a message. Trying again is safe. */
export class QueueUnavailable extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'QueueUnavailable';
  }
}

/** The queue will never take this message, however often it is sent: it is too large, or the topic is not ours. */
export class MessageRefused extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'MessageRefused';
  }
}
