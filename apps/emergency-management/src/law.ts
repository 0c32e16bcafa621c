import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of emergency management. */
export const law = lawOf('emergency-management');

export const { refusal, lawOn, dueAfter, isRepeated, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers } = law;
