import type { IncomingMessage } from 'node:http';
import { finished, PassThrough, type Readable } from 'node:stream';

/**
 * A body that may be left before its end, such as when the answer is known already. What still comes is read on and
 * thrown away: a connection that is closed under a sender is reset, and takes with it the answer that he has not read
 * yet (RFC 9112 §9.6). The server's time limit for a whole request bounds it.
 */
export function readOn(request: IncomingMessage): Readable {
  const body = new PassThrough();
  finished(request, { writable: false }, (problem) => {
    if (problem) body.destroy(problem);
  });
  // A sender who hangs up is a matter for whoever reads, and for nobody when nobody does.
  body.on('error', () => undefined);
  body.once('close', () => {
    request.unpipe(body);
    request.resume();
  });
  return request.pipe(body);
}
