import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { importJWK, SignJWT, type CryptoKey } from 'jose';
import { authority, type Authority } from './authority.js';
import { ALGORITHM, keptKeyPair } from './kept-key-pair.js';
import { isRole, postingRole } from './permissions.js';

const ISSUER = 'urn:taizhang:embedded';
const AUDIENCE = 'taizhang';

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
  const jwk = await keptKeyPair(join(dataFolder, 'identity'));
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
