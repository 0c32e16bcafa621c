import {
  createRemoteJWKSet,
  customFetch,
  decodeProtectedHeader,
  errors,
  jwtVerify,
  type CryptoKey,
  type JWTPayload,
  type JWTVerifyGetKey,
} from 'jose';
import { IssuerUnreachable, NotAuthenticated } from './errors.js';

/** Whose tokens are believed, and where the keys come from. Keys never come from a token. */
export interface Authority {
  /** Claims of a token whose signature, issuer, audience and times are right. Throws `NotAuthenticated`. */
  verify(token: string): Promise<JWTPayload>;
}

/** Public-key algorithms only: a public key must never be usable as a shared secret. */
const ALGORITHMS = ['EdDSA', 'Ed25519', 'ES256', 'ES384', 'PS256', 'RS256'];
const SKEW_SECONDS = 30;
const LONGEST_TOKEN = 8192;
/** Headers by which a token could bring a key of its own. */
const KEY_HEADERS = ['jku', 'x5u', 'jwk', 'x5c'];

interface Terms {
  readonly issuer: string;
  readonly audience: string;
  readonly key: CryptoKey | JWTVerifyGetKey;
  readonly algorithms?: readonly string[];
}

/** Believes one issuer, whose key or keys are known beforehand. */
export function authority({ issuer, audience, key, algorithms = ALGORITHMS }: Terms): Authority {
  const options = {
    issuer,
    audience,
    algorithms: [...algorithms],
    clockTolerance: SKEW_SECONDS,
    requiredClaims: ['exp', 'sub'],
  };
  return {
    async verify(token) {
      if (token.length > LONGEST_TOKEN)
        throw refused('identity/token-malformed', ['令牌过长', 'The token is too long']);
      try {
        const header = decodeProtectedHeader(token) as Record<string, unknown>;
        const brought = KEY_HEADERS.find((name) => Object.hasOwn(header, name));
        if (brought)
          throw refused('identity/token-brings-key', [
            `令牌头不得含 ${brought}`,
            `The token's header must not contain ${brought}`,
          ]);
        const { payload } =
          typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
        return payload;
      } catch (error) {
        throw translated(error);
      }
    },
  };
}

/**
 * Believes an OpenID Connect issuer. Its keys are found by discovery at first use, kept, and fetched again when an
 * unknown key id shows up (at most every 30 s). Throws `IssuerUnreachable` while they cannot be had.
 */
export function oidcAuthority({ issuer, audience }: { issuer: string; audience: string }): Authority {
  const fetchSafely = (url: string | URL, init?: RequestInit) => fetch(url, { ...init, redirect: 'error' });
  let discovered: Promise<JWTVerifyGetKey> | undefined;

  const discover = async (): Promise<JWTVerifyGetKey> => {
    const address = `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`;
    const answer = await fetchSafely(address, { signal: AbortSignal.timeout(5_000) });
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
    const { issuer: named, jwks_uri } = (await answer.json()) as { issuer?: unknown; jwks_uri?: unknown };
    if (named !== issuer || typeof jwks_uri !== 'string') throw new Error(`${address} does not describe ${issuer}`);
    const keys = new URL(jwks_uri);
    if (keys.protocol !== 'https:' && keys.protocol !== new URL(issuer).protocol)
      throw new Error(`the keys of ${issuer} must be served over https`);
    return createRemoteJWKSet(keys, { timeoutDuration: 5_000, [customFetch]: fetchSafely as typeof fetch });
  };

  const key: JWTVerifyGetKey = async (header, token) => {
    discovered ??= discover();
    try {
      return await (
        await discovered
      )(header, token);
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys) throw error;
      discovered = undefined;
      throw new IssuerUnreachable({ cause: error });
    }
  };
  return authority({ issuer, audience, key });
}

const wayOut = {
  zh: '请取得新的令牌并以 Authorization: Bearer <令牌> 提交',
  en: 'Get a new token and send it as Authorization: Bearer <token>',
};

export const refused = (code: string, [zh, en]: readonly [zh: string, en: string]): NotAuthenticated =>
  new NotAuthenticated(code, { zh, en }, wayOut);

function translated(error: unknown): unknown {
  if (error instanceof NotAuthenticated || error instanceof IssuerUnreachable) return error;
  if (error instanceof errors.JWTExpired)
    return refused('identity/token-expired', ['令牌已过期', 'The token has expired']);
  if (error instanceof errors.JWTClaimValidationFailed)
    return refused('identity/token-not-for-us', [
      `令牌的 ${error.claim} 不符合要求`,
      `The token's "${error.claim}" is not what it must be`,
    ]);
  if (error instanceof errors.JOSEAlgNotAllowed)
    return refused('identity/token-algorithm', [
      '不接受该签名算法',
      `The token must be signed with one of ${ALGORITHMS.join(', ')}`,
    ]);
  if (error instanceof errors.JOSEError || error instanceof TypeError)
    return refused('identity/token-malformed', ['令牌无效', 'The token is not valid']);
  return error;
}
