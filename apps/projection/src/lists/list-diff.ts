import type { ListLine } from './list.projection.js';

/** A line that is on both sides and does not say the same. */
export interface ChangedLine {
  readonly before: ListLine;
  readonly after: ListLine;
  /** Names of the fields that differ. */
  readonly fields: readonly string[];
}

/** What leads from one issue to another. */
export interface ListDiff {
  readonly entered: readonly ListLine[];
  readonly left: readonly ListLine[];
  readonly changed: readonly ChangedLine[];
}

const byCase = (lines: readonly ListLine[]) => new Map(lines.map((line) => [line.caseId, line]));

const fieldsThatDiffer = (before: ListLine, after: ListLine): string[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].filter(
    (name) => before[name as keyof ListLine] !== after[name as keyof ListLine],
  );

/** Who entered, who left and whose line says something else. A line is its case: an enterprise may be on a list twice. */
export function linesBetween(before: readonly ListLine[], after: readonly ListLine[]): ListDiff {
  const [had, has] = [byCase(before), byCase(after)];
  return {
    entered: after.filter(({ caseId }) => !had.has(caseId)),
    left: before.filter(({ caseId }) => !has.has(caseId)),
    changed: after.flatMap((line) => {
      const old = had.get(line.caseId);
      const fields = old ? fieldsThatDiffer(old, line) : [];
      return old && fields.length > 0 ? [{ before: old, after: line, fields }] : [];
    }),
  };
}
