import { recorded, rowsOf, type PastFact } from '#projection';
import { dossier, whole, type Dossier } from './dossier.projection.js';

/** The dossiers that facts make, by key, for specs. */
export const dossiersOf = (...facts: readonly PastFact[]): Map<string, Dossier> =>
  new Map([...rowsOf(dossier, recorded(...facts))].map(([key, filed]) => [key, whole(filed)]));
