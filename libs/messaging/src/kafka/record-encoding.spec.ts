import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createRequire } from 'node:module';
import { encodedRecord, kafkajsRecord, type Record } from './record-encoding.js';

const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 40 }), fc.string({ minLength: 120, maxLength: 140 }));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((some) => Buffer.from(some)),
  fc.constantFrom(8_190, 8_191, 8_192, 70_000).map((size) => Buffer.alloc(size, 'a')),
);
const record: fc.Arbitrary<Record> = fc.record({
  offsetDelta: fc.constantFrom(0, 1, 63, 64, 499, 8_191, 8_192, 1_000_000),
  timestampDelta: fc.constantFrom(0, 63, 64, 100_000, 2_000_000_000),
  key: fc.oneof(text, bytes, fc.constantFrom(null, undefined)),
  value: fc.oneof(bytes, fc.constant(null)),
  headers: fc.dictionary(
    text.filter((name) => name !== '__proto__'),
    fc.oneof(text, bytes, fc.array(text, { maxLength: 3 })),
    { maxKeys: 80 },
  ),
});
const written = ({ buf, offset }: ReturnType<typeof encodedRecord>) => buf.subarray(0, offset);

describe('a record for Kafka', () => {
  it('is written as kafkajs writes it, byte for byte', () =>
    fc.assert(
      fc.property(record, (each) => {
        expect(written(encodedRecord(each)).equals(kafkajsRecord(each).buffer)).toBe(true);
      }),
      { numRuns: 2_000 },
    ));

  it('is what kafkajs puts into its batches', () => {
    const load = createRequire(import.meta.url);
    expect(load('kafkajs/src/protocol/recordBatch/record/v0/index.js')).toBe(encodedRecord);
  });
});
