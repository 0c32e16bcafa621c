import type { Bilingual } from '#decider';
import { building } from './building.js';
import type { Database } from './database.js';
import { fill, type Aside } from './filling.js';
import type { Projection } from './projection.js';
import type { Progress, RollbackOptions } from './read-models.js';
import { lockServing, servings, swap, type Previous } from './registry.js';
import type { Statements } from './rows-table.js';

/** There are no rows to go back to, or only such as another release folds. What serves goes on serving. */
export class NoWayBack extends Error {
  readonly status = 409;
  readonly code = 'projection/no-way-back';

  constructor(
    readonly sentence: Bilingual,
    readonly wayOut: Bilingual,
  ) {
    super(sentence.en);
    this.name = 'NoWayBack';
  }
}

/** Brings the rows that served before up to the ledger and swaps them in. See `ReadModels.rollback`. */
export const rollback = (database: Database, asked: RollbackOptions): Promise<Progress> =>
  building(database, [asked.projection], asked.signal, async (signal) => {
    const { projection, store, onProgress } = asked;
    const { name } = projection;
    const { rows, position, changedAt } = await wayBack(database.pool, projection);
    let kept = position;
    const keep: Aside['keep'] = async (on, reached) => {
      const moved = await on.query(
        `update read.projection set previous_position = $4, previous_changed_at = $5
         where name = $1 and previous = $2 and previous_position = $3`,
        [name, rows, kept, reached.position, reached.changedAt],
      );
      // Of two that fold into the same rows one is refused, and with it what it would have written twice.
      if (moved.rowCount === 0) throw noRows(projection);
      kept = reached.position;
    };
    const aside = { projection, rows, position, changedAt, keep };
    const [filled] = await fill(database, { store, onProgress, signal }, [aside]);
    return database.transaction(async (on) => {
      const live = await lockServing(on, name);
      if (live?.previous?.rows !== rows) throw noRows(projection);
      const reached = await filled!.finish(on, live.position);
      signal.throwIfAborted();
      await swap(on, projection, { rows, ...reached });
      return { position: reached.position, head: reached.head };
    });
  });

/** The rows to go back to. Another version's would be folded on by the wrong law and read by the wrong code: never those. */
export async function wayBack(on: Statements, projection: Projection): Promise<Previous> {
  const { name, version } = projection;
  const serving = (await servings(on, [name])).get(name);
  const previous = serving?.previous;
  if (!previous) throw noRows(projection);
  if (previous.version === version) return previous;
  throw new NoWayBack(
    {
      zh: `${name} 换用前的数据为第 ${previous.version} 版，本程序折算第 ${version} 版`,
      en: `The rows of ${name} that served before are of version ${previous.version}; this release folds version ${version}`,
    },
    {
      zh: `启动折算第 ${previous.version} 版的程序，再由其回退`,
      en: `Start the release that folds version ${previous.version} and roll back there`,
    },
  );
}

const noRows = ({ name }: Projection): NoWayBack =>
  new NoWayBack(
    { zh: `${name} 没有换用前的数据可回退`, en: `There are no earlier rows of ${name} to roll back to` },
    { zh: '从台账重建', en: 'Rebuild it from the ledger' },
  );
