import { languages } from './languages.js';

/**
 * Departments whose language has this very event, as paths spell them. What several departments say alike, such as
 * that a penalty was decided, is one class in the languages of all of them.
 */
export const speakersOf = (event: new () => object): readonly string[] =>
  languages
    .filter(({ records }) => Object.values(records).some(({ events }) => Object.values(events).includes(event)))
    .map(({ department }) => department);
