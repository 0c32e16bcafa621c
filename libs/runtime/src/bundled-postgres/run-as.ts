import { chown, lchown, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Whom the server runs as; empty when it runs as we do. */
export type RunAs = { readonly uid: number; readonly gid: number } | Record<string, never>;

const PREFERRED = ['postgres', 'nobody'];

/**
 * PostgreSQL refuses to run as root. As root we hand it to the user that owns its folder already, else to `postgres`
 * or `nobody`; no user is created. As anyone else it runs as we do.
 */
export async function runAs(folder: string): Promise<RunAs> {
  if (process.getuid?.() !== 0) return {};
  const owner = await stat(folder).catch(() => undefined);
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  for (const name of PREFERRED) {
    const user = users.find(([login]) => login === name);
    if (user) return { uid: Number(user[2]), gid: Number(user[3]) };
  }
  throw new Error(
    'PostgreSQL 不能以 root 运行，且没有 postgres 或 nobody 用户，请以普通用户启动。 ' +
      'PostgreSQL cannot run as root and there is neither a postgres nor a nobody user: start as an ordinary user.',
  );
}

/** Gives a folder and all it holds to the server's user. */
export async function handOver(folder: string, { uid, gid }: RunAs): Promise<void> {
  if (uid === undefined || gid === undefined) return;
  await chown(folder, uid, gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true }))
    await lchown(join(entry.parentPath, entry.name), uid, gid);
}

/** Whether the server's user can walk to a path: each folder above it lets others, or that user, through. */
export async function canReach(path: string, { uid, gid }: RunAs): Promise<boolean> {
  if (uid === undefined) return true;
  for (let folder = await realpath(path); ; folder = dirname(folder)) {
    const { mode, uid: owner, gid: group } = await stat(folder);
    const search = owner === uid ? 0o100 : group === gid ? 0o010 : 0o001;
    if ((mode & search) === 0) return false;
    if (dirname(folder) === folder) return true;
  }
}
