import { lawOf } from '#procedure';

/** What every department's law asks alike, refused under the codes of development and reform. */
export const { refusal, lawOn, dueAfter } = lawOf('development-reform');
