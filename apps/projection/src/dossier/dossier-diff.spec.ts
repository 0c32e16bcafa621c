import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { recorded } from '#projection';
import { assigned, foundry, measured, yellow } from '../testing-facts.js';
import { changesBetween, compared, factsBetween } from './dossier-diff.js';
import { dossiersOf } from './testing-dossiers.js';

describe('changes', () => {
  it('are none between two that are alike', () => expect(changesBetween({ a: [1] }, { a: [1] })).toEqual([]));

  it('say where, what it was and what it is', () =>
    expect(changesBetween({ status: 'OPEN_CASE', gone: 1 }, { status: 'YELLOW_CARD', come: [2] })).toEqual([
      { op: 'remove', path: '/gone', before: 1 },
      { op: 'add', path: '/come', after: [2] },
      { op: 'replace', path: '/status', before: 'OPEN_CASE', after: 'YELLOW_CARD' },
    ]));

  it('tell of each step what stood there when the steps before were taken', () =>
    expect(changesBetween({ open: ['a', 'b', 'c'] }, { open: ['c'] })).toEqual([
      { op: 'remove', path: '/open/0', before: 'a' },
      { op: 'remove', path: '/open/0', before: 'b' },
    ]));

  it('leave both sides as they were', () => {
    const [before, after] = [{ open: [{ day: 1 }] }, { open: [{ day: 2 }] }];
    changesBetween(before, after);
    expect([before, after]).toEqual([{ open: [{ day: 1 }] }, { open: [{ day: 2 }] }]);
  });

  it('do not count which events a dossier is made from, only what it holds', () => {
    const row = dossiersOf(assigned, measured).get(foundry.uscc)!;
    const one = compared({ row, inherited: [] });
    expect(changesBetween(one, compared({ row: { ...row, facts: [], provenance: {} }, inherited: [] }))).toEqual([]);
    expect(changesBetween(compared({ row: undefined, inherited: [] }), one)).not.toEqual([]);
  });
});

describe('facts of one side only', () => {
  const [first, , third] = recorded(assigned, measured, yellow) as [Recorded, Recorded, Recorded];

  it('are told in order, with the side on which they count', () =>
    expect(factsBetween([third, first], new Set([first.id]))).toMatchObject([
      { position: 1, counts: 'from', says: { zh: '节能监察任务已下达' } },
      { position: 3, counts: 'to', clause: '4.5' },
    ]));
});
