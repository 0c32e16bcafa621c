import { describe, expect, it } from '@jest/globals';
import { isId } from '#contracts';
import { originOf, recordIdOf } from './record-id.js';

describe('the id of a credit record', () => {
  it('says where it came from', () => expect(recordIdOf('penalty', '2021-0003')).toBe('penalty-2021-0003'));

  it('is an id whatever the length of its origin, and another for another origin', () => {
    const [one, other] = [recordIdOf('penalty', 'x'.repeat(64)), recordIdOf('penalty', `${'x'.repeat(63)}y`)];
    for (const id of [recordIdOf('penalty', 'x'.repeat(56)), recordIdOf('exit', 'x'.repeat(60)), one, other])
      expect(isId(id)).toBe(true);
    expect(one).not.toBe(other);
    expect(recordIdOf('penalty', 'x'.repeat(64))).toBe(one);
  });

  it('is read off a stream whose id has hyphens', () => expect(originOf('energy.penalty-2021-0003')).toBe('2021-0003'));
});
