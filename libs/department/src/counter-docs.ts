import {
  ApiBody,
  ApiExtraModels,
  ApiHeader,
  ApiOperation,
  ApiParam,
  ApiResponse,
  ApiTags,
  type ApiResponseOptions,
} from '@nestjs/swagger';
import type { Bilingual } from '#decider';
import { KNOWN_AS } from '#runtime';
import { Receipt } from './receipt.js';
import type { Verb } from './verb.js';

/** Statuses of refusals that a route gives of its own, besides those that every route of its shape may give. */
export const mayRefuse = (...statuses: number[]): MethodDecorator[] =>
  statuses.map((status) => ApiResponse({ status }));

const replayed = {
  'Idempotency-Replayed': { description: 'true：首次回执重现 / The first receipt again', schema: { type: 'string' } },
};
const standing = {
  ETag: { description: '记录的修订号，供 If-Match / Revision of the record, for If-Match', schema: { type: 'string' } },
  Location: { description: '记录的地址 / The record', schema: { type: 'string' } },
  ...replayed,
};

const receipt = (status: number, name: string, description: string, type?: typeof Receipt) =>
  ApiResponse({ status, [KNOWN_AS]: name, description, headers: standing, type } as ApiResponseOptions);

/** `OrderRectification` of energy → `energy.orderRectification`: unique, whatever other departments call theirs. */
const operationIdOf = ({ namespace, name }: Verb): string =>
  `${namespace}.${name.charAt(0).toLowerCase()}${name.slice(1)}`;

/** What OpenAPI says of a command's route, all of it from the language. */
export function describeVerb(verb: Verb, title: Bilingual): MethodDecorator[] {
  const { traits, payload, idName, need } = verb;
  return [
    ApiTags(`${title.zh} / ${title.en}`),
    ApiOperation({
      operationId: operationIdOf(verb),
      summary: `${traits.says.zh} / ${traits.says.en}`,
      description: `方案 ${traits.clause}；需要角色 / Clause ${traits.clause} of the plan; needs the role \`${need}\`.`,
    }),
    ApiParam({
      name: idName,
      description: '部门自编的编号 / The department’s own number of the record',
      schema: { type: 'string', maxLength: 64, example: 'C-2021-001' },
    }),
    ApiBody({ type: payload }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '幂等键，重试时不变 / Makes a retry safe: the same key with the same body gives the same receipt',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: '所见的修订号，带引号 / Revision that the caller has seen, quoted',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: 'return=minimal：不要回执，答 204 / Answers 204 without a receipt',
      schema: { type: 'string', example: 'return=minimal' },
    }),
    ApiHeader({
      name: 'X-Correlation-Id',
      required: false,
      description: '贵方对该事项的编号，记入事实 / The caller’s own number of the matter; stands on the facts',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
    ApiExtraModels(Receipt),
    receipt(200, 'Unchanged', '无变化，或首次回执 / Nothing changed, or the first receipt again', Receipt),
    receipt(201, 'Recorded', '已登记 / Recorded', Receipt),
    receipt(204, 'Done', '已登记，不带回执 / Done, with Prefer: return=minimal'),
    ...mayRefuse(409, 412, 422),
  ] as MethodDecorator[];
}
