import { bareNameOf, namespaceOf } from '#decider';
import { findCommand } from '../languages.js';
import type { Item } from '../ledger.js';
import { itemOf, unreadable, type Row } from './row.js';
import { tidied } from './tidy.js';

/** Lines of CloudEvents that carry commands. What an earlier import wrote beside a refused item is left out again. */
export async function* ndjsonRows(
  texts: AsyncIterable<string>,
  { department, command }: { readonly department: string; readonly command?: string },
): AsyncGenerator<Row> {
  let line = 0;
  for await (const text of lines(texts)) {
    line++;
    if (text.trim() !== '') yield rowOf(text, line, department, command);
  }
}

function rowOf(text: string, line: number, department: string, command?: string): Row {
  let event: unknown;
  try {
    event = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return unreadable(line, text, `不是有效的JSON：${error.message}`, `is not JSON: ${error.message}`);
  }
  if (typeof event !== 'object' || event === null || Array.isArray(event))
    return unreadable(line, text, '应为CloudEvents对象', 'must be a CloudEvent');
  const { type, id, source, subject, time, data } = event as Partial<Record<keyof Item, unknown>>;
  const name = typeof type === 'string' ? nameIn(type, department) : command;
  const word = name === undefined ? undefined : findCommand(department, name);
  if (!word)
    return unreadable(
      line,
      text,
      `type “${String(type)}”不是${department}的命令`,
      `has the type ${String(type)}, which is no command of ${department}`,
    );
  if (typeof subject !== 'string' || typeof data !== 'object' || data === null || Array.isArray(data))
    return unreadable(line, text, '缺少 subject（记录编号）或 data', 'lacks subject, the id of the record, or data');
  const said = data as Record<string, unknown>;
  const { data: tidy, fixUps, proposals } = tidied(word.payload, said);
  const item = itemOf({
    department,
    command: word.name,
    record: subject,
    data: time === undefined || 'occurredAt' in tidy ? tidy : { ...tidy, occurredAt: time },
    ...(typeof id === 'string' ? { key: id } : {}),
    ...(typeof source === 'string' ? { source } : {}),
  });
  return { line, item, fixUps, proposals };
}

const nameIn = (type: string, department: string): string | undefined =>
  type.startsWith(`${namespaceOf(department)}.`) ? bareNameOf(type) : undefined;

async function* lines(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const parts = (rest + text).split(/\r?\n/);
    rest = parts.pop()!;
    yield* parts;
  }
  yield rest;
}
