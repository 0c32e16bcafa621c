import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '#event-store';
import { openBundledPostgres } from '#runtime';

/** One database of the bundled server with a ledger in it. */
export interface BenchLedger {
  readonly ownerUrl: string;
  readonly serviceUrl: string;
}

/** The bundled PostgreSQL with its own settings, in a folder that goes with it. */
export interface StoreServer extends BenchLedger {
  /** Another ledger on the same server. */
  another(name: string): Promise<BenchLedger>;
  /** Every change so far is in its place: whoever measures next pays for its own only. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

export async function openStoreServer(): Promise<StoreServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'taizhang-bench-store-'));
  const server = await openBundledPostgres({ dataFolder });
  await migrate(server.ownerUrl, server);
  const { ownerUrl, serviceUrl } = server;
  return {
    ownerUrl,
    serviceUrl,
    async another(name) {
      await once(ownerUrl, `create database ${pg.escapeIdentifier(name)}`);
      const ledger = { ownerUrl: at(ownerUrl, name), serviceUrl: at(serviceUrl, name) };
      await migrate(ledger.ownerUrl, { serviceRole: decodeURIComponent(new URL(serviceUrl).username) });
      return ledger;
    },
    checkpoint: () => once(ownerUrl, 'checkpoint'),
    async stop() {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

export async function once(url: string, statement: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function at(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
