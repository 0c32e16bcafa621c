import { ScenarioClock } from '#department';
import { systemClock } from '#event-store';
import { serve } from '#ledger';
import { readArguments } from './arguments.js';
import { welcome } from './banner.js';
import { replay } from './replay.js';
import { isUnused, remember, scenarioOf, type Scenario } from './scenario.js';
import { everything } from './standalone.module.js';

const { empty, environment } = readArguments(process.argv.slice(2));
const dataFolder = environment['TAIZHANG_DATA'] ?? './data';

// A year that nobody lived is posted into a new folder of our own only, never into somebody's database.
const isOurs = !environment['DATABASE_URL'] && !environment['DATABASE_URL_FILE'];
const first: Scenario = { preset: 'plan-year-2021', startsAt: '2021-03-01T00:00:00+08:00', posted: false };
const scenario = (await scenarioOf(dataFolder)) ?? (!empty && isOurs && isUnused(dataFolder) ? first : undefined);
if (scenario) await remember(dataFolder, scenario);

const served = await serve({
  name: 'taizhang',
  environment,
  modules: everything,
  clockFrom: (lastRecordedAt) =>
    scenario
      ? new ScenarioClock(Math.max(Date.parse(scenario.startsAt), lastRecordedAt), { ticking: scenario.posted })
      : systemClock,
});
const isReplay = scenario !== undefined && !scenario.posted && !empty;
const isComplete = !isReplay || (await replay(served));
if (isReplay && isComplete) {
  // A restart goes on from here, even when nothing was recorded since the year ended.
  const startsAt = new Date(served.ledger.clock.now()).toISOString();
  await remember(dataFolder, { ...scenario, startsAt, posted: true });
  (served.ledger.clock as ScenarioClock).tick();
}
if (isComplete) welcome(served, scenario !== undefined);
