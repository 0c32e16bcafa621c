import { lawOf } from '#procedure';

export { cite } from '#procedure';

export const law = lawOf('environment');

/** What every department's law asks alike, refused under the codes of environment. */
export const { refusal, lawOn, dueAfter, isRepeated, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers } = law;
