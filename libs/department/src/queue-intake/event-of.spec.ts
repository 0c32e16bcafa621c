import { describe, expect, it } from '@jest/globals';
import { MalformedJson } from '#runtime';
import { readItem } from '../intake.js';
import { harbour } from '../testing-harbour.js';
import { Unacceptable } from '../unacceptable.js';
import { eventOf, nameOf } from './event-of.js';
import { binary, event, structured } from './testing-posts.js';

const read = (message: Parameters<typeof eventOf>[0]) => readItem(harbour, eventOf(message));
const refusal = (message: Parameters<typeof eventOf>[0]): unknown => {
  try {
    return read(message);
  } catch (error) {
    return error;
  }
};

describe('a message', () => {
  it('is the same event in binary and in structured mode', () => {
    const whole = event('7', { correlationid: 'matter-3' });
    expect(read(binary(whole))).toEqual(read(structured(whole)));
    expect(read(binary(whole))).toMatchObject({
      key: ['event', '/harbour-office', '7'],
      stream: 'harbourWatch.berth-7',
      correlationId: 'matter-3',
      data: { ship: 'Ada', occurredAt: '2021-03-15T12:00:00+08:00' },
    });
  });

  it('without any headers is taken at its word', () => {
    const { value } = structured(event('7'));
    expect(read({ headers: {}, value })).toEqual(read(structured(event('7'))));
  });

  it('is no event when its content type says so and no header says otherwise', () => {
    const headers = { 'content-type': 'application/cloudevents-batch+json' };
    expect(refusal({ headers, value: Buffer.from('[]') })).toMatchObject({ code: 'request/not-an-event', status: 415 });
  });

  it.each([
    ['specversion', { specversion: '0.3' }],
    ['specversion', { specversion: undefined }],
    ['id', { id: '' }],
    ['source', { source: undefined }],
    ['type', { type: 'harbourWatch.Sink' }],
    ['type', { type: 'energy.OrderRectification' }],
    ['subject', { subject: undefined }],
    ['time', { data: { occurredAt: '2021-03-14T12:00:00+08:00' } }],
  ])('with a wrong %s is none of ours: %j', (field, more) => {
    const wrong = Object.fromEntries(Object.entries(event('7', more)).filter(([, value]) => value !== undefined));
    for (const message of [structured(wrong), binary(wrong)]) {
      const error = refusal(message);
      expect(error).toBeInstanceOf(Unacceptable);
      expect(error).toMatchObject({ code: 'request/event-malformed', grounds: { field } });
    }
  });

  it.each([
    ['json/empty', ''],
    ['json/syntax', '{"ship":'],
    ['json/duplicate-key', '{"ship":"a","ship":"b"}'],
    ['json/forbidden-key', '{"__proto__":{}}'],
    ['json/too-deep', '['.repeat(50_000)],
    ['json/too-large', `{"ship":"${'a'.repeat(262_144)}"}`],
  ])('passes the gate that bodies pass: %s', (code, data) => {
    const { headers } = binary(event('7'));
    for (const message of [structured(data), { headers, value: Buffer.from(data) }]) {
      const error = refusal(message);
      expect(error).toBeInstanceOf(MalformedJson);
      expect(error).toMatchObject({ code });
    }
  });

  it('that is a tombstone holds nothing', () =>
    expect(refusal({ headers: {}, value: undefined })).toMatchObject({ code: 'json/empty' }));

  it('cannot smuggle data or a prototype in by its headers', () => {
    const { headers, value } = binary(event('7'));
    const item = read({ headers: { ...headers, ce_data: '{"ship":"Bob"}' }, value });
    expect(item.data).toMatchObject({ ship: 'Ada' });
    expect(refusal({ headers: { ...headers, ce___proto__: 'x' }, value })).toMatchObject({
      grounds: { field: '__proto__' },
    });
  });
});

describe('the name of an event', () => {
  it('is known by the headers when the value cannot be read', () =>
    expect(nameOf({ headers: { ce_id: '7', ce_source: '/s' } })).toEqual({ id: '7', source: '/s' }));

  it.each([[null], [[]], ['text'], [{ id: 7, source: 'x'.repeat(256) }]])('is not made up: %j', (event) =>
    expect(nameOf({ headers: {} }, event)).toEqual({}),
  );
});
