import { describe, expect, it } from '@jest/globals';
import { isId } from '#contracts';
import { recordIdOf } from '#decider';
import { creditRecordIdOf } from './record-id.js';

describe('the id of a credit record', () => {
  it('says where it came from', () => expect(creditRecordIdOf('penalty', '2021-0003')).toBe('penalty-2021-0003'));

  it('is an id whatever the length of its origin, and another for another origin', () => {
    const [one, other] = [
      creditRecordIdOf('penalty', 'x'.repeat(64)),
      creditRecordIdOf('penalty', `${'x'.repeat(63)}y`),
    ];
    for (const id of [
      creditRecordIdOf('penalty', 'x'.repeat(56)),
      creditRecordIdOf('exit', 'x'.repeat(60)),
      one,
      other,
    ])
      expect(isId(id)).toBe(true);
    expect(one).not.toBe(other);
    expect(creditRecordIdOf('penalty', 'x'.repeat(64))).toBe(one);
  });

  it('is read off a stream whose id has hyphens', () =>
    expect(recordIdOf({ stream: 'energy.penalty-2021-0003' })).toBe('2021-0003'));
});
