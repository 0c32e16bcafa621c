import { projection } from '#projection';
import { kept, type KeptFact } from './counting.js';
import { countings } from './every-counting.js';

/** What one report keeps of one record: the facts themselves, for any question on both time axes. */
export interface CountedRecord {
  readonly facts: readonly KeptFact[];
}

const SEPARATOR = '/';
const reportOf = (key: string): string => key.slice(0, key.indexOf(SEPARATOR));
/** Stream of the record in a row's key. */
export const streamOf = (key: string): string => key.slice(key.indexOf(SEPARATOR) + 1);

const types = [...new Set(Object.values(countings).flatMap((counting) => Object.keys(counting)))];
const days = ({ facts }: CountedRecord): string[] => facts.flatMap(({ on }) => on ?? []).toSorted();

/** Records that reports count, one row for each report; found by the days on which they count. */
export const countedRecord = projection<CountedRecord>({
  name: 'counted_record',
  version: 1,
  key: ({ type, stream, visibility }) =>
    visibility === 'sealed'
      ? undefined
      : Object.keys(countings).flatMap((report) =>
          Object.hasOwn(countings[report]!, type) ? [`${report}${SEPARATOR}${stream}`] : [],
        ),
  blank: () => ({ facts: [] }),
  columns: {
    report: { type: 'text', of: (_, key) => reportOf(key), index: true },
    first_on: { type: 'text', of: (row) => days(row)[0] ?? null, index: true },
    last_on: { type: 'text', of: (row) => days(row).at(-1) ?? null },
  },
  when: Object.fromEntries(
    types.map((type) => [
      type,
      ({ facts }, fact, key) => ({ facts: [...facts, kept(countings[reportOf(key)]![type]!, fact)] }),
    ]),
  ),
});
