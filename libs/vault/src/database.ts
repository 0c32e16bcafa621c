import pg from 'pg';
import { actingAs, allowActing, ensureRole, openPool, type RolePlace } from '#database-role';
import { migrations } from './migrations.js';

/**
 * Where the vault lives, and as whom. The role may use the vault and nothing else; the URL's user may make a schema and
 * a role, or both exist.
 */
export type Place = Omit<RolePlace, 'role'> & { /** Default `taizhang_vault`. */ readonly role?: string };

/** Of `pg_advisory_lock`: the vault's own migrations, one process at a time. */
const TURN = 0x7661756c;

/** Brings schema `vault` up to date as its owner, and answers with connections that may use it and nothing else. */
export async function openDatabase({ url, role = 'taizhang_vault', password }: Place): Promise<pg.Pool> {
  const owner = new pg.Client({ connectionString: url, application_name: 'taizhang-vault' });
  owner.on('error', () => {});
  await owner.connect();
  try {
    await owner.query('select pg_advisory_lock($1)', [TURN]);
    await prepare(owner, role, password);
  } finally {
    await owner.end();
  }
  return openPool({ ...actingAs({ url, role, password }), application_name: 'taizhang-vault', max: 4 });
}

async function prepare(owner: pg.Client, role: string, password: string | undefined): Promise<void> {
  await ensureRole(owner, { role, password });
  if (password === undefined) await allowActing(owner, role);
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
