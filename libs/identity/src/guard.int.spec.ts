import { Catch, Controller, Get, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateKeyPair, SignJWT } from 'jose';
import { authority } from './authority.js';
import type { NotPermitted } from './errors.js';
import { Caller, Needs, Public } from './guard.js';
import { IdentityModule } from './identity.module.js';
import type { Principal } from './permissions.js';

@Controller()
class Rooms {
  @Public() @Get('hall') hall() {
    return 'hall';
  }
  @Needs('read-dossiers') @Get('archive') archive(@Caller() caller: Principal) {
    return caller;
  }
  @Get('forgotten') forgotten() {
    return 'forgotten';
  }
}

@Catch()
class Plain implements ExceptionFilter {
  catch({ status, code, message }: NotPermitted, host: ArgumentsHost) {
    host.switchToHttp().getResponse().status(status).send({ code, message });
  }
}

describe('the guard', () => {
  const keys = generateKeyPair('Ed25519');
  let app: NestFastifyApplication;

  beforeAll(async () => {
    const { publicKey: key } = await keys;
    const module = await Test.createTestingModule({
      imports: [IdentityModule.for(authority({ issuer: 'spec', audience: 'taizhang', key }))],
      controllers: [Rooms],
    }).compile();
    app = module.createNestApplication(new FastifyAdapter());
    app.useGlobalFilters(new Plain());
    await app.init();
    await app.getHttpAdapter().getInstance().ready();
  });
  afterAll(() => app.close());

  const visit = async (url: string, roles?: string[]) => {
    const token =
      roles &&
      (await new SignJWT({ roles })
        .setProtectedHeader({ alg: 'Ed25519' })
        .setIssuer('spec')
        .setAudience('taizhang')
        .setSubject('li')
        .setExpirationTime('1m')
        .sign((await keys).privateKey));
    const answer = await app.inject({ url, headers: token ? { authorization: `Bearer ${token}` } : {} });
    return { status: answer.statusCode, body: answer.body, token };
  };

  it('lets everybody into a public room', async () => expect((await visit('/hall')).status).toBe(200));

  it('lets nobody into a room that declares nothing, not even an operator', async () => {
    expect(await visit('/forgotten', ['operator', 'auditor'])).toMatchObject({
      status: 403,
      body: expect.stringContaining('identity/route-undeclared'),
    });
  });

  it('asks a stranger for a token', async () =>
    expect(await visit('/archive')).toMatchObject({ status: 401, body: expect.stringContaining('identity/no-token') }));

  it('lets in whoever holds the role, and tells the room who it is', async () => {
    const { status, body } = await visit('/archive', ['auditor']);
    expect(status).toBe(200);
    expect(JSON.parse(body)).toEqual({ subject: 'li', client: 'li', roles: ['auditor'] });
  });

  it('refuses whoever does not, and repeats nothing of the token', async () => {
    const { status, body, token } = await visit('/archive', []);
    expect(status).toBe(403);
    expect(body).toContain('identity/role-missing');
    expect(body).not.toContain(token!.split('.')[2]);
  });

  it.each(['Basic bGk6bGk=', 'Bearer', 'Bearer a b', 'Bearer <script>'])('refuses %s', async (authorization) => {
    const answer = await app.inject({ url: '/archive', headers: { authorization } });
    expect(answer.statusCode).toBe(401);
  });
});
