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

const AS_TEXT = [
  '请改用字符串；金额以分为单位用整数表示，如 2,000 元写作 200000',
  'Send it as a string; amounts are whole numbers of fen, 200000 for 2,000 yuan',
] as const;
const WRITE_IT_WITH_A_LIBRARY = [
  '请用 JSON 库生成内容（UTF-8，无 BOM），不要手工拼接；at 是出错的字节位置',
  'Write the document with a JSON library (UTF-8, no byte order mark) rather than by hand; at is the byte where it shows',
] as const;

const WAYS_OUT: Readonly<Record<MalformedCode, readonly [zh: string, en: string]>> = {
  'json/too-large': ['每次提交一个事件；更多内容请用批量接口', 'Send one event at a time, or many as a batch'],
  'json/empty': [
    '请在请求内容中发送 JSON 对象；各字段见 /openapi.json',
    'Send a JSON object as the body; its fields are in /openapi.json',
  ],
  'json/byte-order-mark': ['请以 UTF-8（无 BOM）编码保存', 'Save or send it as UTF-8 without a byte order mark'],
  'json/invalid-utf8': [
    '请将内容由 GBK 等编码转换为 UTF-8 后再提交',
    'Convert the content to UTF-8, from GBK for example, and send it again',
  ],
  'json/syntax': WRITE_IT_WITH_A_LIBRARY,
  'json/too-deep': [
    '请按 /openapi.json 中的结构提交；没有任何命令需要这样的嵌套',
    'Send the structure that /openapi.json gives; no command needs such nesting',
  ],
  'json/too-many-keys': [
    '请按 /openapi.json 中的字段提交；多个事件请用批量接口',
    'Send the fields that /openapi.json gives; many events go as a batch',
  ],
  'json/string-too-long': [
    '请缩短文字；文件不在此提交，只登记其文号、标题与 SHA-256',
    'Shorten the text; files are not sent here, only their number, title and SHA-256',
  ],
  'json/duplicate-key': ['同一对象中每个字段只发送一次', 'Send each key of an object once'],
  'json/forbidden-key': [
    '请去掉名为 __proto__ 等的字段；可用的字段见 /openapi.json',
    'Leave out keys such as __proto__; those that are taken are in /openapi.json',
  ],
  'json/lone-surrogate': [
    '请完整发送该字符，或直接以 UTF-8 书写而不用 \\u 转义；截断文字时勿从字符中间截断',
    'Send the whole character, or write it as UTF-8 instead of \\u escapes; do not cut texts within a character',
  ],
  'json/null-character': ['请去掉文字中的 U+0000', 'Take U+0000 out of the text'],
  'json/unsafe-integer': AS_TEXT,
  'json/number-loses-value': AS_TEXT,
};

const bilingual = ([zh, en]: readonly [zh: string, en: string]): Bilingual => ({ zh, en });

/** The bytes are not a JSON document that can be taken without altering it. Nothing was parsed. */
export class MalformedJson extends Error {
  readonly sentence: Bilingual;
  readonly wayOut: Bilingual;
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
    super(`${code} at byte ${at}${path && ` in ${path}`}`);
    this.name = 'MalformedJson';
    this.sentence = bilingual(SENTENCES[code](limits));
    this.wayOut = bilingual(WAYS_OUT[code]);
    this.status = code === 'json/too-large' ? 413 : 400;
  }
}
