import { governmentDecisions } from '#procedure';

/** What the government decides on a report of environment is noted on its case (二(二)3). */
export const governmentPolicy = governmentDecisions('environment', {
  record: 'case',
  command: 'NoteGovernmentDecision',
});
