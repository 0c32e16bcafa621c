import { Readable } from 'node:stream';
import { HttpCode, Post, Req, Res } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiExtraModels,
  ApiOperation,
  ApiProduces,
  ApiResponse,
  ApiTags,
  getSchemaPath,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { namespaceOf } from '#decider';
import { Needs, type Need, type Principal } from '#identity';
import { parseStrictly, toAnswer } from '#runtime';
import { batch, BATCH_LIMITS, type BatchTerms } from './batch.js';
import { BatchResult, CommandEvent } from './batch-docs.js';
import type { AnyDepartment } from './definition.js';
import { readItem, type Intake } from './intake.js';
import { elements, lines, type Cutter } from './pieces.js';
import { Unacceptable } from './unacceptable.js';
import { verbsOf } from './verb.js';

const ARRAY = 'application/cloudevents-batch+json';
const LINES = 'application/x-ndjson';
const EVENT = 'application/cloudevents+json';

const cutters: Readonly<Record<string, (maxBytes: number) => Cutter>> = { [ARRAY]: elements, [LINES]: lines };

interface Request {
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly principal: Principal;
  /** A stream of bytes for the two batch types, a parsed event for the single one. */
  readonly body: unknown;
}

/** Adds `POST /{department}/batch` to a counter. */
export function addBatch(counter: { readonly intake: Intake }, department: AnyDepartment): void {
  const { language } = department;
  async function takeBatch(this: { readonly intake: Intake }, request: Request, reply: FastifyReply): Promise<void> {
    const { intake } = this;
    const terms = {
      department,
      parse: parseStrictly,
      take: (item) => intake.take(item, request.principal),
      problemOf: (error) => toAnswer(error).problem,
    } satisfies Omit<BatchTerms, 'cutter'>;
    await reply.type(LINES).send(await begun(answers(request, terms)));
  }
  const descriptor = { value: takeBatch, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(counter, 'takeBatch', descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, Object], counter, 'takeBatch');
  Req()(counter, 'takeBatch', 0);
  Res()(counter, 'takeBatch', 1);
  // Whoever may give one of the department's commands may send a batch; each item is looked at by itself.
  const needs = [...new Set([...verbsOf(department).values()].map(({ need }) => need))] as [Need, ...Need[]];
  const decorators = [
    Post(`/${language.department}/batch`),
    HttpCode(200),
    Needs(...needs),
    ApiTags(`${language.title.zh} / ${language.title.en}`),
    ApiOperation({
      operationId: `${namespaceOf(language.department)}.batch`,
      summary: '批量登记 / Post a batch',
      description:
        `CloudEvents 1.0, each with a command as \`type\` (\`${namespaceOf(language.department)}.<Command>\`), ` +
        'the record as `subject`, and the command as `data`. Answered with one line per item, in order, as they are ' +
        `done; a bad item does not stop the others. At most ${BATCH_LIMITS.maxItems} items or ${BATCH_LIMITS.maxBytes} bytes.`,
    }),
    ApiConsumes(ARRAY, LINES, EVENT),
    ApiProduces(LINES),
    ApiExtraModels(CommandEvent, BatchResult),
    ApiBody({ schema: { type: 'array', items: { $ref: getSchemaPath(CommandEvent) } } }),
    ApiResponse({
      status: 200,
      description: '逐项结果，每行一个 BatchResult / A BatchResult a line, in the order of the items',
      schema: {
        type: 'string',
        contentMediaType: LINES,
        contentSchema: { $ref: getSchemaPath(BatchResult) },
        example: '{"index":0,"id":"2021-000123","status":403,"problem":{"type":"urn:taizhang:identity/role-missing"}}',
      } as object,
    }),
  ];
  for (const decorate of decorators as MethodDecorator[]) decorate(counter, 'takeBatch', descriptor);
}

function answers({ headers, body }: Request, terms: Omit<BatchTerms, 'cutter'>): AsyncGenerator<string> {
  const type = (headers['content-type'] ?? '').split(';', 1)[0]!.trim().toLowerCase();
  if (type === EVENT) return one(body, terms);
  const cutter = Object.hasOwn(cutters, type) ? cutters[type] : undefined;
  if (!cutter || !(body instanceof Readable)) throw notABatch();
  return batch(body, { ...terms, cutter: cutter(BATCH_LIMITS.maxItemBytes) });
}

/** A single event is a batch of one, answered alike; it came through the gate already. */
async function* one(
  event: unknown,
  { department, take, problemOf }: Omit<BatchTerms, 'cutter'>,
): AsyncGenerator<string> {
  const item = readItem(department, event);
  const result = await take(item).then(
    (receipt) => ({ status: receipt.events.length > 0 ? 201 : 200, receipt }),
    (error: unknown) => {
      const problem = problemOf(error);
      return { status: problem.status, problem };
    },
  );
  yield `${JSON.stringify({ index: 0, id: item.id, ...result })}\n`;
}

/** Waits for the first line, so that bytes which are no batch at all are still answered with a status of their own. */
async function begun(lines: AsyncGenerator<string>): Promise<Readable> {
  const first = await lines.next();
  async function* all() {
    if (!first.done) yield first.value;
    yield* lines;
  }
  return Readable.from(all(), { objectMode: false, highWaterMark: 65_536 });
}

const notABatch = () =>
  new Unacceptable(
    415,
    'request/not-a-batch',
    {
      zh: `批量接口只接受 ${ARRAY}、${LINES} 或 ${EVENT}`,
      en: `A batch is ${ARRAY}, ${LINES} or ${EVENT}`,
    },
    {
      field: 'Content-Type',
      wayOut: {
        zh: `一行一个事件请用 ${LINES}，JSON 数组请用 ${ARRAY}`,
        en: `Send events one a line as ${LINES}, or as a JSON array as ${ARRAY}`,
      },
    },
  );
