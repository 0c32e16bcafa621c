import { procedure, speakersOf } from '#contracts';

/** Departments that impose penalties, as paths spell them. */
export const penalisers: readonly string[] = speakersOf(procedure.PenaltyDecided);
