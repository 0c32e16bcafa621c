import type { Bilingual } from '#decider';

/** Nobody is known to stand behind this request: 401. Says what was wrong with the token, never the token. */
export class NotAuthenticated extends Error {
  readonly status = 401;

  constructor(
    /** Stable: `identity/token-expired`. */
    readonly code: string,
    readonly sentence: Bilingual,
    readonly wayOut: Bilingual,
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'NotAuthenticated';
  }

  /** Value of `WWW-Authenticate` (RFC 6750 §3). */
  get challenge(): string {
    return this.code === 'identity/no-token'
      ? 'Bearer realm="taizhang"'
      : 'Bearer realm="taizhang", error="invalid_token"';
  }
}

/** Somebody known may not do this: 403. Says which role is missing and how a token gets it. */
export class NotPermitted extends Error {
  readonly status = 403;

  constructor(
    /** Stable: `identity/role-missing`. */
    readonly code: string,
    readonly sentence: Bilingual,
    readonly wayOut: Bilingual,
    /** Any one of these roles would do. */
    readonly roles: readonly string[] = [],
  ) {
    super(`${code}: ${sentence.en}`);
    this.name = 'NotPermitted';
  }
}

/** The issuer's keys cannot be fetched now, so nobody can be recognised: 503, try again. */
export class IssuerUnreachable extends Error {
  readonly status = 503;
  readonly code = 'identity/issuer-unreachable';
  readonly sentence: Bilingual = {
    zh: '暂时无法取得身份提供方的公钥',
    en: 'The keys of the token issuer cannot be fetched at the moment',
  };
  readonly wayOut: Bilingual = {
    zh: '请稍后重试；若持续出现，请检查 OIDC_ISSUER 的网络可达性',
    en: 'Try again shortly; if it lasts, check that this machine reaches OIDC_ISSUER',
  };

  constructor(options: ErrorOptions = {}) {
    super('identity/issuer-unreachable: the keys of the token issuer cannot be fetched', options);
    this.name = 'IssuerUnreachable';
  }
}
