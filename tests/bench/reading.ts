import { setTimeout as pause } from 'node:timers/promises';
import { classify, enterprise, path } from './acts.ts';
import type { MeasuredLedger } from './ledger.ts';
import { percentile, type Row } from './table.ts';

/** From the acknowledgement of a command until the dossier shows it, at an ordinary pace. */
export async function visibility(ledger: MeasuredLedger, acts = 1_000, everyMs = 5): Promise<Row> {
  const [posting, reading] = await Promise.all([ledger.token('department:energy:post'), ledger.token('auditor')]);
  const latencies: number[] = [];
  const follow = async (at: number) => {
    const accepted = await fetch(`${ledger.url}${path(at)}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${posting}`, 'content-type': 'application/json' },
      body: JSON.stringify(classify(at)),
    });
    const { position } = (await accepted.json()) as { position: number };
    const since = performance.now();
    const dossier = await fetch(`${ledger.url}/dossiers/${enterprise(at % 5000).uscc}?atLeast=${position}`, {
      headers: { authorization: `Bearer ${reading}` },
    });
    if (!dossier.ok) throw new Error(`the dossier answered ${dossier.status}: ${await dossier.text()}`);
    await dossier.arrayBuffer();
    latencies.push(performance.now() - since);
  };
  const paced = async (from: number, count: number) => {
    const under: Promise<void>[] = [];
    for (let at = 0; at < count; at += 1) {
      under.push(follow(from + at));
      await pause(everyMs);
    }
    await Promise.all(under);
  };
  // A process that has just started compiles as it goes: what a day-old one does is measured.
  await paced(10_000_000, acts);
  latencies.length = 0;
  await paced(20_000_000, acts);
  return {
    what: 'acknowledged → visible in the dossier (with the read itself)',
    figure: percentile(latencies, 0.99),
    unit: 'ms p99',
    goal: 50,
    atMost: true,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    note: `${acts} commands, one every ${everyMs} ms`,
  };
}

/** Builds the dossiers anew from the whole ledger, beside the ones that serve. */
export async function rebuild(ledger: MeasuredLedger): Promise<Row> {
  const token = await ledger.token('operator');
  const authorised = { headers: { authorization: `Bearer ${token}` } };
  const status = async () => {
    const response = await fetch(`${ledger.url}/projections`, authorised);
    const { projections } = (await response.json()) as { projections: Status[] };
    return projections.find(({ name }) => name === 'enterprise_dossier')!;
  };
  // The rows that serve catch up first, or both would be measured at once.
  let before = await status();
  while (before.lag > 0) {
    await pause(100);
    before = await status();
  }
  const since = performance.now();
  const asked = await fetch(`${ledger.url}/projections/enterprise_dossier/rebuild`, { method: 'POST', ...authorised });
  if (asked.status !== 202) throw new Error(`the rebuild was answered ${asked.status}: ${await asked.text()}`);
  while ((await status()).table === before.table) await pause(20);
  const seconds = (performance.now() - since) / 1000;
  return {
    what: 'projection rebuild (dossier)',
    figure: before.position / seconds,
    unit: 'events/s',
    goal: 40_000,
    note: `${before.position.toLocaleString('en-US')} events, in the serving process`,
  };
}

interface Status {
  readonly name: string;
  readonly table: string;
  readonly position: number;
  readonly lag: number;
}
