import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { containerBroker, dockerAnswers } from './testing-container.js';
import { kraftBroker } from './testing-kraft.js';

/** What a broker of our own can be made to suffer. */
export interface BrokerFaults {
  /** What a power cut does: no goodbye, every connection lost. */
  kill(): Promise<void>;
  /** On the same port and data, until it answers. */
  start(): Promise<void>;
  /** Connections stay open and nothing answers. */
  freeze(): Promise<void>;
  thaw(): Promise<void>;
}

/** A real Apache Kafka on loopback. For tests and benchmarks only. */
export interface TestingBroker {
  readonly version: string;
  readonly brokers: readonly string[];
  /** A listener that wants to know who is there (SASL, SCRAM-SHA-512), where the broker is our own. */
  readonly guarded?: { readonly brokers: readonly string[]; readonly username: string; readonly password: string };
  /** Absent for a broker that others use too. */
  readonly faults?: BrokerFaults;
  stop(): Promise<void>;
}

export interface BrokerOptions {
  /** A broker of our own, which can be killed, even where `KAFKA_BROKERS` names one. */
  readonly own?: boolean;
  /** As it runs in production, with its whole heap and compiler; tests start quicker without. */
  readonly fullSpeed?: boolean;
}

/** There is no way to a broker on this machine. */
export class NoBroker extends Error {
  constructor() {
    super(
      'no Kafka broker: KAFKA_BROKERS is not set, no Docker engine answers, and java and mvn are not both installed',
    );
    this.name = 'NoBroker';
  }
}

/**
 * `KAFKA_BROKERS` where it is set; else a container where a Docker engine answers; else a KRaft broker in a Java of this
 * machine, resolved by Maven once. `NoBroker` where none of them is possible.
 */
export async function testingBroker(options: BrokerOptions = {}): Promise<TestingBroker> {
  const given = process.env['KAFKA_BROKERS'];
  if (given && !options.own) return { version: 'given', brokers: given.split(','), stop: async () => {} };
  if (await dockerAnswers()) return containerBroker();
  if ((await runs('java', '-version')) && (await runs('mvn', '-v'))) return kraftBroker(options);
  throw new NoBroker();
}

/** Whether `testingBroker` would find one; tells why not. */
export async function brokerPossible(): Promise<true | string> {
  if (process.env['KAFKA_BROKERS'] || (await dockerAnswers())) return true;
  return ((await runs('java', '-version')) && (await runs('mvn', '-v'))) || new NoBroker().message;
}

const runs = (command: string, ...args: string[]): Promise<boolean> =>
  promisify(execFile)(command, args).then(
    () => true,
    () => false,
  );
