import type { Received } from '#messaging';
import type { Answer, Outcome } from './answer.js';

/** One of the last messages that were parked. */
export interface LatelyParked {
  /** Partition and offset in the intake topic. */
  readonly place: string;
  /** Code of the problem. */
  readonly code: string;
  readonly reason: string;
  readonly at: string;
}

const KEPT = 100;

/** What came of the messages of a department since the process started. */
export class Tally {
  readonly counts: Record<Outcome, number> = { recorded: 0, replayed: 0, unchanged: 0, refused: 0, parked: 0 };
  readonly #parked: LatelyParked[] = [];

  /** The last that were parked, newest first. */
  get parked(): readonly LatelyParked[] {
    return this.#parked.toReversed();
  }

  count({ partition, offset }: Received, { outcome, problem }: Answer, nowMs: number): void {
    this.counts[outcome] += 1;
    if (outcome !== 'parked' || !problem) return;
    this.#parked.push({
      place: `${partition}:${offset}`,
      code: problem.type.replace(/^urn:taizhang:/, ''),
      reason: problem.detail,
      at: new Date(nowMs).toISOString(),
    });
    if (this.#parked.length > KEPT) this.#parked.shift();
  }
}
