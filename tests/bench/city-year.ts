import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { postgresEventStore } from '#event-store';
import { forget, startLedger } from './ledger.ts';
import { appendTo, appendWith } from './store/appending.ts';
import { openStoreServer } from './store/store-server.ts';
import type { Row } from './table.ts';

const root = join(import.meta.dirname, '../..');

interface Posted {
  readonly rows: number;
  readonly refused: number;
  readonly facts: number;
  readonly seconds: number;
}

/**
 * A whole city's year through the front door, as users post it: one client that tells the rows, tidies and checks
 * them, every policy, deadline and projection at work; beside it what the store alone takes on the same machine.
 */
export async function cityYear(): Promise<Row[]> {
  const append = await bareAppend();
  const data = await mkdtemp(join(tmpdir(), 'taizhang-bench-'));
  // The clock stands behind the year, so that all of it is taken at once.
  const scenario = { preset: 'plan-year-2021', startsAt: '2022-02-01T00:00:00.000Z', posted: true };
  await writeFile(join(data, 'scenario.json'), JSON.stringify(scenario));
  const ledger = await startLedger({ data });
  try {
    const { rows, refused, facts, seconds } = await simulated(data);
    const figure = facts / seconds;
    return [
      {
        what: 'city year (hz-2021) through batch intake, 4 batches at once',
        figure,
        unit: 'facts/s',
        goal: 10_000,
        note: `${rows} rows in ${seconds.toFixed(1)} s, ${refused} of them refused as foreseen; policies, deadlines and projections at work in the same process`,
      },
      {
        what: 'store append alone, one event a call, 64 callers, same run',
        figure: append,
        unit: '/s',
        note: 'the yardstick: nothing received, judged, projected or answered',
      },
      { what: 'city year against the store alone', figure: figure / append, unit: '×' },
    ];
  } finally {
    await ledger.stop();
    await forget(data);
  }
}

async function simulated(data: string): Promise<Posted> {
  const child = spawn(
    process.execPath,
    [join(root, 'dist/apps/cli/src/main.js'), 'simulate', '--preset', 'hz-2021', '--data', data],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [out, talk, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  if (code !== 0) throw new Error(`the year was not posted:\n${talk}`);
  return JSON.parse(out) as Posted;
}

async function bareAppend(): Promise<number> {
  const server = await openStoreServer();
  const store = postgresEventStore({ url: server.serviceUrl });
  try {
    await appendWith(appendTo(store), 64, 8);
    await server.checkpoint();
    return (await appendWith(appendTo(store), 64, 5)).perSecond;
  } finally {
    await store.close();
    await server.stop();
  }
}
