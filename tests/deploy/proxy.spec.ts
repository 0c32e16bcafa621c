import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { X509Certificate } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { services } from '../../apps/launcher/src/services.js';
import { eventually } from '../journeys/ledger-process.js';
import { deploy, linterPath, withLinter } from './linters.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-proxy-'));
  const { status, stderr } = spawnSync(
    'sh',
    [join(deploy, 'compose/make-secrets.sh'), 'ledger.example.gov.cn', join(folder, 'secrets')],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const secret = (name: string): string => readFileSync(join(folder, 'secrets', name), 'utf8');

describe('the secrets of compose', () => {
  it('are made for every name in compose.yaml, and stay as they are', () => {
    const { secrets } = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), { merge: true }) as {
      secrets: Record<string, { file: string }>;
    };
    const names = Object.values(secrets).map(({ file }) => file.replace('compose/secrets/', ''));
    const before = names.map(secret);
    expect(before.every((text) => text.trim().length > 16)).toBe(true);
    spawnSync('sh', [join(deploy, 'compose/make-secrets.sh'), 'other.example', join(folder, 'secrets')]);
    expect(names.map(secret)).toEqual(before);
    expect(secret('database_url')).toContain(secret('database_service_password').trim());
  });

  it.each([1, 2, 3])('certify node %s of the event store by its name, under one root', (number) => {
    const [root, node] = ['eventstore_ca.crt', `eventstore${number}.crt`].map(
      (name) => new X509Certificate(secret(name)),
    );
    expect(node!.checkIssued(root!) && node!.verify(root!.publicKey)).toBe(true);
    expect(node!.checkHost(`eventstore${number}`)).toBe(`eventstore${number}`);
    expect(node!.subject).toBe('CN=eventstoredb-node');
  });
});

withLinter('nginx', 'the proxy', (nginx) => {
  const port = 20_000 + (process.pid % 20_000);
  let running: ChildProcess | undefined;
  /** As deployed, but for where the secrets are, and that it names the service instead of asking it. */
  const configuration = () =>
    readFileSync(join(deploy, 'compose/nginx.conf'), 'utf8')
      .replaceAll('/tmp/', `${folder}/`)
      .replaceAll('/run/secrets/tls_cert', join(folder, 'secrets/tls_cert.pem'))
      .replaceAll('/run/secrets/tls_key', join(folder, 'secrets/tls_key.pem'))
      .replaceAll('/dev/stdout', join(folder, 'access.log'))
      .replaceAll('/dev/stderr', join(folder, 'error.log'))
      // Older servers, such as Debian's, say it in one line.
      .replace(/listen 8443 ssl;\s*http2 on;/, `listen 127.0.0.1:${port} ssl http2;`)
      .replace('proxy_pass http://$service:8080;', 'return 200 $service;');
  const written = (text: string): string[] => {
    const path = join(folder, 'nginx.conf');
    writeFileSync(path, text);
    return ['-c', path, '-e', join(folder, 'error.log'), '-p', folder];
  };
  const ask = (path: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const ca = secret('tls_root.crt');
      const options = { port, path, ca, servername: 'ledger.example.gov.cn', host: '127.0.0.1', agent: false as const };
      request(options, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => resolve(`${answer.statusCode} ${answer.statusCode === 200 ? text : ''}`.trim()));
      })
        .on('error', reject)
        .end();
    });
  afterAll(async () => {
    if (!running || running.exitCode !== null) return;
    running.kill('SIGTERM');
    await once(running, 'exit');
  });

  it('is understood by nginx', () => {
    expect(nginx(['-t', ...written(configuration())])).toMatchObject({ code: 0 });
  });

  it('would not be, misspelt', () => {
    const planted = configuration().replace('proxy_read_timeout', 'proxy_reed_timeout');
    expect(nginx(['-t', ...written(planted)]).output).toContain('unknown directive "proxy_reed_timeout"');
  });

  it('sends every address to the service that serves it, and no other', async () => {
    running = spawn(linterPath('nginx')!, [...written(configuration()), '-g', 'daemon off;'], { stdio: 'ignore' });
    await eventually(
      async () => ((await ask('/alive').catch(() => '')) === '204' ? true : undefined),
      'nginx listening',
    );
    for (const { name, serves } of services)
      for (const path of serves) expect(`${path} ${await ask(`${path}/x`)}`).toBe(`${path} 200 ${name}`);
    for (const path of ['/', '/metrics', '/health/ready', '/clock', '/energyx', '/docs'])
      expect(`${path} ${await ask(path)}`).toBe(`${path} 404`);
  });
});
