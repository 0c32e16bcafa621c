import type { Bilingual } from '#decider';
import { MalformedJson, parseStrictly, type JsonLimits } from '#runtime';

/** One member of a copy is most of its file. */
const MOST_BYTES = 256 * 1_048_576;
const LIMITS: JsonLimits = {
  maxBytes: MOST_BYTES,
  maxDepth: 64,
  maxKeysPerObject: 100_000,
  maxStringBytes: MOST_BYTES,
};

const SENTENCES = {
  'not-a-copy': ['没有内容或签名', 'There is no content, or no signature'],
  'member-unknown': [
    '不采信副本自带的密钥、声明及未签名的成员',
    'No key, claim or unsigned member is taken from a copy',
  ],
  base64url: ['不是规范的 base64url', 'This is not base64url as it is written without padding'],
  algorithm: ['只接受签名算法 Ed25519', 'No algorithm but Ed25519 is accepted'],
  type: ['签的不是台账的副本', 'What is signed is no copy of a ledger'],
  'key-unknown': [
    '所给公钥中没有这一把；请取得签发方公布的全部公钥，含已停用的',
    'The keys that were given do not have this one; get all that the issuer publishes, retired ones too',
  ],
  'not-signed-so': [
    '签名不符：签名之后有改动，或并非由此密钥所签',
    'The signature does not fit: something was changed after signing, or this key did not sign',
  ],
  content: ['缺少，或不是应有的内容', 'It is missing, or not what belongs there'],
  'no-facts': ['没有任何事实', 'There is not a single fact in it'],
  order: ['位置未递增：事实被调换或重复', 'Positions do not rise: facts were moved or repeated'],
  'fact-twice': ['事实重复', 'A fact is in it twice'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

interface Told {
  /** Stable: `export/not-signed-so`. */
  readonly code: string;
  /** Member of the file, as a path; within the content as `payload.facts[3].id`. */
  readonly where: string;
  readonly says: Bilingual;
  /** What is there instead, where that is short. */
  readonly found?: unknown;
  /** Where the change shows when the content contradicts itself: a JSON Pointer into it, or a path as above. */
  readonly showsAt?: string | undefined;
}

/** What is wrong with a copy, and where. */
export class Flaw extends Error {
  constructor(readonly told: Told) {
    super(`${told.code} at ${told.where}`);
    this.name = 'Flaw';
  }
}

export function flaw(code: keyof typeof SENTENCES, where: string, besides: Pick<Told, 'found' | 'showsAt'> = {}): Flaw {
  const [zh, en] = SENTENCES[code];
  return new Flaw({ code: `export/${code}`, where: where || 'file', says: { zh, en }, ...besides });
}

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** JSON that means one thing only. */
export function strictly(bytes: Uint8Array, where = ''): unknown {
  try {
    return parseStrictly(bytes, LIMITS);
  } catch (problem) {
    if (!(problem instanceof MalformedJson)) throw problem;
    const { code, at, path, sentence } = problem;
    const says = { zh: `${sentence.zh}（第 ${at} 字节）`, en: `${sentence.en} (byte ${at})` };
    throw new Flaw({ code, where: [where, path].filter(Boolean).join('.') || 'file', says });
  }
}

/** An object that may have these members and no other. */
export function membersOf(
  value: unknown,
  where: string,
  ...names: readonly string[]
): Readonly<Record<string, unknown>> {
  if (!isObject(value)) throw flaw('not-a-copy', where);
  const other = Object.keys(value).find((name) => !names.includes(name));
  if (other === undefined) return value;
  throw flaw('member-unknown', [where, other].filter(Boolean).join('.'));
}

/** Bytes that are written in base64url in the one way that there is, so that no other text stands for the same. */
export function bytesIn(text: unknown, where: string): Buffer {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'base64url') : undefined;
  if (bytes && bytes.toString('base64url') === text) return bytes;
  throw flaw('base64url', where);
}
