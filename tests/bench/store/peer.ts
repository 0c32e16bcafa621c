import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AppendOne } from './appending.ts';

/** A package of its own, so that nobody else installs it. */
const folder = join(import.meta.dirname, '../peers');
const PEER = '@event-driven-io/emmett-postgresql';

/** The store that figures are compared with, installed when it is first needed. */
export async function peer(url: string): Promise<{ append: AppendOne; close(): Promise<void> }> {
  if (!existsSync(join(folder, 'node_modules', PEER)))
    execFileSync('npm', ['ci'], { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
  const { getPostgreSQLEventStore } = createRequire(join(folder, 'package.json'))(PEER);
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  return {
    async append(stream, { id, data }, expected) {
      const event = {
        type: 'QuotaExceeded',
        data: JSON.parse(Buffer.from(data).toString()),
        metadata: { eventId: id },
      };
      const expectedStreamVersion = expected === 'no-stream' ? 'STREAM_DOES_NOT_EXIST' : BigInt(expected + 1);
      await store.appendToStream(stream, [event], { expectedStreamVersion });
    },
    close: () => store.close(),
  };
}
