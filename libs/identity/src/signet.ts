import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import {
  calculateJwkThumbprint,
  errors,
  flattenedVerify,
  GeneralSign,
  importJWK,
  type FlattenedJWSInput,
  type GeneralJWS,
  type JWK,
} from 'jose';
import { ALGORITHM, keptKeyPair, SIGNING_KEY, storedKey } from './kept-key-pair.js';

/** The public half of a key (RFC 7517, RFC 8037), named by its thumbprint (RFC 7638). */
export interface PublicKey {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly alg: string;
  readonly use: string;
  readonly kid: string;
}

/** With what an installation signs what it hands out: never the key that tokens are signed with. */
export interface Signet {
  /** Signed for whoever verifies it later, who MUST have the key from elsewhere. `typ` says what it is (RFC 8725 §3.11). */
  sign(payload: Uint8Array, typ: string): Promise<GeneralJWS>;
  /** The key that signs, and those that once did: what they signed is verified for as long as they are published. */
  readonly published: { readonly keys: readonly PublicKey[] };
}

export interface SignetSettings {
  /** Where the key is kept, in `signet/`, when there are no `keys`; other key files there are retired. */
  readonly dataFolder: string;
  /** Ed25519 keys that several processes share: the first signs, the others are retired. */
  readonly keys?: { readonly keys: readonly JWK[] };
}

/** Opens the keys that the settings name; makes one at first start where they name none. */
export async function openSignet({ dataFolder, keys }: SignetSettings): Promise<Signet> {
  const [current, ...retired] = keys?.keys ?? (await keptKeys(join(dataFolder, 'signet')));
  const key = await importJWK(current!, ALGORITHM);
  const open = await Promise.all([current!, ...retired].map(publicHalf));
  const published = { keys: [...new Map(open.map((one) => [one.kid, one])).values()] };
  const { kid } = open[0]!;
  return {
    published,
    sign: (payload, typ) =>
      new GeneralSign(payload).addSignature(key).setProtectedHeader({ alg: ALGORITHM, kid, typ }).sign(),
  };
}

async function keptKeys(folder: string): Promise<JWK[]> {
  const current = await keptKeyPair(folder);
  const retired = (await readdir(folder)).filter((name) => /^[^.].*\.json$/.test(name) && name !== SIGNING_KEY);
  return [current, ...(await Promise.all(retired.sort().map((name) => storedKey(join(folder, name)))))] as JWK[];
}

/** Member by member: whatever else a key has stays here. */
const publicHalf = async ({ kty, crv, x }: JWK): Promise<PublicKey> => ({
  kty: kty!,
  crv: crv!,
  x: x!,
  alg: ALGORITHM,
  use: 'sig',
  kid: await calculateJwkThumbprint({ kty: kty!, crv: crv!, x: x! }),
});

/** Whether a signature was made with Ed25519 by the private half of this key. */
export async function isSignedBy(key: JWK, jws: FlattenedJWSInput): Promise<boolean> {
  try {
    await flattenedVerify(jws, await importJWK(key, ALGORITHM), { algorithms: [ALGORITHM] });
    return true;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return false;
    throw error;
  }
}
