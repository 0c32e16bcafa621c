import { styleText } from 'node:util';
import { oneLine } from '#runtime';

type Out = Pick<NodeJS.WriteStream, 'write' | 'isTTY'>;

/** Writes a line that somebody said, with the name in front. */
export type Say = (name: string, line: string, out?: Out) => void;

const COLOURS = ['cyan', 'magenta', 'yellow', 'green', 'blue', 'redBright', 'gray'] as const;

/** Many voices in one output: `name | line`. On a terminal in colour, and the JSON of the log in plain words. */
export function prefixed(names: readonly string[]): Say {
  const width = Math.max(...names.map(({ length }) => length));
  return (name, line, out = process.stdout) => {
    const colour = COLOURS[Math.max(0, names.indexOf(name)) % COLOURS.length]!;
    const prefix = `${name.padEnd(width)} |`;
    if (!out.isTTY) return void out.write(`${prefix} ${line}\n`);
    const said = line.startsWith('{"level":') ? oneLine(line).trimEnd() : line;
    out.write(`${styleText(colour, prefix, { stream: process.stdout })} ${said}\n`);
  };
}
