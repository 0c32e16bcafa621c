import type { OpenAPIObject } from '@nestjs/swagger';
import type { Bilingual } from '#decider';

type Components = NonNullable<OpenAPIObject['components']>;
export type Schema = NonNullable<Components['schemas']>[string];
export type Response = Exclude<NonNullable<Components['responses']>[string], { $ref: string }>;

const bilingual = {
  type: 'object',
  required: ['zh', 'en'],
  properties: { zh: { type: 'string' }, en: { type: 'string' } },
};

export const PROBLEM: Schema = {
  type: 'object',
  description:
    'RFC 9457：英文在 title、detail，中文并列 / Problem details, English in title and detail, Chinese beside them',
  required: ['type', 'title', 'title_zh', 'status', 'detail', 'detail_zh'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'urn:taizhang:<code>，不变 / A promise to callers' },
    title: { type: 'string' },
    title_zh: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    detail_zh: { type: 'string' },
    instance: { type: 'string', description: '所请求的地址 / Path that was asked for' },
    traceId: { type: 'string', description: '日志中的编号 / Finds the request in the log' },
    errors: {
      type: 'array',
      description: '有误的字段 / Every field that is wrong, by its path',
      items: {
        type: 'object',
        required: ['field', 'zh', 'en'],
        properties: { field: { type: 'string' }, zh: { type: 'string' }, en: { type: 'string' } },
      },
    },
    clause: { type: 'string', description: '方案条款 / Clause of the plan' },
    rule: { type: 'string', description: '法规则，id@version / Row of the law' },
    wayOut: bilingual,
    facts: { type: 'object', additionalProperties: true, description: '据以判断的数值 / The values that decided' },
  },
};

interface Refusal {
  /** What the answer is called among the document's components. */
  readonly name: string;
  readonly says: Bilingual;
  /** One that is really given. */
  readonly example: { readonly type: string; readonly title: string; readonly title_zh: string } & Record<
    string,
    unknown
  >;
  readonly headers?: Response['headers'];
}

const retryAfter: Response['headers'] = {
  'Retry-After': { description: '几秒后重试 / Seconds after which to try again', schema: { type: 'integer' } },
};

/** The answers that are no: by status, as they are given wherever they are given. */
export const REFUSALS: Readonly<Record<number, Refusal>> = {
  400: {
    name: 'Malformed',
    says: { zh: '请求有误：哪一项、应当如何', en: 'The request is malformed: which field, and how it must be' },
    example: {
      type: 'urn:taizhang:request/fields-wrong',
      title: 'The request is malformed',
      title_zh: '请求有误',
      detail: 'servedOn must be a day that exists, such as 2021-03-15',
      detail_zh: 'servedOn 应为存在的日期，如 2021-03-15',
      errors: [
        {
          field: 'servedOn',
          zh: '应为存在的日期，如 2021-03-15',
          en: 'must be a day that exists, such as 2021-03-15',
        },
      ],
    },
  },
  401: {
    name: 'NotAuthenticated',
    says: { zh: '缺少令牌或令牌无效', en: 'No token, or one that is not believed' },
    example: {
      type: 'urn:taizhang:identity/no-token',
      title: 'Not authenticated',
      title_zh: '未认证',
      detail: 'There is no token',
      detail_zh: '缺少令牌',
    },
    headers: { 'WWW-Authenticate': { description: '认证方式 / How to authenticate', schema: { type: 'string' } } },
  },
  403: {
    name: 'NotPermitted',
    says: { zh: '令牌没有所需角色', en: 'The token lacks the role' },
    example: {
      type: 'urn:taizhang:identity/role-missing',
      title: 'Not permitted',
      title_zh: '无权限',
      detail: 'This needs the role department:energy:post',
      detail_zh: '需要角色 department:energy:post',
    },
  },
  404: {
    name: 'Unknown',
    says: { zh: '台账中没有', en: 'The ledger has nothing of that name' },
    example: {
      type: 'urn:taizhang:case/unknown',
      title: 'Not found',
      title_zh: '未找到',
      detail: 'There is no case C-2021-001 in the ledger',
      detail_zh: '台账中没有案件 C-2021-001',
    },
  },
  409: {
    name: 'Refused',
    says: {
      zh: '依规不予办理，或同一幂等键的请求仍在处理',
      en: 'The law says no, or the first request with this key still runs',
    },
    example: {
      type: 'urn:taizhang:energy/extension-too-long',
      title: 'The rules refuse it',
      title_zh: '依规则不予受理',
      detail: 'Rectification may last six months at most',
      detail_zh: '整改期限最长六个月',
      clause: '2.1.3',
    },
  },
  412: {
    name: 'MovedOn',
    says: { zh: '记录已不是 If-Match 的修订号', en: 'The record is not at the revision of If-Match' },
    example: {
      type: 'urn:taizhang:store/stale-revision',
      title: 'Someone else wrote first',
      title_zh: '版本已变化',
      detail: 'energy.case-C-2021-001 has moved on: it is at revision 4',
      detail_zh: '记录 energy.case-C-2021-001 已被他人更新（现为第 4 版）',
    },
  },
  413: {
    name: 'TooLarge',
    says: { zh: '内容过大', en: 'The content is too large' },
    example: {
      type: 'urn:taizhang:http/body-too-large',
      title: 'The content is too large',
      title_zh: '内容过大',
      detail: 'Request body is too large',
      detail_zh: '内容过大（Request body is too large）',
    },
  },
  415: {
    name: 'WrongMediaType',
    says: { zh: '不支持的内容类型', en: 'The content is of a type that is not taken here' },
    example: {
      type: 'urn:taizhang:http/unsupported-media-type',
      title: 'Unsupported content type',
      title_zh: '不支持的内容类型',
      detail: 'Unsupported Media Type',
      detail_zh: '不支持的内容类型（Unsupported Media Type）',
    },
  },
  422: {
    name: 'CannotBeProcessed',
    says: {
      zh: '尚未发生，或幂等键已用于别的内容',
      en: 'Not yet happened, or the idempotency key was used for something else',
    },
    example: {
      type: 'urn:taizhang:request/idempotency-key-reused',
      title: 'The request cannot be processed',
      title_zh: '无法处理',
      detail: 'This idempotency key was used for a request with other content',
      detail_zh: '该幂等键已用于内容不同的请求',
    },
  },
  503: {
    name: 'Unavailable',
    says: { zh: '暂不可用，请按 Retry-After 重试', en: 'Not available now; Retry-After says when to try again' },
    example: {
      type: 'urn:taizhang:store/unreachable',
      title: 'Not available at the moment',
      title_zh: '暂不可用',
      detail: 'The store cannot be reached at the moment; nothing was written',
      detail_zh: '台账存储暂不可用，本次请求未写入',
    },
    headers: retryAfter,
  },
  507: {
    name: 'Full',
    says: { zh: '存储空间不足，暂停写入', en: 'The data disk is nearly full: nothing is written, reading goes on' },
    example: {
      type: 'urn:taizhang:store/full',
      title: 'Storage is nearly full',
      title_zh: '存储空间不足',
      detail: 'The data disk is nearly full: nothing can be written, reading goes on',
      detail_zh: '数据盘空间不足，暂停写入；读取不受影响',
    },
    headers: retryAfter,
  },
};

/** Problem details as the content of an answer. */
export const problemContent = (status: number): Response['content'] => ({
  'application/problem+json': {
    schema: { $ref: '#/components/schemas/Problem' },
    ...(REFUSALS[status] ? { example: { ...REFUSALS[status].example, status } } : {}),
  },
});

/** The refusals as components that operations refer to. */
export const refusalResponses = (): Record<string, Response> =>
  Object.fromEntries(
    Object.entries(REFUSALS).map(([status, { name, says, headers }]) => [
      name,
      {
        description: `${says.zh} / ${says.en}`,
        ...(headers ? { headers } : {}),
        content: problemContent(Number(status)),
      },
    ]),
  );
