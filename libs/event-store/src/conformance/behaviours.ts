/** Where a behaviour is shown: by a rule of the suite, on every adapter; or by a test of a spec. */
export type Shown = string | { readonly spec: string; readonly it: string } | { readonly beyond: string };

const guarded = (it: string): Shown => ({ spec: 'event-store/src/postgres/guarded-ledger.int.spec.ts', it });
const faults = (it: string): Shown => ({ spec: 'event-store/src/postgres/faults.int.spec.ts', it });
const projections = (it: string): Shown => ({ spec: 'projection/src/running.int.spec.ts', it });
const offices = (it: string): Shown => ({ spec: 'department/src/offices.int.spec.ts', it });
const deciding = (it: string): Shown => ({ spec: 'department/src/decide.spec.ts', it });

const lost: Shown = {
  spec: 'event-store/src/postgres/lost-messages.int.spec.ts',
  it: 'any may be lost: what callers hear stays true, and a subscription misses nothing',
};

const MODEL = 'whatever is put, read, followed and opened again, it answers as a model in plain data does';
const PARALLEL = 'what parallel writers leave could have been written by one at a time, in its order';
const PROCESSES =
  'several processes that append and follow at once leave a log that one writer could have left, and see all of it';

/** What a store has to do, each with the places that show it. */
export const behaviours: readonly {
  readonly number: number;
  readonly what: string;
  readonly shown: readonly Shown[];
}[] = [
  {
    number: 1,
    what: 'an empty append is nothing',
    shown: ['an empty append changes nothing and tells where the stream is', MODEL],
  },
  {
    number: 2,
    what: 'sizes keep order and revisions',
    shown: [1, 25, 26, 1_000].map((size) => `an append of ${size} keeps its order and has no gaps`),
  },
  { number: 3, what: 'a batch is all or nothing', shown: ['a batch is written whole or not at all', PARALLEL] },
  {
    number: 4,
    what: 'the exact revision wins',
    shown: ['the exact revision wins; an older and a later one are stale', MODEL],
  },
  { number: 5, what: 'a failed append burns no position', shown: ['a failed append burns no position'] },
  {
    number: 6,
    what: 'no-stream and stream-exists',
    shown: ['no-stream refuses a stream that exists; stream-exists one that does not', MODEL],
  },
  { number: 7, what: 'any is never stale', shown: ['any is never stale', MODEL] },
  {
    number: 8,
    what: 'an invalid expectation is refused before I/O',
    shown: ['what cannot be right is refused before the store is asked'],
  },
  {
    number: 9,
    what: 'a stale append says what was found',
    shown: ['a stale append names the stream, what was expected and what was found'],
  },
  {
    number: 10,
    what: 'of eight writers one wins',
    shown: ['of eight writers who expect the same, exactly one wins', PARALLEL],
  },
  { number: 11, what: 'overlapping batches conflict', shown: ['of overlapping batches one is written, whole'] },
  {
    number: 12,
    what: 'writers under any lose nothing',
    shown: ['four writers who append a hundred each lose nothing', PROCESSES],
  },
  {
    number: 13,
    what: 'two streams or neither',
    shown: [
      'an append over several streams is written in all of them, or refused before the store is asked',
      'an append over several streams is written in none when one of them is stale',
      PARALLEL,
    ],
  },
  {
    number: 14,
    what: 'the same again gives the first result',
    shown: ['the same events again, with the same expectation, give the first result', MODEL],
  },
  {
    number: 15,
    what: 'so it does under any',
    shown: ['the same events again give the first result whatever is expected now', MODEL],
  },
  { number: 16, what: 'one id, two contents', shown: ['an id is not taken twice for different content', MODEL] },
  {
    number: 17,
    what: 'a batch partly stored',
    shown: ['a batch of which a part is known is a conflict, not a partial success', MODEL],
  },
  { number: 18, what: 'one id, two streams', shown: ['an id belongs to one stream', MODEL] },
  {
    number: 19,
    what: 'a retry after a lost acknowledgement',
    shown: [
      'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
      faults('every append that was acknowledged is there once, and none is refused although it was written'),
      faults('an append in flight is answered after the restart, with what became of it'),
      lost,
    ],
  },
  {
    number: 20,
    what: 'no success for what cannot be read',
    shown: [
      'success is never claimed for an event that cannot be read back',
      'whatever is said after a lost acknowledgement is true: nothing refused was written',
      PARALLEL,
    ],
  },
  {
    number: 21,
    what: 'from a revision',
    shown: ['a stream is read from a revision, up to a limit, forward and backward', MODEL],
  },
  {
    number: 22,
    what: 'backward',
    shown: ['a stream is read from a revision, up to a limit, forward and backward', MODEL],
  },
  {
    number: 23,
    what: 'backward from',
    shown: ['a stream is read from a revision, up to a limit, forward and backward', MODEL],
  },
  {
    number: 24,
    what: 'up to a limit',
    shown: ['a stream is read from a revision, up to a limit, forward and backward', MODEL],
  },
  {
    number: 25,
    what: 'past the end',
    shown: ['a read past the end is empty, and not the same as a stream that does not exist', MODEL],
  },
  {
    number: 26,
    what: 'missing is not empty',
    shown: ['a read past the end is empty, and not the same as a stream that does not exist', MODEL],
  },
  {
    number: 27,
    what: 'JSON comes back as it was',
    shown: [
      'payload and envelope come back byte by byte',
      'what was stored stays as it was when the caller’s bytes change',
    ],
  },
  {
    number: 28,
    what: 'so does the envelope',
    shown: [
      'payload and envelope come back byte by byte',
      deciding('leaves its act on the envelope and only its matter in the payload'),
    ],
  },
  {
    number: 29,
    what: 'a consumer who leaves lets go',
    shown: [
      'a reader may leave early or fail, and the store goes on',
      'a subscriber may leave early or fail, and the store goes on',
    ],
  },
  {
    number: 30,
    what: 'calls while one reads',
    shown: [
      'the store may be used while one reads',
      'a subscriber may use the store, and follow what it writes itself',
    ],
  },
  {
    number: 31,
    what: 'positions rise',
    shown: ['everything is read in rising positions without gaps, and streams keep their order in it'],
  },
  {
    number: 32,
    what: 'streams agree with the one order',
    shown: ['everything is read in rising positions without gaps, and streams keep their order in it', MODEL],
  },
  { number: 33, what: 'after is exclusive', shown: ['reading on after a position leaves that position out', MODEL] },
  {
    number: 34,
    what: 'writers and a reader who tails them',
    shown: ['eight writers and a reader who tails them: every event is seen once, in order', PARALLEL, PROCESSES],
  },
  {
    number: 35,
    what: 'slow older transactions are waited for',
    shown: [
      guarded('waits for a slow older append, and for several, and never skips one'),
      guarded('is followed without loss while slow appends end in commits, rollbacks and cut lines'),
    ],
  },
  {
    number: 36,
    what: 'rolled-back positions do not stall',
    shown: [
      guarded('gets back the positions of an append that was rolled back, even the very first'),
      guarded('is followed without loss while slow appends end in commits, rollbacks and cut lines'),
    ],
  },
  {
    number: 37,
    what: 'unrelated long transactions',
    shown: [guarded('is not held up by a long transaction elsewhere, in this database or another')],
  },
  {
    number: 38,
    what: 'idle and killed writers',
    shown: [
      guarded('goes on when a writer is killed in the middle of its transaction'),
      guarded('is held up by a session idle in its transaction for no longer than the settings allow'),
      'nothing acknowledged is lost when one of several processes is killed in the middle',
    ],
  },
  {
    number: 39,
    what: 'a gap at the very start',
    shown: [guarded('gets back the positions of an append that was rolled back, even the very first')],
  },
  {
    number: 40,
    what: 'the switch from past to present',
    shown: [
      'a subscription goes from the past to the present without loss or repetition',
      'readers who start anywhere while others write miss nothing and see nothing twice',
      'a subscription at the head says at once that it has caught up, and ends quietly when told',
    ],
  },
  {
    number: 41,
    what: 'a restart resumes',
    shown: [
      'a reader who comes back with the last position it handled goes on right after it',
      offices('goes on where it stopped'),
      projections('take no effect twice when the database dies in between'),
    ],
  },
  {
    number: 42,
    what: 'a handler that fails',
    shown: [
      projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
      offices('that is refused, broken or malformed is kept in sight, and holds nothing up'),
      offices('waits for a store that is away, and loses nothing'),
    ],
  },
  {
    number: 43,
    what: 'what was parked, again, once',
    shown: [
      projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
      projections('still parks its key after a restart'),
      offices('run twice, and on two machines, has the effect of one'),
    ],
  },
  {
    number: 44,
    what: 'a line that breaks',
    shown: [
      'a subscription whose line is broken goes on where it was',
      'a subscription that is cut while nothing happens still hears of what comes',
      lost,
    ],
  },
  {
    number: 45,
    what: 'a server that ends the subscription',
    shown: ['a subscription whose line is ended goes on where it was', faults('a subscription goes on where it was')],
  },
  {
    number: 46,
    what: 'a slow consumer',
    shown: ['a slow subscriber is not run ahead of: pages are fetched as they are wanted'],
  },
  {
    number: 47,
    what: 'one active, takeover, fencing',
    shown: [
      projections('are written by one of two processes, and by the other when the first has gone'),
      {
        spec: 'projection/src/takeover.int.spec.ts',
        it: 'is fenced when another took over while it was in the middle of its work',
      },
    ],
  },
  {
    number: 48,
    what: 'the leader is lost',
    shown: [
      faults('an append in flight is answered after the restart, with what became of it'),
      faults('reads and appends say that it is unavailable, and recover by themselves'),
    ],
  },
  {
    number: 49,
    what: 'order per key',
    shown: [
      projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
      deciding('takes commands of one process one after the other'),
    ],
  },
  {
    number: 75,
    what: 'the database refuses changes itself',
    shown: [
      guarded('refuses its owner: %s'),
      guarded('is not fooled by the setting that silences ordinary triggers'),
      guarded('denies the service role: %s'),
    ],
  },
  {
    number: 76,
    what: 'tenants',
    shown: [{ beyond: 'a ledger has one tenant, another city another database' }],
  },
  {
    number: 77,
    what: 'the poll goes by index',
    shown: [guarded('finds what it polls for by index, however little it knows of the table')],
  },
  {
    number: 78,
    what: 'a shutdown settles what is in flight',
    shown: [
      'closing answers everybody who is waiting, and then nobody',
      faults('closing answers everybody while the server is away, with what is known'),
    ],
  },
];
