import { Module, type DynamicModule } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { Authenticator } from './authenticator.js';
import { oidcAuthority, type Authority } from './authority.js';
import { embeddedIssuer } from './embedded-key.js';
import { IdentityGuard } from './guard.js';

export interface IdentitySettings {
  /** Where the built-in issuer keeps its key when there is no `issuer`. */
  readonly dataFolder: string;
  /** OpenID Connect issuer whose tokens are believed instead of the built-in ones (`OIDC_ISSUER`). */
  readonly issuer?: string;
  /** What its tokens must name as audience. Default `taizhang`. */
  readonly audience?: string;
}

/** The authority that the settings ask for. */
export const authorityFor = async ({
  issuer,
  audience = 'taizhang',
  dataFolder,
}: IdentitySettings): Promise<Authority> => (issuer ? oidcAuthority({ issuer, audience }) : embeddedIssuer(dataFolder));

/** Puts the guard in front of every route of the application. */
@Module({})
export class IdentityModule {
  static for(authority: Authority): DynamicModule {
    return {
      module: IdentityModule,
      global: true,
      providers: [
        { provide: Authenticator, useValue: new Authenticator(authority) },
        { provide: APP_GUARD, useClass: IdentityGuard },
      ],
      exports: [Authenticator],
    };
  }
}
