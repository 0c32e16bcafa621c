import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text, type CliCommand } from '../command.js';
import { EXIT, Failure, usage } from '../exit-codes.js';

/** The read side's own program: it knows what an answer follows from, and needs no ledger for that. */
const PROGRAM = join(import.meta.dirname, '../../../projection/src/exports/verify.js');
const FETCH_MS = 10_000;

/** Verifies a signed copy: offline, without a ledger, and without trusting whoever brought it. */
export const verify: CliCommand = {
  name: 'verify',
  says: { zh: '离线核验签名副本', en: 'Verify a signed copy, offline' },
  usage: 'taizhang verify <file> --keys <jwks.json | https://…>',
  options: { keys: { type: 'string' } },
  optionHelp: {
    keys: '签发方公布的公钥，文件或地址，不取自副本 Public keys of the issuer, a file or an address; never any from the copy',
  },
  examples: [
    'curl -so jwks.json https://ledger.example.gov.cn/.well-known/jwks.json',
    'taizhang verify dossier-91441322MA00TT0126-2021-09-10-1673.jws.json --keys jwks.json',
    'taizhang verify case-BL-2021-001-2021-09-10-1673.jws.json --keys jwks.json --json | jq .copy.answer',
  ],
  async run([file, ...more], values, around) {
    const source = text(values['keys']);
    if (!file || more.length > 0 || !source)
      throw usage('请写 verify <文件> --keys <公钥>', 'Say verify <file> --keys <keys>\n  → taizhang verify --help');
    const copy = await read(file);
    const { verdict, words, holds } = judged(copy, await keysFrom(source));
    if (values['json']) around.out(`${JSON.stringify(verdict)}\n`);
    if (!holds) throw new Failure(EXIT.failed, words);
    if (!values['json']) around.out(`${words}\n`);
  },
};

const read = (file: string): Promise<Buffer> =>
  readFile(file).catch((cause: unknown) => {
    throw usage(`无法读取 ${file}`, `Cannot read ${file}: ${(cause as Error).message}`);
  });

/** A JWK Set (RFC 7517 §5). */
async function keysFrom(source: string): Promise<object> {
  const content = /^https?:\/\//.test(source) ? await fetched(source) : String(await read(source));
  try {
    const set = JSON.parse(content) as { keys?: unknown };
    if (Array.isArray(set?.keys)) return set;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  throw usage(`${source} 不是公钥集（JWK Set）`, `${source} is no JWK Set: { "keys": […] }`);
}

async function fetched(url: string): Promise<string> {
  try {
    const answer = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(FETCH_MS) });
    if (answer.ok) return await answer.text();
    throw new Error(`HTTP ${answer.status}`);
  } catch (cause) {
    const { message } = cause as Error;
    throw new Failure(EXIT.unreachable, `无法取得公钥 ${url}\nCannot get the keys from ${url}: ${message}`, { cause });
  }
}

function judged(copy: Buffer, keys: object): { verdict: object; words: string; holds: boolean } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM], {
    input: JSON.stringify({ copy: copy.toString('base64'), keys }),
    encoding: 'utf8',
    maxBuffer: Infinity,
  });
  if (status !== 0) throw new Error(`${PROGRAM} ended with ${status}\n${stderr}`);
  return JSON.parse(stdout) as ReturnType<typeof judged>;
}
