import { parseArgs, styleText } from 'node:util';
import type { CliCommand, Surroundings } from './command.js';
import { backup } from './commands/backup.js';
import { doctor } from './commands/doctor.js';
import { document } from './commands/document.js';
import { importFile } from './commands/import.js';
import { parkedFrom } from './commands/parked.js';
import { post } from './commands/post.js';
import { rebuild } from './commands/rebuild.js';
import { restore } from './commands/restore.js';
import { simulate } from './commands/simulate.js';
import { token } from './commands/token.js';
import { verify } from './commands/verify.js';
import { EXIT, Failure, usage, type ExitCode } from './exit-codes.js';
import { nearest } from './languages.js';
import { queueFrom } from './queue.js';

const parked = parkedFrom(queueFrom);
const commands: readonly CliCommand[] = [
  token,
  post,
  importFile,
  document,
  verify,
  simulate,
  rebuild,
  parked,
  backup,
  restore,
  doctor,
];

/** Options that every command has. */
const everywhere = { help: { type: 'boolean', short: 'h' }, json: { type: 'boolean' } } as const;

/** Runs one command line and answers with its exit code. Never throws for what a user can do. */
export async function run(args: readonly string[], around: Surroundings): Promise<ExitCode> {
  const isJson = args.includes('--json');
  try {
    const [name, ...rest] = args;
    if (name === undefined) {
      around.talk(overview());
      return EXIT.usage;
    }
    if (name === '--help' || name === '-h' || name === 'help') around.out(`${helpOn(rest[0])}\n`);
    else await runCommand(commandNamed(name), rest, around);
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    if (isJson) around.out(`${JSON.stringify({ error: { exitCode: error.exitCode, message: error.message } })}\n`);
    around.talk(coloured(error.message, around));
    return error.exitCode;
  }
}

async function runCommand(command: CliCommand, args: readonly string[], around: Surroundings): Promise<void> {
  const { values, positionals } = parsed(command, args);
  if (values['help']) {
    around.out(`${command.about?.(positionals) ?? help(command)}\n`);
    return;
  }
  await command.run(positionals, values, around);
}

function parsed(command: CliCommand, args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: { ...command.options, ...everywhere }, allowPositionals: true });
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('ERR_PARSE_ARGS')) throw error;
    throw usage(`参数有误；用法：${command.usage}`, `${message}\n  → taizhang ${command.name} --help`);
  }
}

function commandNamed(name: string): CliCommand {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  const near = nearest(name, names);
  throw usage(
    `没有命令“${name}”；${near.length > 0 ? `是否为 ${near.join('、')}？` : `可用：${names.join('、')}`}`,
    `There is no command ${name}. ${near.length > 0 ? `Did you mean ${near.join(', ')}?` : `There are: ${names.join(', ')}`}`,
  );
}

const helpOn = (name: string | undefined): string => (name === undefined ? overview() : help(commandNamed(name)));

const overview = (): string =>
  [
    'taizhang — 台账命令行 · command line of the ledger',
    '',
    '用法 Usage: taizhang <command> [options]',
    '',
    ...commands.map(({ name, says }) => `  ${name.padEnd(10)} ${says.zh} · ${says.en}`),
    '',
    '每条命令的说明与示例 Help with examples: taizhang <command> --help',
    '数据输出到标准输出，提示输出到标准错误 Data goes to stdout, talk to stderr.',
    '退出码 Exit codes: 0 成功 ok, 1 被拒绝或失败 refused or failed, 2 用法错误 usage, 3 无法连接 unreachable',
  ].join('\n');

function help({ says, usage: line, options, optionHelp, examples }: CliCommand): string {
  const flags = Object.keys(options).map((name) => `--${name}${options[name]?.type === 'string' ? ' <…>' : ''}`);
  const width = Math.max(...flags.map(({ length }) => length), '--json'.length);
  return [
    `${says.zh} · ${says.en}`,
    '',
    `用法 Usage: ${line}`,
    '',
    ...Object.keys(options).map((name, at) => `  ${flags[at]!.padEnd(width)}  ${optionHelp[name] ?? ''}`),
    `  ${'--json'.padEnd(width)}  机器可读输出 Output for machines`,
    '',
    '示例 Examples:',
    ...examples.map((example) => `  ${example}`),
    '',
    '退出码 Exit codes: 0 成功 ok, 1 被拒绝或失败 refused or failed, 2 用法错误 usage, 3 无法连接 unreachable',
  ].join('\n');
}

const coloured = (message: string, { env, isWatched }: Surroundings): string =>
  isWatched && !env['NO_COLOR'] ? styleText('red', message, { validateStream: false }) : message;
