import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { Offices, ScenarioClock, type Acting } from '#department';
import { systemClock, type Clock } from '#event-store';
import {
  exitInOrder,
  open,
  openLog,
  type ApiDescription,
  type Configuration,
  type Log,
  type OpenedService,
} from '#runtime';
import { configure, leave } from './configure.js';
import { launcherOf } from './launching.js';
import { LedgerModule } from './ledger.module.js';
import { openLedger, type Ledger } from './open-ledger.js';
import { reachedOnce } from './queue-of.js';

@Module({})
class Served {}

const ACTING = Symbol('Acting');

export interface ServeOptions {
  /** Name of the process in the log. */
  readonly name: string;
  /** What it serves. */
  readonly modules: (ledger: Ledger) => readonly (Type | DynamicModule)[];
  readonly api?: ApiDescription;
  /** Made once it is known what time the ledger last told; the system's clock by default. */
  readonly clockFrom?: (lastRecordedAt: number) => Clock;
  /** Read from the environment by default. */
  readonly configuration?: Configuration;
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
 * What cannot be used ends the process with one clear message and a code of `EXIT`. Where it listens is told to the
 * launcher that started it, or written to the data folder, so that the command line finds it.
 */
export async function serve(options: ServeOptions): Promise<ServedLedger> {
  const { name, modules, api, configuration = configure(process.env) } = options;
  const launcher = await launcherOf(configuration.dataFolder);
  const clockFrom = options.clockFrom ?? (() => launcher?.clock ?? systemClock);
  const log = openLog({ level: configuration.logLevel, name });
  const ledger = await openLedger({ configuration, log, clockFrom, name }).catch((problem: unknown) => leave(problem));
  const module: DynamicModule = {
    module: Served,
    imports: [LedgerModule.for(ledger), ...modules(ledger)],
    providers: [{ provide: ACTING, useFactory: actingIn(ledger), inject: [{ token: Offices, optional: true }] }],
  };
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
  if (ledger.queue) service.health.register('queue', reachedOnce(ledger.queue));
  service.draining.atTheEnd('ledger', () => ledger.close());
  exitInOrder({
    log,
    stop: () => service.close().then(() => launcher?.farewell()),
    letGo: async () => ledger.postgres?.stop(),
  });
  if (launcher) launcher.listening(service.url, service.app.get<Acting>(ACTING));
  else await tellWhere(configuration, { name, url: service.url });
  return { ...service, configuration, ledger, log };
}

/** Writes where the ledger's front door is into its data folder, where the command line looks. */
export async function tellWhere({ dataFolder }: Configuration, door: { name: string; url: string }): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const file = join(dataFolder, 'ledger.json');
  await writeFile(`${file}.new`, `${JSON.stringify({ ...door, pid: process.pid })}\n`);
  await rename(`${file}.new`, file);
}

/**
 * Whoever acts by itself in this process: its offices, or nobody, who has seen everything at once. An object of its own:
 * given out as a second provider, the offices themselves would be started twice.
 */
const actingIn =
  ({ store, clock }: Ledger) =>
  (offices: Offices | undefined): Acting => ({
    settle: () => offices?.settle() ?? store.head(),
    next: async () => offices?.next(),
    set: (time) => void (clock instanceof ScenarioClock && clock.set(time)),
    wake: () => offices?.wake(),
  });
