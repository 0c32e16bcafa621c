import { randomUUID } from 'node:crypto';
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT, type CryptoKey, type JWK } from 'jose';
import { authority, type Authority } from './authority.js';
import { isRole, postingRole } from './permissions.js';

const ISSUER = 'urn:taizhang:embedded';
const AUDIENCE = 'taizhang';
const ALGORITHM = 'Ed25519';

/** Whom a token is for, and what it opens. */
export interface TokenRequest {
  readonly subject: string;
  readonly client: string;
  /** Adds the posting role of this department. */
  readonly department?: string;
  readonly roles?: readonly string[];
  readonly ttlSeconds: number;
}

/** The built-in issuer: an Ed25519 key pair in the data folder, for installations without an identity provider. */
export interface EmbeddedIssuer extends Authority {
  /** A signed token. Throws on a role that does not exist. */
  mint(request: TokenRequest): Promise<string>;
}

/** Opens the built-in issuer; makes its key at first start. Two processes that start together end up with one key. */
export async function embeddedIssuer(dataFolder: string): Promise<EmbeddedIssuer> {
  const folder = join(dataFolder, 'identity');
  const file = join(folder, 'signing-key.json');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const jwk = (await stored(file)) ?? (await made(folder, file));
  // A copied or restored key file may have come back readable for everyone.
  await chmod(file, 0o600);

  const { d: _, ...open } = jwk;
  const privateKey = (await importJWK(jwk, ALGORITHM)) as CryptoKey;
  const publicKey = (await importJWK(open, ALGORITHM)) as CryptoKey;
  const { verify } = authority({
    issuer: ISSUER,
    audience: AUDIENCE,
    key: publicKey,
    algorithms: [ALGORITHM, 'EdDSA'],
  });

  return {
    verify,
    mint({ subject, client, department, roles = [], ttlSeconds }) {
      const held = [...new Set([...(department ? [postingRole(department)] : []), ...roles])];
      const unknown = held.filter((role) => !isRole(role));
      if (unknown.length > 0) throw new Error(`There is no role ${unknown.join(', ')}`);
      return new SignJWT({ client_id: client, roles: held })
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT', kid: jwk.kid! })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + ttlSeconds)
        .setJti(randomUUID())
        .sign(privateKey);
    },
  };
}

async function stored(file: string): Promise<JWK | undefined> {
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
  return (await stored(file))!;
}
