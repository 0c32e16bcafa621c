import { applyDecorators } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AsOf, Projection, ReadModels } from '#projection';
import { whole } from './query.js';

const WAIT_MS = 5_000;

/** Waits until a projection reflects the position that the caller has seen: read your own writes. */
export async function reached(models: ReadModels, { name }: Projection, atLeast: string | undefined): Promise<void> {
  const position = whole('atLeast', atLeast, { min: 0, max: Number.MAX_SAFE_INTEGER, otherwise: 0 });
  if (position > 0) await models.waitFor(name, position, WAIT_MS);
}

/** Says what the answer reflects. True when the caller has it already: then it is 304, without a body. */
export function reflects(request: FastifyRequest, reply: FastifyReply, asOf: AsOf, besides = ''): boolean {
  const tag = `W/"${asOf.version}-${asOf.changedAt}${besides && `-${besides}`}"`;
  void reply.headers({
    'taizhang-position': String(asOf.position),
    etag: tag,
    'cache-control': 'no-cache',
    vary: 'accept, authorization',
  });
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim()) ?? [];
  if (!known.includes(tag) && !known.includes('*')) return false;
  void reply.code(304);
  return true;
}

/** Whether the caller prefers a media type to JSON. */
export const wants = ({ headers }: FastifyRequest, type: string): boolean =>
  (headers.accept ?? '').split(',').some((one) => one.split(';', 1)[0]!.trim().toLowerCase() === type);

/** Parameters of a route that answers from any place on both clocks. */
export const AtAPlace = () =>
  applyDecorators(
    ApiQuery({
      name: 'asOf',
      required: false,
      description: 'What held by law then: a day or an instant / 法律时间截至',
    }),
    ApiQuery({
      name: 'asKnownAt',
      required: false,
      description: 'What was recorded by then: a day, an instant or a position / 台账时间截至',
    }),
    ApiQuery({
      name: 'atLeast',
      required: false,
      description: 'Wait until this position is reflected / 至少反映的位置',
    }),
  );
