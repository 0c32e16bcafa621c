import { fieldsOf, languages, partOf, type FieldFacts } from '#contracts';
import { namespaceOf } from '#decider';
import type { Cell, TableColumn } from './table.js';

type Payload = new () => object;

const payloads = new Map<string, Payload>(
  languages.flatMap(({ department, records }) =>
    Object.values(records).flatMap(({ events }) =>
      Object.entries(events).map(([name, payload]): [string, Payload] => [
        `${namespaceOf(department)}.${name}`,
        payload,
      ]),
    ),
  ),
);

const join = (path: string, name: string): string => (path ? `${path}.${name}` : name);

/** Fields of a payload by their path, those of its parts among them: `enterprise.uscc`. */
function declaredIn(payload: Payload, path = ''): [string, FieldFacts][] {
  return [...fieldsOf(payload)].flatMap(([name, facts]): [string, FieldFacts][] => {
    const part = facts.isArray ? undefined : partOf(facts);
    return part ? declaredIn(part, join(path, name)) : [[join(path, name), facts]];
  });
}

const isPart = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What a line holds, by the path of the field. */
export const valuesOf = (line: object, path = ''): [string, unknown][] =>
  Object.entries(line).flatMap(([name, value]): [string, unknown][] => {
    if (value === undefined) return [];
    return isPart(value) ? valuesOf(value, join(path, name)) : [[join(path, name), value]];
  });

const cellOf = (value: unknown): Cell => {
  if (!Array.isArray(value)) return value as Cell;
  return value.some((item) => typeof item === 'object') ? JSON.stringify(value) : value.join('；');
};

const at = (line: object, path: string): unknown =>
  path.split('.').reduce<unknown>((held, name) => (isPart(held) ? held[name as never] : undefined), line);

/** `Area: HC, HY … / 县（区）` as a heading; its path is what programs go by. */
function titleOf(path: string, facts: FieldFacts | undefined): string {
  if (!facts) return path;
  const [en = '', zh = ''] = facts.description.split(' / ');
  return `${zh} ${en.split(/[:;,]/, 1)[0]} (${path})`.trimStart();
}

/**
 * Columns for lines that say what facts of these types said: in the order in which the facts declare their fields, then
 * whatever else the lines hold. A field that no line has gets no column.
 */
export function fieldColumns<Line extends object>(
  types: readonly string[],
  lines: readonly Line[],
): TableColumn<Line>[] {
  const declared = new Map(types.toReversed().flatMap((type) => declaredIn(payloads.get(type)!)));
  const order = types.flatMap((type) => declaredIn(payloads.get(type)!).map(([path]) => path));
  const held = new Set(lines.flatMap((line) => valuesOf(line).map(([path]) => path)));
  const paths = new Set([...order.filter((path) => held.has(path)), ...held]);
  return [...paths].map((path) => ({
    title: titleOf(path, declared.get(path)),
    of: (line) => cellOf(at(line, path)),
    width: declared.get(path)?.format === 'date' ? 12 : 20,
  }));
}
