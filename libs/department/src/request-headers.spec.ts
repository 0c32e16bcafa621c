import { describe, expect, it } from '@jest/globals';
import { correlationOf, submissionOf, wantsMinimal } from './request-headers.js';

const by = { subject: 'li', client: 'desk', roles: [] };

describe('the headers of a request', () => {
  it('name a key, bare or quoted', () => {
    expect(submissionOf({ 'idempotency-key': 'k-1' }, by).key).toEqual(['key', 'k-1']);
    expect(submissionOf({ 'idempotency-key': '"k-1"' }, by).key).toEqual(['key', 'k-1']);
    expect(submissionOf({}, by).key).toBeUndefined();
  });

  it.each(['', 'a b', '键', 'x'.repeat(256)])('name no key with %j', (key) =>
    expect(() => submissionOf({ 'idempotency-key': key }, by)).toThrow('1 to 255 visible'),
  );

  it('name the revision that was seen', () => expect(submissionOf({ 'if-match': '"12"' }, by).expected).toBe(12));

  it.each(['12', '"x"', '*', 'W/"1"', ''])('name no revision with %j', (match) =>
    expect(() => submissionOf({ 'if-match': match }, by)).toThrow('quoted revision'),
  );

  it('carry the caller’s own number for the matter, or its trace, or get a new one', () => {
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    expect(correlationOf({ 'x-correlation-id': 'mine', traceparent })).toBe('mine');
    expect(correlationOf({ traceparent })).toBe('0af7651916cd43dd8448eb211c80319c');
    expect(correlationOf({ 'x-correlation-id': 'a\nb' })).toMatch(/^[0-9a-f-]{36}$/);
  });

  it.each([
    ['return=minimal', true],
    ['respond-async, return=minimal; x=1', true],
    ['return=representation', false],
    [undefined, false],
  ])('ask for no body with Prefer: %s', (prefer, minimal) => expect(wantsMinimal({ prefer })).toBe(minimal));
});
