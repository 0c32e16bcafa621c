import { describe, expect, it } from '@jest/globals';
import { submissionOf, wantsMinimal } from './request-headers.js';

const by = { subject: 'li', client: 'desk', roles: [] };

describe('the headers of a request', () => {
  it('name a key, bare or quoted', () => {
    expect(submissionOf({ 'idempotency-key': 'k-1' }, 'request-7', by).key).toEqual(['key', 'k-1']);
    expect(submissionOf({ 'idempotency-key': '"k-1"' }, 'request-7', by).key).toEqual(['key', 'k-1']);
    expect(submissionOf({}, 'request-7', by).key).toBeUndefined();
  });

  it.each(['', 'a b', '键', 'x'.repeat(256)])('name no key with %j', (key) =>
    expect(() => submissionOf({ 'idempotency-key': key }, 'request-7', by)).toThrow('1 to 255 visible'),
  );

  it('name the revision that was seen', () =>
    expect(submissionOf({ 'if-match': '"12"' }, 'request-7', by).expected).toBe(12));

  it.each(['12', '"x"', '*', 'W/"1"', ''])('name no revision with %j', (match) =>
    expect(() => submissionOf({ 'if-match': match }, 'request-7', by)).toThrow('quoted revision'),
  );

  it('carry the caller’s own number for the matter, or else it is the request’s', () => {
    expect(submissionOf({ 'x-correlation-id': 'mine' }, 'request-7', by).correlationId).toBe('mine');
    expect(submissionOf({ 'x-correlation-id': 'a\nb' }, 'request-7', by).correlationId).toBe('request-7');
    expect(submissionOf({}, 'request-7', by).correlationId).toBe('request-7');
  });

  it.each([
    ['return=minimal', true],
    ['respond-async, return=minimal; x=1', true],
    ['return=representation', false],
    [undefined, false],
  ])('ask for no body with Prefer: %s', (prefer, minimal) => expect(wantsMinimal({ prefer })).toBe(minimal));
});
