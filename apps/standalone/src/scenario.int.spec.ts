import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { clockOf, finished, scenarioFor } from './scenario.js';

let dataFolder: string;
beforeEach(async () => void (dataFolder = await mkdtemp(join(tmpdir(), 'scenario-'))));
afterEach(() => rm(dataFolder, { recursive: true }));

const started = { preset: 'plan-year-2021', startsAt: '2021-03-01T00:00:00+08:00', posted: false };

describe('the scenario of a data folder', () => {
  it('is the plan year where nothing was kept yet, and stays it', async () => {
    expect(await scenarioFor({ dataFolder }, { empty: false })).toEqual(started);
    expect(await scenarioFor({ dataFolder }, { empty: true })).toEqual(started);
  });

  it('is none for whoever asks for an empty ledger, or has one already', async () => {
    expect(await scenarioFor({ dataFolder }, { empty: true })).toBeUndefined();
    await mkdir(join(dataFolder, 'postgres'));
    expect(await scenarioFor({ dataFolder }, { empty: false })).toBeUndefined();
  });

  it.each([
    { databaseUrl: 'postgres://db/taizhang' },
    { eventstoreUrl: 'esdb://es:2113' },
    { kafkaBrokers: ['kafka:9092'] },
  ])('is none where it would go to %j, unless its start is given', async (ground) => {
    expect(await scenarioFor({ dataFolder, ...ground }, { empty: false })).toBeUndefined();
    const scenarioStart = new Date('2021-04-01T00:00:00+08:00');
    expect(await scenarioFor({ dataFolder, ...ground, scenarioStart }, { empty: false })).toMatchObject({
      startsAt: scenarioStart.toISOString(),
    });
  });

  it('goes on where its clock stood when the year was posted', async () => {
    const scenario = (await scenarioFor({ dataFolder }, { empty: false }))!;
    const clock = clockOf(scenario, Date.parse('2022-01-31T10:00:00Z'));
    await finished({ dataFolder }, scenario, clock);
    const again = (await scenarioFor({ dataFolder }, { empty: false }))!;
    expect(again).toEqual({ ...started, startsAt: '2022-01-31T10:00:00.000Z', posted: true });
    expect(clockOf(again, 0).time.since).toBeDefined();
  });
});
