import {
  Controller,
  createParamDecorator,
  Inject,
  Param,
  Post,
  Req,
  Res,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Needs, type Principal } from '#identity';
import { addBatch } from './counter-batch.js';
import { describeVerb } from './counter-docs.js';
import { addOutcomes } from './counter-outcomes.js';
import { Decide } from './decide.js';
import type { AnyDepartment } from './definition.js';
import { Intake } from './intake.js';
import { Offices } from './offices.js';
import { QueueIntakes } from './queue-intake/queue-intakes.js';
import type { Receipt } from './receipt.js';
import { submissionOf, wantsMinimal } from './request-headers.js';
import { verbsOf, type Verb } from './verb.js';

interface Request {
  readonly id: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly principal: Principal;
}

interface Reply {
  status(code: number): Reply;
  header(name: string, value: string): Reply;
}

/** The body as it was sent. The handler checks it against the command's class, as it does for every way in. */
const Sent = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => context.switchToHttp().getRequest<{ body: unknown }>().body,
);

/** The counter where a department's systems hand in commands: one route for each that is theirs to give. */
export function counterOf(department: AnyDepartment): Type {
  class Counter {
    constructor(
      readonly bus: CommandBus,
      readonly intake: Intake,
      readonly offices: Offices,
      readonly intakes: QueueIntakes,
    ) {}
  }
  const { language } = department;
  Object.defineProperty(Counter, 'name', { value: `${language.department}-counter` });
  Controller()(Counter);
  Inject(CommandBus)(Counter, undefined, 0);
  Inject(Intake)(Counter, undefined, 1);
  Inject(Offices)(Counter, undefined, 2);
  Inject(QueueIntakes)(Counter, undefined, 3);
  for (const verb of verbsOf(department).values())
    if (verb.traits.issuedBy === 'department') addRoute(Counter.prototype, verb, language.title);
  addBatch(Counter.prototype, department);
  addOutcomes(Counter.prototype, department);
  return Counter;
}

function addRoute(counter: { readonly bus: CommandBus }, verb: Verb, title: { zh: string; en: string }): void {
  const name = `${verb.kind}${verb.name}`;
  async function put(
    this: { readonly bus: CommandBus },
    id: string,
    body: unknown,
    { id: requestId, headers, principal }: Request,
    reply: Reply,
  ): Promise<Receipt | undefined> {
    const receipt = await this.bus.execute(new Decide(verb, id, body, submissionOf(headers, requestId, principal)));
    return answer(verb, id, receipt, wantsMinimal(headers), reply);
  }
  Object.defineProperty(put, 'name', { value: name });
  const descriptor = { value: put, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(counter, name, descriptor);

  Reflect.defineMetadata('design:paramtypes', [String, Object, Object, Object], counter, name);
  Param(verb.idName)(counter, name, 0);
  Sent()(counter, name, 1);
  Req()(counter, name, 2);
  Res({ passthrough: true })(counter, name, 3);
  for (const decorate of [Post(verb.path), Needs(verb.need), ...describeVerb(verb, title)])
    decorate(counter, name, descriptor);
}

function answer(verb: Verb, id: string, receipt: Receipt, minimal: boolean, reply: Reply): Receipt | undefined {
  reply.header('etag', `"${receipt.revision}"`).header('location', `${verb.recordsPath}/${id}`);
  if (receipt.replayed) reply.header('idempotency-replayed', 'true');
  if (minimal) {
    reply.status(204).header('preference-applied', 'return=minimal');
    return undefined;
  }
  reply.status(receipt.events.length > 0 ? 201 : 200);
  return receipt;
}
