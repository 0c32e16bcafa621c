#!/usr/bin/env node
// `npm ci` refuses a lockfile that leaves out a package of another platform, and npm leaves those out when the registry
// it asked did not carry them. Run this after `npm install`: it writes them down, and changes nothing else.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];

/** Optional packages that some package of the lockfile asks for and the lockfile does not have. */
export function missingFrom({ packages }) {
  const findable = (from, name) => {
    for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
      if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
      if (folder === '') return false;
    }
  };
  return Object.entries(packages).flatMap(([from, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !findable(from, name))
      .map(([name, range]) => ({ name, version: range.replace(/^[\^~]/, ''), dev })),
  );
}

/** Entry for a package whose name says what it runs on: `@swc/core-linux-arm64-gnu`. */
export function entryFor({ name, version, dev }) {
  const words = name.slice(name.indexOf('/') + 1).split('-');
  const at = words.findIndex((word) => SYSTEMS.includes(word));
  if (at < 0 || !words[at + 1]) throw new Error(`${name} does not say what it runs on; add it to the lockfile by hand`);
  const libc = words.some((word) => word.startsWith('musl'))
    ? ['musl']
    : words.some((word) => word.startsWith('gnu'))
      ? ['glibc']
      : undefined;
  return {
    version,
    cpu: [words[at + 1]],
    ...(dev ? { dev } : {}),
    ...(libc && words[at] === 'linux' ? { libc } : {}),
    optional: true,
    os: [words[at]],
  };
}

/** The same lockfile with nothing missing. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const missing of missingFrom(lock)) packages[`node_modules/${missing.name}`] = entryFor(missing);
  const sorted = Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(sorted) };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const path = join(dirname(fileURLToPath(import.meta.url)), '../../../package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingFrom(lock);
  if (missing.length > 0) writeFileSync(path, JSON.stringify(completed(lock), null, 2) + '\n');
  console.log(`${missing.length} packages added to package-lock.json`);
}
