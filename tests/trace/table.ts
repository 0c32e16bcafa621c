import { planRows } from '#law';
import type { Traced } from './traced.ts';

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const line = (...cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
const head = (...names: readonly string[]) => [line(...names), line(...names.map(() => '---'))];
const code = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

/** Commands by name; those that several departments speak by the kind of record that they share, and how many. */
function carriers(commands: readonly Traced[]): string {
  const [shared, own] = [true, false].map((is) => commands.filter(({ departments }) => departments.length > 1 === is));
  const kinds = [...Map.groupBy(shared!, ({ record }) => record)].map(([record, all]) => `${record} (${all.length})`);
  return [code(own!.map(({ name }) => name)), ...kinds].filter(Boolean).join(', ');
}

/** The plan row by row, and every command with what its specs saw: Markdown, the same for the same code. */
export function table(commands: readonly Traced[]): string {
  const covered = planRows.filter(({ row }) => commands.some(({ rows }) => rows.includes(row)));
  return [
    `${covered.length} of ${planRows.length} rows of the plan are carried out, by ${commands.length} commands.`,
    '',
    ...head('row', 'clause', 'what the plan wants', 'commands'),
    ...planRows.map(({ row, clause, says }) =>
      line(String(row), clause, `${says.zh} · ${says.en}`, carriers(commands.filter(({ rows }) => rows.includes(row)))),
    ),
    '',
    ...head(
      'command',
      'department',
      'rows',
      'facts',
      'law rows',
      'refusals',
      'yes / no / nothing',
      'specs',
      'shown in',
    ),
    ...commands.map(({ name, departments, rows, facts, laws, refusals, yes, no, nothing, specs, shownIn }) =>
      line(
        `\`${name}\``,
        departments.join(', '),
        rows.join(', '),
        code(facts),
        code(laws),
        code(refusals),
        `${yes} / ${no} / ${nothing}`,
        specs.map((spec) => `[${spec.split('/').at(-1)!.replace('.spec.ts', '')}](../../${spec})`).join(', '),
        shownIn.join(', '),
      ),
    ),
  ].join('\n');
}

/** What is missing: rows without a command, commands without a row or a spec, facts that nobody shows. */
export function gaps(commands: readonly Traced[]): readonly string[] {
  const lacking = planRows
    .filter(({ row }) => !commands.some(({ rows }) => rows.includes(row)))
    .map(({ row, clause, says }) => `row ${row} (${clause} ${says.zh}) has no command`);
  const odd = commands.flatMap(({ name, departments, rows, yes, nothing, unshown }) => {
    const who = `${departments.join(', ')}: ${name}`;
    return [
      ...(rows.length === 0 ? [`${who} names no row of the plan`] : []),
      ...(yes === 0 ? [`${who} has no spec in which it says yes`] : []),
      ...(nothing === 0 ? [`${who} has no spec in which there is nothing to change`] : []),
      ...unshown.map((fact) => `${who} leads to ${fact}, which is shown nowhere`),
    ];
  });
  return [...lacking, ...odd];
}
