import type { Clock } from '#event-store';
import { calendarYears, endOfDay } from '#law';
import { Unacceptable } from './unacceptable.js';

/** Where a scenario clock stands: enough to set the clock of another process alike. */
export interface ScenarioTime {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly at: number;
  /** System time at which it stood at `at` and from which it goes on by itself; absent while it stands still. */
  readonly since?: number;
}

/** A clock for replaying a past year: stands at an instant, or ticks from there, and is moved forward by hand. */
export class ScenarioClock implements Clock {
  #time: ScenarioTime;

  constructor(at: string | number, { ticking = false }: { ticking?: boolean } = {}) {
    const ms = typeof at === 'number' ? at : Date.parse(at);
    if (Number.isNaN(ms)) throw new Error(`${at} is not an instant`);
    this.#time = ticking ? ticksFrom(ms) : { at: ms };
  }

  get time(): ScenarioTime {
    return this.#time;
  }

  now(): number {
    const { at, since } = this.#time;
    return since === undefined ? at : at + Math.max(0, Date.now() - since);
  }

  /** Stands, or goes, as another clock does. */
  set(time: ScenarioTime): void {
    this.#time = time;
  }

  /** From now on it goes at the pace of real time: the replay is over. */
  tick(): void {
    this.#time = ticksFrom(this.now());
  }

  /** Throws `Unacceptable` (422) when the instant has passed, or lies where no working-day calendar is known. */
  mustReach(to: number): void {
    const now = this.now();
    if (to < now) throw backwards(now, to);
    if (to < FIRST || to >= BEYOND) throw outsideCalendar(to);
  }

  /** Moves forward; an instant that has passed leaves it where it is. */
  moveTo(to: number): void {
    const at = Math.max(to, this.now());
    this.#time = this.#time.since === undefined ? { at } : ticksFrom(at);
  }
}

// The system's clock is the one that all processes of a machine share, so clocks set alike agree.
const ticksFrom = (at: number): ScenarioTime => ({ at, since: Date.now() });

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

const [firstYear, lastYear] = [calendarYears[0]!, calendarYears.at(-1)!];
const FIRST = Date.parse(`${firstYear}-01-01T00:00:00+08:00`);
const BEYOND = Date.parse(endOfDay(`${lastYear}-12-31`));

// There is no way back from there, and no deadline could be reckoned.
const outsideCalendar = (to: number) =>
  new Unacceptable(
    422,
    'clock/no-calendar',
    {
      zh: `没有 ${iso(to)} 所在年份的工作日历，时钟不能移到该处`,
      en: `There is no working-day calendar for the year of ${iso(to)}, so the clock cannot go there`,
    },
    {
      field: 'to',
      wayOut: {
        zh: `请选择 ${firstYear} 年至 ${lastYear} 年（北京时间）之内的时刻`,
        en: `Choose an instant in the years ${firstYear} to ${lastYear}, Chinese time`,
      },
    },
  );

const iso = (ms: number): string => new Date(ms).toISOString();
