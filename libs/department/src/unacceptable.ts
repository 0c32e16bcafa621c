import type { Bilingual } from '#decider';
import { CORRECT_THE_FIELDS, type WrongField } from '#runtime';

interface Grounds {
  readonly wayOut?: Bilingual;
  /** Field of the body or attribute of the event that is wrong. */
  readonly field?: string;
  /** All fields that are wrong, when a body was checked. */
  readonly fields?: readonly WrongField[];
  readonly clause?: string;
}

/**
 * A request that no decider gets to see, because of how it was put rather than what the law says of it.
 *
 * The code is a promise to callers (`urn:taizhang:<code>`); the sentence is for people.
 */
export class Unacceptable extends Error {
  constructor(
    readonly status: 400 | 409 | 412 | 413 | 415 | 422,
    readonly code: string,
    readonly sentence: Bilingual,
    readonly grounds: Grounds = {},
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'Unacceptable';
  }
}

export const keyMalformed = () =>
  new Unacceptable(
    400,
    'request/idempotency-key-malformed',
    { zh: 'Idempotency-Key 应为1至255个可见字符', en: 'Idempotency-Key must be 1 to 255 visible ASCII characters' },
    {
      field: 'Idempotency-Key',
      wayOut: { zh: '例如用一个新的 UUID', en: 'Use a new UUID, for example' },
    },
  );

export const keyReused = () =>
  new Unacceptable(
    422,
    'request/idempotency-key-reused',
    {
      zh: '该幂等键已用于内容不同的请求',
      en: 'This idempotency key was used for a request with other content',
    },
    {
      field: 'Idempotency-Key',
      wayOut: {
        zh: '每个新请求请使用新的键；重试时请保持请求原样',
        en: 'Use a new key for each new request, and send a retry exactly as it was first sent',
      },
    },
  );

export const keyInUse = () =>
  new Unacceptable(
    409,
    'request/idempotency-key-in-use',
    { zh: '使用该幂等键的请求仍在处理中', en: 'The first request with this idempotency key is still being processed' },
    {
      field: 'Idempotency-Key',
      wayOut: { zh: '请稍后以同一键重试', en: 'Try again shortly with the same key' },
    },
  );

export const inTheFuture = (occurredAt: string, now: string) =>
  new Unacceptable(
    422,
    'request/occurred-in-future',
    {
      zh: `occurredAt（${occurredAt}）晚于台账时钟（${now}）`,
      en: `occurredAt (${occurredAt}) is later than the ledger's clock (${now})`,
    },
    {
      field: 'occurredAt',
      wayOut: {
        zh: '只登记已发生的事项；请核对时刻与时区，时钟误差容许60秒',
        en: 'Post what has happened, not what will; check the instant and its offset. 60 seconds of skew are allowed',
      },
    },
  );

export const notAnId = (name: string) =>
  new Unacceptable(
    400,
    'request/id-malformed',
    {
      zh: `${name} 应为1至64位字母、数字或 . _ ~ -，以字母或数字开头`,
      en: `${name} must be 1 to 64 letters, digits or . _ ~ -, starting with a letter or digit`,
    },
    {
      field: name,
      wayOut: {
        zh: '请用贵方系统中的编号，其他字符改作连字符，如 C-2021-001',
        en: 'Use the number of your own system with hyphens for other characters, such as C-2021-001',
      },
    },
  );

export const ifMatchMalformed = () =>
  new Unacceptable(
    400,
    'request/if-match-malformed',
    { zh: 'If-Match 应为带引号的修订号，如 "3"', en: 'If-Match must be a quoted revision, such as "3"' },
    {
      field: 'If-Match',
      wayOut: { zh: '请使用回执或 ETag 中的修订号', en: 'Use the revision of a receipt or of an ETag' },
    },
  );

export const bodyMalformed = (fields: readonly WrongField[], clause?: string) =>
  new Unacceptable(
    400,
    'request/fields-wrong',
    {
      zh: fields.map(({ field, zh }) => `${field} ${zh}`).join('；'),
      en: fields.map(({ field, en }) => `${field} ${en}`).join('; '),
    },
    { field: fields[0]?.field, fields, clause, wayOut: CORRECT_THE_FIELDS },
  );
