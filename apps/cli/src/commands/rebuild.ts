import { setTimeout as pause } from 'node:timers/promises';
import type { CliCommand } from '../command.js';
import { connectionHelp, connectionOptions, ledgerAt, tokenFor } from '../connection.js';
import { usage } from '../exit-codes.js';
import type { Ledger } from '../ledger.js';
import { nearest } from '../languages.js';
import { progress, type Progress } from '../progress.js';

/** Where a projection stands, as the read side tells it. */
interface Standing {
  readonly name: string;
  readonly version: number;
  readonly position: number;
  readonly building?: { readonly version: number; readonly position: number };
}

const LOOK_MS = 250;

/** Builds projections anew beside the rows that serve, which go on serving until the swap. */
export const rebuild: CliCommand = {
  name: 'rebuild',
  says: { zh: '重建投影', en: 'Rebuild projections' },
  usage: 'taizhang rebuild [projection…]',
  options: connectionOptions,
  optionHelp: connectionHelp,
  examples: ['taizhang rebuild', 'taizhang rebuild enterprise_dossier'],
  async run(words, values, around) {
    const ledger = ledgerAt(values, around);
    const token = await tokenFor('operator', values, around);
    const standing = await look(ledger, token);
    const names = standing.map(({ name }) => name);
    const unknown = words.find((word) => !names.includes(word));
    if (unknown) {
      const near = nearest(unknown, names);
      throw usage(
        `没有投影“${unknown}”；可用：${names.join('、')}`,
        `There is no projection ${unknown}${near.length > 0 ? `. Did you mean ${near.join(', ')}?` : ''}; there are: ${names.join(', ')}`,
      );
    }
    for (const name of words.length > 0 ? words : names) {
      const bar = progress(name, around);
      try {
        around.out(`${JSON.stringify(await built(name, ledger, token, bar))}\n`);
      } finally {
        bar.stop();
      }
    }
  },
};

const look = async (ledger: Ledger, token: string): Promise<readonly Standing[]> =>
  (await ledger.json<{ projections: readonly Standing[] }>('/projections', { method: 'GET', token })).projections;

/** Asks for the build and watches it until its rows serve. */
async function built(name: string, ledger: Ledger, token: string, bar: Progress): Promise<Standing> {
  let isAnswered = false;
  const asked = ledger.send(`/projections/${name}/rebuild`, { token }).finally(() => (isAnswered = true));
  // The answer is waited for below; until then nobody else may hear of its failure.
  asked.catch(() => {});
  for (;;) {
    const now = (await look(ledger, token)).find((one) => one.name === name)!;
    if (now.building) bar.at(now.building.position, Math.max(now.position, now.building.position));
    if (isAnswered) {
      await asked;
      if (!now.building) {
        bar.at(now.position, now.position);
        return now;
      }
    }
    await pause(LOOK_MS);
  }
}
