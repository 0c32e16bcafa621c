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
const READ = 'a stream is read from a revision, up to a limit, forward and backward';
const ORDER = 'everything is read in rising positions without gaps, and streams keep their order in it';
const PARALLEL = 'what parallel writers leave could have been written by one at a time, in its order';
const PROCESSES =
  'several processes that append and follow at once leave a log that one writer could have left, and see all of it';

/** Something a store has to do, with the places that show it. */
export interface Behaviour {
  readonly number: number;
  readonly what: string;
  readonly shown: readonly Shown[];
}
const at = (number: number, what: string, ...shown: readonly Shown[]): Behaviour => ({ number, what, shown });

export const behaviours: readonly Behaviour[] = [
  at(1, 'an empty append is nothing', 'an empty append changes nothing and tells where the stream is', MODEL),
  at(
    2,
    'sizes keep order and revisions',
    ...[1, 25, 26, 1_000].map((n) => `an append of ${n} keeps its order and has no gaps`),
  ),
  at(3, 'a batch is all or nothing', 'a batch is written whole or not at all', PARALLEL),
  at(4, 'the exact revision wins', 'the exact revision wins; an older and a later one are stale', MODEL),
  at(5, 'a failed append burns no position', 'a failed append burns no position'),
  at(
    6,
    'no-stream and stream-exists',
    'no-stream refuses a stream that exists; stream-exists one that does not',
    MODEL,
  ),
  at(7, 'any is never stale', 'any is never stale', MODEL),
  at(8, 'an invalid expectation is refused before I/O', 'what cannot be right is refused before the store is asked'),
  at(9, 'a stale append says what was found', 'a stale append names the stream, what was expected and what was found'),
  at(10, 'of eight writers one wins', 'of eight writers who expect the same, exactly one wins', PARALLEL),
  at(11, 'overlapping batches conflict', 'of overlapping batches one is written, whole'),
  at(12, 'writers under any lose nothing', 'four writers who append a hundred each lose nothing', PROCESSES),
  at(
    13,
    'two streams or neither',
    'an append over several streams is written in all of them, or refused before the store is asked',
    'an append over several streams is written in none when one of them is stale',
    PARALLEL,
  ),
  at(
    14,
    'the same again gives the first result',
    'the same events again, with the same expectation, give the first result',
    MODEL,
  ),
  at(15, 'so it does under any', 'the same events again give the first result whatever is expected now', MODEL),
  at(16, 'one id, two contents', 'an id is not taken twice for different content', MODEL),
  at(17, 'a batch partly stored', 'a batch of which a part is known is a conflict, not a partial success', MODEL),
  at(18, 'one id, two streams', 'an id belongs to one stream', MODEL),
  at(
    19,
    'a retry after a lost acknowledgement',
    'an append whose acknowledgement was lost is found again, by the store itself and by a retry',
    faults('every append that was acknowledged is there once, and none is refused although it was written'),
    faults('an append in flight is answered after the restart, with what became of it'),
    lost,
  ),
  at(
    20,
    'no success for what cannot be read',
    'success is never claimed for an event that cannot be read back',
    'whatever is said after a lost acknowledgement is true: nothing refused was written',
    PARALLEL,
  ),
  at(21, 'from a revision', READ, MODEL),
  at(22, 'backward', READ, MODEL),
  at(23, 'backward from', READ, MODEL),
  at(24, 'up to a limit', READ, MODEL),
  at(25, 'past the end', 'a read past the end is empty, and not the same as a stream that does not exist', MODEL),
  at(
    26,
    'missing is not empty',
    'a read past the end is empty, and not the same as a stream that does not exist',
    MODEL,
  ),
  at(
    27,
    'JSON comes back as it was',
    'payload and envelope come back byte by byte',
    'what was stored stays as it was when the caller’s bytes change',
  ),
  at(
    28,
    'so does the envelope',
    'payload and envelope come back byte by byte',
    deciding('leaves its act on the envelope and only its matter in the payload'),
  ),
  at(
    29,
    'a consumer who leaves lets go',
    'a reader may leave early or fail, and the store goes on',
    'a subscriber may leave early or fail, and the store goes on',
  ),
  at(
    30,
    'calls while one reads',
    'the store may be used while one reads',
    'a subscriber may use the store, and follow what it writes itself',
  ),
  at(31, 'positions rise', ORDER),
  at(32, 'streams agree with the one order', ORDER, MODEL),
  at(33, 'after is exclusive', 'reading on after a position leaves that position out', MODEL),
  at(
    34,
    'writers and a reader who tails them',
    'eight writers and a reader who tails them: every event is seen once, in order',
    PARALLEL,
    PROCESSES,
  ),
  at(
    35,
    'slow older transactions are waited for',
    guarded('waits for a slow older append, and for several, and never skips one'),
    guarded('is followed without loss while slow appends end in commits, rollbacks and cut lines'),
  ),
  at(
    36,
    'rolled-back positions do not stall',
    guarded('gets back the positions of an append that was rolled back, even the very first'),
    guarded('is followed without loss while slow appends end in commits, rollbacks and cut lines'),
  ),
  at(
    37,
    'unrelated long transactions',
    guarded('is not held up by a long transaction elsewhere, in this database or another'),
  ),
  at(
    38,
    'idle and killed writers',
    guarded('goes on when a writer is killed in the middle of its transaction'),
    guarded('is held up by a session idle in its transaction for no longer than the settings allow'),
    'nothing acknowledged is lost when one of several processes is killed in the middle',
  ),
  at(
    39,
    'a gap at the very start',
    guarded('gets back the positions of an append that was rolled back, even the very first'),
  ),
  at(
    40,
    'the switch from past to present',
    'a subscription goes from the past to the present without loss or repetition',
    'readers who start anywhere while others write miss nothing and see nothing twice',
    'a subscription at the head says at once that it has caught up, and ends quietly when told',
  ),
  at(
    41,
    'a restart resumes',
    'a reader who comes back with the last position it handled goes on right after it',
    offices('goes on where it stopped'),
    projections('take no effect twice when the database dies in between'),
  ),
  at(
    42,
    'a handler that fails',
    projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
    offices('that is refused, broken or malformed is kept in sight, and holds nothing up'),
    offices('waits for a store that is away, and loses nothing'),
  ),
  at(
    43,
    'what was parked, again, once',
    projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
    projections('still parks its key after a restart'),
    offices('run twice, and on two machines, has the effect of one'),
  ),
  at(
    44,
    'a line that breaks',
    'a subscription whose line is broken goes on where it was',
    'a subscription that is cut while nothing happens still hears of what comes',
    lost,
  ),
  at(
    45,
    'a server that ends the subscription',
    'a subscription whose line is ended goes on where it was',
    faults('a subscription goes on where it was'),
  ),
  at(46, 'a slow consumer', 'a slow subscriber is not run ahead of: pages are fetched as they are wanted'),
  at(
    47,
    'one active, takeover, fencing',
    projections('are written by one of two processes, and by the other when the first has gone'),
    {
      spec: 'projection/src/takeover.int.spec.ts',
      it: 'is fenced when another took over while it was in the middle of its work',
    },
  ),
  at(
    48,
    'the leader is lost',
    faults('an append in flight is answered after the restart, with what became of it'),
    faults('reads and appends say that it is unavailable, and recover by themselves'),
  ),
  at(
    49,
    'order per key',
    projections('parks its key with the reason, lets the others go on, and is folded in order once it can be'),
    deciding('takes commands of one process one after the other'),
  ),
  at(
    75,
    'the database refuses changes itself',
    guarded('refuses its owner: %s'),
    guarded('is not fooled by the setting that silences ordinary triggers'),
    guarded('denies the service role: %s'),
  ),
  at(76, 'tenants', { beyond: 'a ledger has one tenant, another city another database' }),
  at(77, 'the poll goes by index', guarded('finds what it polls for by index, however little it knows of the table')),
  at(
    78,
    'a shutdown settles what is in flight',
    'closing answers everybody who is waiting, and then nobody',
    faults('closing answers everybody while the server is away, with what is known'),
  ),
];
