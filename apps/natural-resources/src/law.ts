import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of natural resources. */
export const { refusal, lawOn, isRepeated, mustHaveCome, mustNameLaw } = lawOf('natural-resources');
