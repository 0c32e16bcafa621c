import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once, testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { openReadModels, type ReadModels } from './index.js';

let server: TestingPostgres;
beforeAll(async () => void (server = await testingPostgres()));
afterAll(() => server.stop());

async function until(holds: () => boolean): Promise<void> {
  for (const end = performance.now() + 20_000; !holds(); await pause(10))
    if (performance.now() > end) throw new Error('it did not come true in time');
}
const aborted = (signal: AbortSignal) =>
  new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));

/** A process that wants to do the work of a name, and when it is at it. */
function candidate(models: ReadModels, name: string) {
  const stopping = new AbortController();
  const state = { atWork: false, begun: 0, failures: 0 };
  const work = async (signal: AbortSignal) => {
    state.atWork = true;
    state.begun += 1;
    await aborted(signal);
    state.atWork = false;
  };
  const failed = () => void (state.failures += 1);
  const done = models.alone(name, { work, failed, signal: stopping.signal });
  return { state, stop: () => (stopping.abort(), done) };
}

describe('work that one process does alone', () => {
  it('is done by one of two, and by the other when the first stops', async () => {
    const url = await server.database();
    const [one, two] = [await openReadModels({ url }), await openReadModels({ url })];
    const first = candidate(one, 'relay');
    await until(() => first.state.atWork);
    const second = candidate(two, 'relay');
    const other = candidate(two, 'another');
    await until(() => other.state.atWork);
    await pause(1_500);
    expect(second.state.begun).toBe(0);

    await first.stop();
    await until(() => second.state.atWork);
    expect(first.state.atWork).toBe(false);
    await Promise.all([second.stop(), other.stop()]);
    await Promise.all([one.close(), two.close()]);
  });

  it('ends when the lock is lost with its connection, and begins again', async () => {
    const url = await server.database();
    const models = await openReadModels({ url });
    const only = candidate(models, 'relay');
    await until(() => only.state.atWork);
    await once(
      url,
      `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and pid <> pg_backend_pid()`,
    );
    await until(() => only.state.begun === 2 && only.state.atWork);
    await only.stop();
    await models.close();
  });

  it('that fails is told and begins again', async () => {
    const url = await server.database();
    const models = await openReadModels({ url });
    const stopping = new AbortController();
    const failures: unknown[] = [];
    let tries = 0;
    const done = models.alone('relay', {
      signal: stopping.signal,
      failed: (error) => void failures.push(error),
      work: async (signal) => {
        tries += 1;
        if (tries < 3) throw new Error(`try ${tries}`);
        await aborted(signal);
      },
    });
    await until(() => tries === 3);
    stopping.abort();
    await done;
    expect(failures.map(String)).toEqual(['Error: try 1', 'Error: try 2']);
    await models.close();
  });
});
