import pg from 'pg';
import { migrations } from './migrations.js';

/** Where the vault lives, and as whom. */
export interface Place {
  /** `postgres://owner:password@host:port/database`: of a user who may make a schema and a role, or both exist. */
  readonly url: string;
  /** The role that may use the vault and nothing else. Made when it is missing. Default `taizhang_vault`. */
  readonly role?: string;
  /** Lets the role log in by itself; without it the connections are the URL's own, acting as the role. */
  readonly password?: string;
}

const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;
/** Of `pg_advisory_lock`: the vault's own migrations, one process at a time. */
const TURN = 0x7661756c;

/** Brings schema `vault` up to date as its owner, and answers with connections that may use it and nothing else. */
export async function openDatabase({ url, role = 'taizhang_vault', password }: Place): Promise<pg.Pool> {
  if (!ROLE.test(role)) throw new Error(`${role} cannot name a role`);
  const owner = new pg.Client({ connectionString: url, application_name: 'taizhang-vault' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [TURN]);
    await prepare(owner, role, password);
  } finally {
    await owner.end();
  }
  const pool = new pg.Pool({
    ...(password === undefined
      ? { connectionString: url, options: `-c role=${role}` }
      : { connectionString: loginUrl(url, role, password) }),
    application_name: 'taizhang-vault',
    max: 4,
  });
  // A connection that dies while idle is replaced at the next query, which reports what is wrong if something is.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function prepare(owner: pg.Client, role: string, password: string | undefined): Promise<void> {
  const known = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (!known.rowCount)
    await owner.query(`do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`);
  if (password !== undefined) await owner.query(`alter role ${role} login password ${pg.escapeLiteral(password)}`);
  else if (!(await owner.query<{ may: boolean }>(MAY_ACT, [role])).rows[0]!.may)
    await owner.query(`grant ${role} to current_user`);
  await owner.query('create schema if not exists vault');
  await owner.query('create table if not exists vault.migration (name text primary key)');
  for (const { name, sql } of migrations) {
    const done = await owner.query('select from vault.migration where name = $1', [name]);
    if (done.rowCount) continue;
    await owner.query('begin');
    await owner.query(sql);
    await owner.query('insert into vault.migration values ($1)', [name]);
    await owner.query('commit');
  }
  // Granted anew at each start: what the role may do is what is written here. It owns nothing.
  await owner.query(`
    revoke all on all tables in schema vault from public;
    grant usage on schema vault to ${role};
    grant select, insert, update on vault.identity to ${role};
    grant select, insert, update, delete on vault.data_key, vault.export_request to ${role};
    grant select, insert on vault.access to ${role};`);
}

// From PostgreSQL 16 on a role that one made can be administered before it can be set; before, a member may do both.
const MAY_ACT = `select pg_has_role(current_user, $1,
  case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) may`;

function loginUrl(url: string, role: string, password: string): string {
  const login = new URL(url);
  login.username = role;
  login.password = encodeURIComponent(password);
  return login.href;
}

/** Runs work in a transaction. */
export async function transaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
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
}
