import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import fc from 'fast-check';
import { systemClock } from '../clock.js';
import { type Acknowledged, type Move, readAlong, violations, write } from './parallel-writers.js';
import { effort, everything, has, inTime, orderOf, idsOf, type Ledger, rule } from './rule.js';

/** Moves over a few streams that everybody writes to; the claim that asks most of a store is made most. */
export const moves = (
  ledger: Ledger,
  most: { readonly length: number; readonly least?: number; readonly streams: readonly string[] },
) =>
  fc.array(
    fc.record({
      streams: fc.array(fc.constantFrom(...most.streams), {
        minLength: 1,
        maxLength: has(ledger, 'severalStreams') ? 3 : 1,
      }),
      size: fc.integer({ min: 1, max: 3 }),
      claim: fc.constantFrom<Move['claim'][]>('revision seen', 'revision seen', 'no-stream', 'stream-exists', 'any'),
      again: fc.boolean(),
    }) as fc.Arbitrary<Move>,
    { minLength: most.least ?? 0, maxLength: most.length },
  );

export const inParallel = [
  rule('what parallel writers leave could have been written by one at a time, in its order', async (store, ledger) => {
    const other = ledger.open(systemClock);
    const writers = fc.array(moves(ledger, { length: 6, streams: ['case-1', 'case-2', 'case-3'] }), { maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(
        writers,
        inTime(async (each) => {
          const after = await store.head();
          const own = `-${randomUUID()}`;
          const reader = readAlong(other, after);
          const acknowledged: Acknowledged[] = [];
          await Promise.all(
            each.map((moves, n) =>
              write(
                n % 2 === 0 ? store : other,
                moves.map((move) => ({ ...move, streams: move.streams.map((stream) => stream + own) })),
                (ack) => acknowledged.push(ack),
              ),
            ),
          );
          const log = await everything(store.readAll(after));
          const seen = await reader.seenAll(log.length);
          expect(violations(log, acknowledged, { after, ...orderOf(ledger) })).toEqual([]);
          expect(idsOf(seen)).toEqual(idsOf(log));
        }),
      ),
      effort(ledger),
    );
    await other.close();
  }),
];
