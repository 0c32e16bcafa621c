import empty from 'google-protobuf/google/protobuf/empty_pb.js';
import any from 'google-protobuf/google/protobuf/any_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import { CallFailed } from './testing-answers.js';
import type { ExpectedAtServer, Judgement, Proposed } from './testing-log.js';

/** An append as it came in, whichever way it came. */
export interface Asked {
  readonly stream: string;
  readonly expected: ExpectedAtServer;
  readonly events: readonly Proposed[];
}

const INVALID_ARGUMENT = 3;
const text = String;

const nameOf = (identifier: shared.StreamIdentifier | undefined) =>
  Buffer.from(identifier!.getStreamName_asU8()).toString();

type Message = AppendReq.ProposedMessage | BatchAppendReq.ProposedMessage;

const proposed = (message: Message): Proposed => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  meta: message.getCustomMetadata_asU8(),
});

const expectedOf = (
  options: { hasAny(): boolean; hasNoStream(): boolean; hasStreamExists(): boolean },
  revision: string,
): ExpectedAtServer =>
  options.hasAny()
    ? 'any'
    : options.hasNoStream()
      ? 'no_stream'
      : options.hasStreamExists()
        ? 'stream_exists'
        : BigInt(revision);

export function askedIn(requests: readonly AppendReq[]): Asked {
  const options = requests[0]!.getOptions()!;
  return {
    stream: nameOf(options.getStreamIdentifier()),
    expected: expectedOf(options, options.getRevision()),
    events: requests.slice(1).map((request) => proposed(request.getProposedMessage()!)),
  };
}

export function askedInBatch(requests: readonly BatchAppendReq[]): Asked {
  const options = requests[0]!.getOptions()!;
  return {
    stream: nameOf(options.getStreamIdentifier()),
    expected: expectedOf(options, options.getStreamPosition()),
    events: requests.flatMap((request) => request.getProposedMessagesList().map(proposed)),
  };
}

export function answered({ expected }: Asked, judgement: Judgement): AppendResp {
  const response = new streams.AppendResp();
  if (judgement.outcome === 'too large')
    throw new CallFailed(INVALID_ARGUMENT, `Maximum Append Size of ${judgement.limit} Exceeded.`, {
      exception: 'maximum-append-size-exceeded',
      'maximum-append-size': text(judgement.limit),
    });
  if (judgement.outcome === 'wrong expected version') {
    const wrong = new streams.AppendResp.WrongExpectedVersion();
    if (judgement.current < 0n) wrong.setCurrentNoStream(new shared.Empty());
    else wrong.setCurrentRevision(text(judgement.current));
    if (typeof expected === 'bigint') wrong.setExpectedRevision(text(expected));
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
    else wrong.setExpectedAny(new shared.Empty());
    return response.setWrongExpectedVersion(wrong);
  }
  const { revision, position } = judgement;
  const place = new streams.AppendResp.Position().setCommitPosition(text(position)).setPreparePosition(text(position));
  return response.setSuccess(new streams.AppendResp.Success().setCurrentRevision(text(revision)).setPosition(place));
}

export function answeredInBatch({ stream, expected }: Asked, judgement: Judgement, asked: BatchAppendReq) {
  const response = new streams.BatchAppendResp()
    .setCorrelationId(asked.getCorrelationId())
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)));
  if (judgement.outcome === 'too large') {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(judgement.limit);
    return failed(response, 'MaximumAppendSizeExceeded', details);
  }
  if (judgement.outcome === 'wrong expected version') {
    const wrong = new shared.WrongExpectedVersion();
    if (judgement.current < 0n) wrong.setCurrentNoStream(new empty.Empty());
    else wrong.setCurrentStreamRevision(text(judgement.current));
    if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(text(expected));
    else if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty());
    else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new empty.Empty());
    else wrong.setExpectedAny(new empty.Empty());
    return failed(response, 'WrongExpectedVersion', wrong);
  }
  const { revision, position } = judgement;
  const place = new shared.AllStreamPosition().setCommitPosition(text(position)).setPreparePosition(text(position));
  return response.setSuccess(
    new streams.BatchAppendResp.Success().setCurrentRevision(text(revision)).setPosition(place),
  );
}

function failed(response: BatchAppendResp, name: string, details: { serializeBinary(): Uint8Array }): BatchAppendResp {
  const packed = new any.Any();
  packed.pack(details.serializeBinary(), `event_store.client.${name}`);
  return response.setError(new status.Status().setMessage(name).setDetails(packed));
}
