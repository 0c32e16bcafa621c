import type { Clock } from '#event-store';
import { Unacceptable } from './unacceptable.js';

/** A clock for replaying a past year: stands at an instant, or ticks from there, and is moved forward by hand. */
export class ScenarioClock implements Clock {
  #at: number;
  #since = performance.now();
  #ticking: boolean;

  constructor(at: string | number, { ticking = false }: { ticking?: boolean } = {}) {
    this.#at = typeof at === 'number' ? at : Date.parse(at);
    if (Number.isNaN(this.#at)) throw new Error(`${at} is not an instant`);
    this.#ticking = ticking;
  }

  now(): number {
    return this.#ticking ? this.#at + Math.floor(performance.now() - this.#since) : this.#at;
  }

  /** From now on it goes at the pace of real time: the replay is over. */
  tick(): void {
    this.#at = this.now();
    this.#since = performance.now();
    this.#ticking = true;
  }

  /** Throws `Unacceptable` (422) when the instant has passed. */
  moveTo(to: number): void {
    const now = this.now();
    if (to < now) throw backwards(now, to);
    this.#at = to;
    this.#since = performance.now();
  }
}

const backwards = (now: number, to: number) =>
  new Unacceptable(
    422,
    'clock/backwards',
    {
      zh: `台账时钟已到 ${iso(now)}，不能退回 ${iso(to)}`,
      en: `The ledger's clock stands at ${iso(now)} and cannot go back to ${iso(to)}`,
    },
    {
      field: 'to',
      wayOut: {
        zh: '只能向前移动；要从头开始请用新的数据目录',
        en: 'Move it forward only; start afresh in a new data folder',
      },
    },
  );

const iso = (ms: number): string => new Date(ms).toISOString();
