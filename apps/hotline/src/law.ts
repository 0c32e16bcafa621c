import { lawOf } from '#procedure';

export { cite } from '#procedure';

/** What every department's law asks alike, refused under the codes of the hotline. */
export const { refusal, lawOn, dueAfter, mustNameLaw, enoughOfficers } = lawOf('hotline');
