import { fieldsOf as factsOf, kebab, partOf, type FieldFacts } from '#contracts';
import { commandsOf, type CommandWord } from './languages.js';

/** A field of a payload, and those of the part that it is. */
export interface FieldOf {
  readonly name: string;
  readonly facts: FieldFacts;
  /** Its class, when the field is a part or a list of them. */
  readonly part?: new () => object;
  readonly parts: readonly FieldOf[];
}

/** Fields of a payload class in the order of their declaration. */
export const fieldsOf = (payload: new () => object): readonly FieldOf[] =>
  [...factsOf(payload)].map(([name, facts]) => {
    const part = partOf(facts);
    return part ? { name, facts, part, parts: fieldsOf(part) } : { name, facts, parts: [] };
  });

const kindOf = ({ type, isArray, format, enum: words }: FieldFacts): string => {
  const one = words
    ? words.length > 12
      ? `${words.slice(0, 12).join('|')}|…`
      : words.join('|')
    : (format ??
      (type === Number || type === 'integer'
        ? 'number'
        : type === Boolean
          ? 'true|false'
          : type === String
            ? 'text'
            : '{…}'));
  return isArray ? `[${one}]` : one;
};

const lines = (fields: readonly FieldOf[], indent: string): string[] =>
  fields.flatMap(({ name, facts, parts }) => [
    `${indent}${name}${facts.required ? '' : '?'}  ${kindOf(facts)}`,
    `${indent}    ${facts.description}`,
    ...lines(parts, `${indent}  `),
  ]);

/** The words of a department, for `post <department> --help`. */
export function departmentHelp(department: string): string {
  const commands = commandsOf(department);
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    `${department} 的命令 Commands of ${department}:`,
    ...commands.map(
      ({ name, record, traits }) =>
        `  ${name.padEnd(width)}  ${record.path}/<${record.id}>  ${traits.says.zh} · ${traits.says.en}`,
    ),
  ].join('\n');
}

/** The fields of a command, for `post <department> <Command> --help`. */
export const commandHelp = ({ department, name, record, payload, traits }: CommandWord): string =>
  [
    `${name} — ${traits.says.zh} · ${traits.says.en} (计划 plan ${traits.clause})`,
    `POST /${department}/${record.path}/<${record.id}>/${kebab(name)}`,
    '',
    '字段 Fields (? 可省略 may be left out):',
    ...lines(fieldsOf(payload), '  '),
  ].join('\n');
