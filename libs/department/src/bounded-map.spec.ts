import { describe, expect, it } from '@jest/globals';
import { BoundedMap } from './bounded-map.js';

describe('a bounded map', () => {
  const filled = (from: number, to: number, map = new BoundedMap<number, string>(10)) => {
    for (let key = from; key <= to; key++) map.set(key, `v${key}`);
    return map;
  };

  it('remembers the last half of what it may', () => {
    const map = filled(1, 100);
    for (let key = 96; key <= 100; key++) expect(map.get(key)).toBe(`v${key}`);
  });

  it('forgets what was not used for as many entries as it may hold', () =>
    expect(filled(1, 11).get(1)).toBeUndefined());

  it('keeps what is used', () => {
    const map = filled(1, 5);
    for (let key = 6; key < 50; key++) {
      expect(map.get(1)).toBe('v1');
      map.set(key, 'x');
    }
  });

  it('forgets what it is told to, in both generations', () => {
    const map = filled(1, 6);
    map.delete(1);
    map.delete(6);
    expect([map.get(1), map.get(6), map.get(2)]).toEqual([undefined, undefined, 'v2']);
  });
});
