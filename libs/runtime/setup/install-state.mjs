import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const stampPath = (root) => join(root, 'node_modules/.taizhang-installed');

/** What an install depends on: the lockfile and the kind of machine. */
export function installStamp(lockfile, { platform, arch } = process) {
  return `${platform}-${arch} ${createHash('sha256').update(lockfile).digest('hex')}`;
}

const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** What an install would follow now. MUST be taken before it begins. */
export const wantedInstall = (root) => installStamp(readFileSync(join(root, 'package-lock.json')));

export function markInstalled(root, stamp) {
  writeFileSync(stampPath(root), stamp);
}

/** Whether node_modules is what the lockfile says, by our stamp or else by npm's own record of what it installed. */
export function installedIsFresh(root) {
  if (!existsSync(join(root, 'node_modules/.bin/node')) || !existsSync(join(root, 'node_modules/node/bin')))
    return false;
  const wanted = wantedInstall(root);
  if (read(stampPath(root)) === wanted) return true;
  const record = read(join(root, 'node_modules/.package-lock.json'));
  const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  if (!record || !sameInstall(lock, JSON.parse(record))) return false;
  markInstalled(root, wanted);
  return true;
}

/**
 * Whether npm's record of an install holds every package of the lockfile in its version, and no other. Packages for
 * other kinds of machine may be missing.
 */
export function sameInstall(lock, record) {
  const wanted = Object.entries(lock.packages).filter(([path]) => path !== '');
  const there = record.packages;
  const fits = ([path, { version, integrity, optional, link, resolved }]) => {
    const found = there[path];
    if (!found) return optional === true;
    return link ? found.resolved === resolved : found.version === version && found.integrity === integrity;
  };
  return wanted.every(fits) && Object.keys(there).every((path) => path in lock.packages);
}
