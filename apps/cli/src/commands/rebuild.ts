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
    for (const turn of act.turns(words.length > 0 ? words : names)) {
      const bar = progress(turn.length > 1 ? `${turn.length} 个投影 projections` : turn[0]!, around);
      try {
        await ledger.send(act.path(turn), { token });
        for (const one of await ended(act, turn, ledger, token, bar)) around.out(`${JSON.stringify(one)}\n`);
      } finally {
        bar.stop();
      }
    }
  },
};

const look = async (ledger: Ledger, token: string): Promise<readonly Standing[]> =>
  (await ledger.json<{ projections: readonly Standing[] }>('/projections', { method: 'GET', token })).projections;

interface Act {
  /** Those that are asked for together. */
  readonly turns: (names: readonly string[]) => readonly (readonly string[])[];
  readonly path: (turn: readonly string[]) => string;
  readonly was: { readonly zh: string; readonly en: string };
}
const REBUILD: Act = {
  turns: (names) => [names],
  path: (turn) => `/projections/rebuild?names=${turn.join(',')}`,
  was: { zh: '重建', en: 'rebuilt' },
};
const ROLLBACK: Act = {
  turns: (names) => names.map((name) => [name]),
  path: ([name]) => `/projections/${name}/rollback`,
  was: { zh: '回退', en: 'rolled back' },
};

/** Watches the rows come up until all of them serve. */
async function ended({ was }: Act, names: readonly string[], ledger: Ledger, token: string, bar: Progress) {
  for (;;) {
    const standing = new Map((await look(ledger, token)).map((one) => [one.name, one]));
    const now = names.map((name) => ({ name, ...(standing.get(name)?.rebuild ?? NOTHING) }));
    bar.at(Math.min(...now.map(({ position }) => position)), Math.max(...now.map(({ head }) => head)));
    const failed = now.find(({ state }) => state !== 'done' && state !== 'running');
    if (failed)
      throw new Failure(
        EXIT.failed,
        `${failed.name} 未${was.zh}（${failed.state}）；原有数据继续提供查询\n${failed.name} was not ${was.en} (${failed.state}); what served goes on serving\n  ${failed.reason ?? ''}`,
      );
    if (now.every(({ state }) => state === 'done'))
      return now.map(({ name, position }) => ({ name, version: standing.get(name)!.version, position }));
    await pause(LOOK_MS);
  }
}

/** What a read side tells that was started anew meanwhile. */
const NOTHING: Rebuilding = { state: 'cancelled', position: 0, head: 0 };

function noProjection(name: string, names: readonly string[]): Failure {
  const near = nearest(name, names);
  const meant = near.length > 0 ? `. Did you mean ${near.join(', ')}?` : '';
  return usage(
    `没有投影“${name}”；可用：${names.join('、')}`,
    `There is no projection ${name}${meant} There are: ${names.join(', ')}`,
  );
}
