import { restore as putBack } from '#runtime';
import type { CliCommand } from '../command.js';
import { connectionHelp, dataFolderOf } from '../connection.js';
import { usage } from '../exit-codes.js';
import { progress } from '../progress.js';
import { inWords } from './backup.js';

/** Puts a backup into an empty data folder, and reads every table of it once. */
export const restore: CliCommand = {
  name: 'restore',
  says: { zh: '由备份恢复到空目录', en: 'Restore a backup into an empty folder' },
  usage: 'taizhang restore <file.tar.zst> --data <empty folder>',
  options: { data: { type: 'string' } },
  optionHelp: { data: connectionHelp.data },
  examples: ['taizhang restore /backups/taizhang-2021-06-30.tar.zst --data ./data-restored'],
  async run([file, ...more], values, around) {
    if (!file || more.length > 0) throw usage('需要一个备份文件', 'One backup file is needed');
    const bar = progress(file, around);
    try {
      const { manifest, tables } = await putBack({
        dataFolder: dataFolderOf(values, around),
        file,
        progress: ({ bytes, ofBytes }) => bar.at(Math.min(bytes, ofBytes), ofBytes),
      });
      around.out(`${JSON.stringify({ file, madeAt: manifest.madeAt, tables })}\n`);
    } catch (cause) {
      throw inWords(cause, file);
    } finally {
      bar.stop();
    }
  },
};
