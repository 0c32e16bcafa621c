import type { government } from '#contracts';
import type { ReadModels } from '#projection';
import { pagesOf } from '../pages.js';
import { digestOf } from '../reports/digest.js';
import { EXIT_QUERY, exitStatistics } from './exit.projection.js';
import { exitsFound, type ExitQuestion } from './exits-found.js';

const WAIT_MS = 5_000;

/** The answer to a question of exits, with what it takes to ask it again. */
export interface ExitAnswer {
  readonly frozen: government.FrozenQuery;
  readonly content: government.ExitContent;
}

/** Asks the rows. Without a position, everything that they reflect now is known. */
export async function askExits(
  models: ReadModels,
  { asKnownAt: asked, ...question }: Omit<ExitQuestion, 'asKnownAt'> & { readonly asKnownAt?: number },
): Promise<ExitAnswer> {
  if (asked !== undefined) await models.waitFor(exitStatistics.name, asked, WAIT_MS);
  const content: government.ExitContent = { enterprises: [], equipment: [], capacity: [] };
  let asKnownAt = asked;
  for await (const page of pagesOf(models.of(exitStatistics), [{ column: 'exited', is: true }])) {
    asKnownAt ??= page.position;
    for (const { key, row } of page.rows) {
      const found = exitsFound(key, row.facts, { ...question, asKnownAt });
      content.enterprises.push(...found.enterprises);
      content.equipment.push(...found.equipment);
      content.capacity.push(...found.capacity);
    }
  }
  const { from, asOf } = question;
  return {
    frozen: { query: EXIT_QUERY, from, asOf, asKnownAt: asKnownAt!, contentSha256: digestOf(content) },
    content,
  };
}
