import { backup as backUp } from '#runtime';
import type { CliCommand } from '../command.js';
import { connectionHelp, dataFolderOf } from '../connection.js';
import { EXIT, Failure, usage } from '../exit-codes.js';
import { progress } from '../progress.js';

/** Copies the ledger of a data folder into one file, while it runs or not. */
export const backup: CliCommand = {
  name: 'backup',
  says: { zh: '备份台账', en: 'Back up the ledger' },
  usage: 'taizhang backup <file.tar.zst> [--data ./data]',
  options: { data: { type: 'string' } },
  optionHelp: { data: connectionHelp.data },
  examples: ['taizhang backup /backups/taizhang-2021-06-30.tar.zst'],
  async run([file, ...more], values, around) {
    if (!file || more.length > 0) throw usage('需要一个备份文件名', 'The name of one backup file is needed');
    const bar = progress(file, around);
    try {
      const { files, madeAt, startLsn, stopLsn } = await backUp({
        dataFolder: dataFolderOf(values, around),
        file,
        progress: ({ bytes, ofBytes }) => bar.at(Math.min(bytes, ofBytes), ofBytes),
      });
      around.out(`${JSON.stringify({ file, files: files.length, madeAt, startLsn, stopLsn })}\n`);
      around.talk('备份含密钥，仅本人可读，请妥善保管\nThe backup holds secrets; keep it where only you can read it');
    } catch (cause) {
      throw inWords(cause, file);
    } finally {
      bar.stop();
    }
  },
};

/** What the runtime says is already in both languages; what the disk says is not. */
export function inWords(cause: unknown, file: string): Failure {
  const { code, message } = cause as NodeJS.ErrnoException;
  if (code === 'EEXIST')
    return new Failure(EXIT.failed, `${file} 已存在，不会覆盖\n${file} exists and is not overwritten`, { cause });
  return new Failure(EXIT.failed, message, { cause });
}
