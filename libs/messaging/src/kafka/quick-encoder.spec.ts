import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import './quick-encoder.js';

const inside = createRequire(import.meta.url);
const Encoder = inside('kafkajs/src/protocol/encoder.js');
const Decoder = inside('kafkajs/src/protocol/decoder.js');

describe('the quick encoder', () => {
  it('writes numbers of varying length that kafkajs reads again', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), (numbers) => {
        const encoder = new Encoder();
        for (const number of numbers) encoder.writeVarInt(number);
        const decoder = new Decoder(encoder.buffer);
        expect(numbers.map(() => decoder.readVarInt())).toEqual(numbers);
        expect(encoder.size()).toBe(numbers.reduce((sum, number) => sum + Encoder.sizeOfVarInt(number), 0));
      }),
    );
  });

  it('keeps every byte while it grows', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 2_000 })), (parts) => {
        const encoder = new Encoder();
        for (const part of parts) encoder.writeBuffer(Buffer.from(part));
        expect(Buffer.concat(parts).equals(encoder.buffer)).toBe(true);
      }),
    );
  });
});
