import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { refused, type Authority } from './authority.js';
import { isRole, type Principal } from './permissions.js';

const REMEMBERED = 10_000;

/** Tells who stands behind a token. */
export class Authenticator {
  /** Verified tokens by their SHA-256, until they expire: a signature costs more than a whole command. */
  readonly #known = new Map<string, { readonly principal: Principal; readonly expiresAt: number }>();

  constructor(private readonly authority: Authority) {}

  /** Throws `NotAuthenticated`. */
  async authenticate(token: string): Promise<Principal> {
    const digest = hash('sha256', token, 'base64');
    const known = this.#known.get(digest);
    if (known && known.expiresAt > Date.now()) return known.principal;
    this.#known.delete(digest);

    const claims = await this.authority.verify(token);
    const principal = principalOf(claims);
    if (this.#known.size >= REMEMBERED) this.#known.delete(this.#known.keys().next().value!);
    this.#known.set(digest, { principal, expiresAt: claims.exp! * 1000 });
    return principal;
  }
}

/** Roles that the ledger does not know are left out, among them any that claims to be the ledger itself. */
function principalOf({ sub, client_id, azp, roles }: JWTPayload): Principal {
  const client = client_id ?? azp ?? sub;
  if (typeof sub !== 'string' || typeof client !== 'string' || sub === '' || client === '' || client.length > 256)
    throw refused('identity/token-not-for-us', ['令牌缺少 sub 或 client_id', 'The token lacks "sub" or "client_id"']);
  if (client.startsWith('system:'))
    throw refused('identity/token-not-for-us', [
      'client_id 不得以 system: 开头',
      '"client_id" must not start with system:',
    ]);
  return Object.freeze({
    subject: sub,
    client,
    roles: Object.freeze(Array.isArray(roles) ? roles.filter(isRole) : []),
  });
}
