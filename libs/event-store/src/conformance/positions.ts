import { expect } from '@jest/globals';
import { has, type Ledger, range } from './rule.js';

/** The positions of events that follow each other: gapless after the head that was found, or rising above it. */
export function follow(ledger: Ledger, after: number, positions: readonly number[]): void {
  if (has(ledger, 'gapless')) {
    expect(positions).toEqual(range(after + 1, positions.length));
    return;
  }
  const before = [after, ...positions.slice(0, -1)];
  expect(positions.filter((position, index) => !(position > before[index]!))).toEqual([]);
}

export const positionsOf = (list: readonly { readonly position: number }[]) => list.map(({ position }) => position);
