#!/usr/bin/env node
// Runs before `npm start` and `npm test` on whatever Node the machine has, when nothing is installed yet: it knows
// Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildState, markBuilt, needsBuild, outputsMissing } from './build-state.mjs';
import { installedIsFresh, markInstalled, wantedInstall } from './install-state.mjs';
import { alone } from './alone.mjs';
import { npmCommand, tooOld } from './machine.mjs';

const root = process.env.TAIZHANG_ROOT ?? join(dirname(fileURLToPath(import.meta.url)), '../../..');
const say = (text) => process.stderr.write(`${text}\n`);
const fail = (zh, en) => {
  say(`\n错误 ${zh}\nError ${en}`);
  process.exit(1);
};
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

function install() {
  const since = performance.now();
  say('[1/2] 按 package-lock.json 安装依赖 · Installing packages from package-lock.json …');
  const stamp = wantedInstall(root);
  const [npm, ...npmArgs] = npmCommand(process.env, root);
  const wanted = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, error } = spawnSync(npm, [...npmArgs, ...wanted], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, npm_config_ignore_scripts: 'false', NODE_ENV: 'development' },
  });
  if (error || status !== 0)
    fail(
      `依赖没有装好（npm ci ${error ? error.message : `退出码 ${status}`}）。请检查网络、代理或 .npmrc 中的镜像地址后重试；离线时可从同平台的机器复制 node_modules。`,
      `The packages could not be installed (npm ci: ${error ? error.message : `exit code ${status}`}). Check the network, the proxy or the registry in .npmrc and try again; offline, copy node_modules from a machine of the same kind.`,
    );
  if (!existsSync(pinnedNode()))
    fail(
      'Node 24 没有随依赖装好：安装脚本可能被禁用（ignore-scripts），请启用后重试。',
      'Node 24 did not arrive with the packages: install scripts may be switched off (ignore-scripts). Allow them and try again.',
    );
  markInstalled(root, stamp);
  say(`[1/2] 已安装 · Installed (${seconds(since)})`);
}

function build() {
  const since = performance.now();
  say('[2/2] 编译 · Building …');
  const state = buildState(root);
  const dist = join(root, 'dist');
  rmSync(dist, { recursive: true, force: true });
  const nest = join(root, 'node_modules/@nestjs/cli/bin/nest.js');
  const { status, stdout, stderr, error } = spawnSync(pinnedNode(), [nest, 'build'], { cwd: root, encoding: 'utf8' });
  const missing = outputsMissing(root);
  if (error || status !== 0 || missing.length > 0) {
    rmSync(dist, { recursive: true, force: true });
    say([error?.message, stdout, stderr].filter(Boolean).join('\n'));
    fail(
      `编译失败。${missing.length > 0 ? `未生成：${missing.slice(0, 5).join('、')}` : ''}`,
      `The build failed. ${missing.length > 0 ? `Not compiled: ${missing.slice(0, 5).join(', ')}` : ''}`,
    );
  }
  markBuilt(root, state);
  say(`[2/2] 已编译 · Built (${seconds(since)})`);
}

const pinnedNode = () => join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

const complaint = tooOld(process.versions.node);
if (complaint) fail(complaint.zh, complaint.en);

const ready = () => installedIsFresh(root) && !needsBuild(root);
if (!ready()) {
  const release = await alone(root, say);
  process.once('exit', release);
  // Whoever held the lock may have done the work.
  if (!installedIsFresh(root)) install();
  if (needsBuild(root)) build();
}
