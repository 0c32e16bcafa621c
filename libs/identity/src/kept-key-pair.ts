import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, type JWK } from 'jose';

export const ALGORITHM = 'Ed25519';
/** The file of a folder whose key signs. */
export const SIGNING_KEY = 'signing-key.json';

/**
 * An Ed25519 key pair that a folder keeps for the ledger's own user only (0600), made at first use. Two processes that
 * ask at once end up with one.
 */
export async function keptKeyPair(folder: string): Promise<JWK> {
  const file = join(folder, SIGNING_KEY);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const jwk = (await storedKey(file)) ?? (await made(folder, file));
  // A copied or restored key file may have come back readable for everyone.
  await chmod(file, 0o600);
  return jwk;
}

/** The key in a file; nothing when there is no such file. */
export async function storedKey(file: string): Promise<JWK | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as JWK;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new Error(`The signing key ${file} cannot be read; restore it, or remove it to have a new one made`, {
      cause: error,
    });
  }
}

async function made(folder: string, file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair(ALGORITHM, { extractable: true });
  const jwk = await exportJWK(privateKey);
  const draft = join(folder, `.${randomUUID()}`);
  await writeFile(draft, JSON.stringify({ ...jwk, alg: ALGORITHM, kid: await calculateJwkThumbprint(jwk) }), {
    mode: 0o600,
    flag: 'wx',
  });
  try {
    // A link appears whole or not at all, and the first of two wins.
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await storedKey(file))!;
}
