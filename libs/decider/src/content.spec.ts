import { describe, expect, it } from '@jest/globals';
import { alreadySays, contentOf } from './index.js';

describe('the content of a command', () => {
  it('leaves out what goes to the envelope and what was not said', () =>
    expect(
      contentOf({ occurredAt: '2021-06-01T09:00:00+08:00', officers: ['1'], documents: [], why: 'x', url: undefined }),
    ).toEqual({ why: 'x' }));
});

describe('a record that already says it', () => {
  const record = { who: { uscc: '9', name: 'a' }, items: ['x', 'y'], note: 'n' };

  it('has every word of it, in any order of keys', () =>
    expect(alreadySays(record, { items: ['x', 'y'], who: { name: 'a', uscc: '9' } })).toBe(true));

  it('is not one that says something else, more or less', () => {
    expect(alreadySays(record, { note: 'm' })).toBe(false);
    expect(alreadySays(record, { items: ['x'] })).toBe(false);
    expect(alreadySays(record, { items: ['y', 'x'] })).toBe(false);
    expect(alreadySays<object>(record, { who: { uscc: '9', name: 'a', siteId: 's' } })).toBe(false);
    expect(alreadySays<object>(record, { items: { 0: 'x', 1: 'y' } })).toBe(false);
  });

  it('takes a field left out for one that is not there', () =>
    expect(alreadySays<object>(record, { who: { uscc: '9', name: 'a', siteId: undefined } })).toBe(true));

  it('is not one that does not exist', () => expect(alreadySays(undefined, {})).toBe(false));
});
