import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ScenarioTime } from '#department';
import { openLog } from '#runtime';
import { keepRunning, type KeptService } from './kept-service.js';

/** A service that listens nowhere but keeps the conversation: it says what it was asked, and how far its clock is. */
const OBLIGING = `
  let time;
  process.on('message', ({ id, ask, ...rest }) => {
    time = rest.time ?? time;
    if (ask === 'begin') process.send({ listening: 'http://127.0.0.1:1' });
    else process.send({ answers: id, ...(ask === 'next' ? { value: time?.at } : ask === 'settle' ? { value: process.pid } : {}) });
  });
  process.on('SIGTERM', () => process.exit(0));`;

let apps: string;
let kept: KeptService | undefined;
let said: { msg: string; restartInMs: number; times: number; lastWords: string }[];
let heard: string[];

beforeEach(async () => {
  apps = await mkdtemp(join(tmpdir(), 'apps-'));
  [said, heard] = [[], []];
});
afterEach(async () => {
  await kept?.stop();
  await rm(apps, { recursive: true });
});

async function keep(program: string, time?: ScenarioTime): Promise<KeptService> {
  await mkdir(join(apps, 'energy/src'), { recursive: true });
  await writeFile(join(apps, 'energy/src/main.js'), program);
  kept = keepRunning(
    { name: 'energy', serves: ['/energy'] },
    {
      apps,
      environment: process.env,
      log: openLog({ pretty: false, destination: { write: (line) => void said.push(JSON.parse(line)) } }),
      say: (_, line) => void heard.push(line),
      time: () => time,
      changed: () => undefined,
    },
  );
  return kept;
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await pause(20);
}

describe('a service that is kept running', () => {
  it('is told the time at once, and again when it listens', async () => {
    const energy = await keep(OBLIGING, { at: 1_614_528_000_000 });
    expect(await energy.up(20_000)).toBe(true);
    expect(await energy.next()).toBe(1_614_528_000_000);
  });

  it('is started again when it ends, and asked again what it did not answer', async () => {
    const energy = await keep(OBLIGING);
    await energy.up(20_000);
    const { pid } = energy;
    process.kill(pid!, 'SIGSTOP');
    const answer = energy.settle();
    process.kill(pid!, 'SIGKILL');
    expect(await answer).toBe(energy.pid);
    expect(energy.pid).not.toBe(pid);
    expect(said).toMatchObject([{ msg: 'a service ended: starting it again', how: 'SIGKILL' }]);
  });

  it('that keeps ending is started ever more seldom, and reported with its last words', async () => {
    const energy = await keep(`console.log('here'); console.error('no ground'); process.exitCode = 4;`);
    await until(() => said.length >= 4);
    expect(said.map(({ restartInMs }) => restartInMs)).toEqual([100, 200, 400, 800]);
    expect(said[3]).toMatchObject({ msg: 'a service keeps ending', times: 4, lastWords: 'no ground' });
    expect(heard).toContain('here');
    expect({ url: energy.url, trouble: energy.trouble }).toEqual({ url: undefined, trouble: 'ended (exit code 4)' });
    expect(energy.backInS).toBeGreaterThan(0);
  });

  it('is not started again once it was told to stop', async () => {
    const energy = await keep(OBLIGING);
    await energy.up(20_000);
    await energy.stop();
    expect(energy.pid).toBeUndefined();
    expect(said).toEqual([]);
  });
});
