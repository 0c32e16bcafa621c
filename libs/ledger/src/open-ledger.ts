import { migrate, type Clock, type EventStore } from '#event-store';
import { authorityFor, type Authority } from '#identity';
import type { Queue } from '#messaging';
import { openReadModels, type ReadModels } from '#projection';
import { keptSecret, openBundledPostgres, type BundledPostgres, type Configuration, type Log } from '#runtime';
import { lastRecordedAt, openStore } from './open-store.js';
import { queueOf } from './queue-of.js';

/** What the services of one process stand on. */
export interface Ledger {
  readonly store: EventStore;
  readonly clock: Clock;
  readonly readModels: ReadModels;
  readonly authority: Authority;
  /** Where brokers are configured. Nothing is connected to before it is needed. */
  readonly queue: Queue | undefined;
  /** Where whoever keeps data of a schema of its own finds the database and the folder of secrets. */
  readonly ground: Ground;
  /** The server in the data folder, unless the configuration names another. */
  readonly postgres: BundledPostgres | undefined;
  /** Lets go of the queue, the store and the read side; the bundled server is the caller's to stop, last. */
  close(): Promise<void>;
}

/** The database and the data folder, for what keeps a schema and keys of its own. */
export interface Ground {
  /** Of a user who may make schemas and roles, or both exist. */
  readonly ownerUrl: string;
  readonly dataFolder: string;
  /** Whether roles of the database may be given passwords that are kept in the data folder. */
  readonly isBundled: boolean;
}

interface LedgerOptions {
  readonly configuration: Configuration;
  readonly log: Log;
  /** Of the service, for those it speaks to. */
  readonly name?: string;
  /**
   * The process's clock, made once it is known what time the ledger last told. One that goes on from there takes the
   * argument, and then a store that is away is waited for; one that does not, does not wait.
   */
  readonly clockFrom: (lastRecordedAt: number) => Clock;
}

/** Opens what the configuration names: the database, brought up to date, the store, the read side, the issuer. */
export async function openLedger({ configuration, log, clockFrom, name }: LedgerOptions): Promise<Ledger> {
  const { databaseUrl, databaseOwnerUrl, dataFolder, lowSpaceWatermarkMb, oidcIssuer, oidcAudience } = configuration;
  const postgres = databaseUrl ? undefined : await openBundledPostgres({ dataFolder, log, lowSpaceWatermarkMb });
  try {
    const ownerUrl = postgres?.ownerUrl ?? databaseOwnerUrl!;
    await migrate(ownerUrl, postgres ?? serviceOf(ownerUrl, databaseUrl!));
    let clock: Clock = { now: () => 0 };
    const store = await openStore({
      configuration,
      postgresUrl: postgres?.serviceUrl ?? databaseUrl!,
      clock: { now: () => clock.now() },
      log,
    });
    const readModels = await openReadModels({
      url: ownerUrl,
      ...(postgres ? { password: await keptSecret(dataFolder, 'postgres-projection') } : {}),
    });
    clock = clockFrom(await lastRecordedAt(store, log, clockFrom.length > 0));
    const queue = await queueOf(configuration, log, name);
    return {
      store,
      clock,
      readModels,
      authority: await authorityFor({ dataFolder, issuer: oidcIssuer, audience: oidcAudience }),
      queue,
      ground: { ownerUrl, dataFolder, isBundled: postgres !== undefined },
      postgres,
      close: async () => {
        await queue?.close();
        await readModels.close();
        await store.close();
      },
    };
  } catch (problem) {
    await postgres?.stop();
    throw problem;
  }
}

/** The role that the service logs in as, where it is another than the owner: it is given what it needs and no more. */
function serviceOf(ownerUrl: string, serviceUrl: string): { readonly serviceRole: string } | undefined {
  const [owner, service] = [new URL(ownerUrl).username, new URL(serviceUrl).username];
  return owner === service ? undefined : { serviceRole: decodeURIComponent(service) };
}
