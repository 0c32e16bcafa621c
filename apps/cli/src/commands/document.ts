import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, rename, rm, stat } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { documentTypes } from '#documents';
import { text, type CliCommand, type Surroundings, type Values } from '../command.js';
import { connectionHelp, connectionOptions, ledgerAt, tokenFor } from '../connection.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { progress, type Progress } from '../progress.js';
import { mustBeDepartment } from './post.js';

type Deed = (what: string, values: Values, around: Surroundings) => Promise<void>;
const deeds: Readonly<Record<string, Deed>> = { put, get };

/** What takes long enough to be watched. */
const LARGE_BYTES = 8 * 1_048_576;

/** Puts a file where facts can cite it, and fetches it again. */
export const document: CliCommand = {
  name: 'document',
  says: { zh: '提交或取回文书', en: 'Put a document, or fetch it' },
  usage: 'taizhang document put <file> --department <name> | taizhang document get <sha256> [--out <file>]',
  options: {
    department: { type: 'string' },
    type: { type: 'string' },
    out: { type: 'string' },
    ...connectionOptions,
  },
  optionHelp: {
    department:
      '以哪个部门的名义提交，如 energy Department that puts it, such as energy (for the token; not with --token)',
    type: '媒体类型，默认依扩展名 Media type (default: by the extension)',
    out: '保存为 File to write; never overwritten (default: <sha256> with the extension of its type)',
    ...connectionHelp,
  },
  examples: [
    'taizhang document put 责令改正通知书.pdf --department energy',
    'SHA256=$(taizhang document put decision.ofd --department environment)',
    'taizhang document get $SHA256 --out decision.ofd',
  ],
  async run([name = '', what, ...more], values, around) {
    const deed = Object.hasOwn(deeds, name) ? deeds[name]! : undefined;
    if (deed && what !== undefined && more.length === 0) return deed(what, values, around);
    throw usage(
      '请写 document put <文件> 或 document get <sha256>',
      'Say document put <file> or document get <sha256>\n  → taizhang document --help',
    );
  },
};

/** The hash is the data: `SHA=$(taizhang document put …)`. */
async function put(file: string, values: Values, around: Surroundings): Promise<void> {
  const role = roleIn(values, around);
  const type = text(values['type']) ?? typeOf(file);
  const { size } = await stat(file).catch((cause: unknown) => {
    throw usage(`无法读取 ${file}`, `Cannot read ${file}: ${(cause as Error).message}`);
  });
  const token = await tokenFor(role, values, around);
  const ledger = await ledgerAt(values, around);
  const sha256 = await hashOf(file);
  const bar = progress(
    basename(file),
    size < LARGE_BYTES ? { ...around, talk: () => undefined, isWatched: false } : around,
  );
  try {
    const kept = await ledger.json<{ sha256: string }>(`/documents/${sha256}`, {
      method: 'PUT',
      token,
      headers: { 'content-type': type, 'content-length': String(size) },
      body: () => Readable.toWeb(Readable.from(told(file, size, bar))) as never,
    });
    around.out(values['json'] ? `${JSON.stringify(kept)}\n` : `${kept.sha256}\n`);
  } finally {
    bar.stop();
  }
}

/** Written aside and checked, then renamed: a file of the name is the whole document. */
async function get(sha256: string, values: Values, around: Surroundings): Promise<void> {
  if (!/^[0-9a-f]{64}$/.test(sha256))
    throw usage(
      `${sha256} 不是 SHA-256（64位小写十六进制）`,
      `${sha256} is no SHA-256: 64 lower-case hexadecimal digits`,
    );
  const token = await tokenFor('auditor', values, around);
  const ledger = await ledgerAt(values, around);
  const response = await ledger.send(`/documents/${sha256}`, { method: 'GET', token });
  const { headers } = response;
  const [, own = sha256] = /filename="([\w.]+)"/.exec(headers.get('content-disposition') ?? '') ?? [];
  const file = text(values['out']) ?? own;
  if (
    await access(file).then(
      () => true,
      () => false,
    )
  ) {
    await response.body?.cancel();
    throw new Failure(EXIT.failed, `${file} 已存在，不会覆盖\n${file} exists and is not overwritten`);
  }
  const digest = createHash('sha256');
  let size = 0;
  const partial = `${file}.partial`;
  try {
    await pipeline(
      Readable.fromWeb(response.body as ReadableStream),
      async function* (pieces: AsyncIterable<Uint8Array>) {
        for await (const piece of pieces) {
          digest.update(piece);
          size += piece.length;
          yield piece;
        }
      },
      createWriteStream(partial, { flush: true }),
    );
    const computed = digest.digest('hex');
    if (computed !== sha256)
      throw new Failure(
        EXIT.failed,
        `取回的内容与哈希不符（${computed}），未保存\nWhat came is not what the hash says (${computed}); nothing was saved`,
      );
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof Failure) throw cause;
    throw new Failure(EXIT.failed, `无法保存 ${file}\nCannot save ${file}: ${(cause as Error).message}`, { cause });
  }
  const mediaType = headers.get('content-type');
  around.out(values['json'] ? `${JSON.stringify({ sha256, file, size, mediaType })}\n` : `${file}\n`);
}

function typeOf(file: string): string {
  const extension = extname(file).slice(1).toLowerCase();
  const type = documentTypes.find(({ extensions }) => extensions.includes(extension));
  if (type) return type.mediaType;
  const known = documentTypes.flatMap(({ extensions }) => extensions).join(', ');
  throw usage(
    `扩展名“${extension}”不在受理之列（${known}）；其他请用 --type 写明`,
    `The extension ${extension || '(none)'} is none of ${known}; name the media type with --type`,
  );
}

function roleIn(values: Values, { env }: Surroundings): string {
  const department = text(values['department']);
  if (department !== undefined) mustBeDepartment(department);
  else if (!text(values['token']) && !env['TAIZHANG_TOKEN'])
    throw usage('需要 --department 或令牌', 'A --department is needed, or a token');
  return `department:${department}:post`;
}

async function hashOf(file: string): Promise<string> {
  const digest = createHash('sha256');
  for await (const piece of createReadStream(file)) digest.update(piece as Buffer);
  return digest.digest('hex');
}

async function* told(file: string, size: number, bar: Progress): AsyncGenerator<Buffer> {
  let sent = 0;
  for await (const piece of createReadStream(file) as AsyncIterable<Buffer>) {
    yield piece;
    bar.at((sent += piece.length), size);
  }
}
