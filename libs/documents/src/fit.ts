import { HEAD_BYTES, typeOf, type DocumentType } from './document-types.js';
import { DocumentProblem, tooLarge } from './problems.js';
import type { Bytes } from './shelf.js';

/** The same bytes; they throw where they become too many. */
export async function* upTo(maxBytes: number, bytes: Bytes): AsyncGenerator<Buffer> {
  let count = 0;
  for await (const piece of bytes) {
    count += piece.length;
    if (count > maxBytes) throw tooLarge(maxBytes);
    yield piece;
  }
}

/** The same bytes; they throw at their beginning unless they are of the type that they were said to be. */
export async function* ofType(type: DocumentType, bytes: Bytes): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const piece of bytes) {
    if (!head) {
      yield piece;
      continue;
    }
    head = Buffer.concat([head, piece]);
    if (head.length < HEAD_BYTES) continue;
    yield looked(type, head);
    head = undefined;
  }
  if (head && head.length > 0) yield looked(type, head);
}

function looked(type: DocumentType, head: Buffer): Buffer {
  const found = typeOf(head);
  if (found === type) return head;
  const looksLike = found?.mediaType;
  throw new DocumentProblem(
    415,
    'documents/not-of-its-type',
    {
      zh: `Content-Type 称其为 ${type.mediaType}，内容却${looksLike ? `是 ${looksLike}` : '不是任何受理的类型'}；未保存`,
      en: `Content-Type says ${type.mediaType}, but the bytes are ${looksLike ?? 'of no type that is taken'}; nothing was kept`,
    },
    {
      field: 'Content-Type',
      facts: { declared: type.mediaType, found: looksLike ?? null },
      wayOut: looksLike
        ? { zh: `请以 Content-Type: ${looksLike} 提交`, en: `Send it as Content-Type: ${looksLike}` }
        : {
            zh: '请检查文件是否损坏或加密，或另存为 PDF',
            en: 'See whether the file is damaged or encrypted, or save it as PDF',
          },
    },
  );
}
