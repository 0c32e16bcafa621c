import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { harbour } from './testing-harbour.js';
import { serviceInMemory, type ServiceInMemory } from './testing-service.js';

const NOON = '2021-03-15T12:00:00+08:00';

let service: ServiceInMemory;
let berths = 0;
beforeAll(async () => void (service = await serviceInMemory([harbour], NOON)));
afterAll(() => service.close());

describe('a batch', () => {
  const event = (id: string, type: string, subject: string, data: object, more: object = {}) => ({
    specversion: '1.0',
    id,
    source: '/pilot',
    type: `harbourWatch.${type}`,
    subject,
    time: NOON,
    data,
    ...more,
  });
  const post = async (body: string, type = 'application/x-ndjson', headers: Record<string, string> = {}) => {
    const answer = await service.post('/harbour-watch/batch', body, { 'content-type': type, ...headers });
    return {
      ...answer,
      results:
        answer.status === 200
          ? String(answer.body)
              .trimEnd()
              .split('\n')
              .map((line) => JSON.parse(line))
          : [],
    };
  };
  const ndjson = (...events: unknown[]) => events.map((one) => JSON.stringify(one)).join('\n');
  const matter = { ship: 'Ada', untilOn: '2021-03-20' };

  it('is answered item by item, in order, and a bad item stops no other', async () => {
    const id = `n${++berths}`;
    const { status, headers, results } = await post(
      [
        ndjson(event('1', 'Moor', id, matter), event('2', 'Moor', id, { ...matter, ship: 'Bob' })),
        '{"specversion":',
        ndjson(
          event('4', 'Moor', id, { ...matter, admin: true }),
          event('5', 'Sink', id, {}),
          event('6', 'Overstay', id, { ship: 'Ada' }),
          event('7', 'Leave', id, {}),
          event('8', 'Moor', id, { ...matter, ship: 'Bob' }),
          event('9', 'Leave', `${id}x`, {}),
        ),
      ].join('\n'),
    );
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('application/x-ndjson');
    expect(results.map(({ index, id, status }) => [index, id, status])).toEqual([
      [0, '1', 201],
      [1, '2', 409],
      [2, undefined, 400],
      [3, '4', 400],
      [4, '5', 400],
      [5, '6', 403],
      [6, '7', 201],
      [7, '8', 201],
      [8, '9', 200],
    ]);
    expect(results[1].problem).toMatchObject({ type: 'urn:taizhang:harbour-watch/occupied' });
    expect(results[3].problem.errors[0].field).toBe('admin');
    expect(results[7].receipt).toMatchObject({ revision: 2, events: [{ type: 'harbourWatch.Moored' }] });
    expect((await service.facts(`harbourWatch.berth-${id}`)).map(({ occurredAt }) => occurredAt)).toEqual([
      NOON,
      NOON,
      NOON,
    ]);
  });

  it.each([
    ['application/x-ndjson', (events: object[]) => ndjson(...events)],
    ['application/cloudevents-batch+json', (events: object[]) => JSON.stringify(events, null, 1)],
    ['application/cloudevents+json', ([first]: object[]) => JSON.stringify(first)],
  ])('comes as %s, and again with the same receipts', async (type, written) => {
    const id = `t${++berths}`;
    const body = written([event(id, 'Moor', id, matter), event(`${id}-2`, 'Leave', id, {})]);
    const first = await post(body, type);
    expect(first.results[0]).toMatchObject({ status: 201, receipt: { revision: 0 } });
    const again = await post(body, type);
    expect(again.results.map(({ receipt }) => receipt)).toEqual(
      first.results.map(({ receipt }) => ({ ...receipt, replayed: true })),
    );
  });

  it('takes an event that is in it twice once', async () => {
    const id = `d${++berths}`;
    const one = event(id, 'Moor', id, matter);
    const { results } = await post(ndjson(one, one, { ...one, data: { ...matter, ship: 'Bob' } }));
    expect(results.map(({ status, receipt }) => [status, receipt?.replayed])).toEqual([
      [201, undefined],
      [201, true],
      [422, undefined],
    ]);
  });

  it('takes a time from the data when both agree, and refuses when they do not', async () => {
    const id = `o${++berths}`;
    const { results } = await post(
      ndjson(
        event(`${id}-1`, 'Moor', id, { ...matter, occurredAt: '2021-03-15T04:00:00Z' }),
        event(`${id}-2`, 'Leave', id, { occurredAt: '2021-03-15T11:00:00+08:00' }),
        event(`${id}-3`, 'Leave', id, {}, { time: undefined }),
      ),
    );
    expect(results.map(({ status, problem }) => [status, problem?.errors?.[0]?.field])).toEqual([
      [201, undefined],
      [400, 'time'],
      [400, 'occurredAt'],
    ]);
  });

  it.each([
    ['specversion', { specversion: '0.3' }],
    ['id', { id: '' }],
    ['source', { source: 7 }],
    ['subject', { subject: undefined }],
    ['type', { type: 'energy.Moor' }],
    ['type', { type: 'harbourWatch.constructor' }],
    ['data', { data: 'x' }],
    ['datacontenttype', { datacontenttype: 'text/xml' }],
    ['data_base64', { data_base64: 'eA==' }],
  ])('refuses an event whose %s is wrong, naming it', async (field, wrong) => {
    const { results } = await post(ndjson(event('w', 'Moor', 'w', matter, wrong)));
    expect(results).toMatchObject([{ index: 0, status: 400, problem: { errors: [{ field }] } }]);
  });

  it('ends with a line that says so when its bytes break off', async () => {
    const id = `c${++berths}`;
    const { results } = await post(
      `[${JSON.stringify(event(id, 'Moor', id, matter))}, {"spec`,
      'application/cloudevents-batch+json',
    );
    expect(results.map(({ index, status }) => [index, status])).toEqual([
      [0, 201],
      [1, 400],
    ]);
    expect(results[1].problem.type).toBe('urn:taizhang:request/batch-malformed');
  });

  it('that is none gets a status of its own', async () => {
    expect((await post('{}', 'application/cloudevents-batch+json')).status).toBe(400);
    expect((await post('{}', 'application/json')).status).toBe(415);
    expect((await post('x', 'text/plain')).status).toBe(415);
  });

  it('of too many items is taken up to the last that is allowed', async () => {
    const many = Array.from({ length: 10_001 }, () => '1').join('\n');
    const { results } = await post(many);
    expect(results).toHaveLength(10_001);
    expect(results.at(-1)).toMatchObject({ index: 10_000, status: 413 });
  });

  it('with an item that is too large goes on after it', async () => {
    const id = `l${++berths}`;
    const { results } = await post(`"${'x'.repeat(300_000)}"\n${ndjson(event(id, 'Moor', id, matter))}`);
    expect(results.map(({ status }) => status)).toEqual([413, 201]);
  });

  it('is for those who may post', async () => {
    const authorization = `Bearer ${await service.token('auditor')}`;
    expect((await post('', 'application/x-ndjson', { authorization })).status).toBe(403);
  });

  it('is answered while it is still being sent', async () => {
    const id = `s${++berths}`;
    let more!: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({ start: (controller) => void (more = controller) });
    const bytes = (...events: object[]) => new TextEncoder().encode(`${ndjson(...events)}\n`);
    more.enqueue(bytes(event(`${id}-1`, 'Moor', id, matter)));
    const answer = await fetch(`${service.url}/harbour-watch/batch`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await service.token('department:harbour-watch:post')}`,
        'content-type': 'application/x-ndjson',
      },
      body,
      duplex: 'half',
    } as RequestInit);
    const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader();
    expect(JSON.parse((await reader.read()).value!)).toMatchObject({ index: 0, status: 201 });
    more.enqueue(bytes(event(`${id}-2`, 'Leave', id, {})));
    expect(JSON.parse((await reader.read()).value!)).toMatchObject({ index: 1, status: 201 });
    more.close();
    expect((await reader.read()).done).toBe(true);
  });
});
