import { describe, expect, it } from '@jest/globals';
import { recorded, type ReadModels } from '#projection';
import { assigned } from '../testing-facts.js';
import { eventStream, OpenStreams, PIECE } from './change-stream.js';

const facts = recorded(...Array.from({ length: PIECE }, () => assigned));
const following = { watch: [], among: () => [], mayHear: () => true };
const streamed = (signal: AbortSignal, asked: number[]) => ({
  models: {} as ReadModels,
  following,
  from: 0,
  signal,
  next: async (after: number) => {
    asked.push(after);
    return { facts, place: after + PIECE, caughtUp: false, position: 1_000_000 };
  },
});

describe('a stream of changes', () => {
  it('reads nothing ahead of a reader that takes nothing', async () => {
    const gone = new AbortController();
    const asked: number[] = [];
    const stream = eventStream(streamed(gone.signal, asked));
    const pieces = stream[Symbol.asyncIterator]();
    expect(String((await pieces.next()).value)).toBe('retry: 2000\n\n');
    expect(String((await pieces.next()).value)).toContain(`id: `);
    for (let turn = 0; turn < 100; turn++) await new Promise(setImmediate);
    expect(asked.length).toBeLessThanOrEqual(3);
    gone.abort();
  });

  it('is cut, when the process stops, under a reader that takes nothing', async () => {
    const gone = new AbortController();
    const stream = eventStream(streamed(gone.signal, []));
    await new Promise((resolve) => stream.once('readable', resolve));
    const closed = new Promise((resolve) => stream.once('close', resolve));
    gone.abort();
    await closed;
    expect(stream.destroyed).toBe(true);
  });
});

describe('the streams that are open', () => {
  it('are counted until they are closed', async () => {
    const streams = new OpenStreams();
    const open = () => streams.add('a', () => eventStream(streamed(new AbortController().signal, [])));
    const [first] = Array.from({ length: 8 }, open);
    expect(open).toThrow(expect.objectContaining({ status: 429 }));
    first!.destroy();
    await new Promise((resolve) => first!.once('close', resolve));
    expect(open).not.toThrow();
  });
});
