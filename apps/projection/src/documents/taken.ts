import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { documentTypes, ofType, tooLarge, typeNamed, upTo, type Bytes, type DocumentType } from '#documents';
import { HttpProblem } from '#runtime';
import type { DocumentIntake } from './kept-documents.js';

/** The type that a request says its document is of, and the bytes: so many at most, of that type, and seen by the scanner. */
export function taken(
  { headers, body }: FastifyRequest,
  { maxBytes, types, scan }: DocumentIntake,
): { readonly type: DocumentType; readonly bytes: Bytes } {
  const type = typeIn(headers['content-type'], types);
  // Who says beforehand how much it will be need not send it to hear that it is too much.
  if (Number(headers['content-length'] ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const all = body instanceof Readable ? whole(body) : Readable.from([]);
  return { type, bytes: scan(ofType(type, upTo(maxBytes, all))) };
}

function typeIn(header: string | undefined, types: readonly string[]): DocumentType {
  const mediaType = (header ?? '').split(';', 1)[0]!.trim().toLowerCase();
  const type = typeNamed(mediaType);
  if (type && types.includes(type.name)) return type;
  const allowed = documentTypes.filter(({ name }) => types.includes(name)).map((one) => one.mediaType);
  throw new HttpProblem(
    415,
    'documents/type-not-taken',
    {
      zh: mediaType ? `不受理 ${mediaType} 类型的文书` : '缺少 Content-Type，无从得知文书类型',
      en: mediaType ? `Documents of type ${mediaType} are not taken` : 'There is no Content-Type to say what it is',
    },
    {
      field: 'Content-Type',
      facts: { allowed },
      wayOut: {
        zh: `受理：${allowed.join('、')}；例如 curl --upload-file 决定书.pdf -H 'content-type: ${allowed[0]}'`,
        en: `These are: ${allowed.join(', ')}; such as curl --upload-file decision.pdf -H 'content-type: ${allowed[0]}'`,
      },
    },
  );
}

/** What a sender who hangs up leaves behind is no document; nobody is there to hear it. */
async function* whole(body: Readable): AsyncGenerator<Buffer> {
  try {
    yield* body as AsyncIterable<Buffer>;
  } catch (cause) {
    throw new HttpProblem(
      400,
      'documents/cut-short',
      { zh: '连接中断，内容未到齐；未保存', en: `The connection was cut before the end (${(cause as Error).message})` },
      { wayOut: { zh: '请重新提交', en: 'Put it again' } },
    );
  }
}
