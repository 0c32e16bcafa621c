import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { embeddedIssuer } from '#identity';
import { text, type Surroundings, type Values } from './command.js';
import { usage } from './exit-codes.js';
import { Ledger } from './ledger.js';

/** Options of every command that speaks to a running ledger. */
export const connectionOptions = {
  url: { type: 'string' },
  token: { type: 'string' },
  data: { type: 'string' },
} as const;

export const connectionHelp = {
  url: '台账地址 Address of the ledger (TAIZHANG_URL; the one that runs on the data folder, or http://127.0.0.1:8080)',
  token: '令牌 Bearer token (TAIZHANG_TOKEN; without one a token is minted from the data folder)',
  data: '数据目录 Data folder with the built-in key (TAIZHANG_DATA, ./data)',
} as const;

/** The ledger that was named, or the one that runs on the data folder. */
export async function ledgerAt(values: Values, around: Surroundings): Promise<Ledger> {
  const url = text(values['url']) ?? around.env['TAIZHANG_URL'] ?? (await runningAt(dataFolderOf(values, around)));
  if (!/^https?:\/\/[^/]/.test(url))
    throw usage(`地址 ${url} 应以 http:// 或 https:// 开头`, `The address ${url} must start with http:// or https://`);
  return new Ledger(url);
}

const STANDARD = 'http://127.0.0.1:8080';

/** A ledger that listens says where, in its data folder. */
async function runningAt(dataFolder: string): Promise<string> {
  try {
    const { url } = JSON.parse(await readFile(join(dataFolder, 'ledger.json'), 'utf8')) as { url?: unknown };
    return typeof url === 'string' ? url : STANDARD;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT' || error instanceof SyntaxError) return STANDARD;
    throw error;
  }
}

export const dataFolderOf = (values: Values, { env }: Surroundings): string =>
  text(values['data']) ?? env['TAIZHANG_DATA'] ?? 'data';

/** The token that was given, or one for a role, minted with the key in the data folder for the next quarter of an hour. */
export async function tokenFor(role: string, values: Values, around: Surroundings): Promise<string> {
  const given = text(values['token']) ?? around.env['TAIZHANG_TOKEN'];
  if (given) return given;
  const issuer = await embeddedIssuer(dataFolderOf(values, around));
  return issuer.mint({ subject: 'taizhang-cli', client: 'taizhang-cli', roles: [role], ttlSeconds: 900 });
}
