import { embeddedIssuer } from '#identity';
import { text, type CliCommand } from '../command.js';
import { connectionHelp, dataFolderOf, ledgerAt } from '../connection.js';
import { usage } from '../exit-codes.js';
import { planYear } from '../plan-year/plan-year.js';
import { postPlanYear } from '../plan-year/post-plan-year.js';
import { progress } from '../progress.js';

/** Posts the synthetic plan year to a ledger that runs under the scenario clock. */
export const simulate: CliCommand = {
  name: 'simulate',
  says: { zh: '提交模拟的计划年度', en: 'Post the synthetic plan year' },
  usage: 'taizhang simulate [--seed 2021] [--enterprises 60] [--print]',
  options: {
    seed: { type: 'string' },
    enterprises: { type: 'string' },
    print: { type: 'boolean' },
    url: { type: 'string' },
    data: { type: 'string' },
  },
  optionHelp: {
    seed: '随机种子，同种子同数据 The same seed gives the same year (default 2021)',
    enterprises: '企业数，40至5000 How many enterprises, 40 to 5000 (default 60)',
    print: '仅输出各步（NDJSON），不提交 Print the steps as NDJSON and post nothing',
    url: connectionHelp.url,
    data: connectionHelp.data,
  },
  examples: ['taizhang simulate', 'taizhang simulate --seed 7 --print > year.ndjson'],
  async run(_, values, around) {
    const seed = whole(text(values['seed']) ?? '2021', 'seed', 0, 2 ** 31);
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
