import net from 'node:net';
import tls from 'node:tls';
import { createRequire } from 'node:module';
import kafkajs, { type Kafka, type KafkaConfig, type KafkaMessage, type LogEntry } from 'kafkajs';
import './idle-spin.js';
import './quick-encoder.js';
import type { KafkaOptions } from './options.js';

/** A client of the brokers with connections of its own. */
export interface Client {
  readonly kafka: Kafka;
  /** What kafkajs itself looks things up and fetches through; no consumer of it reads without a group. */
  cluster(): Cluster;
  /** Cuts every connection that is still open, for good: no other is made. Whoever waits for an answer hears of it. */
  cut(): void;
}

/** The part of kafkajs' inside that is used here. */
export interface Cluster {
  connect(): Promise<void>;
  disconnect(): Promise<void>;
  addTargetTopic(topic: string): Promise<void>;
  findLeaderForPartitions(topic: string, partitions: readonly number[]): Readonly<Record<string, readonly number[]>>;
  findBroker(at: { readonly nodeId: string }): Promise<{ fetch(request: object): Promise<Fetched> }>;
}

export interface Fetched {
  readonly responses: readonly {
    readonly partitions: readonly { readonly messages: readonly FetchedMessage[] }[];
  }[];
}

export type FetchedMessage = KafkaMessage & { readonly isControlRecord?: boolean };

const InsideCluster = createRequire(import.meta.url)('kafkajs/src/cluster/index.js') as new (
  settings: object,
) => Cluster;

const KEEP_ALIVE_MS = 60_000;

export function openClient({ brokers, clientId, tls: overTls = false, sasl, log, times }: KafkaOptions): Client {
  const sockets = new Set<net.Socket>();
  let isCut = false;
  const settings: KafkaConfig = {
    brokers: [...brokers],
    clientId,
    ssl: overTls,
    // kafkajs keeps what it makes of the secret in the object that it was given.
    ...(sasl ? { sasl: { ...sasl } as never } : {}),
    connectionTimeout: times.connectMs,
    authenticationTimeout: times.connectMs,
    requestTimeout: times.requestMs,
    // How long to go on is for whoever asks; in here only what passes within moments is tried again.
    retry: { retries: 2, initialRetryTime: 100, maxRetryTime: 1_000 },
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => log.debug(detailsOf(entry), `kafkajs: ${entry.log.message}`),
    socketFactory: ({ host, port, ssl, onConnect }) => {
      // What kafkajs had begun it tries again whoever let go of it, and a consumer would join its group once more.
      if (isCut) throw new Error('this client was let go of');
      const socket = ssl
        ? tls.connect({ host, port, ...(net.isIP(host) ? {} : { servername: host }), ...ssl }, onConnect)
        : net.connect({ host, port }, onConnect);
      socket.setKeepAlive(true, KEEP_ALIVE_MS);
      sockets.add(socket);
      socket.once('close', () => sockets.delete(socket));
      return socket;
    },
  };
  const kafka = new kafkajs.Kafka(settings);
  return {
    kafka,
    cluster: () => new InsideCluster({ ...settings, logger: kafka.logger(), allowAutoTopicCreation: false }),
    cut() {
      isCut = true;
      for (const socket of sockets) socket.destroy(new Error('the connection was cut by this side'));
    },
  };
}

function detailsOf({ namespace, label, log }: LogEntry): object {
  const { message: _, timestamp: __, stack: ___, ...details } = log;
  return { namespace, label, ...details };
}
