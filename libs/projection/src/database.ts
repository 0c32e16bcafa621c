import pg from 'pg';
import { actingAs, allowActing, ensureRole, openPool, transaction, type RolePlace } from '#database-role';
import { MIGRATION_TURN } from '#event-store';
import { migrations } from './migrations.js';

/**
 * Where the read side lives, and as whom. The role owns schema `read` and may only read the ledger; the URL's user may
 * create schemas and roles, or both exist.
 */
export type Place = Omit<RolePlace, 'role'> & {
  /** Default `taizhang_projection`. */
  readonly role?: string;
  /** Most connections for answers and rows. Default 8. */
  readonly connections?: number;
};

/** Connections that act as the projection role, whoever logged in. */
export interface Database {
  readonly pool: pg.Pool;
  /** A connection of its own, for locks and notifications. The caller ends it. */
  connect(): Promise<pg.Client>;
  transaction<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Rows are in memory or on a disk without heads: by the default, made for others, too much would be read through. */
const PLANNING = '-c random_page_cost=1.1';

/** Brings the schema up to date and connects. Safe to run from several processes at once. */
export async function openDatabase(place: Place): Promise<Database> {
  const { url, role = 'taizhang_projection', password, connections = 8 } = place;
  await prepare(url, role, password);
  const acting = actingAs({ url, role, password });
  const options = [PLANNING, acting.options].filter(Boolean).join(' ');
  const settings = { ...acting, options, application_name: 'taizhang-projection' };
  const pool = openPool({ ...settings, max: connections });
  return {
    pool,
    async connect() {
      const client = new pg.Client({ ...settings, keepAlive: true });
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    transaction: (work) => transaction(pool, work),
    close: () => pool.end(),
  };
}

async function prepare(url: string, role: string, password: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'taizhang-projection' });
  client.on('error', () => {});
  await client.connect();
  try {
    // The same turn as the ledger's own migrations, which grant on the same tables.
    await client.query(`select pg_advisory_lock(${MIGRATION_TURN})`);
    await ensureRole(client, { role, password });
    await allowActing(client, role);
    await client.query(`create schema if not exists read authorization ${role}`);
    const { rows } = await client.query<{ there: boolean }>(`select to_regnamespace('ledger') is not null there`);
    if (rows[0]!.there)
      await client.query(
        `grant usage on schema ledger to ${role}; grant select on all tables in schema ledger to ${role}`,
      );
    await client.query(`set role ${role}`);
    await client.query('create table if not exists read.migration (name text primary key)');
    for (const { name, sql } of migrations) {
      const known = await client.query('select from read.migration where name = $1', [name]);
      if (known.rowCount) continue;
      await client.query('begin');
      await client.query(sql);
      await client.query('insert into read.migration values ($1)', [name]);
      await client.query('commit');
    }
  } finally {
    await client.end();
  }
}
