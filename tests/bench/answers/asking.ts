import pg from 'pg';
import type { StoreServer } from '../store/store-server.ts';
import type { Row } from '../table.ts';
import { atRate, warmAtRate } from './at-rate.ts';
import { nameOf, usccOf } from './city.ts';
import type { Reader } from './reader.ts';

/** Who is asked, and about whom. */
export interface Asking {
  readonly reading: Reader;
  readonly server: StoreServer;
  readonly enterprises: number;
  readonly seconds: number;
  /** The length of the ledger, in words. */
  readonly events: string;
}

/** One kind of question, as it was answered. */
export interface Asked {
  readonly what: string;
  readonly p99: number;
  readonly rows: readonly Row[];
}

const DOSSIERS_PER_SECOND = 500;
const OTHERS_PER_SECOND = 50;
const AS_OF = '2021-06-30';
/** Somebody of whom nothing was recorded until that day: their facts were folded all the same. */
const NOTHING_THEN = 404;
const FACETS = 'facets=county,industry,status';

/** Everybody in turn, far apart: nothing is in a cache because it was asked for a moment ago. */
const somebody = (at: number, enterprises: number): number => (at * 7_919) % enterprises;

export async function dossiers(asking: Asking): Promise<Asked> {
  const { enterprises, seconds, server } = asking;
  const whose = (at: number) => usccOf(somebody(at, enterprises));
  const answered = await asked(asking, {
    kind: 'dossier',
    perSecond: DOSSIERS_PER_SECOND,
    goal: 10,
    path: (at) => `/dossiers/${whose(at)}`,
  });
  const pool = new pg.Pool({ connectionString: server.ownerUrl, max: 8 });
  try {
    const text = 'select row from read.enterprise_dossier where key = $1';
    const ask = (at: number) => pool.query({ name: 'floor', text, values: [whose(at)] });
    const floor = await warmAtRate({ perSecond: DOSSIERS_PER_SECOND, seconds, ask });
    return {
      ...answered,
      rows: [
        ...answered.rows,
        { what: 'the same rows from PostgreSQL directly, same rate', figure: floor.p99, unit: 'ms p99', ...floor },
        { what: 'dossier against its row from PostgreSQL', figure: answered.p99 / floor.p99, unit: '× p99' },
      ],
    };
  } finally {
    await pool.end();
  }
}

export const dossiersAsOf = (asking: Asking): Promise<Asked> =>
  asked(asking, {
    kind: 'as-of dossier',
    perSecond: OTHERS_PER_SECOND,
    goal: 60,
    path: (at) => `/dossiers/${usccOf(somebody(at, asking.enterprises))}?asOf=${AS_OF}`,
    or: NOTHING_THEN,
  });

export async function search(asking: Asking): Promise<Asked> {
  const plain = (at: number) =>
    `/dossiers?q=${encodeURIComponent(nameOf(somebody(at, asking.enterprises)).slice(3, 7))}`;
  const hasFacets = await asking.reading.knows(`${plain(0)}&${FACETS}`);
  return asked(asking, {
    kind: hasFacets ? 'search with facets' : 'search, without facets',
    perSecond: OTHERS_PER_SECOND,
    goal: 80,
    path: (at) => (hasFacets ? `${plain(at)}&${FACETS}` : plain(at)),
  });
}

interface Question {
  readonly kind: string;
  readonly perSecond: number;
  readonly goal: number;
  readonly path: (at: number) => string;
  /** A status that is as good an answer. */
  readonly or?: number;
}

async function asked(
  { reading, seconds, events }: Asking,
  { kind, perSecond, goal, path, or }: Question,
): Promise<Asked> {
  const ask = (at: number) => reading.get(path(at), or);
  const { p50, p99 } = await warmAtRate({ perSecond, seconds, ask });
  const alone = await atRate({ perSecond: 5, seconds: Math.min(5, seconds), ask });
  const what = `${kind} at ${perSecond} requests/s`;
  const note = `each counted from when it was meant to be asked; ${alone.p50.toFixed(1)} ms p50 at 5 requests/s`;
  const row: Row = { what: `${what}, ${events}`, figure: p99, unit: 'ms p99', goal, atMost: true, p50, p99, note };
  return { what, p99, rows: [row] };
}
