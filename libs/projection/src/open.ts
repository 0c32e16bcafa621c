import { alone } from './alone.js';
import { openDatabase, type Place } from './database.js';
import { ask, readModel } from './reading.js';
import type { Parked, ProjectionStatus, ReadModels } from './read-models.js';
import { rebuild } from './rebuild.js';
import { lockServing, register } from './registry.js';
import { retry } from './retry.js';
import { rollback, wayBack } from './rollback.js';
import { dropRows } from './rows-table.js';
import { run } from './running.js';
import { openSignals } from './signals.js';
import { tableCheckpoints } from './table-checkpoints.js';

/** Opens the read side in schema `read`, bringing it up to date first. */
export async function openReadModels(place: Place): Promise<ReadModels> {
  const database = await openDatabase(place);
  const signals = openSignals(database);
  const running = new Set<{ stop(): Promise<void> }>();

  return {
    of: (projection) => readModel(database, projection),
    checkpoints: tableCheckpoints(database),
    heard: signals.heard,
    waitFor: signals.waitFor,
    changed: signals.changed,
    status: () => ask<StatusRow>(database, STATUS, []).then((rows) => rows.map(status)),
    parked: (name) => ask<ParkedRow>(database, PARKED, [name ?? null]).then((rows) => rows.map(parked)),
    async prepare(projections) {
      for (const one of projections) await database.transaction((on) => register(on, one));
    },
    run(options) {
      const started = run(database, signals.ring, options);
      running.add(started);
      return started;
    },
    rebuild: (options) => rebuild(database, options),
    wayBack: async (projection) => void (await wayBack(database.pool, projection)),
    rollback: (options) => rollback(database, options),
    retry: (options) => retry(database, options),
    alone: (name, options) => alone(database, name, options),
    dropPrevious: (name) =>
      database.transaction(async (on) => {
        const serving = await lockServing(on, name);
        if (!serving?.previous) return;
        await dropRows(on, serving.previous.rows);
        await on.query('update read.projection set previous = null where name = $1', [name]);
      }),
    async close() {
      await Promise.all([...running].map((one) => one.stop()));
      await signals.close();
      await database.close();
    },
  };
}

interface StatusRow extends Omit<ProjectionStatus, 'building' | 'previous'> {
  readonly previous: ProjectionStatus['previous'] | null;
  readonly buildVersion: number | null;
  readonly buildPosition: number | null;
}

const STATUS = `
select p.name, p.version, p.rows "table", p.position::float8 position, b.version "buildVersion",
  b.position::float8 "buildPosition",
  case when p.previous is not null then
    json_build_object('version', p.previous_version, 'position', p.previous_position) end previous, (select count(*)::int from read.parked k where k.rows = p.rows) parked
from read.projection p left join read.build b using (name) order by p.name`;

const status = ({ buildVersion, buildPosition, previous, ...row }: StatusRow): ProjectionStatus => ({
  ...row,
  ...(previous ? { previous } : {}),
  ...(buildVersion === null ? {} : { building: { version: buildVersion, position: buildPosition! } }),
});

interface ParkedRow extends Omit<Parked, 'parkedAt'> {
  readonly parkedAt: Date;
}

const PARKED = `
select p.name projection, k.key, k.position::float8 position, k.event_id "eventId", k.type, k.reason,
  k.parked_at "parkedAt"
from read.parked k join read.projection p using (rows)
where $1::text is null or p.name = $1 order by k.position limit 1000`;

const parked = ({ parkedAt, ...row }: ParkedRow): Parked => ({ ...row, parkedAt: parkedAt.toISOString() });
