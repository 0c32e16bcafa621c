import { KeyRing } from './key-ring.js';
import { MalformedJson, type JsonLimits, type MalformedCode } from './malformed-json.js';
import { survives } from './number-value.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const OPEN_ARRAY = 0x5b;
const CLOSE_ARRAY = 0x5d;
const ZERO = 0x30;
const NINE = 0x39;

/** Digits that every double holds exactly. */
const EXACT_DIGITS = 15;
const LITERALS: Readonly<Record<number, readonly number[]>> = Object.fromEntries(
  ['true', 'false', 'null'].map((word) => [word.charCodeAt(0), [...Buffer.from(word)]]),
);
const ESCAPES: ReadonlySet<number> = new Set([...Buffer.from('"\\/bfnrt')]);

/** One pass over the bytes of a document, without recursion and without making anything of them. */
export class Scan {
  private readonly keys: KeyRing;
  /** Whether the container at each depth is an object, and how far it has come. */
  private readonly isObject: boolean[] = [false];
  private readonly index: number[] = [0];
  private depth = 0;
  private at = 0;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly limits: JsonLimits,
  ) {
    this.keys = new KeyRing(bytes);
  }

  /** Throws `MalformedJson` at the first thing that is wrong. The bytes MUST be valid UTF-8. */
  run(): void {
    this.space();
    if (this.at === this.bytes.length) this.refuse('json/empty', 0);
    do this.value();
    while (this.settle());
    if (this.at < this.bytes.length) this.refuse('json/syntax');
  }

  private refuse(code: MalformedCode, at = this.at): never {
    throw new MalformedJson(code, at, this.path(), this.limits);
  }

  private path(): string {
    let path = '';
    for (let depth = 1; depth <= this.depth; depth++) {
      if (!this.isObject[depth]) path += `[${this.index[depth]}]`;
      else {
        const key = this.keys.nameAt(depth);
        if (key !== undefined)
          path += /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(key)
            ? `${path && '.'}${key}`
            : `[${JSON.stringify(key.slice(0, 64))}]`;
      }
    }
    return path;
  }

  private space(): void {
    const { bytes } = this;
    let at = this.at;
    for (let byte = bytes[at]; byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09; byte = bytes[at]) at++;
    this.at = at;
  }

  /** Reads a scalar, or opens containers down to the first scalar or empty container. */
  private value(): void {
    const { bytes } = this;
    for (;;) {
      this.space();
      const byte = bytes[this.at];
      if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (this.depth === this.limits.maxDepth) this.refuse('json/too-deep');
        this.at++;
        this.depth++;
        this.isObject[this.depth] = byte === OPEN_OBJECT;
        this.index[this.depth] = 0;
        this.keys.open(this.depth);
        this.space();
        if (bytes[this.at] === (byte === OPEN_OBJECT ? CLOSE_OBJECT : CLOSE_ARRAY)) return this.close();
        if (byte === OPEN_OBJECT) this.key();
        continue;
      }
      if (byte === QUOTE) this.string();
      else if (byte === 0x2d || (byte! >= ZERO && byte! <= NINE)) this.number();
      else this.literal(byte);
      return;
    }
  }

  private close(): void {
    this.at++;
    this.depth--;
  }

  /** After a value: closes what ends here, and says whether another value must follow. */
  private settle(): boolean {
    const { bytes } = this;
    for (;;) {
      this.space();
      if (this.depth === 0) return false;
      const byte = bytes[this.at];
      const inObject = this.isObject[this.depth];
      if (byte === COMMA) {
        this.at++;
        if (inObject) this.key();
        else this.index[this.depth]!++;
        return true;
      }
      if (byte !== (inObject ? CLOSE_OBJECT : CLOSE_ARRAY)) this.refuse('json/syntax');
      this.close();
    }
  }

  private key(): void {
    this.space();
    const start = this.at;
    if (this.bytes[start] !== QUOTE) this.refuse('json/syntax');
    const escaped = this.string();
    if (++this.index[this.depth]! > this.limits.maxKeysPerObject) this.refuse('json/too-many-keys', start);
    const outcome = this.keys.add(this.depth, start, this.at, escaped);
    if (outcome === 'duplicate') this.refuse('json/duplicate-key', start);
    if (outcome === 'forbidden') this.refuse('json/forbidden-key', start);
    this.space();
    if (this.bytes[this.at] !== COLON) this.refuse('json/syntax');
    this.at++;
  }

  /** Reads a string from its opening quote. Answers whether it holds escapes. */
  private string(): boolean {
    const { bytes } = this;
    const start = ++this.at;
    let at = start;
    let escaped = false;
    for (;;) {
      let byte = bytes[at]!;
      while (byte >= 0x20 && byte !== QUOTE && byte !== BACKSLASH) byte = bytes[++at]!;
      if (byte !== BACKSLASH) break;
      escaped = true;
      at = this.escape(at);
    }
    this.at = at;
    if (bytes[at] !== QUOTE) this.refuse('json/syntax');
    if (at - start > this.limits.maxStringBytes) this.refuse('json/string-too-long', start - 1);
    this.at = at + 1;
    return escaped;
  }

  /** Reads one escape, or both of a surrogate pair. Answers where the text goes on. */
  private escape(at: number): number {
    const { bytes } = this;
    if (bytes[at + 1] !== 0x75) {
      if (!ESCAPES.has(bytes[at + 1]!)) this.refuse('json/syntax', at);
      return at + 2;
    }
    const unit = this.hex(at);
    if (unit === 0) this.refuse('json/null-character', at);
    if (unit < 0xd800 || unit > 0xdfff) return at + 6;
    if (unit > 0xdbff || bytes[at + 6] !== BACKSLASH || bytes[at + 7] !== 0x75) this.refuse('json/lone-surrogate', at);
    const low = this.hex(at + 6);
    if (low < 0xdc00 || low > 0xdfff) this.refuse('json/lone-surrogate', at);
    return at + 12;
  }

  private hex(at: number): number {
    let unit = 0;
    for (let place = at + 2; place < at + 6; place++) {
      const byte = this.bytes[place]!;
      const letter = byte | 0x20;
      const digit =
        byte >= ZERO && byte <= NINE
          ? byte - ZERO
          : letter >= 0x61 && letter <= 0x66
            ? letter - 0x57
            : this.refuse('json/syntax', at);
      unit = unit * 16 + digit;
    }
    return unit;
  }

  private digits(): number {
    const { bytes } = this;
    const start = this.at;
    let at = start;
    while (bytes[at]! >= ZERO && bytes[at]! <= NINE) at++;
    if (at === start) this.refuse('json/syntax');
    this.at = at;
    return at - start;
  }

  private number(): void {
    const { bytes } = this;
    const start = this.at;
    if (bytes[start] === 0x2d) this.at++;
    const leadingZero = bytes[this.at] === ZERO;
    let count = this.digits();
    if (leadingZero && count > 1) this.refuse('json/syntax', start);
    let whole = true;
    if (bytes[this.at] === 0x2e) {
      whole = false;
      this.at++;
      count += this.digits();
    }
    const hasExponent = (bytes[this.at]! | 0x20) === 0x65;
    if (hasExponent) {
      whole = false;
      this.at++;
      if (bytes[this.at] === 0x2b || bytes[this.at] === 0x2d) this.at++;
      this.digits();
    }
    if (count <= EXACT_DIGITS && !hasExponent) return;
    const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, this.at - start).toString('latin1');
    if (whole && !Number.isSafeInteger(Number(text))) this.refuse('json/unsafe-integer', start);
    if (!whole && !survives(text)) this.refuse('json/number-loses-value', start);
  }

  private literal(first: number | undefined): void {
    const word = first === undefined ? undefined : LITERALS[first];
    if (!word) return this.refuse('json/syntax');
    const start = this.at;
    for (let place = 0; place < word.length; place++)
      if (this.bytes[start + place] !== word[place]) this.refuse('json/syntax', start);
    this.at = start + word.length;
  }
}
