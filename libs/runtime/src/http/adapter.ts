import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { errorCodes, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { Log } from '../log.js';
import { EVENT_LIMITS, type JsonLimits } from '../strict-json/malformed-json.js';
import { parseStrictly } from '../strict-json/parse-strictly.js';
import { mustBeUtf8 } from './charset.js';
import { answerClientError } from './client-error.js';
import { sendProblem } from './problem-filter.js';
import { readOn } from './read-on.js';

/** Types whose body reaches the route as the stream it is: batches are taken item by item. */
export const STREAMED_TYPES = ['application/cloudevents-batch+json', 'application/x-ndjson'] as const;

/** Types that are parsed by the strict gate. */
export const GATED_TYPES = ['application/json', 'application/cloudevents+json'] as const;

/** Of a route that takes bytes of whatever type, as the stream they are: `@RouteConfig(TAKES_BYTES)`. */
export const TAKES_BYTES = { takesBytes: true } as const;

const takesBytes = ({ routeOptions }: FastifyRequest): boolean =>
  (routeOptions.config as Partial<typeof TAKES_BYTES>).takesBytes === true;

const REQUEST_ID = /^[\w.:-]{1,64}$/;
const TRACE_PARENT = /^[\da-f]{2}-([\da-f]{32})-[\da-f]{16}-[\da-f]{2}$/;

/** The caller's own name for the request where it has one, so that both logs can be read side by side. */
export function requestId({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id'];
  if (typeof given === 'string' && REQUEST_ID.test(given)) return given;
  const trace = typeof headers.traceparent === 'string' ? TRACE_PARENT.exec(headers.traceparent)?.[1] : undefined;
  return trace ?? randomUUID();
}

/** Fastify as the ledger runs it: bounded in every direction, its errors told as problems. */
export function openAdapter(log: Log, limits: JsonLimits = EVENT_LIMITS): FastifyAdapter {
  const options = {
    bodyLimit: limits.maxBytes,
    // Headers within 15 s, a whole request within 2 min, silence for longer than any long poll waits: hung up.
    requestTimeout: 120_000,
    connectionTimeout: 75_000,
    keepAliveTimeout: 72_000,
    // A missing Host is refused by a hook, with a problem; the server itself would answer without a word.
    http: { headersTimeout: 15_000, maxHeaderSize: 16 * 1024, requireHostHeader: false },
    routerOptions: { maxParamLength: 256 },
    return503OnClosing: false,
    requestIdHeader: false,
    genReqId: requestId,
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      sendProblem(error, request, reply, log),
    clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket) => answerClientError(error, socket, log),
  };
  const adapter: FastifyAdapter = new FastifyAdapter(options as object);
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  instance.removeAllContentTypeParsers();
  instance.addContentTypeParser([...GATED_TYPES], { parseAs: 'buffer' }, (request, body, done) => {
    // Where bytes are taken JSON is none of them, and the route says so.
    if (takesBytes(request)) return done(null, undefined);
    try {
      mustBeUtf8(request.headers['content-type']);
      done(null, parseStrictly(body as Buffer, limits));
    } catch (problem) {
      done(problem as Error);
    }
  });
  instance.addContentTypeParser([...STREAMED_TYPES], (request, payload, done) => {
    try {
      mustBeUtf8(request.headers['content-type']);
      done(null, readOn(payload));
    } catch (problem) {
      done(problem as Error);
    }
  });
  instance.addContentTypeParser('*', (request, payload, done) => {
    if (takesBytes(request) || request.is404) done(null, readOn(payload));
    else done(new errorCodes.FST_ERR_CTP_INVALID_MEDIA_TYPE());
  });
  return adapter;
}
