import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A data folder that holds a replayed year tells its own time, for as long as it exists. */
export interface Scenario {
  readonly preset: 'plan-year-2021';
  /** Instant at which its clock began. */
  readonly startsAt: string;
  /** True once the whole year was posted: from then on the clock goes by itself. */
  readonly posted: boolean;
}

const file = (dataFolder: string): string => join(dataFolder, 'scenario.json');

/** The scenario that a folder holds, if it holds one. */
export async function scenarioOf(dataFolder: string): Promise<Scenario | undefined> {
  if (!existsSync(file(dataFolder))) return undefined;
  return JSON.parse(await readFile(file(dataFolder), 'utf8')) as Scenario;
}

/** Whether nothing was ever kept in a folder: only such a one may become a scenario's. */
export const isUnused = (dataFolder: string): boolean => !existsSync(join(dataFolder, 'postgres'));

/** Remembers the scenario in its folder. Whole or not at all. */
export async function remember(dataFolder: string, scenario: Scenario): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  await writeFile(`${file(dataFolder)}.new`, `${JSON.stringify(scenario, null, 2)}\n`);
  await rename(`${file(dataFolder)}.new`, file(dataFolder));
}
