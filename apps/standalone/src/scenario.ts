import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ScenarioClock } from '#department';
import type { Configuration } from '#runtime';

/** A data folder that holds a replayed year tells its own time, for as long as it exists. */
export interface Scenario {
  readonly preset: 'plan-year-2021';
  /** Instant at which its clock began. */
  readonly startsAt: string;
  /** True once the whole year was posted: from then on the clock goes by itself. */
  readonly posted: boolean;
}

type Ground = Pick<Configuration, 'dataFolder' | 'databaseUrl' | 'eventstoreUrl' | 'kafkaBrokers' | 'scenarioStart'>;

const STARTS_AT = '2021-03-01T00:00:00+08:00';
const file = (dataFolder: string): string => join(dataFolder, 'scenario.json');

/** The scenario that the data folder holds, or that it becomes: none for a ledger that lives in the present. */
export async function scenarioFor(ground: Ground, { empty }: { empty: boolean }): Promise<Scenario | undefined> {
  const { dataFolder, scenarioStart } = ground;
  if (existsSync(file(dataFolder))) return JSON.parse(await readFile(file(dataFolder), 'utf8')) as Scenario;
  const isUnused = !existsSync(join(dataFolder, 'postgres'));
  if (empty || !isUnused || !mayReplay(ground)) return undefined;
  const startsAt = scenarioStart?.toISOString() ?? STARTS_AT;
  const scenario: Scenario = { preset: 'plan-year-2021', startsAt, posted: false };
  await remember(dataFolder, scenario);
  return scenario;
}

/** A year that nobody lived goes into a store and a queue of somebody's own only when that was asked for. */
const mayReplay = ({ databaseUrl, eventstoreUrl, kafkaBrokers, scenarioStart }: Ground): boolean =>
  scenarioStart !== undefined || !(databaseUrl ?? eventstoreUrl ?? kafkaBrokers);

/** The scenario's clock, which stands until the year is posted. */
export const clockOf = ({ startsAt, posted }: Scenario, lastRecordedAt: number): ScenarioClock =>
  new ScenarioClock(Math.max(Date.parse(startsAt), lastRecordedAt), { ticking: posted });

/** The year is posted: a restart goes on where the clock stands, even when nothing was recorded since. */
export const finished = ({ dataFolder }: Ground, scenario: Scenario, clock: ScenarioClock): Promise<void> =>
  remember(dataFolder, { ...scenario, startsAt: new Date(clock.now()).toISOString(), posted: true });

/** Remembers the scenario in its folder. Whole or not at all. */
async function remember(dataFolder: string, scenario: Scenario): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(`${file(dataFolder)}.new`, `${JSON.stringify(scenario, null, 2)}\n`);
  await rename(`${file(dataFolder)}.new`, file(dataFolder));
}
