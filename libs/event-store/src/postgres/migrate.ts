import pg from 'pg';
import { migrations } from './migrations.js';

/** Who appends and reads, and can do nothing else. */
export interface ServiceRole {
  readonly serviceRole: string;
  /** Makes or changes the role's login. Without it the role exists, and is only granted what it needs. */
  readonly servicePassword?: string;
}

/** Key of the advisory lock under which whoever changes schemas or grants of one database takes turns. */
export const MIGRATION_TURN = 7_400_911;

/**
 * Brings the schema `ledger` up to date and, when told who serves, makes that login role and grants it what it needs.
 *
 * The URL is the owner's. An owner who may not create roles gives a role that exists. With one URL for everything,
 * leave the role out: the triggers then stand alone against changes.
 */
export async function migrate(ownerUrl: string, service?: ServiceRole): Promise<void> {
  const client = new pg.Client(ownerUrl);
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select pg_advisory_xact_lock($1)', [MIGRATION_TURN]);
    await client.query(`
      create schema if not exists ledger;
      create table if not exists ledger.migration (number integer primary key, name text not null, applied_at timestamptz not null default now())`);
    const { rows } = await client.query<{ applied: number }>(
      'select coalesce(max(number), 0) as applied from ledger.migration',
    );
    for (const [index, { name, sql }] of migrations.entries()) {
      if (index < rows[0]!.applied) continue;
      await client.query(sql);
      await client.query('insert into ledger.migration (number, name) values ($1, $2)', [index + 1, name]);
    }
    await client.query('revoke all on all functions in schema ledger from public');
    if (service) await serve(client, service);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function serve(client: pg.Client, { serviceRole, servicePassword }: ServiceRole): Promise<void> {
  const role = pg.escapeIdentifier(serviceRole);
  if (servicePassword !== undefined) await ensureLogin(client, serviceRole, servicePassword);
  await client.query(`
    grant usage on schema ledger to ${role};
    grant select on all tables in schema ledger to ${role};
    grant execute on function ledger.append, ledger.persist, ledger.read_streams to ${role}`);
}

async function ensureLogin(client: pg.Client, serviceRole: string, servicePassword: string): Promise<void> {
  const role = pg.escapeIdentifier(serviceRole);
  const existing = await client.query('select from pg_roles where rolname = $1', [serviceRole]);
  const verb = existing.rowCount === 0 ? 'create' : 'alter';
  const may = await client.query<{ may: boolean }>(
    'select rolsuper or rolcreaterole as may from pg_roles where rolname = current_user',
  );
  if (verb === 'create' || may.rows[0]!.may)
    await client.query(`${verb} role ${role} login password ${pg.escapeLiteral(servicePassword)}`);
}
