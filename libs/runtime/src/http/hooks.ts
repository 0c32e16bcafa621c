import { finished } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Registry } from 'prom-client';
import type { Watched } from '../watched.js';
import { Unavailable } from '#event-store';
import type { Log } from '../log.js';
import type { Draining } from './draining.js';
import { ENCODING_WRONG, HOST_MISSING } from './http-words.js';
import { httpMetrics } from './metrics.js';
import { HttpProblem } from './problem.js';

interface Surroundings {
  readonly log: Log;
  readonly draining: Draining;
  readonly registry: Registry;
  readonly space?: Watched<{ readonly low: boolean }>;
}

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
const OWN = /^\/(health\/|metrics$)/;

const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
};
const NOTHING = "default-src 'none'; frame-ancestors 'none'";
/** Swagger UI, served from here, styles itself inline. */
const DOCUMENTATION =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** What happens around every request: counted, timed, logged, headed, and refused when it would write to a full disk. */
export function installHooks(instance: FastifyInstance, { log, draining, registry, space }: Surroundings): void {
  const { duration, inFlight } = httpMetrics(registry);

  instance.addHook('onRequest', (request, reply, done) => {
    const arrival = { writes: !READS.has(request.method) };
    draining.arrived(arrival);
    inFlight.inc();
    reply.raw.once('close', () => {
      draining.left(arrival);
      inFlight.dec();
      const route = request.routeOptions.url ?? 'none';
      const { method, id } = request;
      const status = reply.raw.writableFinished ? reply.raw.statusCode : 499;
      duration.observe({ method, route, status }, reply.elapsedTime / 1000);
      // The query may hold names and codes; the path is what the log needs.
      const path = request.url.split('?', 1)[0];
      // What went well is in the ledger and the metrics; the log tells of the rest unless asked for more.
      if (!OWN.test(path!))
        log[status >= 500 ? 'warn' : status >= 400 ? 'info' : 'debug'](
          { requestId: id, method, path, status, tookMs: Math.round(reply.elapsedTime * 10) / 10 },
          'request',
        );
    });
    void reply.headers(HEADERS).headers({
      'content-security-policy': request.url.startsWith('/docs') ? DOCUMENTATION : NOTHING,
      'x-request-id': request.id,
    });
    const wrong = !hasHost(request) ? HOST_MISSING : !queryIsEncoded(request.url) ? ENCODING_WRONG : undefined;
    if (wrong) done(new HttpProblem(wrong.status, wrong.code, wrong.sentence, { wayOut: wrong.wayOut }));
    else if (space?.current.low && !READS.has(request.method))
      done(new Unavailable('the data disk is nearly full', { reason: 'full' }));
    else done();
  });

  instance.addHook('onSend', (request, reply, payload, done) => {
    if (draining.signal.aborted) void reply.header('connection', 'close');
    else if (isStillSending(request)) hearOut(request, reply);
    done(null, payload);
  });
}

const isStillSending = ({ headers, raw }: FastifyRequest): boolean =>
  !raw.complete && (headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0);

/**
 * An answer that comes before the whole request did goes out on a connection that stays open, or the sender, who is
 * still writing, finds it reset and his answer gone (RFC 9112 §9.6). What he still sends is thrown away, whoever was
 * going to read it; then the connection is closed if he asked for that. The server's time limit for a request bounds it.
 */
function hearOut({ raw: request }: FastifyRequest, reply: FastifyReply): void {
  const { raw: answer } = reply.removeHeader('connection');
  const isLast = !answer.shouldKeepAlive;
  answer.shouldKeepAlive = true;
  answer.once('finish', () => {
    // A body that nobody reads is full after a while, and would hold up the rest.
    request.unpipe().resume();
    if (isLast) finished(request, { writable: false }, () => request.socket.end());
  });
}

const hasHost = ({ headers, raw }: FastifyRequest): boolean => headers.host !== undefined || raw.httpVersion !== '1.1';

/** The router sees to the path. A query would be taken as it stands where it cannot be decoded, and find nothing. */
function queryIsEncoded(url: string): boolean {
  const query = url.indexOf('?');
  if (query < 0 || url.indexOf('%', query) < 0) return true;
  try {
    decodeURIComponent(url.slice(query));
    return true;
  } catch {
    return false;
  }
}
