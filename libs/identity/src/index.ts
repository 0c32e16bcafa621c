export { Authenticator } from './authenticator.js';
export { authority, oidcAuthority, type Authority } from './authority.js';
export { embeddedIssuer, type EmbeddedIssuer, type TokenRequest } from './embedded-key.js';
export { IssuerUnreachable, NotAuthenticated, NotPermitted } from './errors.js';
export { Caller, IdentityGuard, Needs, Public } from './guard.js';
export { authorityFor, IdentityModule, type IdentitySettings } from './identity.module.js';
export {
  demand,
  departmentsOf,
  isRole,
  isSystemOf,
  permissions,
  permits,
  postingRole,
  systemOf,
  type Activity,
  type Need,
  type Principal,
  type Role,
} from './permissions.js';
export { isSignedBy, openSignet, type PublicKey, type Signet, type SignetSettings } from './signet.js';
