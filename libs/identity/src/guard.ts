import {
  applyDecorators,
  createParamDecorator,
  Inject,
  Injectable,
  SetMetadata,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import { Authenticator } from './authenticator.js';
import { refused } from './authority.js';
import { NotAuthenticated, NotPermitted } from './errors.js';
import { demand, rolesFor, type Need, type Principal } from './permissions.js';

const PUBLIC = 'taizhang:public';
const NEEDS = 'taizhang:needs';

/** Opens a route to everybody. Only for health and what the law says is public. */
export const Public = () => SetMetadata(PUBLIC, true);

/** Opens a route to whoever meets any one of the needs. Documents tell the roles that do, as `x-roles`. */
export const Needs = (...needs: [Need, ...Need[]]) =>
  applyDecorators(
    SetMetadata(NEEDS, needs),
    ApiBearerAuth(),
    ApiExtension('x-roles', [...new Set(needs.flatMap(rolesFor))]),
  );

/** Parameter: who is calling. Undefined on a public route. */
export const Caller = createParamDecorator(
  (_: unknown, context: ExecutionContext): Principal | undefined =>
    context.switchToHttp().getRequest<{ principal?: Principal }>().principal,
);

interface Request {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  principal?: Principal;
}

/** Lets nobody in by default: a route that declares neither `@Public` nor `@Needs` is refused to all. */
@Injectable()
export class IdentityGuard implements CanActivate {
  constructor(
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, route)) return true;

    const request = context.switchToHttp().getRequest<Request>();
    request.principal = await this.authenticator.authenticate(bearer(request.headers.authorization));
    const needs = this.reflector.getAllAndOverride<Need[]>(NEEDS, route);
    if (!needs)
      throw new NotPermitted(
        'identity/route-undeclared',
        { zh: '该地址未声明访问权限，一律拒绝', en: 'This address does not declare who may use it, so nobody may' },
        { zh: '请向运维方报告', en: 'Report it to the operator' },
      );
    demand(request.principal, ...needs);
    return true;
  }
}

function bearer(header: string | string[] | undefined): string {
  if (header === undefined || header === '')
    throw new NotAuthenticated(
      'identity/no-token',
      { zh: '缺少令牌', en: 'There is no token' },
      {
        zh: '请以 Authorization: Bearer <令牌> 提交；内置签发：taizhang token',
        en: 'Send one as Authorization: Bearer <token>; with the built-in issuer: taizhang token',
      },
    );
  const token = typeof header === 'string' ? /^Bearer +([A-Za-z0-9._~+/-]+=*)$/i.exec(header)?.[1] : undefined;
  if (!token)
    throw refused('identity/token-malformed', [
      'Authorization 应为 Bearer <令牌>',
      'Authorization must be Bearer <token>',
    ]);
  return token;
}
