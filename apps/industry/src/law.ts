import type { Bilingual, Refusal, RefusalGrounds } from '#decider';
import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of industry. */
export const { refusal, lawOn, dueAfter, isRepeated, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers } =
  lawOf('industry');

/** A refusal with the way out that it owes its caller. */
export const no = (code: string, says: Bilingual, wayOut: Bilingual, grounds: RefusalGrounds = {}): Refusal =>
  refusal(code, says, { ...grounds, wayOut });
