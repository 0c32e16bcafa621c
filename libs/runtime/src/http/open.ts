import 'reflect-metadata';
import type { AddressInfo } from 'node:net';
import { Module, type DynamicModule, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Gauge, type Registry } from 'prom-client';
import type { BundledPostgres } from '../bundled-postgres/open.js';
import { CONFIGURATION, type Configuration } from '../configuration/configuration.js';
import { LOG, nestLog, openLog, type Log } from '../log.js';
import type { JsonLimits } from '../strict-json/malformed-json.js';
import { openAdapter } from './adapter.js';
import { documentApi, type ApiDescription } from './document/document-api.js';
import { drain, Draining, DRAINING, type DrainLimits, type LastRite } from './draining.js';
import { Health, HEALTH } from './health.js';
import { installHooks } from './hooks.js';
import { METRICS, processMetrics } from './metrics.js';
import { ProblemFilter } from './problem-filter.js';
import { installServiceRoutes } from './service-routes.js';
import { StrictValidation } from './strict-validation.js';

export interface OpenOptions {
  readonly configuration: Configuration;
  readonly log?: Log;
  readonly registry?: Registry;
  readonly health?: Health;
  readonly draining?: Draining;
  /** Readiness, low-space refusals and the last step of the drain follow the bundled server when there is one. */
  readonly postgres?: Pick<BundledPostgres, 'state' | 'space' | 'stop'>;
  /** Served at /openapi.json and /docs; false for none. */
  readonly api?: ApiDescription | false;
  readonly jsonLimits?: JsonLimits;
  readonly drainLimits?: DrainLimits;
  /** Runs when everything is wired and before the first request, such as to add hooks of one's own. */
  readonly beforeListening?: (app: NestFastifyApplication) => void | Promise<void>;
}

/** A service that takes requests. */
export interface OpenedService {
  readonly app: NestFastifyApplication;
  /** Where it listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  readonly health: Health;
  readonly draining: Draining;
  /** Stops in order: see `drain`. Calling it again waits for the first. */
  close(): Promise<void>;
}

/** What every module may ask for: CONFIGURATION, LOG, METRICS, HEALTH, DRAINING. */
@Module({})
class Surroundings {}

@Module({})
class Root {}

/** Makes a Nest application of a module, with everything around it that a service needs, and listens. */
export async function open(module: Type | DynamicModule, options: OpenOptions): Promise<OpenedService> {
  const { configuration, postgres, api = {} } = options;
  const log = options.log ?? openLog({ level: configuration.logLevel });
  const registry = options.registry ?? processMetrics();
  const health = options.health ?? new Health();
  const draining = options.draining ?? new Draining();

  const given = new Map<symbol, unknown>([
    [CONFIGURATION, configuration],
    [LOG, log],
    [METRICS, registry],
    [HEALTH, health],
    [DRAINING, draining],
  ]);
  const surroundings: DynamicModule = {
    module: Surroundings,
    global: true,
    providers: [...given].map(([provide, useValue]) => ({ provide, useValue })),
    exports: [...given.keys()],
  };
  const adapter = openAdapter(log, options.jsonLimits);
  const instance = adapter.getInstance() as unknown as FastifyInstance;
  installHooks(instance, { log, draining, registry, space: postgres?.space });
  if (postgres) follow(postgres, health, registry, configuration.lowSpaceWatermarkMb);

  const root: DynamicModule = { module: Root, imports: [surroundings, module] };
  const app = await NestFactory.create<NestFastifyApplication>(root, adapter, {
    logger: nestLog(log),
    bodyParser: false,
    abortOnError: false,
  });
  app.useGlobalFilters(new ProblemFilter(log));
  app.useGlobalPipes(new StrictValidation());
  installServiceRoutes(instance, { health, registry, metricsToken: configuration.metricsToken });
  if (api) documentApi(app, api);
  await options.beforeListening?.(app);
  await listen(app, configuration);

  const server = app.getHttpServer();
  const { address, port } = server.address() as AddressInfo;
  health.started();
  let closing: Promise<void> | undefined;
  return {
    app,
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
    health,
    draining,
    close: () => (closing ??= closeAll()),
  };

  async function closeAll(): Promise<void> {
    // Modules first, as they still use the store; then what was registered, the bundled server last.
    const rites: LastRite[] = [{ name: 'modules', stop: () => app.close() }, ...draining.rites];
    if (postgres) rites.push({ name: 'postgres', stop: () => postgres.stop() });
    await drain({ server, health, draining, rites, log, limits: options.drainLimits });
  }
}

/** The address cannot be listened on. Says what to do about it. */
export class CannotListen extends Error {
  constructor(host: string, port: number, zh: string, en: string, options: ErrorOptions) {
    super(`无法监听 ${host}:${port}：${zh}。 Cannot listen on ${host}:${port}: ${en}.`, options);
    this.name = 'CannotListen';
  }
}

const WHY: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  EADDRINUSE: ['端口已被占用，请用 PORT 指定别的端口', 'the port is taken; set PORT to another'],
  EACCES: ['无权使用该端口，请用 PORT 指定 1024 以上的端口', 'the port needs privileges; set PORT to one from 1024'],
  EADDRNOTAVAIL: ['本机没有该地址，请检查 HOST', 'this machine has no such address; check HOST'],
  ENOTFOUND: ['主机名无法解析，请检查 HOST', 'the host name is not known; check HOST'],
};

async function listen(app: NestFastifyApplication, { host, port }: Configuration): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (cause) {
    await app.close();
    const why = WHY[(cause as NodeJS.ErrnoException).code ?? ''];
    if (!why) throw cause;
    throw new CannotListen(host, port, ...why, { cause });
  }
}

function follow(
  { state, space }: Pick<BundledPostgres, 'state' | 'space'>,
  health: Health,
  registry: Registry,
  watermarkMb: number,
): void {
  health.register('postgres', () => {
    if (state.current !== 'ready') throw new Error(`the bundled PostgreSQL is ${state.current}`);
  });
  new Gauge({
    name: 'taizhang_data_disk_free_megabytes',
    help: 'Room on the data disk',
    registers: [registry],
    collect() {
      this.set(space.current.freeMb);
    },
  });
  const watermark = new Gauge({
    name: 'taizhang_data_disk_watermark_megabytes',
    help: 'Room on the data disk below which writes are refused',
    registers: [registry],
  });
  watermark.set(watermarkMb);
}
