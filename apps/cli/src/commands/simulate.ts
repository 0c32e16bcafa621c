import { embeddedIssuer } from '#identity';
import { simulateCityYear } from '../city-year/simulate-city-year.js';
import { text, type CliCommand } from '../command.js';
import { connectionHelp, dataFolderOf, ledgerAt } from '../connection.js';
import { usage } from '../exit-codes.js';
import { planYear } from '../plan-year/plan-year.js';
import { postPlanYear } from '../plan-year/post-plan-year.js';
import { progress } from '../progress.js';

const presets = ['plan-year', 'hz-2021'] as const;

/**
 * Posts a synthetic year to a ledger that runs under the scenario clock: the short one that tells every story of the
 * plan, or that of a whole city.
 */
export const simulate: CliCommand = {
  name: 'simulate',
  says: { zh: '提交模拟年度', en: 'Post a synthetic year' },
  usage: 'taizhang simulate [--preset plan-year|hz-2021] [--seed 2021] [--enterprises 60] [--print] [--out <folder>]',
  options: {
    preset: { type: 'string' },
    seed: { type: 'string' },
    enterprises: { type: 'string' },
    print: { type: 'boolean' },
    share: { type: 'string' },
    dirt: { type: 'string' },
    out: { type: 'string' },
    url: { type: 'string' },
    data: { type: 'string' },
  },
  optionHelp: {
    preset: [
      'plan-year 计划年度（缺省）· hz-2021 全市一年，约7万件 plan-year (default), or hz-2021: a city year of about 70,000 facts',
      '时钟在年内的，逐日推进，期限依次届满；时钟已过年末的，按历史数据一次补录 A clock that stands in the year is moved',
      'day by day, so that terms pass in their order; a clock past its end takes the year at once, as old files are brought in',
    ].join('\n  '.padEnd(24)),
    seed: '随机种子，同种子同数据 The same seed gives the same year (default 2021)',
    enterprises: '企业数，40至5000 How many enterprises, 40 to 5000 (default 60)',
    share: 'hz-2021：取全年的几分之几 How much of hz-2021: 0.01 is a hundredth of every number (default 1)',
    dirt: 'hz-2021：on 含表格常见脏数据，off 不含 Rows as spreadsheets have them, on or off (default on)',
    out: 'hz-2021：写成文件供 import，不提交 Write hz-2021 as files for import and post nothing',
    print: '仅输出各步（NDJSON），不提交 Print the steps as NDJSON and post nothing',
    url: connectionHelp.url,
    data: connectionHelp.data,
  },
  examples: [
    'taizhang simulate',
    'taizhang simulate --seed 7 --print > year.ndjson',
    'taizhang simulate --preset hz-2021',
    'taizhang simulate --preset hz-2021 --out hz-2021',
  ],
  async run(_, values, around) {
    const seed = whole(text(values['seed']) ?? '2021', 'seed', 0, 2 ** 31);
    const preset = text(values['preset']) ?? presets[0];
    if (!presets.some((one) => one === preset))
      throw usage(`--preset 应为 ${presets.join(' 或 ')}`, `--preset must be ${presets.join(' or ')}`);
    if (preset === 'hz-2021') return simulateCityYear(seed, values, around);
    const enterprises = whole(text(values['enterprises']) ?? '60', 'enterprises', 40, 5000);
    const steps = planYear({ seed, enterprises });
    if (values['print']) return steps.forEach((step) => around.out(`${JSON.stringify(step)}\n`));

    const issuer = await embeddedIssuer(dataFolderOf(values, around));
    const { baseUrl } = await ledgerAt(values, around);
    const bar = progress('2021', around);
    try {
      const posted = await postPlanYear({
        baseUrl,
        steps,
        token: (role) => issuer.mint({ subject: 'plan-year', client: 'plan-year', roles: [role], ttlSeconds: 3600 }),
        onProgress: (done, total, date) => bar.at(done, total, date),
      });
      around.out(`${JSON.stringify(posted)}\n`);
    } finally {
      bar.stop();
    }
  },
};

function whole(given: string, name: string, least: number, most: number): number {
  const number = /^\d{1,10}$/.test(given) ? Number(given) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw usage(`--${name} 应为${least}至${most}的整数`, `--${name} must be a whole number from ${least} to ${most}`);
}
