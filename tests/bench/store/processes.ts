import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Row } from '../table.ts';
import { median, type Measured } from './appending.ts';
import { openStoreServer } from './store-server.ts';

const CALLERS = 64;
const PROCESSES = 4;

/**
 * Four processes that append to one ledger at once against one process, in turns: each with callers of its own, as
 * services have them, and with the callers of one shared out among them.
 */
export async function processes({ seconds = 5, rounds = 5 } = {}): Promise<Row[]> {
  const server = await openStoreServer();
  const start = (count: number, callers: number) =>
    Promise.all(Array.from({ length: count }, () => appender(server.serviceUrl, callers)));
  const one = await start(1, CALLERS);
  const own = await start(PROCESSES, CALLERS);
  const shared = await start(PROCESSES, CALLERS / PROCESSES);
  const turns = [one, own, shared].map((appenders) => ({ appenders, measured: [] as Measured[] }));
  try {
    await together(one, 3 * seconds);
    for (let round = 0; round < rounds; round++)
      for (const { appenders, measured } of turns) {
        await server.checkpoint();
        measured.push(await together(appenders, seconds));
      }
    const [alone, ...others] = turns.map(({ measured }) => median(measured)) as [Measured, Measured, Measured];
    return others.flatMap((reached, index) => {
      const callers = index === 0 ? `${CALLERS} callers each` : `${CALLERS} callers in all`;
      return [
        row(`store append, ${PROCESSES} processes at once, ${callers}`, reached),
        {
          what: `${PROCESSES} processes, ${callers}, against one with ${CALLERS}`,
          figure: reached.perSecond / alone.perSecond,
          unit: '×',
          note: `one process: ${Math.round(alone.perSecond).toLocaleString('en-US')} /s, p99 ${alone.p99.toFixed(1)} ms`,
          ...(index === 0 ? { goal: 0.8 } : {}),
        },
      ];
    });
  } finally {
    await Promise.all([...one, ...own, ...shared].map(ended));
    await server.stop();
  }
}

const row = (what: string, { perSecond, p50, p99 }: Measured): Row => ({
  what,
  figure: perSecond,
  unit: '/s',
  p50,
  p99,
});

async function appender(url: string, callers: number): Promise<ChildProcess> {
  const child = fork(join(import.meta.dirname, 'appender.ts'), [url, String(callers)]);
  await once(child, 'message');
  return child;
}

async function together(appenders: readonly ChildProcess[], seconds: number): Promise<Measured> {
  const measured = await Promise.all(
    appenders.map(async (child) => {
      child.send(seconds);
      const [reached] = (await once(child, 'message')) as [Measured];
      return reached;
    }),
  );
  return {
    perSecond: measured.reduce((sum, { perSecond }) => sum + perSecond, 0),
    p50: Math.max(...measured.map(({ p50 }) => p50)),
    p99: Math.max(...measured.map(({ p99 }) => p99)),
  };
}

async function ended(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit');
  child.disconnect();
  await gone;
}
