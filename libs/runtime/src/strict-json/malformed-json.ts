import type { Bilingual } from '#decider';

/** How much one document may hold. */
export interface JsonLimits {
  readonly maxBytes: number;
  /** Objects and arrays within each other. */
  readonly maxDepth: number;
  readonly maxKeysPerObject: number;
  /** UTF-8 bytes between the quotes, as written. */
  readonly maxStringBytes: number;
}

/** For one event or command. Batches have limits of their own and are put through the gate item by item. */
export const EVENT_LIMITS: JsonLimits = {
  maxBytes: 256 * 1024,
  maxDepth: 32,
  maxKeysPerObject: 2000,
  maxStringBytes: 64 * 1024,
};

const SENTENCES = {
  'json/too-large': (l) => [`内容超过 ${l.maxBytes} 字节`, `The document is larger than ${l.maxBytes} bytes`],
  'json/empty': () => ['内容为空，应为 JSON', 'There is nothing here; JSON is expected'],
  'json/byte-order-mark': () => ['JSON 前不得有字节顺序标记（BOM）', 'JSON must not begin with a byte order mark'],
  'json/invalid-utf8': () => ['不是有效的 UTF-8 编码', 'The bytes are not valid UTF-8'],
  'json/syntax': () => ['不符合 JSON 语法', 'This is not JSON (RFC 8259)'],
  'json/too-deep': (l) => [`嵌套超过 ${l.maxDepth} 层`, `Objects and arrays are nested deeper than ${l.maxDepth}`],
  'json/too-many-keys': (l) => [
    `一个对象的字段超过 ${l.maxKeysPerObject} 个`,
    `An object has more than ${l.maxKeysPerObject} keys`,
  ],
  'json/string-too-long': (l) => [
    `一个字符串超过 ${l.maxStringBytes} 字节`,
    `A string is longer than ${l.maxStringBytes} bytes`,
  ],
  'json/duplicate-key': () => [
    '字段重复：同一对象中每个字段只能出现一次',
    'A key is repeated: which of the two values is meant cannot be known',
  ],
  'json/forbidden-key': () => ['不允许的字段名', 'A key with this name is not accepted'],
  'json/lone-surrogate': () => [
    '字符串中有不成对的代理码位',
    'A string holds half of a surrogate pair, which no text can',
  ],
  'json/null-character': () => [
    '字符串中有空字符（U+0000）',
    'A string holds the null character, which the ledger cannot keep',
  ],
  'json/unsafe-integer': () => [
    '整数超出 ±9007199254740991，会被改变；请改用字符串',
    'An integer is beyond ±9007199254740991 and would be altered: send it as a string',
  ],
  'json/number-loses-value': () => [
    '数值的精度或范围超出双精度浮点数，会被改变；请改用字符串',
    'A number has more digits or range than a double can hold and would be altered: send it as a string',
  ],
} satisfies Record<string, (limits: JsonLimits) => readonly [zh: string, en: string]>;

export type MalformedCode = keyof typeof SENTENCES;

/** The bytes are not a JSON document that can be taken without altering it. Nothing was parsed. */
export class MalformedJson extends Error {
  readonly sentence: Bilingual;
  /** HTTP status that it becomes. */
  readonly status: 400 | 413;

  constructor(
    readonly code: MalformedCode,
    /** Offset of the byte where it shows. */
    readonly at: number,
    /** The value it is in: `documents[0].title`; empty for the document itself. */
    readonly path: string,
    limits: JsonLimits = EVENT_LIMITS,
  ) {
    const [zh, en] = SENTENCES[code](limits);
    super(`${code} at byte ${at}${path && ` in ${path}`}`);
    this.name = 'MalformedJson';
    this.sentence = { zh, en };
    this.status = code === 'json/too-large' ? 413 : 400;
  }
}
