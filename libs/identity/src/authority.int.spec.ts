import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  base64url,
  exportJWK,
  exportSPKI,
  generateKeyPair,
  SignJWT,
  UnsecuredJWT,
  type CryptoKey,
  type JWTPayload,
} from 'jose';
import { Authenticator } from './authenticator.js';
import { oidcAuthority, type Authority } from './authority.js';
import { embeddedIssuer, type EmbeddedIssuer } from './embedded-key.js';

const asked = { subject: 'li', client: 'energy-system', ttlSeconds: 60 };

describe('the built-in issuer', () => {
  let folder: string;
  let issuer: EmbeddedIssuer;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'identity-'));
    issuer = await embeddedIssuer(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('keeps its key where only its owner can read it', async () =>
    expect((await stat(join(folder, 'identity', 'signing-key.json'))).mode & 0o777).toBe(0o600));

  it('believes after a restart what it signed before', async () => {
    const token = await issuer.mint({ ...asked, department: 'energy', roles: ['auditor'] });
    expect(await new Authenticator(await embeddedIssuer(folder)).authenticate(token)).toEqual({
      subject: 'li',
      client: 'energy-system',
      roles: ['department:energy:post', 'auditor'],
    });
  });

  it('makes one key when two processes start together', async () => {
    const fresh = await mkdtemp(join(tmpdir(), 'identity-'));
    try {
      const [one, other] = await Promise.all([embeddedIssuer(fresh), embeddedIssuer(fresh)]);
      await expect(other.verify(await one.mint(asked))).resolves.toMatchObject({ sub: 'li' });
    } finally {
      await rm(fresh, { recursive: true });
    }
  });

  it('signs no role that does not exist', () =>
    expect(() => issuer.mint({ ...asked, roles: ['system:energy'] })).toThrow('There is no role system:energy'));

  it('believes no token signed with another key', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'identity-'));
    try {
      const token = await (await embeddedIssuer(elsewhere)).mint(asked);
      await expect(issuer.verify(token)).rejects.toMatchObject({ code: 'identity/token-malformed', status: 401 });
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  it('believes no token past its end', async () => {
    const token = await issuer.mint({ ...asked, ttlSeconds: -31 });
    await expect(issuer.verify(token)).rejects.toMatchObject({ code: 'identity/token-expired' });
  });

  it.each(['', 'x', 'a.b.c', 'x'.repeat(9000)])('believes no token that is none', async (token) => {
    await expect(issuer.verify(token)).rejects.toMatchObject({ code: 'identity/token-malformed' });
  });
});

describe('an OpenID Connect issuer', () => {
  const issuerKeys = generateKeyPair('ES256', { extractable: true });
  let server: Server;
  let issuer: string;
  let authority: Authority;
  let fetches = 0;

  beforeAll(async () => {
    const { publicKey } = await issuerKeys;
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' };
    server = createServer((request, response) => {
      fetches += 1;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(request.url === '/keys' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/keys` }));
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    authority = oidcAuthority({ issuer, audience: 'taizhang' });
  });
  afterAll(() => new Promise<void>((closed) => server.close(() => closed())));

  const signed = async ({
    claims = {},
    header = {},
    key,
  }: { claims?: JWTPayload; header?: object; key?: CryptoKey | Uint8Array } = {}) =>
    new SignJWT({ roles: ['auditor', 'system:energy', 7], azp: 'desk', ...claims })
      .setProtectedHeader({ alg: 'ES256', kid: 'one', ...header })
      .setIssuer((claims.iss as string) ?? issuer)
      .setAudience((claims.aud as string) ?? 'taizhang')
      .setSubject('li')
      .setExpirationTime(claims.exp ?? '1m')
      .sign(key ?? (await issuerKeys).privateKey);

  it('is believed, with the roles that the ledger knows and no others', async () =>
    expect(await new Authenticator(authority).authenticate(await signed())).toEqual({
      subject: 'li',
      client: 'desk',
      roles: ['auditor'],
    }));

  it('is asked for its keys once', async () => {
    const authenticator = new Authenticator(authority);
    await authenticator.authenticate(await signed());
    const before = fetches;
    await authenticator.authenticate(await signed({ claims: { jti: 'another' } }));
    expect(fetches).toBe(before);
  });

  it.each([
    ['another audience', { aud: 'elsewhere' }, 'identity/token-not-for-us'],
    ['another issuer', { iss: 'https://elsewhere.example' }, 'identity/token-not-for-us'],
    ['an end more than the skew ago', { exp: Math.floor(Date.now() / 1000) - 31 }, 'identity/token-expired'],
    ['a beginning in the future', { nbf: Math.floor(Date.now() / 1000) + 90 }, 'identity/token-not-for-us'],
  ])('is not believed about %s', async (_, claims, code) => {
    await expect(authority.verify(await signed({ claims }))).rejects.toMatchObject({ code, status: 401 });
  });

  it.each(['jku', 'x5u', 'jwk', 'x5c'])('is not believed when the token brings a key in %s', async (name) => {
    const header = {
      [name]: name === 'jwk' ? await exportJWK((await issuerKeys).publicKey) : 'https://elsewhere.example',
    };
    await expect(authority.verify(await signed({ header }))).rejects.toMatchObject({
      code: 'identity/token-brings-key',
    });
  });

  it('is not believed without a signature', async () => {
    const token = new UnsecuredJWT({})
      .setIssuer(issuer)
      .setAudience('taizhang')
      .setSubject('li')
      .setExpirationTime('1m');
    await expect(authority.verify(token.encode())).rejects.toMatchObject({ status: 401 });
  });

  it('is not believed when its public key was used as a shared secret', async () => {
    const secret = new TextEncoder().encode(await exportSPKI((await issuerKeys).publicKey));
    await expect(authority.verify(await signed({ header: { alg: 'HS256' }, key: secret }))).rejects.toMatchObject({
      code: 'identity/token-algorithm',
    });
  });

  it('is not believed when the payload was changed afterwards', async () => {
    const [header, , signature] = (await signed()).split('.');
    const payload = base64url.encode(JSON.stringify({ iss: issuer, aud: 'taizhang', sub: 'root', exp: 9e9 }));
    await expect(authority.verify(`${header}.${payload}.${signature}`)).rejects.toMatchObject({ status: 401 });
  });

  it('is not believed without an end', async () => {
    const { privateKey } = await issuerKeys;
    const token = await new SignJWT({})
      .setProtectedHeader({ alg: 'ES256', kid: 'one' })
      .setIssuer(issuer)
      .setAudience('taizhang')
      .setSubject('li')
      .sign(privateKey);
    await expect(authority.verify(token)).rejects.toMatchObject({ code: 'identity/token-not-for-us' });
  });

  it('leaves callers waiting for better times while it cannot be reached', async () => {
    const unreachable = oidcAuthority({ issuer: 'http://127.0.0.1:1', audience: 'taizhang' });
    await expect(unreachable.verify(await signed())).rejects.toMatchObject({
      code: 'identity/issuer-unreachable',
      status: 503,
    });
  });
});
