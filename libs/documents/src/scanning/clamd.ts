import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { DocumentProblem } from '../problems.js';
import type { Bytes } from '../shelf.js';

/** The same bytes; at their end they turn out to be clean, or throw. */
export type Scan = (bytes: Bytes) => Bytes;

export interface Clamd {
  readonly host: string;
  readonly port: number;
  /** For how long it may be silent. */
  readonly patienceMs?: number;
}

/** Shows bytes to ClamAV's daemon while they pass, by its command INSTREAM: each piece behind its length, 0 at the end. */
export const clamdScan = ({ host, port, patienceMs = 60_000 }: Clamd): Scan =>
  async function* scanned(bytes) {
    const socket = connect({ host, port });
    socket.setTimeout(patienceMs, () => socket.destroy(new Error(`silent for ${patienceMs} ms`)));
    const answer = text(socket);
    // Whoever writes or waits hears of it; until then it is nobody's failure.
    answer.catch(() => undefined);
    const show = (piece: Buffer) => told(() => shown(socket, answer, piece));
    try {
      await show(Buffer.from('zINSTREAM\0'));
      for await (const piece of bytes) {
        if (piece.length === 0) continue;
        await show(lengthOf(piece));
        await show(piece);
        yield piece;
      }
      await show(Buffer.alloc(4));
      judge(await told(() => answer));
    } finally {
      socket.destroy();
    }
  };

async function shown(socket: Socket, answer: Promise<string>, piece: Buffer): Promise<void> {
  if (socket.write(piece)) return;
  const early = await Promise.race([once(socket, 'drain').then(() => undefined), answer]);
  // It answers before the end only to say that it takes no more.
  if (early !== undefined) throw new Error(early.replaceAll('\0', '').trim() || 'the connection was closed');
}

function lengthOf({ length }: Buffer): Buffer {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(length);
  return prefix;
}

function judge(answer: string): void {
  const said = answer.replaceAll('\0', '').trim();
  if (said === 'stream: OK') return;
  const [, signature] = /^stream: (.+) FOUND$/.exec(said) ?? [];
  if (signature === undefined) throw away(new Error(said || 'the connection was closed'));
  throw new DocumentProblem(
    422,
    'documents/infected',
    {
      zh: `病毒扫描命中 ${signature}；未保存`,
      en: `The virus scanner found ${signature}; nothing was kept`,
    },
    {
      field: 'body',
      facts: { signature },
      wayOut: {
        zh: '请清除病毒后重新制作文件；哈希随之改变',
        en: 'Make the document anew on a clean machine; its hash will be another',
      },
    },
  );
}

async function told<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw away(cause);
  }
}

/** What was not scanned is not kept. */
const away = (cause: unknown): DocumentProblem =>
  new DocumentProblem(
    503,
    'documents/scanner-away',
    {
      zh: '病毒扫描暂不可用；未经扫描的文件不保存',
      en: 'The virus scanner is not available at the moment; what is not scanned is not kept',
    },
    { cause, retryAfterS: 30, wayOut: { zh: '请稍后重试', en: 'Try again shortly' } },
  );
