import { shortened } from '#procedure';

/** Id of the look-back at one target in one round. */
export const lookBackIdOf = (roundId: string, targetId: string): string => shortened(`${roundId}.${targetId}`);

/** Id of the exit file that the ledger opens because of another record. */
export const exitIdOf = (origin: 'closure' | 'stop-use' | 'screened' | 'resumed', id: string): string =>
  shortened(`GX-${origin}.${id}`);

/** Id of the case that the ledger opens because of a fact: several may follow from one record. */
export const caseIdOf = (recordId: string, revision: number): string => shortened(`GX-${recordId}.${revision}`);
