import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Log } from '../log.js';
import { MalformedJson } from '../strict-json/malformed-json.js';
import { toAnswer } from './problem.js';

/** The one place where errors become answers. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** Answers a request with what went wrong. A response that has begun is cut, so that nobody takes it for whole. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Log): void {
  const { problem, headers, bug } = toAnswer(error);
  const requestId = request.id;
  if (bug) log.error({ err: error, requestId }, 'a request met a bug');
  else if (problem.status >= 500) log.warn({ err: error, requestId }, 'a request could not be served');
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  const place =
    error instanceof MalformedJson ? { errors: [{ field: error.path, at: error.at, ...error.sentence }] } : {};
  const body = { ...problem, ...place, instance: request.url.split('?', 1)[0], traceId: requestId };
  void reply
    .code(problem.status)
    .headers(headers)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(body));
}
