import { recordIdOf, type Recorded } from '#decider';
import { projection } from '#projection';
import { registers } from './every-register.js';
import type { Entry, Register } from './register.js';

/** A fact that made an entry what it is. */
export interface Step {
  readonly type: string;
  /** Legal time. */
  readonly at: string;
  readonly eventId: string;
}

/** One entry of one register. */
export interface RegisterRow {
  readonly register: string;
  readonly entry: Entry;
  readonly steps: readonly Step[];
}

const SEPARATOR = '/';

/** Key of a row. Names of registers have no slash, so the rest is the entry's own. */
export const rowKey = (register: string, id: string): string => `${register}${SEPARATOR}${id}`;

/** What an entry is called in paths. */
export const entryIdOf = (key: string): string => key.slice(key.indexOf(SEPARATOR) + 1);

const registerOf = (key: string): string => key.slice(0, key.indexOf(SEPARATOR));

const byName = new Map(registers.map((register) => [register.name, register]));
if (byName.size !== registers.length) throw new Error('Two registers have one name');

const byType = Map.groupBy(
  registers.flatMap((register) => Object.keys(register.when).map((type) => ({ type, register }))),
  ({ type }) => type,
);

const maySay = ({ readers }: Register, { visibility }: Recorded): boolean =>
  visibility !== 'sealed' || readers === 'read-sealed';

const idsIn = ({ key = recordIdOf }: Register, fact: Recorded): readonly string[] => [key(fact) ?? []].flat();

function put(row: RegisterRow, fact: Recorded, key: string): RegisterRow | undefined {
  const { when, keepsHistory } = byName.get(row.register)!;
  const entry = when[fact.type]!(row.entry, fact, entryIdOf(key));
  if (entry === row.entry || entry === undefined) return entry && row;
  const step = { type: fact.type, at: fact.occurredAt, eventId: fact.id };
  return { ...row, entry, steps: keepsHistory === false ? [step] : [...row.steps, step] };
}

/** Entries of all registers, one row each. */
export const registerEntry = projection<RegisterRow>({
  name: 'register_entry',
  version: 2,
  key: (fact) =>
    byType
      .get(fact.type)!
      .filter(({ register }) => maySay(register, fact))
      .flatMap(({ register }) => idsIn(register, fact).map((id) => rowKey(register.name, id))),
  blank: (key) => ({ register: registerOf(key), entry: {}, steps: [] }),
  columns: {
    register: { type: 'text', of: ({ register }) => register, index: true },
    county: { type: 'text', of: ({ entry }) => (typeof entry.county === 'string' ? entry.county : null) },
    state: { type: 'text', of: ({ entry }) => (typeof entry.state === 'string' ? entry.state : null) },
  },
  when: Object.fromEntries([...byType.keys()].map((type) => [type, put])),
});
