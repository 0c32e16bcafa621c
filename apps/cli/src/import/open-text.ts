import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { EXIT, Failure, usage } from '../exit-codes.js';

export const encodings = ['utf-8', 'gb18030'] as const;
export type Encoding = (typeof encodings)[number];

/** A file as text, in the encoding that it turned out to have. */
export interface TextFile {
  readonly encoding: Encoding;
  readonly size: number;
  /** Pieces of text in order, without a byte order mark; `onBytes` hears how far reading is. */
  read(onBytes?: (bytes: number) => void): AsyncGenerator<string>;
}

/** Opens a file whose encoding is told or found out: UTF-8 if every byte of it is, GB 18030 otherwise. */
export async function openText(path: string, asked?: string): Promise<TextFile> {
  if (asked !== undefined && !encodings.some((one) => one === asked))
    throw usage(`编码应为 ${encodings.join(' 或 ')}`, `The encoding must be ${encodings.join(' or ')}`);
  const size = await sizeOf(path);
  const encoding = (asked as Encoding | undefined) ?? ((await isUtf8(path)) ? 'utf-8' : 'gb18030');
  return {
    encoding,
    size,
    async *read(onBytes) {
      const decoder = new TextDecoder(encoding, { fatal: true });
      let bytes = 0;
      try {
        for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
          bytes += chunk.length;
          onBytes?.(bytes);
          yield decoder.decode(chunk, { stream: true });
        }
        yield decoder.decode();
      } catch (cause) {
        if (!isForeign(cause)) throw cause;
        throw new Failure(
          EXIT.failed,
          `${path} 在第 ${bytes} 字节前有不属于 ${encoding} 的字节\n` +
            `${path} has bytes before byte ${bytes} that are not ${encoding}`,
          { cause },
        );
      }
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    const file = await stat(path);
    if (file.isFile()) return file.size;
  } catch (cause) {
    throw new Failure(EXIT.usage, `无法读取 ${path}\nCannot read ${path}: ${(cause as Error).message}`, { cause });
  }
  throw usage(`${path} 不是文件`, `${path} is not a file`);
}

async function isUtf8(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream() as AsyncIterable<Buffer>) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (isForeign(error)) return false;
    throw error;
  } finally {
    await file.close();
  }
}

/** Whether a decoder met bytes that are not of its encoding. */
const isForeign = (error: unknown): boolean =>
  (error as NodeJS.ErrnoException).code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
