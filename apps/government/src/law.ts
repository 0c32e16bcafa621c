import type { Refusal } from '#decider';
import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of the government. */
export const { refusal, lawOn, dueBy, isRepeated, mustHaveCome, mustNotPrecede, enoughOfficers } = lawOf('government');

/** Refuses a record whose id does not say whose it is: there is one a year for each. */
export function mustHaveId(kind: string, id: string, own: string, clause: string): void {
  if (id === own) return;
  throw refusal(
    `${kind}-id`,
    { zh: `编号应为“${own}”，不是“${id}”`, en: `The id is ${own}, not ${id}: there is one for each` },
    { clause, wayOut: { zh: `以编号 ${own} 提交`, en: `Post it under the id ${own}` }, facts: { id, expected: own } },
  );
}

/** Refuses what has nothing to rest on yet. */
export const tooEarly = (code: string, zh: string, en: string, clause: string, wayOut: Refusal['sentence']): Refusal =>
  refusal(code, { zh, en }, { clause, wayOut });
