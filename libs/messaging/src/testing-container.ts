import type { BrokerFaults, TestingBroker } from './testing-kafka.js';
import { KAFKA_VERSION } from './testing-jars.js';
import { portOfItsOwn } from '../../runtime/src/testing-port.js';
import { answers } from './testing-listening.js';

const USER = { username: 'taizhang', password: 'testing-secret' };

/** Whether a Docker engine answers here. */
export async function dockerAnswers(): Promise<boolean> {
  const { getContainerRuntimeClient } = await import('testcontainers');
  return getContainerRuntimeClient().then(
    () => true,
    () => false,
  );
}

/** One broker that is its own controller, in a container. */
export async function containerBroker(): Promise<TestingBroker> {
  const { GenericContainer, getContainerRuntimeClient } = await import('testcontainers');
  // Clients are told where to go by the broker, so the ports outside are known before it starts.
  const [plain, guarded] = [await portOfItsOwn(), await portOfItsOwn()];
  const container = await new GenericContainer(`apache/kafka:${KAFKA_VERSION}`)
    .withExposedPorts({ container: plain, host: plain }, { container: guarded, host: guarded })
    .withEnvironment(settings(plain, guarded))
    .withStartupTimeout(120_000)
    .start();
  const address = `${container.getHost()}:${plain}`;
  await answers(address, () => 'see the container');
  const added = await container.exec([
    '/opt/kafka/bin/kafka-configs.sh',
    ...['--bootstrap-server', 'localhost:19092', '--alter', '--entity-type', 'users', '--entity-name', USER.username],
    ...['--add-config', `SCRAM-SHA-512=[password=${USER.password}]`],
  ]);
  if (added.exitCode !== 0) throw new Error(`the broker takes no user:\n${added.output}`);

  const { container: engine } = await getContainerRuntimeClient();
  const inside = engine.getById(container.getId());
  const faults: BrokerFaults = {
    kill: async () => void (await inside.kill()),
    start: async () => {
      await inside.start();
      await answers(address, () => 'see the container');
    },
    freeze: async () => void (await inside.pause()),
    thaw: async () => void (await inside.unpause()),
  };
  return {
    version: KAFKA_VERSION,
    brokers: [address],
    guarded: { brokers: [`${container.getHost()}:${guarded}`], ...USER },
    faults,
    stop: async () => void (await container.stop()),
  };
}

const settings = (plain: number, guarded: number): Record<string, string> => ({
  CLUSTER_ID: 'dGVzdGluZy1icm9rZXIwMA',
  KAFKA_NODE_ID: '1',
  KAFKA_PROCESS_ROLES: 'broker,controller',
  KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:29093',
  KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
  KAFKA_LISTENERS: `PLAIN://:${plain},GUARDED://:${guarded},INSIDE://:19092,CONTROLLER://:29093`,
  KAFKA_ADVERTISED_LISTENERS: `PLAIN://127.0.0.1:${plain},GUARDED://127.0.0.1:${guarded},INSIDE://localhost:19092`,
  KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'PLAIN:PLAINTEXT,GUARDED:SASL_PLAINTEXT,INSIDE:PLAINTEXT,CONTROLLER:PLAINTEXT',
  KAFKA_INTER_BROKER_LISTENER_NAME: 'INSIDE',
  KAFKA_SASL_ENABLED_MECHANISMS: 'SCRAM-SHA-512',
  KAFKA_LISTENER_NAME_GUARDED_SCRAM___SHA___512_SASL_JAAS_CONFIG:
    'org.apache.kafka.common.security.scram.ScramLoginModule required;',
  KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
  KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
  KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
  KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR: '1',
  KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
  KAFKA_HEAP_OPTS: '-Xmx256m',
});
