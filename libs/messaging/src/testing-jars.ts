import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const POM = 'tests/kafka/pom.xml';
const STALE_MS = 30_000;

/** The folder of the repository, from its sources as from what is built of them. */
function root(folder = import.meta.dirname): string {
  return existsSync(join(folder, POM)) ? folder : root(dirname(folder));
}
const pom = join(root(), POM);

export const KAFKA_VERSION = /<kafka\.version>([\d.]+)</.exec(readFileSync(pom, 'utf8'))![1]!;

/** The folder with the jars of the broker. Resolved once per machine, by whoever comes first. */
export async function kafkaJars(): Promise<string> {
  const cache = join(root(), 'node_modules/.cache/taizhang');
  const jars = join(cache, `kafka-${KAFKA_VERSION}`);
  await mkdir(cache, { recursive: true });
  while (!existsSync(jars)) {
    const lock = `${jars}.lock`;
    const mine = await mkdir(lock).then(
      () => true,
      () => false,
    );
    if (mine) await resolve(jars, lock).finally(() => rm(lock, { recursive: true, force: true }));
    else await waitFor(jars, lock);
  }
  return jars;
}

async function resolve(jars: string, lock: string): Promise<void> {
  const alive = setInterval(() => void utimes(lock, new Date(), new Date()).catch(() => {}), STALE_MS / 3);
  try {
    // Whoever had the lock before may have been quicker.
    if (existsSync(jars)) return;
    const part = `${jars}.part`;
    const copy = ['dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${part}`];
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...copy]);
    await rename(part, jars);
  } finally {
    clearInterval(alive);
  }
}

/** Another process is at it, or died at it. */
async function waitFor(jars: string, lock: string): Promise<void> {
  while (!existsSync(jars)) {
    const touched = await stat(lock).catch(() => undefined);
    if (!touched) return;
    if (Date.now() - touched.mtimeMs > STALE_MS) return await rm(lock, { recursive: true, force: true });
    await pause(200);
  }
}
