import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of energy. */
export const { refusal, lawOn, dueAfter, dueExtended, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers } =
  lawOf('energy');
