import pg from 'pg';
import { MIGRATION_TURN } from '#event-store';
import { migrations } from './migrations.js';

/** Where the read side lives, and as whom. */
export interface Place {
  /** `postgres://user:password@host:port/database`; the user may create schemas and roles, or both exist. */
  readonly url: string;
  /** The role that owns schema `read` and may only read the ledger. Created when it is missing. */
  readonly role?: string;
  /**
   * Lets the role log in by itself, so that its connections cannot become anybody else. Without it they are the URL's
   * own, acting as the role: for an owner who may not set passwords.
   */
  readonly password?: string;
  /** Most connections for answers and rows. Default 8. */
  readonly connections?: number;
}

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

const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;

/** Brings the schema up to date and connects. Safe to run from several processes at once. */
export async function openDatabase(place: Place): Promise<Database> {
  const { url, role = 'taizhang_projection', password, connections = 8 } = place;
  if (!ROLE.test(role)) throw new Error(`${role} cannot name a role`);
  await prepare(url, role, password);
  const settings = {
    ...(password === undefined
      ? { connectionString: url, options: `${PLANNING} -c role=${role}` }
      : { connectionString: loginUrl(url, role, password), options: PLANNING }),
    application_name: 'taizhang-projection',
  };
  const pool = new pg.Pool({ ...settings, max: connections });
  // A connection that dies while idle is replaced at the next query, which reports what is wrong if something is.
  pool.on('error', () => {});
  // One that dies in the hands of someone fails their next statement; the event alone must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  return {
    pool,
    async connect() {
      const client = new pg.Client({ ...settings, keepAlive: true });
      client.on('error', () => {});
      await client.connect();
      return client;
    },
    async transaction(work) {
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        await client.query('begin');
        const result = await work(client);
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch((failure: Error) => (broken = failure));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: () => pool.end(),
  };
}

function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  login.username = role;
  login.password = encodeURIComponent(password);
  return login.href;
}

async function prepare(url: string, role: string, password: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url, application_name: 'taizhang-projection' });
  client.on('error', () => {});
  await client.connect();
  try {
    // The same turn as the ledger's own migrations, which grant on the same tables.
    await client.query(`select pg_advisory_lock(${MIGRATION_TURN})`);
    await ensureRole(client, role);
    if (password !== undefined) await client.query(`alter role ${role} login password ${pg.escapeLiteral(password)}`);
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

async function ensureRole(client: pg.Client, role: string): Promise<void> {
  const known = await client.query('select from pg_roles where rolname = $1', [role]);
  if (!known.rowCount)
    await client.query(`do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`);
  // From PostgreSQL 16 on a role that one made can be administered before it can be set; before, a member may do both.
  const member = await client.query<{ may: boolean }>(
    `select pg_has_role(current_user, $1, case when current_setting('server_version_num')::int < 160000
       then 'member' else 'set' end) may`,
    [role],
  );
  if (!member.rows[0]!.may) await client.query(`grant ${role} to current_user`);
}
