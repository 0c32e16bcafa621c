import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { elements, lines, Torn, type Cutter, type Piece } from './pieces.js';

const MOST = 40;

/** Feeds a text in chunks of the given sizes, in turn. */
function cut(cutter: Cutter, text: string, sizes: readonly number[] = [1_000]): (string | { tooLong: number })[] {
  const bytes = Buffer.from(text);
  const pieces: Piece[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn++) {
    const size = sizes[turn % sizes.length]!;
    pieces.push(...cutter.cut(bytes.subarray(at, at + size)));
    at += size;
  }
  pieces.push(...cutter.end());
  return pieces.map((piece) => (piece instanceof Uint8Array ? Buffer.from(piece).toString() : piece));
}

const json = fc.jsonValue({ maxDepth: 3 });
const sizes = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 5 });

describe('a JSON array in pieces', () => {
  it('is cut into its elements, wherever the chunks end and however it is spaced', () =>
    fc.assert(
      fc.property(fc.array(json), sizes, fc.constantFrom(undefined, 1, '\t\r'), (values, sizes, space) => {
        const pieces = cut(elements(10_000), JSON.stringify(values, null, space), sizes);
        expect(pieces.map((piece) => JSON.parse(piece as string))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    ));

  it.each(['', '{}', '[', '[1', '[1,', '[1,]', '[,1]', '[1]]', '[1] x', '["', '[{]'])('is torn when it is %j', (text) =>
    expect(() => cut(elements(MOST), text)).toThrow(Torn),
  );

  it('lets an element that is too long go by without keeping it', () =>
    expect(cut(elements(MOST), `[1,"${'x'.repeat(100)}",2]`, [7])).toEqual(['1', { tooLong: 102 }, '2']));
});

describe('lines in pieces', () => {
  it('are cut where they end, wherever the chunks end', () =>
    fc.assert(
      fc.property(fc.array(json), sizes, fc.boolean(), (values, sizes, ended) => {
        const text = values.map((value) => JSON.stringify(value)).join('\n') + (ended ? '\n' : '');
        const pieces = cut(lines(10_000), text, sizes);
        expect(pieces.map((piece) => JSON.parse(piece as string))).toEqual(JSON.parse(JSON.stringify(values)));
      }),
    ));

  it('that are empty are none', () => expect(cut(lines(MOST), '\n1\r\n \r\n2\n\n')).toEqual(['1\r', '2']));

  it('that are too long go by without being kept', () =>
    expect(cut(lines(MOST), `1\n${'x'.repeat(100)}\n2`, [7])).toEqual(['1', { tooLong: 100 }, '2']));
});
