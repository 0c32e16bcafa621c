import { describe, expect, it } from '@jest/globals';
import { type Acknowledged, type Move, violations, write } from '../conformance/parallel-writers.js';
import { event, everything } from '../conformance/rule.js';
import type { StoredEvent } from '../event-store.js';
import { memoryEventStore } from './memory-event-store.js';

describe('the log that parallel writers leave', () => {
  it('is found out when an event is missing, moved or was never acknowledged truly', async () => {
    const store = memoryEventStore();
    const acknowledged: Acknowledged[] = [];
    const moves: Move[] = [1, 2].map(() => ({ streams: ['case-1'], size: 2, claim: 'revision seen', again: false }));
    await write(store, moves, (ack) => acknowledged.push(ack));
    const log = await everything(store.readAll(0));
    const [first, second, third, fourth] = log as [StoredEvent, StoredEvent, StoredEvent, StoredEvent];
    expect(violations(log, acknowledged)).toEqual([]);
    expect(violations([first, second, third], acknowledged)).toContain('the batch at 3 is not whole');
    expect(violations([first, third, second, fourth], acknowledged)).toContain('position 3 comes after 1');
    expect(violations([{ ...first, revision: 1 }, second, third, fourth], acknowledged)).toContain(
      'case-1 goes from -1 to 1',
    );
    expect(violations([third, fourth], [], { after: 2 })).toContain('3 was appended at -1 and expected 1');
    const promised = { stream: 'case-1', revision: 4, position: 5, ids: [event().id] };
    expect(violations(log, [...acknowledged, promised])).toContain('an acknowledged event of case-1 is missing');
  });
});
