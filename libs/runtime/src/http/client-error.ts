import { randomUUID } from 'node:crypto';
import { STATUS_CODES, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Log } from '../log.js';
import { parserWords } from './http-words.js';
import { HttpProblem, toAnswer } from './problem.js';

/** How long a caller may take to read its answer before it is hung up on. */
const FAREWELL_MS = 2_000;

const answered = new WeakSet<Socket>();

/**
 * Answers bytes that never became a request (an address that is not encoded, headers too large, no HTTP at all) with a
 * problem like any other, and closes the connection. Nothing after such bytes can be understood.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket, log: Log): void {
  // The parser complains anew of whatever still arrives.
  if (answered.has(socket)) return;
  if (error.code === 'ECONNRESET' || !socket.writable || hasBegun(socket)) {
    socket.destroy();
    return;
  }
  answered.add(socket);
  const { status, code, sentence, wayOut } = parserWords(error.code);
  const requestId = randomUUID();
  log.info({ requestId, status, code: error.code }, 'a request could not be read');
  const { problem } = toAnswer(new HttpProblem(status, code, sentence, { wayOut }));
  const body = JSON.stringify({ ...problem, traceId: requestId });
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'x-content-type-options: nosniff',
    `x-request-id: ${requestId}`,
    `date: ${new Date().toUTCString()}`,
    'connection: close',
  ];
  // What is still on its way is read and dropped: to close over it would reset the connection and lose the answer.
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  socket.resume();
  setTimeout(() => socket.destroy(), FAREWELL_MS).unref();
}

/** Whether an answer is under way already; Node's own handler looks at the same place. Another would corrupt it. */
function hasBegun(socket: Socket): boolean {
  const { _httpMessage: message } = socket as Socket & { readonly _httpMessage?: ServerResponse | null };
  return message?.headersSent === true;
}
