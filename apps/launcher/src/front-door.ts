import httpProxy from '@fastify/http-proxy';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { HttpProblem, readOn, sendProblem, type Log } from '#runtime';
import type { KeptService } from './kept-service.js';

/** Longer than any long poll waits, and than the longest batch is silent. */
const ANSWER_MS = 75_000;
const SILENCE_MS = 120_000;
const AGAIN_MS = 20;
const READS = new Set(['GET', 'HEAD']);

/** Sends what comes to the front door on to its service as it comes: bodies and answers flow through, nothing is kept. */
export function openFrontDoor(instance: FastifyInstance, services: readonly KeptService[], log: Log): void {
  const serving = new Map(
    services.flatMap((service) =>
      service.serves.flatMap((path) => [[path, service] as const, [`${path}/*`, service] as const]),
    ),
  );
  const serviceOf = (request: FastifyRequest): KeptService => serving.get(request.routeOptions.url!)!;
  const refuse = (problem: HttpProblem, reply: FastifyReply) => sendProblem(problem, reply.request, reply, log);

  void instance.register(async (scope) => {
    // The services read bodies, by rules of their own.
    scope.removeAllContentTypeParsers();
    await scope.register(httpProxy, {
      upstream: '',
      routes: [...serving.keys()],
      destroyAgent: true,
      undici: { connections: 256, headersTimeout: ANSWER_MS, bodyTimeout: SILENCE_MS },
      preHandler: (request, reply, done) => {
        const service = serviceOf(request);
        if (service.url === undefined) return refuse(away(service), reply);
        // A service may answer before it was sent everything; the caller keeps his connection, and gets his answer.
        if (request.body) request.body = readOn(request.raw);
        done();
      },
      replyOptions: {
        getUpstream: (request) => serviceOf(request as FastifyRequest).url ?? '',
        rewriteRequestHeaders: (request, headers) => forwarded(request as FastifyRequest, headers),
        rewriteHeaders: ({ connection: _, 'keep-alive': __, ...headers }) => headers,
        // A question is asked again when the connection that was kept for it turns out to be dead; for anything else
        // that is for the caller to decide, who knows its key.
        retryDelay: ({ err, req, attempt }) => (err && attempt === 0 && READS.has(req.method) ? AGAIN_MS : null),
        onError: (given, { error }) => {
          const reply = given as FastifyReply;
          refuse(problemOf(error, serviceOf(reply.request)), reply);
        },
      },
    });
  });
}

type Headers = FastifyRequest['headers'];

/** What the service should know of the caller; the first of several doors is the one that counts. */
function forwarded(request: FastifyRequest, { expect: _, ...headers }: Headers): Headers {
  return {
    ...headers,
    'x-request-id': request.id,
    'x-forwarded-for': [headers['x-forwarded-for'] ?? [], request.ip].flat().join(', '),
    'x-forwarded-proto': headers['x-forwarded-proto'] ?? request.protocol,
    'x-forwarded-host': headers['x-forwarded-host'] ?? request.host,
  };
}

const NOT_SENT = new Set(['ECONNREFUSED', 'UND_ERR_CONNECT_TIMEOUT', 'ERR_INVALID_URL']);
const SAME_KEY = {
  zh: '请以同一 Idempotency-Key 原样重发：已登记的不会重复，并得到原回执',
  en: 'Send the same again with its Idempotency-Key: what was recorded is not recorded twice, and its receipt comes back',
};

function problemOf(error: Error, service: KeptService): HttpProblem {
  const { code = '' } = (error.cause ?? error) as NodeJS.ErrnoException;
  if (NOT_SENT.has(code)) return away(service);
  const { name } = service;
  const wayOut = SAME_KEY;
  const retryAfterS = service.backInS;
  if (code === 'UND_ERR_HEADERS_TIMEOUT')
    return new HttpProblem(
      504,
      'door/no-answer',
      { zh: `服务 ${name} 未及时应答`, en: `The service ${name} did not answer in time` },
      { wayOut, retryAfterS },
    );
  return new HttpProblem(
    502,
    'door/answer-lost',
    {
      zh: `服务 ${name} 在应答前中断，本次请求是否已登记尚不可知`,
      en: `The service ${name} broke off before it answered; whether this was recorded is not known`,
    },
    { wayOut, retryAfterS },
  );
}

const away = ({ name, backInS }: KeptService) =>
  new HttpProblem(
    503,
    'door/service-away',
    {
      zh: `服务 ${name} 暂未运行，正在重新启动；本次请求未送达`,
      en: `The service ${name} is not running and is being started again; this request did not reach it`,
    },
    {
      retryAfterS: backInS,
      wayOut: { zh: '请稍后重试；其他服务不受影响', en: 'Try again shortly; the other services go on' },
    },
  );
