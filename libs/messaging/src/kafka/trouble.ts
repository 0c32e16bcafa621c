import { MessageRefused, QueueUnavailable } from '../errors.js';
import type { KafkaOptions } from './options.js';

/** An error of kafkajs or of the system below it, as far as it is looked at. */
interface Found {
  readonly name?: string;
  readonly message?: string;
  /** Of the Kafka protocol. */
  readonly type?: string;
  /** Of the system. */
  readonly code?: string | number;
  readonly broker?: string;
  readonly cause?: unknown;
  readonly errors?: readonly unknown[];
}

/** What will not be taken however often it is sent. */
const NEVER_TAKEN = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD']);

/** What the brokers answer while they settle among themselves who leads a partition. */
const UNSETTLED = new Set(['NOT_LEADER_FOR_PARTITION', 'LEADER_NOT_AVAILABLE', 'UNKNOWN_TOPIC_OR_PARTITION']);

/** The first error, from which the others come. */
function rootOf(problem: unknown): Found {
  const { cause, errors } = (problem ?? {}) as Found;
  const deeper = cause ?? errors?.[0];
  return deeper === undefined ? ((problem ?? {}) as Found) : rootOf(deeper);
}

export const isRefusal = (problem: unknown): boolean => NEVER_TAKEN.has(rootOf(problem).type ?? '');

/** Whether the same question may be answered in a moment. */
export const isUnsettled = (problem: unknown): boolean => UNSETTLED.has(rootOf(problem).type ?? '');

/** One line for whoever runs the ledger: what is wrong, and where to look. */
export function inWords(problem: unknown, { brokers, sasl, tls }: KafkaOptions): string {
  const { name, message = String(problem), type, code, broker = brokers.join(',') } = rootOf(problem);
  if (name === 'KafkaJSSASLAuthenticationError' || type === 'SASL_AUTHENTICATION_FAILED')
    return `Kafka 拒绝用户 ${sasl?.username}；Kafka refuses user ${sasl?.username}: ${message}; see KAFKA_USERNAME, KAFKA_PASSWORD, KAFKA_MECHANISM`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `域名无法解析 ${broker}；the name of Kafka broker ${broker} is not known (${code}); see KAFKA_BROKERS`;
  if (/CERT|TLS|SSL|UNABLE_TO/.test(String(code)))
    return `与 ${broker} 的 TLS 连接失败；TLS with Kafka broker ${broker} fails: ${message} (${code}); see KAFKA_TLS, NODE_EXTRA_CA_CERTS`;
  if (/AUTHORIZATION_FAILED/.test(type ?? ''))
    return `Kafka 未授权用户 ${sasl?.username ?? ''}；Kafka does not let this user do it: ${message} (${type})`;
  if (NEVER_TAKEN.has(type ?? '')) return `Kafka 拒收；Kafka refuses it: ${message} (${type}); see message.max.bytes`;
  if (name?.startsWith('KafkaJSConnection')) {
    const hint = sasl || tls ? '' : '; a broker that wants TLS or a user closes the connection without a word';
    return `无法连接 Kafka ${broker}；Kafka broker ${broker} cannot be reached: ${message}${/closed/i.test(message) ? hint : ''}; see KAFKA_BROKERS`;
  }
  return `Kafka 暂不可用；Kafka does not answer as it should: ${message}${type ? ` (${type})` : ''}`;
}

/** Sorts an error of kafkajs into what a caller can do about it. */
export function translated(problem: unknown, options: KafkaOptions): Error {
  if (problem instanceof QueueUnavailable || problem instanceof MessageRefused) return problem;
  const words = inWords(problem, options);
  return isRefusal(problem)
    ? new MessageRefused(words, { cause: problem })
    : new QueueUnavailable(words, { cause: problem });
}

/** Tells of trouble once, however many are in it and however often it is met, and when it is over. */
export interface Trouble {
  met(by: string, problem: Error): void;
  over(by: string): void;
}

export function troubleTo({ log, brokers }: KafkaOptions): Trouble {
  const troubled = new Map<string, string>();
  return {
    met(by, { message }) {
      const isKnown = [...troubled.values()].includes(message);
      troubled.set(by, message);
      if (!isKnown) log.warn({ queue: by }, message);
    },
    over(by) {
      if (troubled.delete(by) && troubled.size === 0) log.info({ brokers }, 'Kafka 已恢复；Kafka is back');
    },
  };
}
