import type { Bilingual } from '#decider';
import { NotPermitted } from './errors.js';

/** What a token may carry. `system:<department>` is the ledger's own and never comes from a token. */
export type Role =
  | `department:${string}:post`
  | 'government:decide'
  | 'credit-platform'
  | 'auditor'
  | 'operator'
  | 'hotline:read'
  | 'hotline:identity'
  | `enterprise:${string}`;

/** Somebody the ledger knows. */
export interface Principal {
  /** Person or service account that the token was issued to. */
  readonly subject: string;
  /** System that posts; stands on the envelope of every fact that follows. */
  readonly client: string;
  readonly roles: readonly string[];
}

/** Those who read what is not public, as far as it is not sealed. */
const government = ['department:*:post', 'government:decide', 'auditor', 'operator'] as const;
/** An enterprise, by its code, reads what was done with it. */
const party = 'enterprise:*';
const everyone = [...government, 'credit-platform', party] as const;

/**
 * Who may do what. This table is the only place that says so: routes name a row of it, or a role.
 * `department:*:post` stands for the posting role of any department, `enterprise:*` for any enterprise.
 */
export const permissions = {
  'read-dossiers': everyone,
  'read-cases': everyone,
  'read-government': government,
  'read-registers': government,
  'read-obligations': government,
  'read-sealed': ['auditor'],
  'put-documents': ['department:*:post'],
  'read-tips': ['hotline:read'],
  'read-tip-statistics': ['hotline:read', 'government:decide', 'auditor', 'operator'],
  'read-identity': ['hotline:identity'],
  'read-identity-log': ['hotline:identity', 'auditor'],
  'read-credit-feed': ['credit-platform', 'auditor'],
  'acknowledge-credit-feed': ['credit-platform'],
  'read-policy-outcomes': ['department:*:post', 'auditor', 'operator'],
  'move-clock': ['operator'],
  operate: ['operator'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Activity = keyof typeof permissions;

/** An activity of the table, or one role by name. */
export type Need = Activity | Role;

const ROLE =
  /^(department:[a-z][a-z0-9-]{0,62}:post|government:decide|credit-platform|auditor|operator|hotline:read|hotline:identity|enterprise:[0-9A-HJ-NPQRTUWXY]{18})$/;

export const isRole = (value: unknown): value is Role => typeof value === 'string' && ROLE.test(value);

/** Role that lets a token post for a department. */
export const postingRole = (department: string): Role => `department:${department}:post`;

/** Departments that the principal may post for. */
export const departmentsOf = ({ roles }: Principal): string[] =>
  roles.flatMap((role) => /^department:([a-z0-9-]+):post$/.exec(role)?.[1] ?? []);

/** The ledger itself at work for one of its departments: policies and deadlines. */
export const systemOf = (department: string): Principal => ({
  subject: `system:${department}`,
  client: `system:${department}`,
  roles: [`system:${department}`],
});

export const isSystemOf = (principal: Principal, department: string): boolean =>
  principal.roles.includes(`system:${department}`);

/** Every role that meets a need. */
export const rolesFor = (need: Need): readonly string[] =>
  Object.hasOwn(permissions, need) ? permissions[need as Activity] : [need];

const holds = ({ roles }: Principal, wanted: string): boolean => {
  if (wanted === party) return roles.some((role) => role.startsWith('enterprise:'));
  return wanted === 'department:*:post' ? roles.some((role) => role.endsWith(':post')) : roles.includes(wanted);
};

/** Whether any one of the needs is met. */
export const permits = (principal: Principal, ...needs: readonly Need[]): boolean =>
  needs.some((need) => rolesFor(need).some((role) => holds(principal, role)));

/** Throws `NotPermitted`, with the missing role and the way to it, unless any one of the needs is met. */
export function demand(principal: Principal, ...needs: readonly Need[]): void {
  if (!permits(principal, ...needs)) throw missing(needs.flatMap(rolesFor));
}

function missing(roles: readonly string[]): NotPermitted {
  const list = [...new Set(roles)];
  const example = list[0]!.replace('*', 'energy');
  const wayOut: Bilingual = {
    zh: `请向签发方申请含该角色的令牌；内置签发：taizhang token --role ${example}`,
    en: `Ask your issuer for a token whose "roles" contain it; with the built-in issuer: taizhang token --role ${example}`,
  };
  return new NotPermitted(
    'identity/role-missing',
    { zh: `令牌缺少角色：${list.join(' 或 ')}`, en: `The token lacks the role ${list.join(' or ')}` },
    wayOut,
    list,
  );
}
