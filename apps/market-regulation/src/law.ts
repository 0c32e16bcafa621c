import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of market regulation. */
export const { refusal, lawOn, dueAfter, mustHaveCome, mustNotPrecede, mustNameLaw, enoughOfficers, isRepeated } =
  lawOf('market-regulation');
