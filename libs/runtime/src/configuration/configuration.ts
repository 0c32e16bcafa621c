import { readFileSync } from 'node:fs';
import type { Bilingual } from '#decider';
import { settings, type Setting, type Settings } from './settings.js';

type ValueOf<S> = S extends Setting<infer T> ? T : never;
type Defaulted = {
  [Key in keyof Settings]: Key extends
    | 'port'
    | 'host'
    | 'dataFolder'
    | 'kafkaMechanism'
    | 'kafkaTls'
    | 'oidcAudience'
    | 'logLevel'
    | 'lowSpaceWatermarkMb'
    | 'documentMaxMb'
    | 's3Region'
    ? Key
    : never;
}[keyof Settings];

/** What the process was told by its environment: checked, typed, with defaults filled in. */
export type Configuration = { readonly [Key in Defaulted]: ValueOf<Settings[Key]> } & {
  readonly [Key in Exclude<keyof Settings, Defaulted>]?: ValueOf<Settings[Key]>;
};

/** DI token of the process's one configuration. */
export const CONFIGURATION = Symbol('Configuration');

/** One variable that cannot be used as it is. */
export interface BadSetting {
  readonly name: string;
  /** As given; masked when it is a secret. */
  readonly was: string;
  readonly allowed: Bilingual;
  readonly example: string;
}

/** The environment cannot be used. Says everything that is wrong with it at once. */
export class BadConfiguration extends Error {
  constructor(readonly problems: readonly BadSetting[]) {
    super(problems.map(inWords).join('\n\n'));
    this.name = 'BadConfiguration';
  }
}

const inWords = ({ name, was, allowed, example }: BadSetting): string =>
  `${name} = ${was}\n  应为：${allowed.zh}。例：${name}=${example}\n  It must be ${allowed.en}. Example: ${name}=${example}`;

export interface ReadConfiguration {
  readonly configuration: Configuration;
  /** What was said to no purpose, such as a misspelt variable. */
  readonly warnings: readonly Bilingual[];
}

/** Reads the environment. Throws `BadConfiguration` naming every bad value. Empty variables count as not given. */
export function readConfiguration(env: NodeJS.ProcessEnv = process.env): ReadConfiguration {
  const problems: BadSetting[] = [];
  const read = Object.entries<Setting>(settings).map(([key, setting]) => {
    const text = given(setting, env, problems) ?? setting.default;
    if (text === undefined) return [key, undefined];
    const reading = setting.read(text);
    if ('value' in reading) return [key, reading.value];
    problems.push({
      name: setting.name,
      was: setting.secret ? '***' : JSON.stringify(text),
      allowed: reading.allowed,
      example: setting.example,
    });
    return [key, undefined];
  });
  const configuration = Object.fromEntries(read) as { -readonly [Key in keyof Configuration]: Configuration[Key] };
  const { name, example } = settings.creditWebhookSecret;
  const isUnsigned = configuration.creditWebhookUrl && !configuration.creditWebhookSecret;
  if (isUnsigned && !problems.some((problem) => problem.name.startsWith(name)))
    problems.push({
      name,
      was: '',
      allowed: {
        zh: '与 CREDIT_WEBHOOK_URL 一并设置的密钥',
        en: 'given with CREDIT_WEBHOOK_URL: nothing leaves unsigned',
      },
      example,
    });
  if (problems.length > 0) throw new BadConfiguration(problems);
  configuration.databaseOwnerUrl ??= configuration.databaseUrl;
  return { configuration, warnings: unknown(env) };
}

function given({ name, secret, example }: Setting, env: NodeJS.ProcessEnv, problems: BadSetting[]): string | undefined {
  const direct = env[name] || undefined;
  const file = secret ? env[`${name}_FILE`] || undefined : undefined;
  if (file === undefined) return direct;
  const complain = (zh: string, en: string) =>
    void problems.push({
      name: `${name}_FILE`,
      was: JSON.stringify(file),
      allowed: { zh, en },
      example: `/run/secrets/${name.toLowerCase()}`,
    });
  if (direct !== undefined) return (complain(`不与 ${name} 同时设置`, `left out when ${name} is given`), undefined);
  try {
    const text = readFileSync(file, 'utf8').trim();
    if (text !== '') return text;
    complain('非空文件的路径', 'the path of a file that is not empty');
  } catch (problem) {
    const why = (problem as NodeJS.ErrnoException).code ?? String(problem);
    complain(`可读文件的路径（${why}）；例如内容为 ${example}`, `the path of a file that can be read (${why})`);
  }
  return undefined;
}

function unknown(env: NodeJS.ProcessEnv): Bilingual[] {
  const known = new Set(
    Object.values<Setting>(settings).flatMap(({ name, secret }) => (secret ? [name, `${name}_FILE`] : [name])),
  );
  return Object.keys(env)
    .filter((name) => name.startsWith('TAIZHANG_') && !known.has(name))
    .sort()
    .map((name) => ({
      zh: `未知的环境变量 ${name}，已忽略`,
      en: `${name} is no setting of the ledger and is ignored`,
    }));
}

/** The settings as a table of text, for `--help`. */
export function settingsHelp(): string {
  const rows = Object.values<Setting>(settings);
  const width = Math.max(...rows.map(({ name }) => name.length));
  return rows
    .map(({ name, says, default: standard, secret }) => {
      const notes = [
        standard === undefined ? undefined : `default ${standard}`,
        secret ? `or ${name}_FILE` : undefined,
      ].filter(Boolean);
      return `  ${name.padEnd(width)}  ${says.en}${notes.length > 0 ? ` (${notes.join('; ')})` : ''}\n  ${''.padEnd(width)}  ${says.zh}`;
    })
    .join('\n');
}

/** The settings as rows, for documents. */
export const settingsTable = (): readonly {
  name: string;
  default: string;
  says: Bilingual;
  example: string;
  secret: boolean;
}[] =>
  Object.values<Setting>(settings).map(({ name, default: standard = '', says, example, secret = false }) => ({
    name,
    default: standard,
    says,
    example: secret ? '' : example,
    secret,
  }));
