import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { Principal } from '#identity';
import { Decide } from './decide.js';
import type { AnyDepartment } from './definition.js';
import { namespaceOf } from '#decider';
import type { Receipt } from './receipt.js';
import { Unacceptable } from './unacceptable.js';
import { verbsByType, type Verb } from './verb.js';

/** A CloudEvent that carries a command, read and found to be one. */
export interface Item {
  readonly verb: Verb;
  /** `source` and `id` together are one event, whoever delivers it and how often. */
  readonly key: readonly ['event', source: string, id: string];
  readonly id: string;
  readonly stream: string;
  readonly recordId: string;
  readonly data: object;
  readonly correlationId?: string;
}

const attribute = (field: string, zh: string, en: string): Unacceptable =>
  new Unacceptable(
    400,
    'request/event-malformed',
    { zh: `${field} ${zh}`, en: `${field} ${en}` },
    {
      field,
      wayOut: {
        zh: '请按 CloudEvents 1.0 JSON 格式提交；批量接口的说明见 /docs',
        en: 'Send CloudEvents 1.0 in JSON; what a batch takes is in /docs',
      },
    },
  );

const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length >= 1 && value.length <= 255;

/** Reads a command off a CloudEvent 1.0 in structured form. Throws `Unacceptable` (400), naming the attribute. */
export function readItem(department: AnyDepartment, event: unknown): Item {
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    throw attribute('event', '应为CloudEvents 1.0对象', 'must be a CloudEvents 1.0 object');
  const { specversion, id, source, type, subject, time, datacontenttype, data, correlationid } = event as Record<
    string,
    unknown
  >;
  for (const name of Object.keys(event))
    if (!/^[a-z0-9]{1,20}$/.test(name))
      throw attribute(name, '不是CloudEvents属性名', 'is not the name of an attribute');
  if (specversion !== '1.0') throw attribute('specversion', '应为 1.0', 'must be 1.0');
  if (!isText(id)) throw attribute('id', '应为1至255字的文本', 'must be a text of 1 to 255 characters');
  if (!isText(source)) throw attribute('source', '应为1至255字的URI', 'must be a URI of 1 to 255 characters');
  if (!isText(subject)) throw attribute('subject', '应为记录编号', 'must be the id of the record');
  if (datacontenttype !== undefined && !/^application\/([\w.-]+\+)?json(;|$)/.test(String(datacontenttype)))
    throw attribute('datacontenttype', '应为 application/json', 'must be application/json');
  if (correlationid !== undefined && !isText(correlationid))
    throw attribute('correlationid', '应为1至255字的文本', 'must be a text of 1 to 255 characters');
  const verb = verbNamed(department, type);
  return {
    verb,
    key: ['event', source, id],
    id,
    stream: `${verb.decider.name}-${subject}`,
    recordId: subject,
    data: dated(data, time),
    ...(correlationid === undefined ? {} : { correlationId: correlationid }),
  };
}

function verbNamed(department: AnyDepartment, type: unknown): Verb {
  const verb = typeof type === 'string' ? verbsByType(department).get(type) : undefined;
  if (verb) return verb;
  const prefix = namespaceOf(department.language.department);
  throw attribute(
    'type',
    `应为 ${prefix}.<命令>，且为本部门的命令`,
    `must be ${prefix}.<Command>, a command of this department`,
  );
}

/** `time` is when it happened, unless the data say so themselves; then both must mean the same instant. */
function dated(data: unknown, time: unknown): object {
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw attribute('data', '应为对象', 'must be an object');
  if (time === undefined) return data;
  const said = (data as { occurredAt?: unknown }).occurredAt;
  if (said === undefined) return { ...data, occurredAt: time };
  if (said !== time && Date.parse(String(said)) !== Date.parse(String(time)))
    throw attribute('time', '与 data.occurredAt 不一致', 'does not agree with data.occurredAt');
  return data;
}

/** The way in for commands that come as events: batches over HTTP, and messages of a queue. */
@Injectable()
export class Intake {
  constructor(@Inject(CommandBus) private readonly bus: CommandBus) {}

  /** Throws what `Decide` throws. Taking an item twice gives the same receipt. */
  take({ verb, key, recordId, data, correlationId, id }: Item, by: Principal): Promise<Receipt> {
    return this.bus.execute(new Decide(verb, recordId, data, { by, key, correlationId: correlationId ?? id }));
  }
}
