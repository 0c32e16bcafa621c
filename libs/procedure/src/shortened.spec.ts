import { describe, expect, it } from '@jest/globals';
import { isId } from '#contracts';
import { shortened } from './index.js';

describe('an id made from another', () => {
  it('stays as it is up to 64 characters', () => expect(shortened('a'.repeat(64))).toBe('a'.repeat(64)));

  it('beyond them is cut, is still an id, and differs where the whole differs', () => {
    const [one, other] = [shortened(`${'a'.repeat(64)}b`), shortened(`${'a'.repeat(64)}c`)];
    expect(one).toHaveLength(64);
    expect(isId(one)).toBe(true);
    expect(one).not.toBe(other);
  });
});
