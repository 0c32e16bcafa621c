import { decode } from '#contracts';
import type { Deadline, Deadlines, Recorded } from '#decider';
import type { EventStore } from '#event-store';
import { addDays } from '#law';
import { projection, type Projection, type ReadModels } from '#projection';
import type { AnyDepartment } from './definition.js';

/** A deadline that runs, and the fact that set it. */
export interface RunningDeadline extends Deadline {
  readonly setBy: string;
  readonly correlationId: string;
}

/** The deadlines of a department that run, up to a position of the ledger. */
export interface DeadlineTable {
  /** Those whose last day is before a day, the earliest first; those after `after` in that order. */
  before(day: string, limit: number, after?: RunningDeadline): Promise<readonly RunningDeadline[]>;
  /** The earliest last day that is not before a day. */
  next(day: string): Promise<string | undefined>;
  /** Position up to which the answers reflect the ledger. */
  position(): Promise<number>;
  /** Resolves once the table reflects a position. */
  reached(position: number): Promise<void>;
  /** Resolves when a deadline changed after a position, when the time is over, or when the signal aborts. */
  changed(position: number, timeoutMs: number, signal: AbortSignal): Promise<void>;
}

const setOrCleared = (fact: Recorded, { when }: Deadlines) =>
  when[fact.type]!(fact).map((change) =>
    'set' in change
      ? {
          key: change.set.key,
          row: { ...change.set, setBy: fact.id, correlationId: fact.correlationId } satisfies RunningDeadline,
        }
      : { key: change.clear, row: undefined },
  );

const projections = new WeakMap<AnyDepartment, Projection<RunningDeadline>>();

/** The projection that answers which deadlines of a department run. None when it watches none. */
export function deadlineProjectionOf(department: AnyDepartment): Projection<RunningDeadline> | undefined {
  const { deadlines, deadlinesVersion = 1, language } = department;
  if (!deadlines) return undefined;
  const known = projections.get(department);
  if (known) return known;
  const made = projection<RunningDeadline>({
    name: `${language.department.replaceAll('-', '_')}_deadline`,
    version: deadlinesVersion,
    key: (fact) => [...new Set(setOrCleared(fact, deadlines).map(({ key }) => key))],
    blank: (key) => ({ key, dueOn: '', record: '', id: '', command: '', data: {}, setBy: '', correlationId: '' }),
    when: Object.fromEntries(
      Object.keys(deadlines.when).map((type) => [
        type,
        (_, fact, key) => setOrCleared(fact, deadlines).findLast((change) => change.key === key)?.row,
      ]),
    ),
    columns: { due_on: { type: 'text', of: ({ dueOn }) => dueOn, index: true } },
  });
  projections.set(department, made);
  return made;
}

/** How long a caller waits for the table to catch up before it is told that it does not. */
const CATCH_UP_MS = 60_000;

/** The table as the projection keeps it. Whoever runs projections MUST run `deadlineProjectionOf` the department. */
export function projectedDeadlines(department: AnyDepartment, readModels: ReadModels): DeadlineTable {
  const watched = deadlineProjectionOf(department)!;
  const model = readModels.of(watched);
  return {
    async before(day, limit, after) {
      const { rows } = await model.page({
        where: [{ column: 'due_on', before: day }],
        orderBy: ['due_on'],
        ...(after ? { after: [after.dueOn, after.key] } : {}),
        limit,
      });
      return rows.map(({ row }) => row);
    },
    async next(day) {
      const { rows } = await model.page({
        where: [{ column: 'due_on', after: addDays(day, -1) }],
        orderBy: ['due_on'],
        limit: 1,
      });
      return rows[0]?.row.dueOn;
    },
    position: async () => (await model.page({ limit: 1 })).position,
    async reached(position) {
      await readModels.waitFor(watched.name, position, CATCH_UP_MS);
    },
    async changed(position, timeoutMs, signal) {
      await readModels.changed(watched.name, position, timeoutMs, signal);
    },
  };
}

const inOrder = (one: RunningDeadline, other: RunningDeadline): number =>
  one.dueOn < other.dueOn || (one.dueOn === other.dueOn && one.key < other.key) ? -1 : 1;

/** The table in memory, read from the ledger anew by each process: for small ledgers and for specs. */
export function deadlinesInMemory(department: AnyDepartment, store: EventStore): DeadlineTable {
  const rows = new Map<string, RunningDeadline>();
  let position = 0;
  let reading: Promise<void> = Promise.resolve();
  const catchUp = (): Promise<void> =>
    (reading = reading.then(async () => {
      for await (const { events } of store.readAll(position))
        for (const event of events) {
          if (Object.hasOwn(department.deadlines!.when, event.type))
            for (const { key, row } of setOrCleared(decode(event), department.deadlines!))
              if (row) rows.set(key, row);
              else rows.delete(key);
          position = event.position;
        }
    }));
  const sorted = async () => {
    await catchUp();
    return [...rows.values()].sort(inOrder);
  };
  return {
    before: async (day, limit, after) =>
      (await sorted()).filter((row) => row.dueOn < day && (!after || inOrder(after, row) < 0)).slice(0, limit),
    next: async (day) => (await sorted()).find(({ dueOn }) => dueOn >= day)?.dueOn,
    async position() {
      await catchUp();
      return position;
    },
    async reached(wanted) {
      while (position < wanted) await catchUp();
    },
    async changed(after, timeoutMs, signal) {
      const until = AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]);
      try {
        for await (const { events } of store.subscribe(after, { signal: until }))
          if (events.some(({ type }) => Object.hasOwn(department.deadlines!.when, type))) return;
      } catch (error) {
        if (!until.aborted) throw error;
      }
    },
  };
}
