import type { Clock } from '#event-store';
import { addDays, dayOf, endOfDay } from '#law';
import type { DeadlineTable, RunningDeadline } from './deadline-table.js';
import type { AnyDepartment } from './definition.js';
import type { Outcomes } from './outcomes.js';
import { ownDecide, type Put } from './own-commands.js';
import { endlessly, isPassing } from './persistence.js';
import { Turns } from './turns.js';

interface Terms {
  readonly department: AnyDepartment;
  readonly table: DeadlineTable;
  readonly clock: Clock;
  readonly put: Put;
  readonly outcomes: Outcomes;
}

const PAGE = 500;
/** The clock is looked at again after this long, even when nothing is known to be due. */
const LONGEST_SLEEP_MS = 600_000;

/**
 * Commands what must happen when a statutory period has passed without the act that it was set for.
 *
 * A deadline passes when its last day has ended in China; that instant is the legal time of what follows, however late
 * it is noticed. The ids of what follows are made from the deadline and its day, so two engines have the effect of one.
 */
export class DeadlineEngine {
  readonly #stopping = new AbortController();
  readonly #turns = new Turns();
  #waking = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** Deadlines that were put and that nothing cleared since. After a restart they are put again, without effect. */
  #put = new Set<string>();
  #fired = 0;

  constructor(private readonly terms: Terms) {}

  /** Commands put for deadlines that passed, since the process started. */
  get fired(): number {
    return this.#fired;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Looks at the clock now instead of when the next day ends: the clock was moved. */
  wake(): void {
    this.#waking.abort();
  }

  /** The instant at which the next deadline passes, in milliseconds; nothing when none runs. */
  async next(): Promise<number | undefined> {
    const day = await this.terms.table.next(this.#today());
    return day === undefined ? undefined : Date.parse(endOfDay(day));
  }

  /**
   * How many deadlines have passed without anything having been commanded for them, and how many pass within so many
   * days. Counted up to a page.
   */
  async pending(days: number): Promise<{ readonly overdue: number; readonly dueSoon: number }> {
    const today = this.#today();
    const running = await this.terms.table.before(addDays(today, days), PAGE);
    const passed = running.filter(({ dueOn }) => dueOn < today);
    const overdue = passed.filter((deadline) => !this.#put.has(nameOf(deadline))).length;
    return { overdue, dueSoon: running.length - passed.length };
  }

  /** Commands what every deadline that has passed calls for. Answers with how many were put. */
  fire(): Promise<number> {
    return this.#turns.take('fire', () => this.#fire());
  }

  /** Resolves once the deadlines that every fact up to a position set or cleared are known. */
  reached(position: number): Promise<void> {
    return this.terms.table.reached(position);
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const round = async () => {
      this.#waking = new AbortController();
      const position = await this.terms.table.position();
      await this.fire();
      const next = await this.next();
      const sleepMs = Math.min(LONGEST_SLEEP_MS, Math.max(0, (next ?? Infinity) - this.terms.clock.now()) + 1);
      await this.terms.table.changed(position, sleepMs, AbortSignal.any([signal, this.#waking.signal]));
    };
    await endlessly(round, signal, (error) => this.terms.outcomes.stumbled(error));
  }

  async #fire(): Promise<number> {
    const today = this.#today();
    const turns = new Turns();
    const seen = new Set<string>();
    let count = 0;
    let last: RunningDeadline | undefined;
    for (;;) {
      const page = await this.terms.table.before(today, PAGE, last);
      const fresh = page.filter((deadline) => !this.#put.has(nameOf(deadline)));
      for (const deadline of page) seen.add(nameOf(deadline));
      await Promise.all(
        fresh.map((deadline) => turns.take(`${deadline.record}-${deadline.id}`, () => this.#command(deadline))),
      );
      count += fresh.length;
      last = page.at(-1);
      if (page.length < PAGE) break;
    }
    this.#put = new Set([...this.#put].filter((name) => seen.has(name)));
    return count;
  }

  async #command(deadline: RunningDeadline): Promise<void> {
    const { department, put, outcomes, clock } = this.terms;
    const { key, dueOn, setBy, correlationId, record, id, command } = deadline;
    try {
      await put(
        ownDecide(department, deadline, {
          key: ['deadline', key, dueOn],
          occurredAt: endOfDay(dueOn),
          correlationId,
          causationId: setBy,
        }),
      );
      outcomes.done();
      this.#fired += 1;
    } catch (error) {
      if (isPassing(error)) throw error;
      outcomes.fail(error, {
        department: department.language.department,
        cause: key,
        record,
        id,
        command,
        factId: setBy,
        at: new Date(clock.now()).toISOString(),
      });
    }
    this.#put.add(nameOf(deadline));
  }

  #today(): string {
    return dayOf(new Date(this.terms.clock.now()).toISOString());
  }
}

const nameOf = ({ key, dueOn }: RunningDeadline): string => `${dueOn} ${key}`;
