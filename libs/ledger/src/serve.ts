import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { systemClock, type Clock } from '#event-store';
import {
  BadConfiguration,
  CannotListen,
  DataFolderInUse,
  EXIT,
  exitInOrder,
  open,
  openLog,
  readConfiguration,
  type ApiDescription,
  type Configuration,
  type Log,
  type OpenedService,
} from '#runtime';
import { LedgerModule } from './ledger.module.js';
import { openLedger, type Ledger } from './open-ledger.js';

@Module({})
class Served {}

export interface ServeOptions {
  /** Name of the process in the log. */
  readonly name: string;
  /** What it serves. */
  readonly modules: (ledger: Ledger) => readonly (Type | DynamicModule)[];
  readonly api?: ApiDescription;
  /** Made once it is known what time the ledger last told; the system's clock by default. */
  readonly clockFrom?: (lastRecordedAt: number) => Clock;
  /** Overrides of the environment, such as from arguments. */
  readonly environment?: NodeJS.ProcessEnv;
}

/** A service of the ledger at work in this process. */
export interface ServedLedger extends OpenedService {
  readonly configuration: Configuration;
  readonly ledger: Ledger;
  readonly log: Log;
}

/**
 * Runs a service of the ledger until it is told to stop: configuration, database, modules, HTTP, signals, exit.
 *
 * What cannot be used ends the process with one clear message and a code of `EXIT`. Where it listens is written to
 * `ledger.json` in the data folder, so that the command line finds it.
 */
export async function serve(options: ServeOptions): Promise<ServedLedger> {
  const { name, modules, api, clockFrom = () => systemClock } = options;
  const configuration = configure(options.environment ?? process.env);
  const log = openLog({ level: configuration.logLevel, name });
  const ledger = await openLedger({ configuration, log, clockFrom }).catch((problem: unknown) => leave(problem));
  const module: DynamicModule = { module: Served, imports: [LedgerModule.for(ledger), ...modules(ledger)] };
  const service = await open(module, {
    configuration,
    log,
    ...(ledger.postgres ? { postgres: ledger.postgres } : {}),
    ...(api ? { api } : {}),
  }).catch(async (problem: unknown) => {
    await ledger.close();
    await ledger.postgres?.stop();
    return leave(problem);
  });
  service.health.register('event-store', async () => void (await ledger.store.head()));
  service.draining.atTheEnd('ledger', () => ledger.close());
  exitInOrder({ log, stop: () => service.close(), letGo: async () => ledger.postgres?.stop() });
  await mkdir(configuration.dataFolder, { recursive: true });
  await writeFile(
    join(configuration.dataFolder, 'ledger.json'),
    `${JSON.stringify({ name, url: service.url, pid: process.pid })}\n`,
  );
  return { ...service, configuration, ledger, log };
}

function configure(environment: NodeJS.ProcessEnv): Configuration {
  try {
    const { configuration, warnings } = readConfiguration(environment);
    for (const { zh, en } of warnings) process.stderr.write(`提示 ${zh}\nNote ${en}\n`);
    return configuration;
  } catch (problem) {
    if (problem instanceof BadConfiguration) return leave(problem);
    throw problem;
  }
}

/** One clear message and a code. What nobody foresaw keeps its stack. */
function leave(problem: unknown): never {
  const code =
    problem instanceof BadConfiguration || problem instanceof CannotListen
      ? EXIT.configuration
      : problem instanceof DataFolderInUse
        ? EXIT.dataFolderInUse
        : EXIT.database;
  const words =
    code === EXIT.database
      ? `台账无法启动。\nThe ledger cannot start.\n${problem instanceof Error ? problem.stack : String(problem)}`
      : (problem as Error).message;
  process.stderr.write(`${words}\n`);
  process.exit(code);
}
