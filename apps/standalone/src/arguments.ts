import { parseArgs } from 'node:util';
import { EXIT, settingsHelp } from '#runtime';

/** What the command line asked for. */
export interface Asked {
  /** Start without posting the plan year. */
  readonly empty: boolean;
  /** The environment, with what the arguments override. */
  readonly environment: NodeJS.ProcessEnv;
}

/** The command that is run, and what it does. */
interface Start {
  readonly command: string;
  readonly zh: string;
  readonly en: string;
}

const help = ({ command, zh, en }: Start) => `台账 Taizhang — ${zh}
              ${en}

用法 Usage   ${command} [-- 选项 options]

  --empty        不回放2021年度计划，使用系统时钟 · skip the plan year and use the system's clock
  --port <n>     HTTP 端口，默认 8080 · HTTP port, 8080 by default
  --data <dir>   数据目录，默认 ./data · data folder, ./data by default
  --help         本说明 · this help

例 Examples
  ${command}
  ${command} -- --empty --port 9000 --data /var/lib/taizhang

环境变量 Environment
${settingsHelp()}

退出码 Exit codes
  ${EXIT.done} 正常停止 stopped in order        ${EXIT.bug} 程序错误 a bug, see the log
  ${EXIT.configuration} 配置错误 bad configuration      ${EXIT.dataFolderInUse} 数据目录被占用 data folder in use
  ${EXIT.database} 数据库不可用 no database        ${EXIT.drainTooLong} 停止超时 stopping took too long
`;

/** Reads the command line. Prints help, or what is wrong with it, and ends the process when there is nothing to run. */
export function readArguments(args: readonly string[], start: Start): Asked {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        empty: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
    if (values.help) {
      process.stdout.write(help(start));
      process.exit(EXIT.done);
    }
    return {
      empty: values.empty,
      environment: {
        ...process.env,
        ...(values.port === undefined ? {} : { PORT: values.port }),
        ...(values.data === undefined ? {} : { TAIZHANG_DATA: values.data }),
      },
    };
  } catch (problem) {
    process.stderr.write(`${(problem as Error).message}\n\n${help(start)}`);
    process.exit(EXIT.configuration);
  }
}
