import 'reflect-metadata';
import { languages } from '#contracts';
import { intakeTopics, topicsOf, type Topic } from '#messaging';
import { exampleOf, type Schemas } from '#runtime';
import { CREDIT, FACTS, UNSENT } from '../../../projection/src/relay/topics.js';
import { envelopes } from './envelopes.js';
import { commands, facts, messageOf, withParts } from './messages.js';
import { factPayloads, openApi } from './openapi.js';

type Named = Readonly<Record<string, object>>;

const ABOUT = `设置 KAFKA_BROKERS 后，台账经 Kafka 收发 CloudEvents 1.0（二进制模式）。投递至少一次，以 ce_id 去重。
With KAFKA_BROKERS set, the ledger sends and takes CloudEvents 1.0 in Kafka's binary mode; delivery is at least once,
and ce_id tells a duplicate. Commands are taken in structured mode too (content-type application/cloudevents+json).
消息名即 ce_type。The name of a message is its ce_type.`;

const reference = (kind: string, name: string) => ({ $ref: `#/components/${kind}/${name}` });
const schema = (name: string) => reference('schemas', name);

/** A message that the ledger writes of its own accord, with an example. */
const own = (name: string, title: string, payload: string | undefined, headers: string | undefined, all: Schemas) => ({
  name,
  title,
  summary: title,
  contentType: 'application/json',
  ...(headers ? { headers: schema(headers) } : {}),
  ...(payload ? { payload: schema(payload) } : {}),
  examples: [
    {
      name,
      ...(headers ? { headers: exampleOf(schema(headers), all) } : {}),
      ...(payload ? { payload: exampleOf(schema(payload), all) } : {}),
    },
  ],
});

function channel({ name, partitions, compacted, keptForever }: Topic, says: string, messages: readonly string[]) {
  const kept = { ...(keptForever ? { 'retention.ms': -1 } : {}) };
  return {
    address: name,
    title: name,
    description: says,
    servers: [{ $ref: '#/servers/kafka' }],
    messages: Object.fromEntries(messages.map((message) => [message, reference('messages', message)])),
    bindings: {
      kafka: {
        partitions,
        topicConfiguration: { 'cleanup.policy': [compacted ? 'compact' : 'delete'], ...kept },
        bindingVersion: '0.5.0',
      },
    },
  };
}

const operation = (action: 'send' | 'receive', at: string, summary: string, more: object = {}) => ({
  action,
  channel: { $ref: `#/channels/${at}` },
  title: summary,
  summary,
  description: summary,
  tags: [{ name: 'kafka' }],
  ...more,
});

/** The AsyncAPI 3.0 document of the topics, made from the languages. */
export async function asyncApi(): Promise<object> {
  const { components } = await openApi(factPayloads);
  const all: Schemas = { ...(components!.schemas as Schemas), ...envelopes };
  const messages: Named = {
    ...Object.fromEntries(facts.map((kind) => [kind.type, messageOf(kind, 'FactHeaders', all)])),
    ...Object.fromEntries(commands.map((kind) => [kind.type, messageOf(kind, 'CommandHeaders', all)])),
    commandEvent: {
      ...own('commandEvent', '命令，结构化模式 / A command, in structured mode', 'CommandEvent', undefined, all),
      contentType: 'application/cloudevents+json',
    },
    result: own('result', '答复 / An answer', 'Result', 'ResultHeaders', all),
    parked: own('parked', '搁置的消息，原样 / A parked message, as it came', undefined, 'ParkedHeaders', all),
    creditRecord: own('creditRecord', '信用记录现状 / A credit record as it is', 'CreditRecord', 'CreditHeaders', all),
    unsent: own('unsent', '无法发送的事实 / A fact that cannot be sent', 'Unsent', undefined, all),
  };
  const desks = languages.map(({ department, title }) => {
    const [intake, results, parked] = topicsOf(intakeTopics(department)) as [Topic, Topic, Topic];
    const taken = commands.filter((kind) => kind.department === department).map(({ type }) => type);
    return { department, title, intake, results, parked, taken };
  });
  const named = withParts(
    [...Object.keys(envelopes), ...[...facts, ...commands].map(({ payload }) => payload), 'CommandEvent'],
    all,
  );
  return {
    asyncapi: '3.0.0',
    info: {
      title: '台账的主题 Topics of Taizhang',
      version: '0.1.0',
      description: ABOUT,
      contact: { name: '台账运维 Operators of the ledger' },
      license: { name: 'Apache-2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
      tags: [{ name: 'kafka', description: 'Kafka' }],
    },
    defaultContentType: 'application/json',
    servers: {
      kafka: {
        host: '{brokers}',
        protocol: 'kafka',
        description: 'KAFKA_BROKERS',
        variables: { brokers: { default: '127.0.0.1:9092', description: '地址 / Brokers' } },
      },
    },
    channels: {
      facts: channel(
        FACTS,
        '公开与政务事实，同一企业有序，永久保留 / Public and government facts, in order for each enterprise',
        facts.map(({ type }) => type),
      ),
      credit: channel(CREDIT, '信用记录现状；空消息表示不再公示 / Credit records as they are to be shown now', [
        'creditRecord',
      ]),
      unsent: channel(UNSENT, '无法发送的事实 / What could not be sent', ['unsent']),
      ...Object.fromEntries(
        desks.flatMap(({ department, title: { zh, en }, intake, results, parked, taken }) => [
          [`intake.${department}`, channel(intake, `${zh}的命令 / Commands for ${en}`, [...taken, 'commandEvent'])],
          [`results.${department}`, channel(results, `${zh}的答复 / Answers of ${en}`, ['result'])],
          [`parked.${department}`, channel(parked, `${zh}搁置的消息 / Messages that ${en} set aside`, ['parked'])],
        ]),
      ),
    },
    operations: {
      sendFacts: operation('send', 'facts', '发布事实 / Publish facts'),
      sendCredit: operation('send', 'credit', '发布信用记录 / Publish credit records'),
      sendUnsent: operation('send', 'unsent', '报告未发事实 / Tell of facts that could not be sent'),
      ...Object.fromEntries(
        desks.flatMap(({ department, title: { zh, en } }) => [
          [
            `take.${department}`,
            operation('receive', `intake.${department}`, `${zh}受理命令 / ${en} takes commands`, {
              reply: { channel: { $ref: `#/channels/results.${department}` } },
            }),
          ],
          [
            `park.${department}`,
            operation('send', `parked.${department}`, `${zh}搁置消息 / ${en} sets messages aside`),
          ],
        ]),
      ),
    },
    components: {
      correlationIds: {
        matter: { description: '同一事项 / One matter', location: '$message.header#/ce_correlationid' },
      },
      messages,
      schemas: named,
    },
  };
}
