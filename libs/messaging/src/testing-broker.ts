import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { containerBroker, dockerAnswers } from './testing-container.js';
import type { BrokerOptions, TestingBroker } from './testing-kafka.js';
import { kraftBroker } from './testing-kraft.js';

export type { BrokerFaults, BrokerOptions, TestingBroker } from './testing-kafka.js';

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
