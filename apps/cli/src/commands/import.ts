import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';
import { text, type CliCommand, type Surroundings, type Values } from '../command.js';
import { connectionHelp, connectionOptions, ledgerAt, tokenFor } from '../connection.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { csvRows } from '../import/csv.js';
import { ndjsonRows } from '../import/ndjson.js';
import { openText, type TextFile } from '../import/open-text.js';
import type { Row } from '../import/row.js';
import { commandsOf } from '../languages.js';
import type { ItemResult, Ledger } from '../ledger.js';
import { problemInWords, type Problem } from '../problem.js';
import { progress } from '../progress.js';
import { commandNamed, mustBeDepartment } from './post.js';

const BATCH = 500;
/** So many refusals are told in full; the rest is counted, and in the errors file. */
const TOLD = 20;

interface Tally {
  accepted: number;
  /** Were in the ledger before, or changed nothing. */
  known: number;
  refused: number;
  fixUps: number;
}

/** Posts a file of commands in batches. Importing it again is harmless: what is known is answered with its first receipt. */
export const importFile: CliCommand = {
  name: 'import',
  says: { zh: '批量导入文件', en: 'Import a file of commands' },
  usage: 'taizhang import <file.ndjson|file.csv> --department <department> [--command <Command>] [--errors <file>]',
  options: {
    department: { type: 'string' },
    command: { type: 'string' },
    errors: { type: 'string' },
    encoding: { type: 'string' },
    ...connectionOptions,
  },
  optionHelp: {
    department: '部门 Department whose system this is',
    command: '命令（CSV必填） Command that the rows are; needed for CSV',
    errors: '未受理的各项及理由 Where refused items go, with reasons, to be mended and imported again',
    encoding: 'utf-8 或 gb18030，缺省自动识别 utf-8 or gb18030; found out by itself',
    ...connectionHelp,
  },
  examples: [
    'taizhang import orders.csv --department energy --command OrderRectification --errors refused.ndjson',
    'taizhang import refused.ndjson --department energy',
  ],
  async run([path, ...more], values, around) {
    const department = text(values['department']);
    if (!path || more.length > 0 || !department)
      throw usage('需要一个文件和 --department', 'One file and --department are needed');
    mustBeDepartment(department);
    const file = await openText(path, text(values['encoding']));
    if (file.encoding !== 'utf-8') around.talk(`编码识别为 ${file.encoding}\nThe encoding is ${file.encoding}`);
    const bar = progress(path, around);
    const errors = openErrors(text(values['errors']));
    const tally: Tally = { accepted: 0, known: 0, refused: 0, fixUps: 0 };
    try {
      const send = sender(await ledgerAt(values, around), department, values, around);
      const rows = rowsOf(path, file, department, text(values['command']), (bytes) => bar.at(bytes, file.size));
      for await (const part of inBatches(rows)) await settle(part, await send(part), tally, errors, values, around);
    } finally {
      bar.stop();
      await errors?.close();
    }
    summarise(tally, values, around);
  },
};

function rowsOf(
  path: string,
  file: TextFile,
  department: string,
  command: string | undefined,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Row> {
  if (/\.(nd)?jsonl?$/i.test(path))
    return ndjsonRows(file.read(onBytes), { department, ...(command ? { command } : {}) });
  if (!/\.csv$/i.test(path)) throw usage('文件应为 .csv 或 .ndjson', 'The file must be .csv or .ndjson');
  if (!command) throw usage('CSV 需要 --command', 'A CSV needs --command');
  return csvRows(file.read(onBytes), commandNamed(department, command));
}

async function* inBatches(rows: AsyncIterable<Row>): AsyncGenerator<readonly Row[]> {
  let part: Row[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < BATCH) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

/** Sends the items among the rows, those of each role in one batch; answers by row. */
function sender(ledger: Ledger, department: string, values: Values, around: Surroundings) {
  const roles = new Map(
    commandsOf(department).map(({ name, traits }) => [name, traits.role ?? `department:${department}:post`]),
  );
  return async (rows: readonly Row[]): Promise<ReadonlyMap<Row, ItemResult>> => {
    const results = new Map<Row, ItemResult>();
    const sendable = rows.filter(({ item }) => item);
    const hands = Map.groupBy(sendable, ({ item }) => roles.get(item!.type.split('.')[1]!) ?? '');
    for (const [role, its] of hands) {
      const token = await tokenFor(role, values, around);
      const answers = await ledger.batch(
        department,
        its.map(({ item }) => item!),
        token,
      );
      for (const [at, row] of its.entries()) results.set(row, answers[at]!);
    }
    return results;
  };
}

async function settle(
  rows: readonly Row[],
  results: ReadonlyMap<Row, ItemResult>,
  tally: Tally,
  errors: Errors | undefined,
  values: Values,
  { out, talk }: Surroundings,
): Promise<void> {
  for (const row of rows) {
    const { line, item, fixUps, proposals } = row;
    const result = results.get(row);
    const problem = row.problem ?? result?.problem;
    tally.fixUps += fixUps.length;
    for (const { field, from, to } of fixUps)
      talk(`第${line}行 line ${line}: ${field} ${JSON.stringify(from)} → ${JSON.stringify(to)}`);
    if (values['json'])
      out(
        `${JSON.stringify({ line, id: item?.id, status: result?.status, receipt: result?.receipt, problem, fixUps, proposals })}\n`,
      );
    if (!problem) {
      tally[result?.receipt?.replayed || result?.status === 200 ? 'known' : 'accepted']++;
      continue;
    }
    tally.refused++;
    if (tally.refused <= TOLD) talk(`第${line}行 line ${line}\n${problemInWords(problem)}`);
    for (const { field, was, meant } of proposals)
      talk(
        `  ? ${field} ${was}：是否为 ${meant}？请核对后自行更正\n  ? Was ${meant} meant? Check, and correct it yourself`,
      );
    await errors?.write(row, problem);
  }
}

interface Errors {
  write(row: Row, problem: Problem): Promise<void>;
  close(): Promise<void>;
}

/** One line for each refused item: the item as it was sent and the reason beside it, ready to be mended. */
function openErrors(path: string | undefined): Errors | undefined {
  if (!path) return undefined;
  const stream: WriteStream = createWriteStream(path);
  const failed = once(stream, 'error').then(([cause]) => {
    throw new Failure(EXIT.failed, `无法写入 ${path}\nCannot write ${path}`, { cause });
  });
  failed.catch(() => {});
  return {
    async write({ line, item, raw, proposals }, problem) {
      const entry = { ...(item ?? { raw }), line, problem, ...(proposals.length > 0 ? { proposals } : {}) };
      if (!stream.write(`${JSON.stringify(entry)}\n`)) await Promise.race([once(stream, 'drain'), failed]);
    },
    close: () => Promise.race([new Promise<void>((resolve) => stream.end(resolve)), failed]),
  };
}

function summarise({ accepted, known, refused, fixUps }: Tally, values: Values, { out, talk }: Surroundings): void {
  if (!values['json']) out(`${JSON.stringify({ accepted, known, refused, fixUps })}\n`);
  if (refused === 0) return;
  if (refused > TOLD) talk(`…共${refused}项未受理\n… ${refused} refused in all`);
  throw new Failure(
    EXIT.failed,
    `${refused}项未受理${values['errors'] ? `，见 ${text(values['errors'])}；更正后可再次导入` : ''}\n` +
      `${refused} items were refused${values['errors'] ? `; they are in ${text(values['errors'])}: mend them and import that file` : '; --errors <file> keeps them'}`,
  );
}
