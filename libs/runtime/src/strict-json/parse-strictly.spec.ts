import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EVENT_LIMITS, MalformedJson, type JsonLimits } from './malformed-json.js';
import { parseStrictly } from './parse-strictly.js';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

function refusal(document: string | Uint8Array, limits?: JsonLimits): MalformedJson {
  try {
    parseStrictly(typeof document === 'string' ? utf8(document) : document, limits);
  } catch (problem) {
    if (problem instanceof MalformedJson) return problem;
    throw problem;
  }
  throw new Error('it was accepted');
}

describe('the strict JSON gate', () => {
  it.each<[string, string]>([
    ['{"a":1,"a":2}', 'json/duplicate-key'],
    ['{"a":1,"b":{"a":1},"\\u0061":2}', 'json/duplicate-key'],
    ['{"b":{"x":1},"c":{"x":1},"b":3}', 'json/duplicate-key'],
    ['{"名":1,"\\u540d":2}', 'json/duplicate-key'],
    ['{"😀":1,"\\ud83d\\uDE00":2}', 'json/duplicate-key'],
    ['12345678901234567890', 'json/unsafe-integer'],
    ['9007199254740992', 'json/unsafe-integer'],
    ['-9007199254740993', 'json/unsafe-integer'],
    ['1e400', 'json/number-loses-value'],
    ['1e-400', 'json/number-loses-value'],
    ['0.1000000000000000055511151231257827', 'json/number-loses-value'],
    ['"\\ud800"', 'json/lone-surrogate'],
    ['"\\ud800\\u0041"', 'json/lone-surrogate'],
    ['"\\udc00\\ud800"', 'json/lone-surrogate'],
    ['"\\u0000"', 'json/null-character'],
    ['{"__proto__":{}}', 'json/forbidden-key'],
    ['{"\\u005f_proto__":{}}', 'json/forbidden-key'],
    ['{"constructor":{"prototype":{}}}', 'json/forbidden-key'],
    ['\ufeff{}', 'json/byte-order-mark'],
    ['', 'json/empty'],
    ['  \n', 'json/empty'],
    ['{"a":1,}', 'json/syntax'],
    ['[1,]', 'json/syntax'],
    ['[1 2]', 'json/syntax'],
    ['{a:1}', 'json/syntax'],
    ['{"a"}', 'json/syntax'],
    ['01', 'json/syntax'],
    ['-', 'json/syntax'],
    ['1.', 'json/syntax'],
    ['1e', 'json/syntax'],
    ['.5', 'json/syntax'],
    ['NaN', 'json/syntax'],
    ['nul', 'json/syntax'],
    ['"\\x"', 'json/syntax'],
    ['"\\u12g4"', 'json/syntax'],
    ['"a\tb"', 'json/syntax'],
    ['"open', 'json/syntax'],
    ['[1', 'json/syntax'],
    ['{} {}', 'json/syntax'],
    ['[}', 'json/syntax'],
    ['\u00a01', 'json/syntax'],
  ])('refuses %s with %s, and knows the way out', (document, code) => {
    const refused = refusal(document);
    expect(refused.code).toBe(code);
    expect(refused.wayOut.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(refused.wayOut.en).toMatch(/^[ -~]+$/);
  });

  it.each([
    '{"constructor":{"name":1},"prototype":2}',
    '{"a":{"x":1},"b":{"x":1},"x":1}',
    '[9007199254740991,-9007199254740991,0.1,1.0,-0,1e21,123456789012345.5,5e-324,0e999,100000000000000000000e-5]',
    '"\\ud83d\\ude00 \\" \\\\ \\/ 名"',
    ' [ { } , [ ] , true , false , null ] ',
    '"__proto__"',
  ])('takes %s as it is', (document) => expect(parseStrictly(utf8(document))).toEqual(JSON.parse(document)));

  it('names the place and the byte, in two languages', () => {
    const { at, path, sentence } = refusal('{"documents":[{"title":"a"},{"title":"b","n°":1e999}]}');
    expect({ at, path }).toEqual({ at: 47, path: 'documents[1]["n°"]' });
    expect(sentence.zh).toMatch(/[\u4e00-\u9fff]/);
    expect(sentence.en).toMatch(/^[A-Z]/);
    expect(refusal('{"a":{"b":[0,{"c":1,"c":2}]}}').path).toBe('a.b[1].c');
    expect(refusal('{"a":{"b":1},"c":x}').path).toBe('c');
  });

  it('counts depth to the edge, and is not exhausted by any', () => {
    const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
    expect(() => parseStrictly(utf8(nested(32)))).not.toThrow();
    expect(refusal(nested(33)).code).toBe('json/too-deep');
    expect(refusal(nested(50_000)).code).toBe('json/too-deep');
    expect(refusal('{"a":'.repeat(50_000)).code).toBe('json/too-deep');
    expect(refusal('{"a":'.repeat(60_000)).code).toBe('json/too-large');
  });

  it('counts keys and the length of strings to the edge', () => {
    const keys = (count: number) => `{${Array.from({ length: count }, (_, n) => `"${n}":0`).join(',')}}`;
    expect(() => parseStrictly(utf8(keys(2000)))).not.toThrow();
    expect(refusal(keys(2001)).code).toBe('json/too-many-keys');
    expect(() => parseStrictly(utf8(`"${'a'.repeat(65_536)}"`))).not.toThrow();
    expect(refusal(`"${'a'.repeat(65_537)}"`).code).toBe('json/string-too-long');
  });

  it('counts bytes to the edge, and says 413', () => {
    const limits = { ...EVENT_LIMITS, maxBytes: 4 };
    expect(parseStrictly(utf8('1234'), limits)).toBe(1234);
    expect(refusal('12345', limits)).toMatchObject({ code: 'json/too-large', status: 413 });
  });

  it.each([
    [[0x22, 0xff, 0x22], 1],
    [[0x22, 0x61, 0xed, 0xa0, 0x80, 0x22], 2],
    [[0x22, 0xc0, 0xaf, 0x22], 1],
    [[0x22, 0xe4, 0xb8], 3],
  ])('refuses bytes %j, which are not UTF-8, at %d or beside it', (bytes, at) => {
    const problem = refusal(new Uint8Array(bytes));
    expect(problem.code).toBe('json/invalid-utf8');
    expect(Math.abs(problem.at - at)).toBeLessThanOrEqual(1);
  });

  it('reads a part of a larger buffer as if it were alone', () => {
    expect(parseStrictly(utf8('xx{"a":[1]}yy').subarray(2, 11))).toEqual({ a: [1] });
  });

  it('agrees with JSON.parse on every document that one can write', () => {
    fc.assert(
      fc.property(
        fc.jsonValue({ depthSize: 'medium', maxDepth: 8 }),
        fc.constantFrom(undefined, 1, '\t'),
        (value, indent) => {
          const text = JSON.stringify(value, null, indent);
          try {
            expect(parseStrictly(utf8(text))).toEqual(JSON.parse(text));
          } catch (problem) {
            if (!(problem instanceof MalformedJson)) throw problem;
            // Written from a value, a document can offend in these ways only.
            expect([
              'json/forbidden-key',
              'json/lone-surrogate',
              'json/null-character',
              'json/unsafe-integer',
            ]).toContain(problem.code);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('throws nothing but MalformedJson, and never takes what JSON.parse does not', () => {
    const fragments = fc.constantFrom(
      ...[
        '{',
        '}',
        '[',
        ']',
        ',',
        ':',
        '"',
        '"a"',
        '"b":',
        '\\',
        '\\u',
        'd800',
        '0',
        '-',
        '1',
        '.5',
        'e',
        '+',
        'true',
        'null',
        ' ',
        '\n',
        '名',
        '__proto__',
        '"a":1',
        '\u0000',
      ],
    );
    const agrees = (bytes: Uint8Array) => {
      let value: unknown;
      try {
        value = parseStrictly(bytes);
      } catch (problem) {
        if (problem instanceof MalformedJson) return;
        throw problem;
      }
      expect(value).toEqual(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)));
    };
    fc.assert(
      fc.property(fc.array(fragments, { maxLength: 24 }), (parts) => agrees(utf8(parts.join('')))),
      { numRuns: 5000 },
    );
    fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), agrees), { numRuns: 3000 });
  });

  it('never says that a document is wrong which JSON.parse takes, but for one of its own reasons', () => {
    const own = /^json\/(too-|string-too|duplicate|forbidden|lone|null-char|unsafe|number-loses|byte-order)/;
    const text = fc
      .array(fc.constantFrom('[', ']', '{', '}', '"a"', ':', ',', '1', '-0', '0.5', 'true', ' '), { maxLength: 9 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (document) => {
        try {
          JSON.parse(document);
        } catch {
          return;
        }
        try {
          parseStrictly(utf8(document));
        } catch (problem) {
          expect((problem as MalformedJson).code).toMatch(own);
        }
      }),
      { numRuns: 20_000 },
    );
  });
});
