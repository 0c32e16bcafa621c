import { createHash } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where the lock of a work tree is: outside it, since an install empties node_modules. */
const lockPath = (root) => {
  const name = createHash('sha256')
    .update(`${process.getuid?.() ?? ''} ${root}`)
    .digest('hex')
    .slice(0, 16);
  return join(tmpdir(), `taizhang-prepare-${name}.lock`);
};

const lives = (pid) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return problem.code === 'EPERM';
  }
};

/** Waits until no other preparation of the same work tree runs, and keeps others waiting until released. */
export async function alone(root, say = () => undefined) {
  const path = lockPath(root);
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, String(process.pid));
  let told = false;
  try {
    for (;;) {
      try {
        linkSync(draft, path);
        return () => rmSync(path, { force: true });
      } catch (problem) {
        if (problem.code !== 'EEXIST') throw problem;
      }
      const holder = readOwner(path);
      if (holder !== undefined && !lives(holder)) {
        discard(path, holder);
        continue;
      }
      if (!told) say(`等待另一个准备进程（${holder}）完成 · Waiting for another preparation (process ${holder}) …`);
      told = true;
      await pause(200);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

const readOwner = (path) => {
  try {
    return Number(readFileSync(path, 'utf8'));
  } catch (problem) {
    if (problem.code === 'ENOENT') return undefined;
    throw problem;
  }
};

/** Takes a dead holder's lock away; when another was quicker and the lock is a living one's, puts it back. */
function discard(path, holder) {
  const aside = `${path}.${process.pid}.dead`;
  try {
    renameSync(path, aside);
  } catch (problem) {
    if (problem.code === 'ENOENT') return;
    throw problem;
  }
  if (readOwner(aside) !== holder) linkSync(aside, path);
  rmSync(aside, { force: true });
}
