import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { KAFKA_VERSION, kafkaJars } from './testing-jars.js';
import { portOfItsOwn } from '../../runtime/src/testing-port.js';
import { answers, PORT_TAKEN } from './testing-listening.js';
import type { BrokerOptions, TestingBroker } from './testing-kafka.js';

const USER = { username: 'taizhang', password: 'testing-secret' };

/**
 * Keeps the broker no longer than the tests: when their end of standard input is gone, however they ended, it goes, and
 * its folder with it. The word `keep` takes the broker away and leaves the folder.
 */
const GUARD = `
folder=$1; shift
: > "$folder/broker.log"
trap exit HUP INT TERM
trap 'kill -9 $broker; wait $broker 2> /dev/null; [ "$word" = keep ] || rm -rf "$folder"' EXIT
"$@" > "$folder/broker.log" 2>&1 < /dev/null &
broker=$!
echo $broker
read -r word`;

/** One broker that is its own controller, in a Java of this machine, in a temporary folder. */
export async function kraftBroker(options: BrokerOptions = {}): Promise<TestingBroker> {
  for (let tries = 3; ; tries--)
    try {
      return await onFreePorts(options);
    } catch (problem) {
      if (tries === 1 || !PORT_TAKEN.test(String(problem))) throw problem;
    }
}

async function onFreePorts({ fullSpeed = false }: BrokerOptions): Promise<TestingBroker> {
  const jars = await kafkaJars();
  const folder = mkdtempSync(join(tmpdir(), 'testing-kafka-'));
  const [plain, guarded, controller] = [await portOfItsOwn(), await portOfItsOwn(), await portOfItsOwn()];
  const properties = join(folder, 'server.properties');
  writeFileSync(properties, settings(join(folder, 'data'), plain, guarded, controller));
  const java = (main: string, ...args: string[]) => [
    fullSpeed ? '-Xmx1g' : '-Xmx256m',
    '-XX:+UseSerialGC',
    ...(fullSpeed ? [] : ['-XX:TieredStopAtLevel=1']),
    '-Dorg.slf4j.simpleLogger.defaultLogLevel=warn',
    '-cp',
    `${jars}/*`,
    main,
    ...args,
  ];
  const scram = `SCRAM-SHA-512=[name=${USER.username},password=${USER.password}]`;
  await promisify(execFile)(
    'java',
    java('kafka.tools.StorageTool', 'format', '-t', 'dGVzdGluZy1icm9rZXIwMA', '-c', properties, '--add-scram', scram),
  );

  let guard: ChildProcess;
  let broker: number;
  const start = async () => {
    guard = spawn('sh', ['-c', GUARD, 'sh', folder, 'java', ...java('kafka.Kafka', properties)], {
      // A terminal's interrupt is for the tests: they take the broker along.
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    const ended = once(guard, 'exit').then(([code]) => {
      throw new Error(`the broker's guard ended with ${code} before it said whom it guards`);
    });
    const [said] = (await Promise.race([once(guard.stdout!, 'data'), ended])) as [Buffer];
    ended.catch(() => {});
    broker = Number(said.toString());
    guard.unref();
    for (const pipe of [guard.stdin, guard.stdout]) (pipe as Socket).unref();
    await answers(`127.0.0.1:${plain}`, () => readFileSync(join(folder, 'broker.log'), 'utf8'));
  };
  const end = async (word: string) => {
    const ended = once(guard, 'exit');
    guard.ref();
    guard.stdin!.end(word);
    await ended;
  };
  await start().catch(async (problem: unknown) => {
    await end('');
    throw problem;
  });
  return {
    version: KAFKA_VERSION,
    brokers: [`127.0.0.1:${plain}`],
    guarded: { brokers: [`127.0.0.1:${guarded}`], ...USER },
    faults: {
      kill: () => end('keep\n'),
      start,
      freeze: async () => void process.kill(broker, 'SIGSTOP'),
      thaw: async () => void process.kill(broker, 'SIGCONT'),
    },
    stop: () => end(''),
  };
}

const settings = (data: string, plain: number, guarded: number, controller: number): string => `
process.roles=broker,controller
node.id=1
controller.quorum.voters=1@127.0.0.1:${controller}
controller.listener.names=CONTROLLER
listeners=PLAIN://127.0.0.1:${plain},GUARDED://127.0.0.1:${guarded},CONTROLLER://127.0.0.1:${controller}
advertised.listeners=PLAIN://127.0.0.1:${plain},GUARDED://127.0.0.1:${guarded}
listener.security.protocol.map=PLAIN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT
inter.broker.listener.name=PLAIN
listener.name.guarded.sasl.enabled.mechanisms=SCRAM-SHA-512
listener.name.guarded.scram-sha-512.sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required;
log.dirs=${data}
auto.create.topics.enable=false
default.replication.factor=1
offsets.topic.replication.factor=1
offsets.topic.num.partitions=1
transaction.state.log.replication.factor=1
transaction.state.log.min.isr=1
transaction.state.log.num.partitions=1
share.coordinator.state.topic.replication.factor=1
group.initial.rebalance.delay.ms=0
broker.session.timeout.ms=1500
broker.heartbeat.interval.ms=300
log.cleaner.dedupe.buffer.size=4194304
num.network.threads=2
num.io.threads=4
`;
