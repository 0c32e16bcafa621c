import { setTimeout as pause } from 'node:timers/promises';
import type { CliCommand } from '../command.js';
import { connectionHelp, connectionOptions, ledgerAt, tokenFor } from '../connection.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { nearest } from '../languages.js';
import type { Ledger } from '../ledger.js';
import { progress, type Progress } from '../progress.js';

/** How a rebuild goes, as the read side tells it. */
interface Rebuilding {
  readonly state: 'running' | 'done' | 'cancelled' | 'failed';
  readonly position: number;
  readonly head: number;
  readonly reason?: string;
}

interface Standing {
  readonly name: string;
  readonly version: number;
  readonly position: number;
  /** False for what another service than the read side defines. */
  readonly rebuildable: boolean;
  readonly rebuild?: Rebuilding;
}

const LOOK_MS = 200;

/** Builds projections anew beside the rows that serve, which go on serving until the swap; or goes back to those before. */
export const rebuild: CliCommand = {
  name: 'rebuild',
  says: { zh: '重建投影', en: 'Rebuild projections' },
  usage: 'taizhang rebuild [--rollback] [projection…]',
  options: { ...connectionOptions, rollback: { type: 'boolean', default: false } },
  optionHelp: {
    ...connectionHelp,
    rollback:
      '回到上次换用前的数据，补齐后提供查询 Back to the rows that served before the last swap, brought up to the ledger',
  },
  examples: [
    'taizhang rebuild',
    'taizhang rebuild enterprise_dossier',
    'taizhang rebuild --rollback enterprise_dossier',
  ],
  async run(words, values, around) {
    const ledger = await ledgerAt(values, around);
    const token = await tokenFor('operator', values, around);
    const names = (await look(ledger, token)).filter(({ rebuildable }) => rebuildable).map(({ name }) => name);
    const act = values['rollback'] ? ROLLBACK : REBUILD;
    if (act === ROLLBACK && words.length === 0)
      throw usage(
        `请写明回退哪个投影：${names.join('、')}`,
        `Say which projection is to be rolled back: ${names.join(', ')}`,
      );
    const unknown = words.find((word) => !names.includes(word));
    if (unknown) throw noProjection(unknown, names);
    for (const name of words.length > 0 ? words : names) {
      const bar = progress(name, around);
      try {
        await ledger.send(`/projections/${name}/${act.path}`, { token });
        around.out(`${JSON.stringify(await ended(act, name, ledger, token, bar))}\n`);
      } finally {
        bar.stop();
      }
    }
  },
};

const look = async (ledger: Ledger, token: string): Promise<readonly Standing[]> =>
  (await ledger.json<{ projections: readonly Standing[] }>('/projections', { method: 'GET', token })).projections;

interface Act {
  readonly path: string;
  readonly was: { readonly zh: string; readonly en: string };
}
const REBUILD: Act = { path: 'rebuild', was: { zh: '重建', en: 'rebuilt' } };
const ROLLBACK: Act = { path: 'rollback', was: { zh: '回退', en: 'rolled back' } };

/** Watches the rows come up until they serve. */
async function ended({ was }: Act, name: string, ledger: Ledger, token: string, bar: Progress) {
  for (;;) {
    const standing = (await look(ledger, token)).find((one) => one.name === name);
    const { state = 'cancelled', position = 0, head = 0, reason = '' } = standing?.rebuild ?? {};
    bar.at(position, head);
    if (state === 'done') return { name, version: standing?.version, position };
    if (state !== 'running')
      throw new Failure(
        EXIT.failed,
        `${name} 未${was.zh}（${state}）；原有数据继续提供查询\n${name} was not ${was.en} (${state}); what served goes on serving\n  ${reason}`,
      );
    await pause(LOOK_MS);
  }
}

function noProjection(name: string, names: readonly string[]): Failure {
  const near = nearest(name, names);
  const meant = near.length > 0 ? `. Did you mean ${near.join(', ')}?` : '';
  return usage(
    `没有投影“${name}”；可用：${names.join('、')}`,
    `There is no projection ${name}${meant} There are: ${names.join(', ')}`,
  );
}
