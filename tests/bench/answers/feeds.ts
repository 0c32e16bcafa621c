import pg from 'pg';
import type { Row } from '../table.ts';
import type { Asking } from './asking.ts';

const PAGE = 1_000;
const LEAST_MS = 3_000;
const CHANGES = `/feeds/changes?limit=${PAGE}`;

interface Page {
  readonly items: readonly object[];
  readonly next: string;
}

/** The feeds from their beginning to their end, page after page as a platform pulls them. */
export async function feeds({ reading, server, events }: Asking): Promise<Row[]> {
  const page = async (path: string) => {
    const { items, next } = await reading.json<Page>(path);
    return { count: items.length, next };
  };
  const credit = await pulled((after) => page(`/feeds/credit?limit=${PAGE}${after ? `&after=${after}` : ''}`));
  const floor = await fromPostgres(server.ownerUrl);
  const note = `${credit.records.toLocaleString('en-US')} records in pages of ${PAGE}, each as a CloudEvent`;
  const changes = (await reading.knows(CHANGES))
    ? await pulled((after) => page(`${CHANGES}${after ? `&after=${after}` : ''}`))
    : undefined;
  return [
    { what: `credit feed, ${events}`, figure: credit.perSecond, unit: 'records/s', goal: 20_000, note },
    { what: 'the same rows from PostgreSQL directly, same pages', figure: floor.perSecond, unit: 'records/s' },
    { what: 'credit feed against its rows from PostgreSQL', figure: credit.perSecond / floor.perSecond, unit: '×' },
    ...(changes
      ? [{ what: `feed of changes, ${events}`, figure: changes.perSecond, unit: 'records/s', goal: 20_000 }]
      : []),
  ];
}

/** Pulls a feed to its end, and again from the beginning until there is something to measure. */
async function pulled(page: (after: string) => Promise<{ count: number; next: string }>) {
  let records = 0;
  let times = 0;
  const since = performance.now();
  const passed = () => performance.now() - since;
  for (; times === 0 || passed() < LEAST_MS; times++)
    for (let after = '', count = 1; count > 0; records += count) ({ count, next: after } = await page(after));
  return { records: records / times, perSecond: records / (passed() / 1_000) };
}

async function fromPostgres(url: string) {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return await pulled(async (after) => {
      const { rows } = await client.query<{ key: string }>(
        'select key, row from read.credit_feed where key > $1 and c_refused = false order by key limit $2',
        [after, PAGE],
      );
      return { count: rows.length, next: rows.at(-1)?.key ?? after };
    });
  } finally {
    await client.end();
  }
}
