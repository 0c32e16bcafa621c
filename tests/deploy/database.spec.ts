import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { migrate, postgresEventStore } from '#event-store';
import { openReadModels } from '#projection';
import { once, testingPostgres, type TestingPostgres } from '../../libs/event-store/src/postgres/testing-postgres.js';
import { deploy } from './linters.js';

let postgres: TestingPostgres;
let database: string;
let name: string;
beforeAll(async () => {
  postgres = await testingPostgres({ durable: true });
  database = await postgres.database();
  name = new URL(database).pathname.slice(1);
  const given: Record<string, string> = {
    ":'owner_password'": "'owner-secret'",
    ":'service_password'": "'service-secret'",
    ':"database"': `"${name}"`,
  };
  const roles = readFileSync(join(deploy, 'database/roles.sql'), 'utf8');
  await once(
    database,
    roles.replace(/:'\w+'|:"\w+"/g, (variable) => given[variable]!),
  );
});
afterAll(() => postgres.stop());

const as = (role: string, password: string): string => {
  const url = new URL(database);
  [url.username, url.password] = [role, password];
  return url.href;
};
const owner = () => as('taizhang_owner', 'owner-secret');
const service = () => as('taizhang_service', 'service-secret');

describe('the roles that deploy makes', () => {
  it('carry a ledger, though none of them is a superuser or may make roles', async () => {
    await migrate(owner(), { serviceRole: 'taizhang_service' });
    const readModels = await openReadModels({ url: owner() });
    await readModels.checkpoints.save('somebody', 1);
    await readModels.close();
    const store = postgresEventStore({ url: service() });
    const bytes = Buffer.from('{}');
    const id = '0193a6f0-0000-7000-8000-000000000001';
    await store.append('energy.case-1', [{ id, type: 'energy.Seen', data: bytes, meta: bytes }], 'no-stream');
    expect(await store.head()).toBe(1);
    await store.close();
    const client = new pg.Client(database);
    await client.connect();
    const { rows } = await client.query(
      "select rolname from pg_roles where rolname like 'taizhang%' and (rolsuper or rolcreaterole or rolcreatedb)",
    );
    await client.end();
    expect(rows).toEqual([]);
  });

  it('let nobody take anything away', async () => {
    await expect(once(service(), 'delete from ledger.event')).rejects.toThrow('permission denied');
    await expect(once(owner(), 'truncate ledger.event')).rejects.toThrow('the ledger only grows');
  });
});

describe('the check of a database', () => {
  const script = readFileSync(join(deploy, 'check-database.sql'), 'utf8').replace(/^\\copy.*$/m, '');
  const answers = async (url: string, sql = script): Promise<string[]> => {
    const client = new pg.Client(url);
    await client.connect();
    try {
      const results = (await client.query({ text: sql, rowMode: 'array' })) as unknown as { rows: string[][] }[];
      return results.flatMap(({ rows }) => rows.flat().filter((line) => /^(ok|MISSING)/.test(line)));
    } finally {
      await client.end();
    }
  };

  it('finds everything in PostgreSQL, and leaves nothing behind', async () => {
    const said = await answers(owner());
    expect(said.filter((line) => !line.startsWith('ok'))).toEqual([]);
    expect(said.length).toBe(script.match(/^select taizhang_check\.try/gm)!.length);
    await expect(once(database, 'select from taizhang_check.answer')).rejects.toThrow('does not exist');
  });

  it.each<[string, string, string]>([
    ['an older server', '< 150000', '< 990000'],
    [
      'a trigger that lets through',
      'for each statement execute function taizhang_check.refuse()',
      'for each row execute function taizhang_check.refuse()',
    ],
    ['a role that is not there', "'taizhang_projection'", "'taizhang_nobody'"],
  ])('says what is missing: %s', async (_, there, planted) => {
    const changed = script.replace(there, planted);
    expect(changed).not.toBe(script);
    expect((await answers(owner(), changed)).filter((line) => line.startsWith('MISSING')).length).toBeGreaterThan(0);
  });
});
