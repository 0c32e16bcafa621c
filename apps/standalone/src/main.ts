import { ScenarioClock } from '#department';
import { configure, serve } from '#ledger';
import { readArguments } from './arguments.js';
import { welcome } from './banner.js';
import { replay } from './replay.js';
import { clockOf, finished, scenarioFor } from './scenario.js';
import { everything } from './standalone.module.js';

const { empty, environment } = readArguments(process.argv.slice(2), {
  command: 'npm start',
  zh: '全部部门与查询服务在一个进程内运行，数据库内置',
  en: 'every department and the read side in one process, on the bundled PostgreSQL',
});
const configuration = configure(environment);
const scenario = await scenarioFor(configuration, { empty });

const served = await serve({
  name: 'taizhang',
  configuration,
  modules: everything,
  ...(scenario ? { clockFrom: (lastRecordedAt) => clockOf(scenario, lastRecordedAt) } : {}),
});
const { clock } = served.ledger;
const isReplay = scenario !== undefined && !scenario.posted && !empty;
const isComplete = !isReplay || (await replay(served));
if (isReplay && isComplete && clock instanceof ScenarioClock) {
  await finished(configuration, scenario, clock);
  clock.tick();
}
if (isComplete) welcome({ url: served.url, configuration, clock });
