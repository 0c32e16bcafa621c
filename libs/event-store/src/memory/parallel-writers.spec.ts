import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type Acknowledged, type Move, violations, write } from '../conformance/parallel-writers.js';
import { event, everything } from '../conformance/rule.js';
import { memoryEventStore } from './memory-event-store.js';

const stream = fc.constantFrom('case-1', 'case-2', 'case-3');
const move: fc.Arbitrary<Move> = fc.record({
  streams: fc.array(stream, { minLength: 1, maxLength: 3 }),
  size: fc.integer({ min: 1, max: 3 }),
  claim: fc.constantFrom('revision seen', 'no-stream', 'stream-exists', 'any'),
  again: fc.boolean(),
});

describe('the log that parallel writers leave', () => {
  it('could have been written by one writer at a time, in its order', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(move, { maxLength: 6 }), { maxLength: 5 }), async (writers) => {
        const store = memoryEventStore();
        const acknowledged: Acknowledged[] = [];
        await Promise.all(writers.map((moves) => write(store, moves, (ack) => acknowledged.push(ack))));
        expect(violations(await everything(store.readAll(0)), acknowledged)).toEqual([]);
      }),
    ));

  it('is found out when an event is missing, moved or was never acknowledged truly', async () => {
    const store = memoryEventStore();
    const acknowledged: Acknowledged[] = [];
    const moves: Move[] = [1, 2].map(() => ({ streams: ['case-1'], size: 2, claim: 'revision seen', again: false }));
    await write(store, moves, (ack) => acknowledged.push(ack));
    const log = await everything(store.readAll(0));
    const [first, second, third, fourth] = log as [(typeof log)[0], (typeof log)[0], (typeof log)[0], (typeof log)[0]];
    expect(violations(log, acknowledged)).toEqual([]);
    expect(violations([first, second, third], acknowledged)).not.toEqual([]);
    expect(violations([first, third, second, fourth], acknowledged)).not.toEqual([]);
    expect(violations([{ ...first, revision: 1 }, second, third, fourth], acknowledged)).not.toEqual([]);
    const promised = { stream: 'case-1', revision: 4, position: 5, ids: [event().id] };
    expect(violations(log, [...acknowledged, promised])).not.toEqual([]);
  });
});
