import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { event, everything, newStream, range } from '../conformance/rule.js';
import { type TestLedger, type TestLedgers, testLedgers } from './test-ledgers.js';
import { once } from './testing-postgres.js';

const CALLERS = 64;
/** Few enough for the server's buffer of the log. */
const ACKNOWLEDGED = 1_500;

let ledgers: TestLedgers;
beforeAll(async () => {
  ledgers = await testLedgers();
  // Nothing gets to the disk by luck: only who asks for it.
  const { ownerUrl, close } = await ledgers.ledger();
  for (const lazy of [`wal_writer_delay = '10s'`, `wal_writer_flush_after = '1GB'`])
    await once(ownerUrl, `alter system set ${lazy}`);
  await once(ownerUrl, 'select pg_reload_conf()');
  await close();
});
afterAll(() => ledgers.stop());

/** Appends under load while another store follows, until the server crashes; then what was told and what is there. */
async function crashedUnderLoad(ledger: TestLedger) {
  const writer = ledger.open(undefined, { settleMs: 1 });
  const follower = ledger.open();
  const [acknowledged, seen] = [new Set<string>(), new Set<string>()];
  const enough = Promise.withResolvers<void>();
  const leave = new AbortController();
  const crashed = { yet: false };
  const following = (async () => {
    for await (const page of follower.subscribe(0, { signal: leave.signal }))
      for (const { id } of page.events) seen.add(id);
  })();
  const callers = range(0, CALLERS).map(async () => {
    while (!crashed.yet) {
      const one = event();
      const written = await writer.append(newStream(), [one], 'no-stream').catch(() => undefined);
      if (!written || crashed.yet) return;
      acknowledged.add(one.id);
      if (acknowledged.size >= ACKNOWLEDGED) enough.resolve();
    }
  });
  await enough.promise;
  const kept = await ledgers.server.kill().then(async () => {
    crashed.yet = true;
    leave.abort();
    await Promise.all([...callers, following]);
    await ledgers.server.start();
    return new Set((await everything(ledger.open().readAll(0))).map(({ id }) => id));
  });
  const lost = (ids: ReadonlySet<string>) => [...ids].filter((id) => !kept.has(id)).length;
  return { acknowledged, seen, lost };
}

describe('a crash of the server under load', () => {
  it('takes back nothing that was acknowledged, and nothing that anybody saw', async () => {
    const ledger = await ledgers.ledger();
    const { acknowledged, seen, lost } = await crashedUnderLoad(ledger);
    expect(acknowledged.size).toBeGreaterThanOrEqual(ACKNOWLEDGED);
    expect(seen.size).toBeGreaterThan(0);
    expect({ acknowledged: lost(acknowledged), seen: lost(seen) }).toEqual({ acknowledged: 0, seen: 0 });
    await ledger.close();
  });

  it('would, if nobody waited for the disk', async () => {
    const ledger = await ledgers.ledger();
    await once(
      ledger.ownerUrl,
      `create or replace function ledger.persist() returns bigint language sql as 'select position from ledger.head'`,
    );
    const { acknowledged, lost } = await crashedUnderLoad(ledger);
    expect(lost(acknowledged)).toBeGreaterThan(0);
    await ledger.close();
  });
});
