import { ApiBody, ApiExtraModels, ApiHeader, ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { Bilingual } from '#decider';
import { Receipt } from './receipt.js';
import type { Verb } from './verb.js';

const problems: Readonly<Record<number, string>> = {
  400: 'The request is malformed: which field, and how it must be / 请求格式错误',
  401: 'No token, or one that is not believed / 未认证',
  403: 'The token lacks the role / 无权限',
  409: 'The law says no, or the first request with this key still runs / 依规不予办理',
  412: 'The record is not at the revision of If-Match / 修订号不符',
  422: 'Not yet happened, or the idempotency key was used for something else / 无法处理',
  503: 'The ledger cannot write now; Retry-After says when to try again / 暂不可用',
};

/** RFC 9457 problem details, as every refusal is answered. */
export const problemResponses = (...statuses: number[]): MethodDecorator[] =>
  statuses.map((status) =>
    ApiResponse({
      status,
      description: problems[status]!,
      content: {
        'application/problem+json': {
          schema: {
            type: 'object',
            required: ['type', 'title', 'status'],
            properties: {
              type: { type: 'string', format: 'uri', example: 'urn:taizhang:energy/extension-too-long' },
              title: { type: 'string' },
              status: { type: 'integer' },
              detail: { type: 'string' },
            },
          },
        },
      },
    }),
  );

/** What OpenAPI says of a command's route, all of it from the language. */
export function describeVerb(verb: Verb, title: Bilingual): MethodDecorator[] {
  const { traits, kind, name, department, payload, idName, need } = verb;
  return [
    ApiTags(`${title.zh} / ${title.en}`),
    ApiOperation({
      operationId: `${department}.${kind}.${name}`,
      summary: `${traits.says.zh} / ${traits.says.en}`,
      description: `Clause ${traits.clause} of the plan. Needs the role \`${need}\`.`,
    }),
    ApiParam({ name: idName, description: 'The record / 编号', schema: { type: 'string', maxLength: 64 } }),
    ApiBody({ type: payload }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'Makes a retry safe: the same key with the same body gives the same receipt / 幂等键',
      schema: { type: 'string', minLength: 1, maxLength: 255 },
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description: 'Revision that the caller has seen, quoted / 修订号',
      schema: { type: 'string', example: '"3"' },
    }),
    ApiHeader({
      name: 'Prefer',
      required: false,
      description: '`return=minimal` answers 204 without a body / 省略回执',
      schema: { type: 'string', example: 'return=minimal' },
    }),
    ApiExtraModels(Receipt),
    ApiResponse({ status: 201, description: 'Recorded / 已登记', type: Receipt }),
    ApiResponse({ status: 200, description: 'Nothing changed / 无变化', type: Receipt }),
    ApiResponse({ status: 204, description: 'Done, with `Prefer: return=minimal` / 已登记' }),
    ...problemResponses(400, 401, 403, 409, 412, 422, 503),
  ] as MethodDecorator[];
}
