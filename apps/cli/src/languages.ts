import { commandOf, languages, type RecordKind } from '#contracts';

export const departments: readonly string[] = languages.map(({ department }) => department);

/** One command of one department, and where it is posted. */
export interface CommandWord {
  readonly department: string;
  readonly name: string;
  readonly record: RecordKind;
  readonly payload: new () => object;
  readonly traits: ReturnType<typeof commandOf>;
}

/** The commands of a department, those that only the ledger gives itself left out. */
export const commandsOf = (department: string): readonly CommandWord[] =>
  allOf(department).filter(({ traits }) => traits.issuedBy === 'department');

export const findCommand = (department: string, name: string): CommandWord | undefined =>
  allOf(department).find((word) => word.name === name);

function allOf(department: string): readonly CommandWord[] {
  const language = languages.find((one) => one.department === department);
  return Object.values(language?.records ?? {}).flatMap((record) =>
    Object.entries(record.commands).map(([name, payload]) => ({
      department,
      name,
      record,
      payload,
      traits: commandOf(payload, record),
    })),
  );
}

/** The words nearest to a misspelt one, at most three. */
export function nearest(word: string, words: readonly string[]): readonly string[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  return words
    .map((candidate) => ({ candidate, far: distance(plain(word), plain(candidate)) }))
    .filter(({ candidate, far }) => far <= Math.max(2, candidate.length / 3) || plain(candidate).includes(plain(word)))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ candidate }) => candidate);
}

/** Levenshtein distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let a = 1; a <= one.length; a++) {
    const next = [a];
    for (let b = 1; b <= other.length; b++)
      next.push(Math.min(row[b]! + 1, next[b - 1]! + 1, row[b - 1]! + (one[a - 1] === other[b - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}
