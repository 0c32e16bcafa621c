import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Another ledger has this data folder open. */
export class DataFolderInUse extends Error {
  constructor(
    readonly folder: string,
    readonly pid: string,
  ) {
    super(
      `数据目录 ${folder} 正被另一个台账进程（${pid}）使用；请先停止它，或用 TAIZHANG_DATA 指定别的目录。 ` +
        `The data folder ${folder} is in use by another ledger (process ${pid}): stop it first, or set TAIZHANG_DATA to another folder.`,
    );
    this.name = 'DataFolderInUse';
  }
}

/**
 * Takes a data folder for this process. Throws `DataFolderInUse` when it is taken.
 *
 * The lock is the operating system's, held through an open SQLite file: it ends with the process however that ends, and
 * neither a reused process id nor a container with process ids of its own can confuse it.
 */
export async function lockFolder(folder: string): Promise<{ release(): Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o755 });
  const holder = join(folder, 'ledger.pid');
  const lock = new DatabaseSync(join(folder, 'ledger.lock'));
  try {
    lock.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
  } catch (problem) {
    lock.close();
    if (!/locked|busy/i.test((problem as Error).message)) throw problem;
    throw new DataFolderInUse(
      folder,
      await readFile(holder, 'utf8').then(
        (pid) => pid.trim(),
        () => '?',
      ),
    );
  }
  await writeFile(holder, `${process.pid}\n`);
  return {
    async release() {
      await rm(holder, { force: true });
      lock.close();
    },
  };
}
