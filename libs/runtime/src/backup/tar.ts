/** The little of ustar (POSIX.1-1988) that a backup needs, so that any `tar` can open it in an emergency. */
const BLOCK = 512;

export interface TarEntry {
  /** Relative path of at most 100 bytes; a folder's ends in `/`. */
  readonly path: string;
  readonly size: number;
}

/** Header of an entry. Modes are the ledger's own: files 0600, folders 0700. */
export function tarHeader({ path, size }: TarEntry): Buffer {
  const header = Buffer.alloc(BLOCK);
  const folder = path.endsWith('/');
  if (Buffer.byteLength(path) > 100) throw new Error(`${path} is too long for a backup`);
  header.write(path, 0);
  header.write(`000${folder ? 7 : 6}00 `.padStart(8, '0').slice(-8), 100);
  for (const [at, length] of [
    [108, 8],
    [116, 8],
  ] as const)
    header.write('0'.repeat(length - 1), at);
  header.write(size.toString(8).padStart(11, '0'), 124);
  header.write('0'.repeat(11), 136);
  header.fill(' ', 148, 156);
  header.write(folder ? '5' : '0', 156);
  header.write('ustar\u000000', 257, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return header;
}

/** Zeros that fill the last block of an entry. */
export const tarPadding = (size: number): Buffer => Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);

/** What ends an archive. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

/** An entry as it is read: its content MUST be consumed before the next one is asked for. */
export interface ReadEntry extends TarEntry {
  readonly content: AsyncIterable<Buffer>;
}

/** Reads an archive piece by piece. Throws when it is cut short or a header's sum is wrong. */
export async function* readTar(chunks: AsyncIterable<Buffer>): AsyncGenerator<ReadEntry> {
  const source = chunks[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  const more = async (): Promise<void> => {
    const { value, done } = await source.next();
    if (done) throw new Error('it ends too early');
    rest = rest.length === 0 ? value : Buffer.concat([rest, value]);
  };
  async function* take(size: number): AsyncGenerator<Buffer> {
    for (let left = size; left > 0;) {
      if (rest.length === 0) await more();
      const piece = rest.subarray(0, left);
      rest = rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }
  for (;;) {
    while (rest.length < BLOCK) await more();
    const header = rest.subarray(0, BLOCK);
    rest = rest.subarray(BLOCK);
    if (header.every((byte) => byte === 0)) return;
    const text = (at: number, length: number) => header.toString('utf8', at, at + length).replace(/[\0 ].*$/s, '');
    const sum = Number.parseInt(text(148, 8), 8);
    if (header.fill(' ', 148, 156).reduce((total, byte) => total + byte, 0) !== sum)
      throw new Error('a header is damaged');
    const size = Number.parseInt(text(124, 12), 8);
    yield { path: text(0, 100), size, content: take(size) };
    for await (const _ of take(tarPadding(size).length));
  }
}
