export { actingAs, allowActing, ensureRole, type RolePlace } from './role.js';
export { openPool, transaction } from './pool.js';
