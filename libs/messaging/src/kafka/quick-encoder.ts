import { createRequire } from 'node:module';

interface Encoder {
  buf: Buffer;
  offset: number;
  ensureAvailable(bytes: number): void;
  writeUVarInt(value: number): Encoder;
}

const Encoder = createRequire(import.meta.url)('kafkajs/src/protocol/encoder.js') as {
  readonly prototype: Encoder;
  nextPowerOfTwo(size: number): number;
};

/** What kafkajs makes room for when it is not told for how much. */
const UNTOLD = 511;
/** Up to here a buffer needs no memory of its own outside the heap. */
const SMALL = 64;
const LONGEST_VARINT = 5;
const { nextPowerOfTwo } = Encoder;

/*
 * kafkajs 2.2.4 sets half a kilobyte of zeros aside for each header of a message, and makes an array and a buffer for
 * each number of varying length: most of what sending a CloudEvent costs. The bytes that are sent are the same.
 */
Encoder.nextPowerOfTwo = (size) => (size === UNTOLD ? SMALL : nextPowerOfTwo(size));

Encoder.prototype.ensureAvailable = function (bytes) {
  const needed = this.offset + bytes;
  if (needed <= this.buf.length) return;
  let size = 2 * this.buf.length;
  while (size < needed) size *= 2;
  // Never read beyond what was written, so what was there before does not matter.
  const grown = Buffer.allocUnsafe(size);
  this.buf.copy(grown, 0, 0, this.offset);
  this.buf = grown;
};

/** Unsigned LEB128. */
Encoder.prototype.writeUVarInt = function (value) {
  this.ensureAvailable(LONGEST_VARINT);
  let left = value >>> 0;
  for (; left > 0x7f; left >>>= 7) this.buf[this.offset++] = (left & 0x7f) | 0x80;
  this.buf[this.offset++] = left;
  return this;
};
