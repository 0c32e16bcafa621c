import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { openVault, type By, type Vault } from './index.js';

const wang = { name: '王某某〔模拟〕', phone: '000-0000-0001' };
const by = (principal: string): By => ({ principal, client: 'hotline-desk', reason: '回访' });
const MINUTE = 60_000;

let server: TestingPostgres;
let url: string;
let folder: string;
let vault: Vault;
let now = Date.parse('2021-06-01T02:00:00Z');
let owner: pg.Client;

const open = () =>
  openVault({
    place: { url, password: 'vault-spec' },
    keyFolder: folder,
    now: () => now,
    exportWindowMs: 30 * MINUTE,
  });
const keyFile = () => readFile(join(folder, 'vault/master-keys.json'), 'utf8');

beforeAll(async () => {
  server = await testingPostgres();
  url = await server.database();
  folder = await mkdtemp(join(tmpdir(), 'vault-'));
  vault = await open();
  owner = new pg.Client({ connectionString: url });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await vault.close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('the vault', () => {
  it('gives back what it was given, and to a vault opened anew', async () => {
    const { reference, isNew } = await vault.keep('t-1', wang, by('zhang'));
    expect(isNew).toBe(true);
    expect(await vault.keep('t-1', { ...wang, phone: '000-0000-0002' }, by('zhang'))).toEqual({
      reference,
      isNew: false,
    });
    expect(await vault.read('t-1', by('li'))).toEqual({ ...wang, phone: '000-0000-0002' });
    const again = await open();
    expect(await again.read('t-1', by('li'))).toMatchObject({ name: wang.name });
    await again.close();
  });

  it('keeps bytes that say nothing, and keys of which the database has none', async () => {
    const { rows } = await owner.query<{ row: string }>(
      `select i::text row from vault.identity i union all select k::text from vault.data_key k`,
    );
    const bytes = rows.map(({ row }) => row).join('\n');
    expect(bytes).not.toContain(Buffer.from(wang.name).toString('hex'));
    const { keys } = JSON.parse(await keyFile()) as { keys: Record<string, string> };
    for (const key of Object.values(keys)) expect(bytes).not.toContain(Buffer.from(key, 'base64').toString('hex'));
    expect((await stat(join(folder, 'vault/master-keys.json'))).mode & 0o777).toBe(0o600);
  });

  it('opens no bytes in the place of another’s', async () => {
    await vault.keep('t-2', wang, by('zhang'));
    await vault.keep('t-3', { name: '李某某〔模拟〕', phone: '0' }, by('zhang'));
    const kept = await owner.query<{ sealed: Buffer }>(`select sealed from vault.identity where subject = 't-3'`);
    await owner.query(
      `update vault.identity set sealed = (select sealed from vault.identity where subject = 't-2') where subject = 't-3'`,
    );
    await expect(vault.read('t-3', by('li'))).rejects.toThrow();
    await owner.query(`update vault.identity set sealed = $1 where subject = 't-3'`, [kept.rows[0]!.sealed]);
    expect(await vault.read('t-3', by('li'))).toMatchObject({ phone: '0' });
  });

  it('says what is not there, and has the attempt on record', async () => {
    await expect(vault.read('nobody', by('li'))).rejects.toMatchObject({ status: 404, code: 'vault/unknown' });
    const lines = await vault.accesses(0, 1000, by('auditor'));
    expect(lines.at(-1)).toMatchObject({ subject: 'nobody', action: 'READ', principal: 'li', reason: '回访' });
  });

  it('lets its log grow and nothing else, whoever asks', async () => {
    for (const statement of [
      'update vault.access set reason = $$x$$',
      'delete from vault.access',
      'truncate vault.access',
    ])
      await expect(owner.query(statement)).rejects.toThrow('only grows');
  });

  it('is used by a role that may do nothing else', async () => {
    await owner.query('create schema elsewhere; create table elsewhere.things (n int)');
    const login = new URL(url);
    login.username = 'taizhang_vault';
    login.password = 'vault-spec';
    const role = new pg.Client({ connectionString: login.href });
    await role.connect();
    for (const statement of [
      'select * from elsewhere.things',
      'delete from vault.access',
      'drop trigger only_grows on vault.access',
      'delete from vault.identity',
      'create table vault.mine (n int)',
      'create schema mine',
    ])
      await expect(role.query(statement)).rejects.toThrow(/permission denied|must be owner/);
    await role.end();
  });
});

describe('an export', () => {
  it('takes two people who ask for the same in time; the second is given it', async () => {
    await vault.keep('t-4', wang, by('zhang'));
    expect(await vault.askForExport('t-4', by('li'))).toMatchObject({ state: 'WAITING' });
    expect(await vault.askForExport('t-4', by('li'))).toMatchObject({ state: 'WAITING' });
    now += 30 * MINUTE;
    expect(await vault.askForExport('t-4', by('chen'))).toEqual({
      state: 'EXPORTED',
      content: wang,
      askedBy: ['li', 'chen'],
    });
    expect(await vault.askForExport('t-4', by('chen'))).toMatchObject({ state: 'WAITING' });
  });

  it('does not come of a request that is too old, or that was for another', async () => {
    await vault.keep('t-5', wang, by('zhang'));
    await vault.keep('t-6', wang, by('zhang'));
    await vault.askForExport('t-5', by('li'));
    expect(await vault.askForExport('t-6', by('chen'))).toMatchObject({ state: 'WAITING' });
    now += 30 * MINUTE + 1;
    expect(await vault.askForExport('t-5', by('chen'))).toMatchObject({ state: 'WAITING' });
    await expect(vault.askForExport('nobody', by('chen'))).rejects.toMatchObject({ status: 404 });
  });
});

describe('keys', () => {
  it('are sealed anew under a new master key, and the old one is gone', async () => {
    const before = await keyFile();
    const { masterKey, resealed } = await vault.rotate(by('operator'));
    expect(resealed).toBeGreaterThan(1);
    const { current, keys } = JSON.parse(await keyFile()) as { current: string; keys: object };
    expect([current, Object.keys(keys)]).toEqual([masterKey, [masterKey]]);
    expect(before).not.toContain(masterKey);
    expect(await vault.read('t-1', by('li'))).toMatchObject({ name: wang.name });
  });

  it('that are destroyed take what they open with them', async () => {
    await vault.keep('t-7', wang, by('zhang'));
    await vault.destroy('t-7', by('li'));
    await expect(vault.read('t-7', by('li'))).rejects.toMatchObject({ status: 410, code: 'vault/destroyed' });
    await expect(vault.keep('t-7', wang, by('zhang'))).rejects.toMatchObject({ status: 410 });
    await expect(vault.askForExport('t-7', by('li'))).rejects.toMatchObject({ status: 410 });
    await expect(vault.destroy('nobody', by('li'))).rejects.toMatchObject({ status: 404 });
    const lines = await vault.accesses(0, 1000, by('auditor'));
    expect(lines.filter(({ subject }) => subject === 't-7').map(({ action }) => action)).toEqual([
      'KEPT',
      'DESTROYED',
      'READ',
      'EXPORT_ASKED',
    ]);
  });
});
