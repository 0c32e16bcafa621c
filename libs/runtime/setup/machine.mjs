import { accessSync, constants } from 'node:fs';
import { delimiter, join, sep } from 'node:path';

const OLDEST = 20;

/** What to tell someone whose Node is too old to begin with; undefined when it will do. */
export function tooOld(version) {
  if (Number.parseInt(version, 10) >= OLDEST) return undefined;
  return {
    zh: `需要 Node.js ${OLDEST} 或更新版本来启动安装，当前为 ${version}。`,
    en: `Node.js ${OLDEST} or newer is needed to begin with; this is ${version}.`,
  };
}

const runnable = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** The machine's own Node: one that an install, which empties node_modules, does not take away while it runs. */
export function nodeOutside(root, { PATH = '', execPath = process.execPath, canRun = runnable } = {}) {
  const inside = (path) => path.startsWith(join(root, 'node_modules') + sep);
  if (!inside(execPath)) return execPath;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const found = PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => !inside(path) && canRun(path));
  return found ?? execPath;
}

/** How npm is run: the one that runs us when there is one, else the one on the path. */
export function npmCommand(env, root) {
  const { npm_execpath: npm, PATH } = env;
  if (npm && /npm-cli\.[cm]?js$/.test(npm)) return [nodeOutside(root, { PATH }), npm];
  return [process.platform === 'win32' ? 'npm.cmd' : 'npm'];
}
