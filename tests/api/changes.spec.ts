import { describe, expect, it } from '@jest/globals';
import { changesBetween } from './changes.js';
import type { Document, Schema } from './surface.js';

const order: Schema = {
  type: 'object',
  required: ['months'],
  properties: {
    months: { type: 'integer', minimum: 1, maximum: 6 },
    reason: { type: 'string', maxLength: 200, description: 'Why' },
    kind: { type: 'string', enum: ['A', 'B'] },
    parts: { type: 'array', items: { $ref: '#/components/schemas/Part' } },
  },
};
const part: Schema = { type: 'object', properties: { name: { type: 'string' } } };

interface Said {
  readonly body?: Schema;
  readonly answer?: Schema;
  readonly part?: Schema;
  readonly parameters?: readonly object[];
  readonly operation?: object;
  readonly path?: string;
}

const document = ({ body = order, answer = order, parameters = [], operation, path = '/orders', ...said }: Said) => ({
  openapi: '3.1.1',
  paths: {
    [path]: {
      post: {
        operationId: 'energy.order',
        'x-roles': ['auditor', 'operator'],
        parameters,
        requestBody: { content: { 'application/json': { schema: body } } },
        responses: { 201: { content: { 'application/json': { schema: answer } } }, 400: {} },
        ...operation,
      },
    },
  },
  components: { schemas: { Part: said.part ?? part } },
});

const but = (changed: Record<string, Schema | undefined>, required = order.required): Schema => ({
  ...order,
  required,
  properties: Object.fromEntries(
    Object.entries({ ...order.properties, ...changed }).filter((pair): pair is [string, Schema] => Boolean(pair[1])),
  ),
});

const found = (said: Said, before: Said = {}) =>
  changesBetween(document(before), document(said)).map(({ isBreaking, says }) => `${isBreaking ? '✗' : '+'} ${says}`);
const limit = { name: 'limit', in: 'query', schema: { type: 'integer' } };

describe('a change of what is published', () => {
  it('is none where only words, examples or the order of fields changed', () => {
    const words = but({ reason: { maxLength: 200, type: 'string', description: 'Why it is so', example: 'x' } });
    expect(found({ body: words, answer: words })).toEqual([]);
  });

  it.each<[string, Said, string]>([
    ['an address that is gone', { path: '/moved' }, 'is gone'],
    ['another name of an operation', { operation: { operationId: 'energy.put' } }, 'takes energy.order no more'],
    ['a role that opens it no more', { operation: { 'x-roles': ['auditor'] } }, 'takes operator no more'],
    ['a parameter that is needed', { parameters: [{ ...limit, required: true }] }, 'is new, and required'],
    ['a field that is needed', { body: but({ day: {} }, ['months', 'day']) }, 'is new, and required'],
    ['a field that must be sent now', { body: but({}, ['months', 'reason']) }, 'is required now'],
    ['a field that is taken no more', { body: but({ reason: undefined }) }, 'is gone'],
    ['a word that is taken no more', { body: but({ kind: { type: 'string', enum: ['A'] } }) }, 'takes B no more'],
    ['a narrower limit', { body: but({ reason: { type: 'string', maxLength: 20 } }) }, 'maxLength was 200, is 20'],
    [
      'a limit where there was none',
      { part: { ...part, properties: { name: { type: 'string', minLength: 2 } } } },
      'minLength was none, is 2',
    ],
    [
      'another type',
      { body: but({ months: { type: 'string', minimum: 1, maximum: 6 } }) },
      'type was integer, is string',
    ],
    ['a field that is given no more', { answer: but({ reason: undefined }) }, 'is gone'],
    ['a field that may be missing in answers', { answer: but({}, []) }, 'may be left out now'],
  ])('breaks callers by %s', (_, said, says) => expect(found(said)).toContain(`✗ ${says}`));

  it.each<[string, Said, string]>([
    ['a parameter that may be given', { parameters: [limit] }, 'is new'],
    ['a field that may be sent', { body: but({ day: {} }) }, 'is new'],
    ['a field that may be left out', { body: but({}, []) }, 'may be left out now'],
    ['a field more in answers', { answer: but({ day: {} }, ['months', 'day']) }, 'is new, and required'],
    ['a word more', { body: but({ kind: { type: 'string', enum: ['A', 'B', 'C'] } }) }, 'may be C'],
    ['a wider limit', { body: but({ reason: { type: 'string', maxLength: 400 } }) }, 'maxLength was 200, is 400'],
  ])('breaks nobody by %s', (_, said, says) => expect(found(said)).toEqual([`+ ${says}`]));

  it('tells breaking changes first', () => {
    const changes = found({ body: but({ day: {}, reason: undefined }) });
    expect(changes).toEqual(['✗ is gone', '+ is new']);
  });

  it('is told of messages alike: facts are given, commands are sent', () => {
    const topics = (action: string, payload: Schema): Document => ({
      asyncapi: '3.0.0',
      operations: { one: { action, channel: { $ref: '#/channels/facts' } } },
      channels: { facts: { address: 'facts.v1', messages: { Order: { $ref: '#/components/messages/Order' } } } },
      components: { messages: { Order: { payload } }, schemas: { Part: part } },
    });
    const more = but({ day: {} }, ['months', 'day']);
    const breaking = (action: string) =>
      changesBetween(topics(action, order), topics(action, more)).map(({ isBreaking }) => isBreaking);
    expect([breaking('send'), breaking('receive')]).toEqual([[false], [true]]);
  });
});
