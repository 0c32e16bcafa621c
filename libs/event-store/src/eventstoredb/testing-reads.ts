import type { ServerWritableStream } from '@grpc/grpc-js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { CallFailed } from './testing-answers.js';
import type { LogRecord, TestingLog } from './testing-log.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

const UNKNOWN = 2;
const BACKWARDS = 1;
/** Records that a filter passes over before the server says how far it is. */
const CHECKPOINT_EVERY = 32;

async function send(call: ReadCall, response: ReadResp): Promise<void> {
  if (call.write(response) || call.cancelled) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      call.off('drain', go).off('cancelled', go);
      resolve();
    };
    call.on('drain', go).on('cancelled', go);
  });
}

/** One read as the server answers it: up to so many records, and then the end. */
export async function answerRead(call: ReadCall, log: TestingLog): Promise<void> {
  for (const record of recordsOf(call, log)) {
    if (call.cancelled) return;
    await send(call, eventOf(record));
  }
}

function recordsOf(call: ReadCall, log: TestingLog): readonly LogRecord[] {
  const options = call.request.getOptions()!;
  const count = Number(options.getCount());
  const backwards = options.getReadDirection() === BACKWARDS;
  const stream = options.getStream();
  if (stream) {
    const name = Buffer.from(stream.getStreamIdentifier()!.getStreamName_asU8()).toString();
    const history = log.stream(name);
    if (history.length === 0) {
      call.write(notFound(name));
      return [];
    }
    const from = stream.hasStart() ? 0 : stream.hasEnd() ? history.length - 1 : Number(stream.getRevision());
    return backwards
      ? history
          .slice(0, from + 1)
          .toReversed()
          .slice(0, count)
      : history.slice(from, from + count);
  }
  const all = options.getAll()!;
  const { records } = log;
  if (backwards) {
    const to = all.hasEnd() ? records.length : boundary(log, all.getPosition()!.getCommitPosition());
    return records.slice(0, to).toReversed().slice(0, count);
  }
  const from = all.hasStart() ? 0 : boundary(log, all.getPosition()!.getCommitPosition());
  return records.slice(from, from + count);
}

function boundary(log: TestingLog, position: string): number {
  const index = log.indexAt(BigInt(position));
  if (index === undefined) throw new CallFailed(UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
  return index;
}

/** A subscription to everything: what there is, `CaughtUp`, then whatever comes, until the signal aborts. */
export async function follow(call: ReadCall, log: TestingLog, signal: AbortSignal, caughtUp: boolean): Promise<void> {
  const options = call.request.getOptions()!;
  const all = options.getAll()!;
  const filter = options.getFilter();
  const expression = filter?.getStreamIdentifier() ?? filter?.getEventType();
  const regex = new RegExp(expression?.getRegex() || '');
  const wanted = (record: LogRecord) => regex.test(filter?.hasEventType() ? record.type : record.stream);
  // From a position a subscription is exclusive, where a read is inclusive.
  let at = all.hasStart()
    ? 0
    : all.hasEnd()
      ? log.records.length
      : boundary(log, all.getPosition()!.getCommitPosition()) + 1;
  let passedOver = 0;
  const confirmation = new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(crypto.randomUUID());
  await send(call, new streams.ReadResp().setConfirmation(confirmation));
  for (let toldCaughtUp = false; !signal.aborted && !call.cancelled;) {
    const record = log.records[at];
    if (!record) {
      if (!toldCaughtUp && caughtUp)
        await send(call, new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp()));
      toldCaughtUp = true;
      await log.grown(at, signal);
      continue;
    }
    at++;
    if (wanted(record)) await send(call, eventOf(record));
    else if (++passedOver % CHECKPOINT_EVERY === 0) await send(call, checkpointOf(record));
  }
}

const text = String;

function eventOf({ stream, id, type, contentType, data, meta, revision, position }: LogRecord): ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(id))
    .setStreamIdentifier(identifier(stream))
    .setStreamRevision(text(revision))
    .setCommitPosition(text(position))
    .setPreparePosition(text(position))
    .setData(data)
    .setCustomMetadata(meta);
  event.getMetadataMap().set('type', type).set('content-type', contentType).set('created', '638000000000000000');
  return new streams.ReadResp().setEvent(
    new streams.ReadResp.ReadEvent().setEvent(event).setCommitPosition(text(position)),
  );
}

const checkpointOf = ({ position }: LogRecord) =>
  new streams.ReadResp().setCheckpoint(
    new streams.ReadResp.Checkpoint().setCommitPosition(text(position)).setPreparePosition(text(position)),
  );

const notFound = (stream: string) =>
  new streams.ReadResp().setStreamNotFound(
    new streams.ReadResp.StreamNotFound().setStreamIdentifier(identifier(stream)),
  );

const identifier = (stream: string) => new shared.StreamIdentifier().setStreamName(Buffer.from(stream));
