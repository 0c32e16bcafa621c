import type { Received } from '#messaging';
import { parseStrictly } from '#runtime';
import { Unacceptable } from '../unacceptable.js';

const PREFIX = 'ce_';
const STRUCTURED = /^application\/cloudevents\+json\s*(;|$)/i;
const NOTHING = new Uint8Array();

type Headers = Received['headers'];

/**
 * The CloudEvent that a message is, in structured form, attributes unchecked (CloudEvents 1.0, Kafka protocol binding
 * §3). Binary mode has its attributes in `ce_` headers and the data as value; anything without them and without a content
 * type of its own is taken at its word: the value must be the whole event.
 *
 * Throws `MalformedJson`, or `Unacceptable` (415) on what is neither.
 */
export function eventOf({ headers, value = NOTHING }: Pick<Received, 'headers' | 'value'>): unknown {
  const type = headers['content-type'];
  if (type !== undefined && STRUCTURED.test(type)) return parseStrictly(value);
  if (isBinary(headers)) return { ...attributesIn(headers, type), data: parseStrictly(value) };
  if (type === undefined) return parseStrictly(value);
  throw notAnEvent(type);
}

const isBinary = (headers: Headers): boolean => Object.keys(headers).some((name) => name.startsWith(PREFIX));

/** `data` is no attribute: one of that name gives way to the value. */
function attributesIn(headers: Headers, type: string | undefined): Record<string, string> {
  const own = Object.entries(headers).filter(([name]) => name.startsWith(PREFIX));
  return {
    ...Object.fromEntries(own.map(([name, text]) => [name.slice(PREFIX.length), text])),
    ...(type === undefined ? {} : { datacontenttype: type }),
  };
}

/** What an event calls itself, whatever else is wrong with it. */
export interface Named {
  readonly id?: string;
  readonly source?: string;
}

/** The name of an event that may be none; by the headers alone where the value cannot be read. */
export function nameOf({ headers }: Pick<Received, 'headers'>, event?: unknown): Named {
  const { id, source } = (event ?? { id: headers['ce_id'], source: headers['ce_source'] }) as Record<string, unknown>;
  return { ...(isName(id) ? { id } : {}), ...(isName(source) ? { source } : {}) };
}

const isName = (value: unknown): value is string => typeof value === 'string' && value.length <= 255;

const notAnEvent = (type: string): Unacceptable =>
  new Unacceptable(
    415,
    'request/not-an-event',
    {
      zh: `消息不是CloudEvents 1.0：没有 ce_ 消息头，content-type 为 ${type.slice(0, 100)}`,
      en: `The message is no CloudEvent 1.0: it has no ce_ headers and its content-type is ${type.slice(0, 100)}`,
    },
    {
      field: 'content-type',
      wayOut: {
        zh: '二进制模式：属性放在 ce_specversion、ce_id、ce_source、ce_type、ce_subject 等消息头中；结构化模式：content-type 为 application/cloudevents+json',
        en: 'Binary mode has its attributes in the headers ce_specversion, ce_id, ce_source, ce_type, ce_subject and so on; structured mode has the content-type application/cloudevents+json',
      },
    },
  );
