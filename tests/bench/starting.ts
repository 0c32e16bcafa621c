import { forget, startLedger } from './ledger.ts';
import type { Row } from './table.ts';

/** A first start with the plan year, then a second one on the same folder: what a user waits, and what it weighs. */
export async function starting(): Promise<Row[]> {
  const first = await startLedger({ args: [], patienceMs: 180_000 });
  const residentMb = await first.residentMb();
  await first.stop();
  const second = await startLedger({ data: first.data, args: [] });
  await second.stop();
  await forget(first.data);
  return [
    { what: 'first start, plan year included', figure: first.readyMs / 1000, unit: 's' },
    { what: 'second start to ready', figure: second.readyMs / 1000, unit: 's', goal: 5, atMost: true },
    {
      what: 'resident memory after the plan year',
      figure: residentMb,
      unit: 'MB',
      goal: 400,
      atMost: true,
      note: 'the ledger’s process, without PostgreSQL',
    },
  ];
}
