import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = ['apps', 'libs'];
const CONFIGURATION = ['.swcrc', 'nest-cli.json', 'package-lock.json'];
const stampPath = (root) => join(root, 'dist/.taizhang-built');
const compiled = (path) => /\.[cm]?tsx?$/.test(path) && !/\.(spec|d)\.[cm]?ts$/.test(path);

/** Everything a build reads, in order, as paths from the root. */
export function sources(root) {
  const found = [];
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (entry.name !== 'node_modules' && entry.name !== 'dist') walk(path);
      } else if (!/\.spec\.[cm]?ts$/.test(entry.name)) found.push(path);
    }
  };
  for (const folder of SOURCES) if (existsSync(join(root, folder))) walk(folder);
  return [...found.sort(), ...CONFIGURATION.filter((path) => existsSync(join(root, path)))];
}

/** Names, sizes and times: quick to take, and enough to see that nothing was touched. */
export function glance(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const { size, mtimeMs } = statSync(join(root, path));
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** Names and contents: what a build truly depends on. */
export function contents(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths)
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(root, path)))
      .update('\0');
  return hash.digest('hex');
}

/** What dist would be made of now. MUST be taken before a build begins, lest an edit meanwhile pass for built. */
export function buildState(root) {
  const paths = sources(root);
  return { glance: glance(root, paths), contents: contents(root, paths) };
}

export function markBuilt(root, state) {
  writeFileSync(stampPath(root), JSON.stringify(state));
}

/** Whether dist is missing or older than its sources: changed, added or removed. Files only touched do not count. */
export function needsBuild(root) {
  if (!existsSync(stampPath(root))) return true;
  const stamp = JSON.parse(readFileSync(stampPath(root), 'utf8'));
  if (stamp.glance === glance(root, sources(root))) return false;
  const now = buildState(root);
  if (stamp.contents !== now.contents) return true;
  markBuilt(root, now);
  return false;
}

/** Sources that left nothing in dist. */
export function outputsMissing(root) {
  return sources(root)
    .filter(compiled)
    .filter((path) => !existsSync(join(root, 'dist', path.replace(/\.([cm]?)tsx?$/, '.$1js'))));
}
