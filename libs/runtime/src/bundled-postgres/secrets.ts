import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/**
 * A secret of the data folder, made at first use and kept in `secrets/<name>` for the ledger's own user only (0600).
 * Two processes that ask at once get the same one.
 */
export async function keptSecret(dataFolder: string, name: string): Promise<string> {
  const path = join(dataFolder, 'secrets', name);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  for (;;) {
    const kept = await readFile(path, 'utf8').catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'ENOENT') throw problem;
    });
    if (kept !== undefined) return kept.trim();
    const draft = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
    const file = await open(draft, 'wx', 0o600);
    await file.writeFile(randomBytes(24).toString('base64url') + '\n');
    await file.sync();
    await file.close();
    // A link is refused when the name is taken, so a secret in use is never replaced.
    await link(draft, path).catch((problem: NodeJS.ErrnoException) => {
      if (problem.code !== 'EEXIST') throw problem;
    });
    await rm(draft);
  }
}
