import { access, constants, mkdir, statfs } from 'node:fs/promises';
import type { CliCommand, Surroundings, Values } from '../command.js';
import { connectionHelp, connectionOptions, dataFolderOf, ledgerAt, tokenFor } from '../connection.js';
import { EXIT, Failure } from '../exit-codes.js';

/** One thing looked at. */
interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly says: string;
}

const LOW_SPACE_MB = 1024;

/** Looks at what most often keeps a ledger from working, and says what to do. */
export const doctor: CliCommand = {
  name: 'doctor',
  says: { zh: '检查运行环境', en: 'Check what a ledger needs' },
  usage: 'taizhang doctor',
  options: connectionOptions,
  optionHelp: connectionHelp,
  examples: ['taizhang doctor', 'taizhang doctor --json'],
  async run(_, values, around) {
    const findings = [engine(), await folder(values, around), ...(await ledger(values, around))];
    for (const finding of findings)
      around.out(
        values['json']
          ? `${JSON.stringify(finding)}\n`
          : `${finding.ok ? '✓' : '✗'} ${finding.check}: ${finding.says}\n`,
      );
    const wrong = findings.filter(({ ok }) => !ok);
    if (wrong.length > 0)
      throw new Failure(EXIT.failed, `${wrong.length}项需要处理\n${wrong.length} of the checks need attention`);
  },
};

function engine(): Finding {
  const major = Number(process.versions.node.split('.')[0]);
  return {
    check: 'Node.js',
    ok: major >= 24,
    says: `${process.versions.node}${major >= 24 ? '' : '；需要 24 needs 24'}`,
  };
}

async function folder(values: Values, around: Surroundings): Promise<Finding> {
  const path = dataFolderOf(values, around);
  try {
    await mkdir(path, { recursive: true });
    await access(path, constants.W_OK);
    const { bavail, bsize } = await statfs(path);
    const freeMb = Math.floor((bavail * bsize) / 1_048_576);
    return { check: '数据目录 data folder', ok: freeMb > LOW_SPACE_MB, says: `${path}, ${freeMb} MB 可用 free` };
  } catch (error) {
    return { check: '数据目录 data folder', ok: false, says: `${path}: ${(error as Error).message}` };
  }
}

/** Whether it answers, is ready, believes our token, and whether its projections keep up. */
async function ledger(values: Values, around: Surroundings): Promise<readonly Finding[]> {
  const at = await ledgerAt(values, around);
  try {
    const { status } = await at.json<{ status: string }>('/health/ready', { method: 'GET' });
    const token = await tokenFor('operator', values, around);
    const { projections } = await at.json<{
      projections: readonly { name: string; lag: number; parked: number }[];
    }>('/projections', { method: 'GET', token });
    return [
      { check: '台账 ledger', ok: status === 'up', says: `${at.baseUrl} ${status}` },
      ...projections.map(({ name, lag, parked }) => ({
        check: name,
        ok: parked === 0,
        says: `落后 lag ${lag}，搁置 parked ${parked}`,
      })),
    ];
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ check: '台账 ledger', ok: false, says: error.message }];
  }
}
