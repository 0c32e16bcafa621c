import type { Checkpoints } from './checkpoints.js';
import type { Database } from './database.js';

/** Checkpoints in table `read.checkpoint`, shared by every process. */
export function tableCheckpoints({ pool }: Database): Checkpoints {
  return {
    async load(name) {
      const found = await pool.query<{ position: number }>(
        'select position::float8 position from read.checkpoint where name = $1',
        [name],
      );
      return found.rows[0]?.position ?? 0;
    },
    async save(name, position) {
      await pool.query(
        `insert into read.checkpoint values ($1, $2)
         on conflict (name) do update set position = greatest(checkpoint.position, excluded.position)`,
        [name, position],
      );
    },
  };
}
