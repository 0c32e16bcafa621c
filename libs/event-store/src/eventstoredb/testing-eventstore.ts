import {
  type Metadata,
  Server,
  ServerCredentials,
  status,
  type ServerDuplexStream,
  type ServerReadableStream,
  type ServerUnaryCall,
} from '@grpc/grpc-js';
import gossipService from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresService from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import type {
  AppendReq,
  AppendResp,
  BatchAppendReq,
  BatchAppendResp,
} from '@eventstore/db-client/generated/streams_pb.js';
import streamsService from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { admit, CallFailed, failure, gossiped, notLeader, supported, unimplemented } from './testing-answers.js';
import { answered, answeredInBatch, type Asked, askedIn, askedInBatch } from './testing-appends.js';
import { TestingLine } from './testing-line.js';
import { type Judgement, TestingLog } from './testing-log.js';
import { answerRead, follow, type ReadCall } from './testing-reads.js';

/** What becomes of an append. */
export type Fate =
  | 'acknowledged'
  /** Written, and nothing is heard of it. */
  | 'written in silence'
  /** Written, and every connection breaks before the acknowledgement. */
  | 'written and cut'
  /** Written, and the server says that it timed out. */
  | 'written and timed out'
  /** Acknowledged as often as a network that repeats itself would. */
  | 'acknowledged twice'
  /** Neither written nor answered. */
  | 'ignored'
  | 'unavailable';

export interface TestingEventStoreOptions {
  readonly log?: TestingLog;
  /** Serves TLS with this certificate, and asks for these credentials. */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly credentials?: string;
  /** Whether subscriptions are told that they have caught up: servers from 23.10 on do. */
  readonly caughtUp?: boolean;
}

/**
 * An EventStoreDB server in this process, as far as the protocol goes that its Node client speaks. It judges appends as
 * the server's documentation says, keeps nothing on disk, and fails as it is told to. For tests only.
 */
export class TestingEventStore {
  readonly log: TestingLog;
  /** Decides over each append as it comes in. */
  fate: (asked: Asked) => Fate | Promise<Fate> = () => 'acknowledged';
  /** Reads that begin now are never answered. */
  silentToReaders = false;
  /** The node that takes appends when this one does not. */
  leader: TestingEventStore | undefined;
  /** How each append came in, and the credentials it was given. */
  readonly asked: {
    readonly way: 'append' | 'batchAppend';
    readonly authorization: string;
    readonly stream: string;
  }[] = [];
  /** Reads and subscriptions that are open now, the most that were at once, and all that were made. */
  readonly calls = { open: 0, most: 0, made: 0 };
  readonly #options: TestingEventStoreOptions;
  readonly #line = new TestingLine();
  #subscriptions = new AbortController();
  #server: Server | undefined;

  private constructor(options: TestingEventStoreOptions) {
    this.#options = options;
    this.log = options.log ?? new TestingLog();
  }

  static async start(options: TestingEventStoreOptions = {}): Promise<TestingEventStore> {
    const server = new TestingEventStore(options);
    await server.start();
    return server;
  }

  get address(): string {
    return `${this.#options.tls ? 'localhost' : '127.0.0.1'}:${this.#line.port}`;
  }

  get url(): string {
    return this.#options.tls ? `esdb://${this.address}` : `esdb://${this.address}?tls=false`;
  }

  /** Listens where it listened before, with what was written before. */
  async start(): Promise<void> {
    const server = new Server({ 'grpc.max_receive_message_length': 32 * 1024 * 1024 });
    server.addService(streamsService.StreamsService, {
      read: (call: ReadCall) => void this.#read(call),
      append: (call: ServerReadableStream<AppendReq, AppendResp>, done: (e: object | null, r?: AppendResp) => void) =>
        void this.#append(call).then(
          (response) => response && done(null, response),
          (error: unknown) => done(failure(error)),
        ),
      batchAppend: (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>) => this.#batchAppend(call),
      delete: unimplemented,
      tombstone: unimplemented,
    });
    server.addService(featuresService.ServerFeaturesService, {
      getSupportedMethods: (_: unknown, done: (error: null, methods: object) => void) => done(null, supported()),
    });
    server.addService(gossipService.GossipService, {
      read: (_: ServerUnaryCall<unknown, unknown>, done: (error: null, info: object) => void) =>
        done(null, gossiped(this.leader ? [this, this.leader] : [this])),
    });
    const { tls } = this.#options;
    const inner = await new Promise<number>((resolve, reject) =>
      server.bindAsync(
        '127.0.0.1:0',
        tls
          ? ServerCredentials.createSsl(null, [
              { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.cert) },
            ])
          : ServerCredentials.createInsecure(),
        (error, port) => (error ? reject(error) : resolve(port)),
      ),
    );
    this.#server = server;
    this.#subscriptions = new AbortController();
    await this.#line.lay(inner);
  }

  /** Breaks every connection, as a lost network does. */
  cut(): void {
    this.#line.cut();
  }

  /** Ends every subscription in good order, as a server may. */
  endSubscriptions(): void {
    this.#subscriptions.abort();
    this.#subscriptions = new AbortController();
  }

  /** Ends as a killed server does; what was written stays. */
  async stop(): Promise<void> {
    this.endSubscriptions();
    await this.#line.end();
    this.#server?.forceShutdown();
    this.#server = undefined;
  }

  async #read(call: ReadCall): Promise<void> {
    this.calls.open++;
    this.calls.made++;
    this.calls.most = Math.max(this.calls.most, this.calls.open);
    let closed = false;
    const close = () => {
      if (!closed) this.calls.open--;
      closed = true;
    };
    const gone = new AbortController();
    call.on('cancelled', () => (gone.abort(), close()));
    call.on('close', close);
    if (this.silentToReaders) return;
    try {
      admit(call.metadata, this.#options.credentials);
      const signal = AbortSignal.any([this.#subscriptions.signal, gone.signal]);
      if (call.request.getOptions()!.hasSubscription())
        await follow(call, this.log, signal, this.#options.caughtUp ?? true);
      else await answerRead(call, this.log);
      call.end();
    } catch (error) {
      call.emit('error', failure(error));
    } finally {
      close();
    }
  }

  async #append(call: ServerReadableStream<AppendReq, AppendResp>): Promise<AppendResp | undefined> {
    const requests: AppendReq[] = [];
    for await (const request of call) requests.push(request as AppendReq);
    // A line that breaks in the middle of an append ends it too; the server writes nothing of what it has not got whole.
    await new Promise((resolve) => setImmediate(resolve));
    if (call.cancelled) return undefined;
    admit(call.metadata, this.#options.credentials);
    const asked = askedIn(requests);
    this.#note('append', call.metadata, asked);
    const { judgement } = await this.#judge(asked);
    return judgement && answered(asked, judgement);
  }

  #batchAppend(call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void {
    const open = new Map<string, BatchAppendReq[]>();
    call.on('data', (request: BatchAppendReq) => {
      const id = request.getCorrelationId()!.getString();
      const requests = [...(open.get(id) ?? []), request];
      open.set(id, requests);
      if (!request.getIsFinal()) return;
      open.delete(id);
      const asked = askedInBatch(requests);
      this.#note('batchAppend', call.metadata, asked);
      void this.#judge(asked).then(
        ({ judgement, fate }) => {
          if (!judgement) return;
          call.write(answeredInBatch(asked, judgement, request));
          if (fate === 'acknowledged twice') call.write(answeredInBatch(asked, judgement, request));
        },
        (error: unknown) => call.emit('error', failure(error)),
      );
    });
    call.on('error', () => {});
    call.on('end', () => call.end());
  }

  #note(way: 'append' | 'batchAppend', metadata: Metadata, { stream }: Asked): void {
    this.asked.push({ way, authorization: String(metadata.get('authorization')[0] ?? ''), stream });
  }

  /** No judgement when the append is never answered. */
  async #judge(asked: Asked): Promise<{ readonly fate: Fate; readonly judgement?: Judgement }> {
    if (this.leader) throw notLeader(this.leader.address);
    const fate = await this.fate(asked);
    if (fate === 'ignored') return { fate };
    if (fate === 'unavailable') throw new CallFailed(status.UNAVAILABLE, 'Server Is Not Ready');
    const judgement = this.log.append(asked.stream, asked.expected, asked.events);
    if (fate === 'written and timed out') throw new CallFailed(status.ABORTED, 'Operation timed out: commit');
    if (fate === 'written and cut') this.cut();
    return fate === 'written in silence' || fate === 'written and cut' ? { fate } : { fate, judgement };
  }
}
