import { describe, expect, it } from '@jest/globals';
import { type Clock, systemClock } from '../clock.js';
import { brokenRules, promises } from '../conformance/conformance.js';
import type { Ledger } from '../conformance/rule.js';
import { type FlawName, flawedStore } from './flawed-stores.js';
import { memoryLog } from './memory-event-store.js';

const MODEL = 'whatever is put, read, followed and opened again, it answers as a model in plain data does';
const PARALLEL = 'what parallel writers leave could have been written by one at a time, in its order';

/** Each flaw, and all of the rules that it breaks. */
const breaks: Readonly<Record<FlawName, readonly string[]>> = {
  none: [],
  'hands out positions before it commits': [
    'eight writers and a reader who tails them: every event is seen once, in order',
    'readers who start anywhere while others write miss nothing and see nothing twice',
    'a subscription whose line is broken goes on where it was',
    'a subscription whose line is ended goes on where it was',
    PARALLEL,
  ],
  'does nothing on conflict': [
    'a batch is written whole or not at all',
    'of overlapping batches one is written, whole',
    'one caller’s conflict is nobody else’s',
    'the same events again, with the same expectation, give the first result',
    'the same events again give the first result whatever is expected now',
    'an id is not taken twice for different content',
    'the envelope is not part of the content',
    'a batch of which a part is known is a conflict, not a partial success',
    'an id belongs to one stream',
    'an append over several streams is idempotent as a whole',
    'the same event put by many at once is written once, and all hear the same',
    'success is never claimed for an event that cannot be read back',
    'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
    MODEL,
    PARALLEL,
  ],
  'looks before it appends, and lets go in between': [
    'of eight writers who expect the same, exactly one wins',
    'appends to one stream that are put together are judged in their order',
    PARALLEL,
  ],
  'appends to several streams one after the other': [
    'an append over several streams is written in none when one of them is stale',
    'a batch of which a part is known is a conflict, not a partial success',
    MODEL,
  ],
  'expects nothing': [
    'the exact revision wins; an older and a later one are stale',
    'a failed append burns no position',
    'no-stream refuses a stream that exists; stream-exists one that does not',
    'a stale append names the stream, what was expected and what was found',
    'of eight writers who expect the same, exactly one wins',
    'appends to one stream that are put together are judged in their order',
    'one caller’s conflict is nobody else’s',
    'an append over several streams is written in none when one of them is stale',
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
    MODEL,
    PARALLEL,
  ],
  'takes a lost acknowledgement for a failure': [
    'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
  ],
  'takes silence for success': [
    'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
  ],
  'parses payloads and writes them again': ['payload and envelope come back byte by byte'],
  'keeps the bytes of the caller': ['what was stored stays as it was when the caller’s bytes change'],
  'counts the limit of a backward read from the start': [
    'a stream is read from a revision, up to a limit, forward and backward',
    MODEL,
  ],
  'keeps the connection of a reader who leaves': [
    'a reader may leave early or fail, and the store goes on',
    'a subscriber may leave early or fail, and the store goes on',
  ],
  'reads on from a position, not after it': [
    'reading on after a position leaves that position out',
    'a reader who comes back with the last position it handled goes on right after it',
    MODEL,
    PARALLEL,
  ],
  'says with every page that it has caught up': [
    'a reader of everything is told when it has caught up, and not before',
    'a subscription goes from the past to the present without loss or repetition',
    MODEL,
  ],
  'writes the clock down as it is': ['ledger time follows the clock and never decreases'],
  'lets go of its appends when it is closed': ['closing answers everybody who is waiting, and then nobody'],
  'goes live from wherever the head is by then': [
    'eight writers and a reader who tails them: every event is seen once, in order',
    'a subscription goes from the past to the present without loss or repetition',
    'a subscriber may use the store, and follow what it writes itself',
    'a subscription whose line is broken goes on where it was',
    'a subscription whose line is ended goes on where it was',
    'a subscription that is cut while nothing happens still hears of what comes',
    PARALLEL,
  ],
  'reads ahead of its subscriber without bound': [
    'a slow subscriber is not run ahead of: pages are fetched as they are wanted',
  ],
  'subscribes again at the head': [
    'a subscription whose line is broken goes on where it was',
    'a subscription whose line is ended goes on where it was',
    'a subscription that is cut while nothing happens still hears of what comes',
  ],
  'subscribes again a little before': [
    'a subscription whose line is broken goes on where it was',
    'a subscription whose line is ended goes on where it was',
    'a subscription that is cut while nothing happens still hears of what comes',
  ],
};

function flawedLedger(flaw: FlawName): Ledger {
  const log = memoryLog();
  const line = { losing: false, cuts: 0 };
  const open = (clock: Clock) => flawedStore(flaw, log, line, clock);
  return {
    store: open(systemClock),
    open,
    loseNextAcknowledgement: () => void (line.losing = true),
    cutReaders: async () => void line.cuts++,
    close: async () => {},
    lacks: { ownProcess: 'memory is not seen by another process' },
    brief: true,
  };
}

describe('the conformance suite, of a store whose flaw is', () => {
  it.each(Object.entries(breaks))('%s, says exactly what it breaks', async (flaw, broken) => {
    expect(await brokenRules(() => flawedLedger(flaw as FlawName))).toEqual(broken);
  });
});

describe('the conformance suite', () => {
  const broken = new Set(Object.values(breaks).flat());
  // What several processes show is held against a broken store where there is a server: in PostgreSQL.
  const circumstances = Object.keys(promises).filter((each) => each !== 'among several processes');

  it.each(circumstances)('has teeth %s', (circumstance) => {
    expect(promises[circumstance]!.filter(({ name }) => broken.has(name))).not.toEqual([]);
  });
});
