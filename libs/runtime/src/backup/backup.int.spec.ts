import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import {
  copyFile,
  mkdir,
  mkdtemp,
  open as openFile,
  readdir,
  readFile,
  rm,
  stat,
  truncate,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { openBundledPostgres, type BundledPostgres } from '../bundled-postgres/open.js';
import { backup, type Progress } from './backup.js';
import { BadBackup } from './manifest.js';
import { restore } from './restore.js';

let folder: string;
let dataFolder: string;
let running: BundledPostgres;
let client: pg.Client;
const restored: BundledPostgres[] = [];

const at = (name: string): string => join(folder, name);
const eventsOf = async (url: string, upTo: number): Promise<string> => {
  const own = new pg.Client({ connectionString: url });
  await own.connect();
  const { rows } = await own.query(
    `SELECT string_agg(position || ':' || encode(data, 'hex'), ',' ORDER BY position) AS all FROM events WHERE position <= $1`,
    [upTo],
  );
  await own.end();
  return rows[0].all;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taizhang-backup-'));
  dataFolder = at('data');
  running = await openBundledPostgres({ dataFolder });
  await mkdir(join(dataFolder, 'identity'));
  await writeFile(join(dataFolder, 'identity/key'), 'a key');
  client = new pg.Client({ connectionString: running.ownerUrl });
  await client.connect();
  await client.query('CREATE TABLE events (position bigserial PRIMARY KEY, data bytea NOT NULL)');
  await client.query(`INSERT INTO events (data) SELECT sha512(n::text::bytea) FROM generate_series(1, 20000) AS n`);
});

afterAll(async () => {
  for (const database of restored) await database.stop();
  await client.end();
  await running.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

describe('a backup', () => {
  it('taken while events are appended holds every one acknowledged before, byte for byte', async () => {
    let appending = true;
    const writer = new pg.Client({ connectionString: running.ownerUrl });
    await writer.connect();
    const append = async (): Promise<void> => {
      while (appending)
        await writer.query(
          `INSERT INTO events (data) SELECT sha512(random()::text::bytea) FROM generate_series(1, 50)`,
        );
    };
    const appends = append();
    const { rows } = await client.query('SELECT max(position)::int AS position FROM events');
    const acknowledged = rows[0].position as number;
    const seen: Progress[] = [];
    // What comes in meanwhile is cited by facts that are in the log, and must be in the copy.
    const late = join(dataFolder, 'documents/4c/late');
    await mkdir(dirname(late), { recursive: true });
    const progress = (each: Progress) => {
      if (seen.push(each) === 1) writeFileSync(late, '%PDF-1.7');
    };
    const manifest = await backup({ dataFolder, file: at('a.tar.zst'), progress });
    expect(manifest.files.map(({ path }) => path)).toContain('documents/4c/late');
    appending = false;
    await appends;
    await writer.end();

    expect(seen.at(-1)!.files).toBeGreaterThan(500);
    expect(manifest.files.map(({ path }) => path)).toContain('identity/key');
    expect((await stat(at('a.tar.zst'))).mode & 0o777).toBe(0o600);

    const { tables } = await restore({ file: at('a.tar.zst'), dataFolder: at('restored') });
    expect(tables[0]!.name).toBe('public.events');
    expect(tables[0]!.rows).toBeGreaterThanOrEqual(acknowledged);
    const again = await openBundledPostgres({ dataFolder: at('restored') });
    restored.push(again);
    const everything = tables[0]!.rows;
    expect(await eventsOf(again.ownerUrl, everything)).toBe(await eventsOf(running.ownerUrl, everything));
    expect(await readFile(join(at('restored'), 'identity/key'), 'utf8')).toBe('a key');
  });

  it('leaves nothing behind in the ledger it copied', async () => {
    const { rows } = await client.query('SELECT count(*)::int AS slots FROM pg_replication_slots');
    expect(rows[0].slots).toBe(0);
  });

  it('can be taken of a ledger that does not run', async () => {
    await restored.pop()?.stop();
    await backup({ dataFolder: at('restored'), file: at('b.tar.zst') });
    const { tables } = await restore({ file: at('b.tar.zst'), dataFolder: at('restored again') });
    expect(tables[0]!.rows).toBeGreaterThanOrEqual(20_000);
  });

  it('overwrites neither a file nor a folder that holds something', async () => {
    const before = await readFile(at('a.tar.zst'));
    await expect(backup({ dataFolder, file: at('a.tar.zst') })).rejects.toThrow('is there already');
    expect(before.equals(await readFile(at('a.tar.zst')))).toBe(true);
    await mkdir(at('full'));
    await writeFile(join(at('full'), 'something'), '');
    await expect(restore({ file: at('a.tar.zst'), dataFolder: at('full') })).rejects.toThrow('is not empty');
    expect(await readdir(at('full'))).toEqual(['something']);
  });

  it.each(['start', 'middle', 'end'] as const)(
    'is refused when a bit flips at its %s, and nothing is put in place',
    async (where) => {
      const damaged = at(`flipped-${where}`);
      await copyFile(at('a.tar.zst'), damaged);
      const { size } = await stat(damaged);
      const place = { start: 100, middle: Math.floor(size / 2), end: size - 20 }[where];
      const file = await openFile(damaged, 'r+');
      const byte = Buffer.alloc(1);
      await file.read(byte, 0, 1, place);
      await file.write(Buffer.from([byte[0]! ^ 1]), 0, 1, place);
      await file.close();
      await expect(restore({ file: damaged, dataFolder: at('never') })).rejects.toThrow(BadBackup);
      expect(await readdir(at('never'))).toEqual([]);
    },
  );

  it('is refused when it is cut short, or was never one', async () => {
    await copyFile(at('a.tar.zst'), at('short'));
    await truncate(at('short'), (await stat(at('short'))).size - 1000);
    await expect(restore({ file: at('short'), dataFolder: at('never') })).rejects.toThrow(BadBackup);
    await writeFile(at('text'), 'not a backup');
    await expect(restore({ file: at('text'), dataFolder: at('never') })).rejects.toThrow(BadBackup);
  });

  it('can be opened by the tar of any machine', () => {
    const list = execFileSync(
      'sh',
      [
        '-c',
        `"${process.execPath}" -e 'process.stdin.pipe(require("zlib").createZstdDecompress()).pipe(process.stdout)' < "${at('a.tar.zst')}" | tar -t`,
      ],
      { encoding: 'utf8' },
    );
    expect(list.trim().split('\n').at(-1)).toBe('manifest.json');
    expect(list).toContain('postgres/backup_label');
  });
});
