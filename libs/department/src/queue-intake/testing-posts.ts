import { intakeTopics, type Message, type Queue, type Received } from '#messaging';
import { harbour } from '../testing-harbour.js';

export const topics = intakeTopics(harbour.language.department);

export const NOON = '2021-03-15T12:00:00+08:00';
const moor = { ship: 'Ada', untilOn: '2021-03-20' };

/** A command as an event in structured form. */
export const event = (id: string, more: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  id,
  source: '/harbour-office',
  type: 'harbourWatch.Moor',
  subject: id,
  time: NOON,
  data: moor,
  ...more,
});

/** The same in structured mode. */
export const structured = (event: object | string, key = 'k'): Message => ({
  key,
  value: Buffer.from(typeof event === 'string' ? event : JSON.stringify(event)),
  headers: { 'content-type': 'application/cloudevents+json; charset=utf-8' },
});

/** The same in binary mode. */
export function binary({ data, ...attributes }: Record<string, unknown>, key = 'k'): Message {
  const headers = Object.entries(attributes).map(([name, value]) => [`ce_${name}`, String(value)]);
  return {
    key,
    value: Buffer.from(JSON.stringify(data)),
    headers: { ...Object.fromEntries(headers), 'content-type': 'application/json' },
  };
}

/** An answer on the results topic. */
export interface Result {
  readonly id?: string;
  readonly source?: string;
  readonly status: number;
  readonly receipt?: { readonly revision: number; readonly replayed?: boolean; readonly events: { id: string }[] };
  readonly problem?: { readonly type: string; readonly detail: string; readonly errors?: { readonly field: string }[] };
}

export const held = async (queue: Queue, topic: string): Promise<Received[]> =>
  (await Array.fromAsync(queue.read(topic))).flat();

export const resultIn = ({ value }: Pick<Received, 'value'>): Result =>
  JSON.parse(Buffer.from(value!).toString()) as Result;

export const resultsOf = async (queue: Queue): Promise<Result[]> => (await held(queue, topics.results)).map(resultIn);
