/** Bytes of one item, or how many bytes it had when that was too many. */
export type Piece = Uint8Array | { readonly tooLong: number };

/** Cuts a stream of bytes into items, as they come. */
export interface Cutter {
  /** The items that end in this chunk. */
  cut(chunk: Uint8Array): Piece[];
  /** What is left when there are no more bytes. Throws `Torn` when an item has no end. */
  end(): Piece[];
}

/** The bytes are not the list of items that they claim to be. What came before was taken. */
export class Torn extends Error {
  constructor(readonly at: number) {
    super(`not a JSON array at byte ${at}`);
    this.name = 'Torn';
  }
}

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const isSpace = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** Collects the bytes of one item across chunks, and lets go of them when they are too many. */
function holder(maxBytes: number) {
  let parts: Uint8Array[] = [];
  let length = 0;
  return {
    add(part: Uint8Array) {
      if (part.length === 0) return;
      length += part.length;
      if (length <= maxBytes) parts.push(part);
      else parts = [];
    },
    take(): Piece {
      const piece: Piece =
        length > maxBytes ? { tooLong: length } : parts.length === 1 ? parts[0]! : Buffer.concat(parts, length);
      parts = [];
      length = 0;
      return piece;
    },
  };
}

const isBlank = (piece: Piece): boolean => piece instanceof Uint8Array && piece.every(isSpace);

/** One item a line. Empty lines are none. */
export function lines(maxBytes: number): Cutter {
  const held = holder(maxBytes);
  return {
    cut(chunk) {
      const pieces: Piece[] = [];
      let from = 0;
      for (let at = chunk.indexOf(NEWLINE); at >= 0; at = chunk.indexOf(NEWLINE, from)) {
        held.add(chunk.subarray(from, at));
        pieces.push(held.take());
        from = at + 1;
      }
      held.add(chunk.subarray(from));
      return pieces.filter((piece) => !isBlank(piece));
    },
    end: () => [held.take()].filter((piece) => !isBlank(piece)),
  };
}

/** The elements of a JSON array. Only looks for where they end; what they are is for the parser to say. */
export function elements(maxBytes: number): Cutter {
  const held = holder(maxBytes);
  let place: 'before' | 'first' | 'within' | 'after' = 'before';
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let total = 0;

  return {
    cut(chunk) {
      const pieces: Piece[] = [];
      let from = 0;
      const finish = (at: number) => {
        held.add(chunk.subarray(from, at));
        const piece = held.take();
        if (isBlank(piece)) throw new Torn(total + at);
        pieces.push(piece);
        from = at + 1;
      };
      for (let at = 0; at < chunk.length; at++) {
        const byte = chunk[at]!;
        if (quoted) {
          if (escaped) escaped = false;
          else if (byte === BACKSLASH) escaped = true;
          else if (byte === QUOTE) quoted = false;
          continue;
        }
        if (isSpace(byte)) continue;
        if (place === 'after' || (place === 'before' && byte !== 0x5b)) throw new Torn(total + at);
        if (place === 'before') {
          place = 'first';
          from = at + 1;
        } else if (byte === 0x5d && depth === 0) {
          if (place === 'within') finish(at);
          place = 'after';
        } else {
          place = 'within';
          if (byte === QUOTE) quoted = true;
          else if (byte === 0x7b || byte === 0x5b) depth += 1;
          else if (byte === 0x7d || byte === 0x5d) depth -= 1;
          else if (byte === COMMA && depth === 0) finish(at);
        }
      }
      if (place === 'within' || place === 'first') held.add(chunk.subarray(from));
      total += chunk.length;
      return pieces;
    },
    end() {
      if (place !== 'after') throw new Torn(total);
      return [];
    },
  };
}
