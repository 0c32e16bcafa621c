import { HttpProblem } from '#runtime';
import type { ByteRange } from '#documents';

const EXAMPLE = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

/** The hash in an address; hashes are written in lower case everywhere in the ledger. */
export function hashIn(sha256: string): string {
  if (/^[0-9a-f]{64}$/.test(sha256)) return sha256;
  const almost = /^[0-9a-f]{64}$/i.test(sha256);
  throw new HttpProblem(
    400,
    'documents/not-a-hash',
    almost
      ? { zh: 'SHA-256 应以小写书写', en: 'A SHA-256 is written in lower case' }
      : { zh: '地址中不是 SHA-256：应为64位小写十六进制', en: 'That is no SHA-256: 64 lower-case hexadecimal digits' },
    {
      field: 'sha256',
      wayOut: {
        zh: `例如：/documents/${almost ? sha256.toLowerCase() : EXAMPLE}；以 sha256sum <文件> 计算`,
        en: `For example: /documents/${almost ? sha256.toLowerCase() : EXAMPLE}; sha256sum <file> computes it`,
      },
    },
  );
}

/** Reads `sha-256` of a digest header (RFC 9530, and RFC 3230 before it), as lower-case hex. */
function digestIn(header: string): string | undefined {
  const [, base64] = /(?:^|,)\s*sha-256\s*=\s*:?([A-Za-z0-9+/]{43}=):?\s*(?:[,;]|$)/i.exec(header) ?? [];
  return base64 && Buffer.from(base64, 'base64').toString('hex');
}

/** Headers that say a hash of their own must say the same, or one of them is a mistake. */
export function agreeing(sha256: string, headers: Readonly<Record<string, unknown>>): void {
  for (const name of ['content-digest', 'repr-digest', 'digest']) {
    const given = headers[name];
    const digest = typeof given === 'string' ? digestIn(given) : undefined;
    if (digest === undefined || digest === sha256) continue;
    throw new HttpProblem(
      422,
      'documents/digest-mismatch',
      {
        zh: `请求头 ${name} 为 ${digest}，地址为 ${sha256}，二者不一`,
        en: `The header ${name} says ${digest}, the address ${sha256}`,
      },
      {
        field: name,
        wayOut: {
          zh: `应为 ${name}: sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:，或省略该请求头`,
          en: `Send ${name}: sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:, or leave the header out`,
        },
      },
    );
  }
}

/** The one range that is asked for (RFC 9110 §14.2); undefined for all of it. Several ranges are answered with all of it. */
export function rangeIn(header: string | undefined, size: number): ByteRange | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const first = from === '' ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== '' && to !== '' && Number(to) < first) return undefined;
  if (first <= last) return { first, last };
  throw new HttpProblem(
    416,
    'documents/range-outside',
    { zh: `范围超出文件（共 ${size} 字节）`, en: `The range lies outside the document, which has ${size} bytes` },
    { field: 'Range', wayOut: { zh: '例如：Range: bytes=0-65535', en: 'For example: Range: bytes=0-65535' } },
  );
}
