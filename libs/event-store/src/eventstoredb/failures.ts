import {
  AccessDeniedError,
  CancelledError,
  DeadlineExceededError,
  MaxAppendSizeExceededError,
  NotLeaderError,
  TimeoutError,
  UnavailableError,
} from '@eventstore/db-client';
import { InvalidAppend, Unavailable } from '../errors.js';

/** No answer came in time: whether anything happened is not known. */
export class NoAnswer extends Error {
  constructor(what: string, ms: number) {
    super(`${what} was not answered within ${ms} ms`);
    this.name = 'NoAnswer';
  }
}

export type Failure =
  /** The line or the server's patience was lost on the way: it may have happened or not. Asking again soon helps. */
  | 'lost'
  /** Nothing was sent: there is nobody at the other end, or nobody that is trusted. */
  | 'unreachable'
  /** The server does not know the user, or does not let it. */
  | 'denied'
  /** The server took offence at the append itself. */
  | 'refused'
  | 'unforeseen';

/** A connection was never made, so nothing can have been sent over it. */
const NEVER_CONNECTED =
  /No connection established|Name resolution failed|Failed to discover after|ECONNREFUSED|ENOTFOUND|EAI_AGAIN|certificate|Failed to connect/i;
const TOO_LARGE = /(exceeds|exceeded) Max(imum)? Append (Event )?Size|Maximum Append Size/i;
const PASSING = /No leader info available|Not Ready|Too Busy|RST_STREAM|RESOURCE_EXHAUSTED|Received message larger/i;

export function failureOf(error: unknown): Failure {
  const message = (error as Error)?.message ?? '';
  if (error instanceof AccessDeniedError || /PERMISSION_DENIED|UNAUTHENTICATED/.test(message)) return 'denied';
  if (error instanceof MaxAppendSizeExceededError || TOO_LARGE.test(message)) return 'refused';
  if (NEVER_CONNECTED.test(message)) return 'unreachable';
  const lost =
    error instanceof NoAnswer ||
    error instanceof UnavailableError ||
    error instanceof CancelledError ||
    error instanceof DeadlineExceededError ||
    error instanceof TimeoutError ||
    error instanceof NotLeaderError;
  return lost || PASSING.test(message) ? 'lost' : 'unforeseen';
}

/** What a failure means to a caller of the port: what is wrong, where, and what to look at. */
export function translated(error: unknown, where: string): unknown {
  const kind = failureOf(error);
  const message = ((error as Error)?.message ?? '').replaceAll(/\s+/g, ' ').trim();
  if (kind === 'refused') {
    const limit = (error as Partial<MaxAppendSizeExceededError>).maxAppendSize;
    return new InvalidAppend(
      limit ? `EventStoreDB takes at most ${limit} bytes in one append` : `EventStoreDB refused the append: ${message}`,
    );
  }
  if (kind === 'unforeseen') return error;
  return new Unavailable(`EventStoreDB at ${where} ${complaint(kind, message)}`, { cause: error });
}

function complaint(kind: Failure, message: string): string {
  if (kind === 'denied') return `denies access (${message}): look at user and password in EVENTSTORE_URL`;
  if (/certificate|altname/i.test(message))
    return `shows a certificate that is not trusted (${message}): look at tlsCAFile in EVENTSTORE_URL`;
  if (/Name resolution failed|ENOTFOUND|EAI_AGAIN/.test(message))
    return `is a host that nobody knows (${message}): look at the host in EVENTSTORE_URL`;
  if (kind === 'unreachable') return `cannot be reached (${message}): look at host, port and tls in EVENTSTORE_URL`;
  return `was lost (${message})`;
}
