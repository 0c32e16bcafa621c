import { writeFile } from 'node:fs/promises';
import { embeddedIssuer, isRole } from '#identity';
import { text, texts, type CliCommand } from '../command.js';
import { connectionHelp, dataFolderOf } from '../connection.js';
import { usage } from '../exit-codes.js';
import { departments } from '../languages.js';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400 };
const LONGEST_SECONDS = 366 * 86_400;

const roles = [
  ...departments.map((department) => `department:${department}:post`),
  'government:decide',
  'credit-platform',
  'auditor',
  'operator',
  'hotline:read',
  'hotline:identity',
];

/** Mints a token with the key pair in the data folder. Whoever can read that folder can post as anybody. */
export const token: CliCommand = {
  name: 'token',
  says: { zh: '签发令牌（内置签发方）', en: 'Mint a token with the built-in key' },
  usage: 'taizhang token --client <system> --role <role> [--role <role>…] [--ttl 8h]',
  options: {
    client: { type: 'string' },
    role: { type: 'string', multiple: true },
    subject: { type: 'string' },
    ttl: { type: 'string' },
    out: { type: 'string' },
    data: { type: 'string' },
  },
  optionHelp: {
    client: '提交系统的名称 Name of the system that posts; stands on every fact',
    role: `角色，可多次 Role, may be repeated: ${roles.join(', ')}`,
    subject: '账号 Account that the token is for (default: the client)',
    ttl: '有效期 How long it is valid: 30m, 8h, 7d (default 8h)',
    out: '写入文件（仅本人可读） Write it to a file that only you can read',
    data: connectionHelp.data,
  },
  examples: [
    'taizhang token --client boluo-energy-desk --role department:energy:post',
    'TOKEN=$(taizhang token --client audit --role auditor --ttl 1d)',
  ],
  async run(_, values, around) {
    const client = text(values['client']);
    const asked = texts(values['role']);
    if (!client || asked.length === 0)
      throw usage('需要 --client 和至少一个 --role', 'Both --client and at least one --role are needed');
    const unknown = asked.find((role) => !isRole(role));
    if (unknown)
      throw usage(
        `没有角色“${unknown}”；可用：${roles.join('、')}`,
        `There is no role ${unknown}; there are: ${roles.join(', ')}`,
      );
    // Everything is checked before a key is made: a slip of the keyboard leaves nothing behind.
    const ttlSeconds = secondsOf(text(values['ttl']) ?? '8h');
    const issuer = await embeddedIssuer(dataFolderOf(values, around));
    const minted = await issuer.mint({
      subject: text(values['subject']) ?? client,
      client,
      roles: asked,
      ttlSeconds,
    });
    const file = text(values['out']);
    if (!file) return around.out(`${values['json'] ? JSON.stringify({ token: minted }) : minted}\n`);
    await writeFile(file, `${minted}\n`, { mode: 0o600 });
    around.talk(`令牌已写入 ${file}\nThe token is in ${file}`);
  },
};

function secondsOf(ttl: string): number {
  const [, count, unit = ''] = /^(\d{1,6})([smhd])$/.exec(ttl) ?? [];
  const seconds = Number(count) * (UNIT_SECONDS[unit] ?? Number.NaN);
  if (!(seconds > 0 && seconds <= LONGEST_SECONDS))
    throw usage(
      `有效期“${ttl}”应如 30m、8h、7d，至多一年`,
      `The time ${ttl} must be like 30m, 8h or 7d, a year at most`,
    );
  return seconds;
}
