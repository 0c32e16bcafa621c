import type { AsOf, ReadModels } from '#projection';
import { HttpProblem } from '#runtime';
import { whole } from '../query.js';
import { titleOf } from './list-answer.js';
import { listNames } from './list-names.js';
import { issueKey, listIssue, type Issue } from './list.projection.js';

/** A list that there is, or 404 with those that there are. */
export function named(name: string): string {
  const list = listNames.find((one) => one === name);
  if (list) return list;
  throw new HttpProblem(
    404,
    'list/unknown',
    { zh: `没有名单 ${name}`, en: `There is no list ${name}` },
    { wayOut: { zh: `现有：${listNames.join('、')}`, en: `There are: ${listNames.join(', ')}` } },
  );
}

/** The number of an issue as a caller wrote it. */
export const issueNumber = (field: string, text: string | undefined): number =>
  whole(field, text, { min: 1, max: 99_999_999, otherwise: 1 });

export interface FoundIssue {
  readonly asOf: AsOf;
  readonly issue: Issue;
}

/** An issue as it was published, when it was. */
export async function foundIssue(models: ReadModels, list: string, number: number): Promise<FoundIssue | undefined> {
  const { row, ...asOf } = await models.of(listIssue).get(issueKey(list, number));
  return row ? { asOf, issue: row as Issue } : undefined;
}

/** An issue that must be there, or 404 that tells where the issues are. */
export async function issueOf(models: ReadModels, list: string, number: number): Promise<FoundIssue> {
  const found = await foundIssue(models, list, number);
  if (found) return found;
  throw new HttpProblem(
    404,
    'list/issue-unknown',
    {
      zh: `${titleOf(list).zh}没有第 ${number} 期`,
      en: `The ${titleOf(list).en.toLowerCase()} has no issue ${number}`,
    },
    { wayOut: { zh: `各期见 /lists/${list}/issues`, en: `The issues there are: /lists/${list}/issues` } },
  );
}
