import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { moveTime, ScenarioClock, ScenarioModule, Turns } from '#department';
import { systemClock } from '#event-store';
import { IdentityModule } from '#identity';
import { configure, leave, openLedger, tellWhere } from '#ledger';
import { DRAIN_LIMITS, Draining, exitInOrder, Health, open, openLog } from '#runtime';
import { readArguments } from '../../standalone/src/arguments.js';
import { welcome } from '../../standalone/src/banner.js';
import { replay } from '../../standalone/src/replay.js';
import { clockOf, finished, scenarioFor } from '../../standalone/src/scenario.js';
import { documentsOf, together } from './documents.js';
import { openFrontDoor } from './front-door.js';
import { keepRunning } from './kept-service.js';
import { prefixed } from './prefixed.js';
import { services } from './services.js';

const SELF = 'launcher';
const FIRST_START_MS = 60_000;
/** Callers of the front door keep their connections: each gets this long for one more request that is answered. */
const LAME_DUCK_MS = 1_000;

@Module({})
class FrontDoor {}

const { empty, environment } = readArguments(process.argv.slice(2), {
  command: 'npm run services',
  zh: '各部门与查询服务各为一个进程，共用一个入口；数据库内置',
  en: 'each department and the read side in a process of its own, behind one front door; PostgreSQL bundled',
});
const configuration = configure(environment);
const { dataFolder } = configuration;
const scenario = await scenarioFor(configuration, { empty });
const say = prefixed([...services.map(({ name }) => name), SELF]);
const log = openLog({
  level: configuration.logLevel,
  name: SELF,
  pretty: false,
  destination: { write: (line) => say(SELF, line.trimEnd()) },
});

// The ground is brought up to date once, before anybody stands on it.
const { authority, clock, postgres, close } = await openLedger({
  configuration,
  log,
  clockFrom: scenario ? (lastRecordedAt) => clockOf(scenario, lastRecordedAt) : () => systemClock,
}).catch((problem: unknown) => leave(problem));
await close();

const isReplayed = clock instanceof ScenarioClock;
const turns = new Turns();
const kept = services.map((service) =>
  keepRunning(service, {
    environment: {
      ...environment,
      ...(postgres ? { DATABASE_URL: postgres.serviceUrl, DATABASE_OWNER_URL: postgres.ownerUrl } : {}),
      TAIZHANG_DATA: dataFolder,
      PORT: '0',
      HOST: '127.0.0.1',
    },
    log,
    say,
    time: () => (isReplayed ? clock.time : undefined),
    changed: () => void turns.take('services.json', tellServices),
  }),
);
const health = new Health();
const draining = new Draining();
const stopServices = async () => void (await Promise.all(kept.map((service) => service.stop())));
let stop = async () => {
  await stopServices();
  await postgres?.stop();
};

for (const service of kept)
  health.register(service.name, async () => {
    if (service.url === undefined) throw new Error(service.trouble);
    const answer = await fetch(`${service.url}/health/ready`);
    if (answer.ok) return;
    const { checks } = (await answer.json()) as { checks: Record<string, { up: boolean; why?: string }> };
    const down = Object.entries(checks).filter(([, { up }]) => !up);
    throw new Error(down.map(([name, { why }]) => `${name}: ${why}`).join('; '));
  });
draining.atTheEnd('services', stopServices);
exitInOrder({
  log,
  stop: () => stop(),
  letGo: async () => postgres?.stop(),
});

await Promise.all(kept.map((service) => service.up(FIRST_START_MS)));
const finish = together(await documentsOf(kept));
const hands = { now: () => clock.now(), moveTo: (to: number) => turns.take('clock', () => moveClock(to)) };
const door = await open(
  {
    module: FrontDoor,
    imports: [IdentityModule.for(authority), ...(isReplayed ? [ScenarioModule.turning(hands)] : [])],
  },
  {
    configuration,
    log,
    health,
    draining,
    ...(postgres ? { postgres } : {}),
    api: { finish },
    drainLimits: { ...DRAIN_LIMITS, lameDuckMs: LAME_DUCK_MS },
    beforeListening: (app) =>
      openFrontDoor(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, kept, log),
  },
).catch(async (problem: unknown) => {
  await stop();
  return leave(problem);
});
stop = () => door.close();
await tellWhere(configuration, { name: SELF, url: door.url });

const isReplay = scenario !== undefined && !scenario.posted && !empty;
const isComplete = !isReplay || (await replay({ url: door.url, configuration, draining }));
if (isReplay && isComplete && isReplayed) {
  await finished(configuration, scenario, clock);
  clock.tick();
  await Promise.all(kept.map((service) => service.set(clock.time)));
}
if (isComplete) welcome({ url: door.url, configuration, clock });

async function moveClock(to: number): Promise<void> {
  if (isReplayed) await moveTime(clock, kept, to);
}

/** Where each service listens, for operators and for Prometheus; the command line needs the front door only. */
async function tellServices(): Promise<void> {
  const file = join(dataFolder, 'services.json');
  const rows = kept.map(({ name, url, pid }) => ({ name, url, pid }));
  await writeFile(`${file}.new`, `${JSON.stringify(rows, null, 2)}\n`);
  await rename(`${file}.new`, file);
}
