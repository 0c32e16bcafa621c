import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemClock } from '#event-store';
import { openLog, readConfiguration } from '#runtime';
import { once, testingPostgres, type TestingPostgres } from '../../event-store/src/postgres/testing-postgres.js';
import { openLedger, type Ledger } from './open-ledger.js';

const event = {
  id: '0193a6f0-0000-7000-8000-000000000001',
  type: 'energy.StandardPublished',
  data: Buffer.from('{}'),
  meta: Buffer.from('{}'),
};

describe('a ledger on somebody’s own PostgreSQL', () => {
  let postgres: TestingPostgres;
  let dataFolder: string;
  let database: string;
  const login = (role: string) => {
    const url = new URL(database);
    [url.username, url.password] = [role, 'secret'];
    return url.href;
  };
  const open = (): Promise<Ledger> =>
    openLedger({
      configuration: readConfiguration({
        TAIZHANG_DATA: dataFolder,
        DATABASE_URL: login('city_service'),
        DATABASE_OWNER_URL: login('city_owner'),
      }).configuration,
      log: openLog({ level: 'silent' }),
      clockFrom: () => systemClock,
    });

  beforeAll(async () => {
    [postgres, dataFolder] = await Promise.all([testingPostgres(), mkdtemp(join(tmpdir(), 'own-'))]);
    database = await postgres.database();
    const name = new URL(database).pathname.slice(1);
    await once(
      database,
      `create role city_owner login createrole password 'secret';
       create role city_service login password 'secret';
       alter database "${name}" owner to city_owner;`,
    );
  });
  afterAll(async () => {
    await postgres.stop();
    await rm(dataFolder, { recursive: true });
  });

  it('is made by an owner who is no superuser, opened again, and served by a role that can only append and read', async () => {
    const first = await open();
    await first.store.append('energy.standard-one', [event], 'no-stream');
    await first.close();

    const second = await open();
    expect(await second.store.head()).toBe(1);
    await second.readModels.checkpoints.save('somebody', 1);
    expect(await second.readModels.checkpoints.load('somebody')).toBe(1);
    await second.close();
  });

  it.each(['delete from ledger.event', 'update ledger.head set position = 0', 'truncate ledger.event'])(
    'refuses its service %s',
    async (statement) => {
      await expect(once(login('city_service'), statement)).rejects.toThrow('permission denied');
    },
  );

  it('refuses its owner to delete, too', async () => {
    await expect(once(login('city_owner'), 'delete from ledger.event')).rejects.toThrow('the ledger only grows');
  });
});
