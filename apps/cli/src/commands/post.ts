import { readFile } from 'node:fs/promises';
import { text as textOf } from 'node:stream/consumers';
import { kebab } from '#contracts';
import { text, type CliCommand, type Surroundings, type Values } from '../command.js';
import { connectionHelp, connectionOptions, ledgerAt, tokenFor } from '../connection.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { commandHelp, departmentHelp } from '../field-help.js';
import { commandsOf, departments, findCommand, nearest, type CommandWord } from '../languages.js';

/** Posts one command and prints its receipt. */
export const post: CliCommand = {
  name: 'post',
  says: { zh: '提交一条命令', en: 'Post one command' },
  usage: "taizhang post <department> <path>/<id> <Command> (--data '{…}' | --file body.json | < body.json)",
  options: {
    ...connectionOptions,
    data: { type: 'string' },
    file: { type: 'string' },
    key: { type: 'string' },
    'data-folder': { type: 'string' },
  },
  optionHelp: {
    data: '内容（JSON） Body as JSON',
    file: '内容文件，- 为标准输入 File with the body, - for standard input',
    key: '幂等键，重试无害 Idempotency key: a retry with it is harmless',
    url: connectionHelp.url,
    token: connectionHelp.token,
    'data-folder': connectionHelp.data,
  },
  examples: [
    'taizhang post energy --help',
    'taizhang post energy OrderRectification --help',
    'taizhang post energy cases/BL-2021-001 OrderRectification --file order.json --key BL-2021-001-order',
  ],
  about(words) {
    const [department, ...rest] = words;
    if (!department) return undefined;
    mustBeDepartment(department);
    const name = rest.find((word) => !word.includes('/'));
    return name ? commandHelp(commandNamed(department, name)) : departmentHelp(department);
  },
  async run(words, values, around) {
    const [department, record = '', name = ''] = words;
    if (!department || !record || !name)
      throw usage(
        '需要部门、记录和命令三项，例如 post energy cases/BL-2021-001 OrderRectification',
        'A department, a record and a command are needed: post energy cases/BL-2021-001 OrderRectification',
      );
    mustBeDepartment(department);
    const word = commandNamed(department, name);
    const id = idIn(record, word);
    const body = await bodyOf(values, around);
    // Here --data is the body, so the data folder goes by another name.
    const connection = { ...values, data: values['data-folder'] };
    const role = word.traits.role ?? `department:${department}:post`;
    const key = text(values['key']);
    const ledger = await ledgerAt(connection, around);
    const receipt = await ledger.command(
      `/${department}/${word.record.path}/${encodeURIComponent(id)}/${kebab(name)}`,
      body,
      { token: await tokenFor(role, connection, around), ...(key ? { key } : {}) },
    );
    around.out(`${JSON.stringify(receipt, undefined, values['json'] ? undefined : 2)}\n`);
    if (receipt.replayed)
      around.talk('该键已提交过，以上为原回执\nThis key was used before; this is its first receipt');
  },
};

export function mustBeDepartment(department: string): void {
  if (departments.includes(department)) return;
  throw usage(
    `没有部门“${department}”；可用：${departments.join('、')}`,
    `There is no department ${department}; there are: ${departments.join(', ')}`,
  );
}

/** The command of a department, or a usage failure that suggests the nearest names. */
export function commandNamed(department: string, name: string): CommandWord {
  const word = findCommand(department, name);
  if (word && word.traits.issuedBy === 'department') return word;
  if (word)
    throw usage(`${name} 由台账自行登记，不能提交`, `${name} is recorded by the ledger itself and cannot be posted`);
  const near = nearest(
    name,
    commandsOf(department).map((one) => one.name),
  );
  throw usage(
    `${department} 没有命令“${name}”${near.length > 0 ? `；是否为 ${near.join('、')}？` : ''}`,
    `${department} has no command ${name}${near.length > 0 ? `. Did you mean ${near.join(', ')}?` : ''}\n` +
      `  → taizhang post ${department} --help`,
  );
}

function idIn(record: string, { name, record: { path, id } }: CommandWord): string {
  const [given, own, ...more] = record.split('/');
  if (own === undefined) return given!;
  if (given === path && own !== '' && more.length === 0) return own;
  throw usage(`${name} 的记录应写作 ${path}/<${id}>`, `The record of ${name} is written ${path}/<${id}>`);
}

async function bodyOf(values: Values, { stdin }: Surroundings): Promise<unknown> {
  const inline = text(values['data']);
  const file = text(values['file']);
  if (inline !== undefined && file !== undefined)
    throw usage('--data 与 --file 只能用一个', 'Give the body with --data or with --file, not both');
  if (inline === undefined && file === undefined && stdin.isTTY)
    throw usage('缺少内容：--data、--file 或标准输入', 'The body is missing: --data, --file or standard input');
  const raw = inline ?? (file === undefined || file === '-' ? await textOf(stdin) : await read(file));
  try {
    return JSON.parse(raw.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    throw new Failure(
      EXIT.usage,
      `内容不是有效的JSON：${(cause as Error).message}\nThe body is not JSON: ${(cause as Error).message}`,
      { cause },
    );
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Failure(EXIT.usage, `无法读取 ${file}\nCannot read ${file}: ${(cause as Error).message}`, { cause });
  }
}
