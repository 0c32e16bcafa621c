import pg from 'pg';

/** A database, and the role that one part of the ledger is in it. */
export interface RolePlace {
  /** `postgres://user:password@host:port/database`; the user may make roles, or the role exists. */
  readonly url: string;
  readonly role: string;
  /**
   * Lets the role log in by itself, so that its connections cannot become anybody else. Without it they are the URL's
   * own, acting as the role: for an owner who may not set passwords.
   */
  readonly password?: string;
}

const ROLE = /^[a-z_][a-z0-9_]{0,62}$/;

/** Makes the role when it is missing, and lets it log in when there is a password. Throws on what cannot name a role. */
export async function ensureRole(owner: pg.Client, { role, password }: Omit<RolePlace, 'url'>): Promise<void> {
  if (!ROLE.test(role)) throw new Error(`${role} cannot name a role`);
  const known = await owner.query('select from pg_roles where rolname = $1', [role]);
  if (!known.rowCount)
    await owner.query(`do $$ begin create role ${role} nologin; exception when duplicate_object then null; end $$`);
  if (password !== undefined) await owner.query(`alter role ${role} login password ${pg.escapeLiteral(password)}`);
}

/** Lets the owner's connections act as the role, where they may not yet. */
export async function allowActing(owner: pg.Client, role: string): Promise<void> {
  if (!(await owner.query<{ may: boolean }>(MAY_ACT, [role])).rows[0]!.may)
    await owner.query(`grant ${role} to current_user`);
}

// From PostgreSQL 16 on a role that one made can be administered before it can be set; before, a member may do both.
const MAY_ACT = `select pg_has_role(current_user, $1,
  case when current_setting('server_version_num')::int < 160000 then 'member' else 'set' end) may`;

/** How a connection becomes the role: by its own login, or as the URL's user who acts as it from the first statement. */
export function actingAs({ url, role, password }: RolePlace): pg.ClientConfig {
  if (password === undefined) return { connectionString: url, options: `-c role=${role}` };
  const login = new URL(url);
  login.username = role;
  login.password = encodeURIComponent(password);
  return { connectionString: login.href };
}
