import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { BadConfiguration, readConfiguration, settingsHelp, settingsTable } from './configuration.js';
import { settings } from './settings.js';

const read = (env: NodeJS.ProcessEnv) => readConfiguration(env).configuration;
const problems = (env: NodeJS.ProcessEnv) => {
  try {
    read(env);
  } catch (problem) {
    if (problem instanceof BadConfiguration) return problem.problems;
    throw problem;
  }
  return [];
};

describe('the configuration', () => {
  it('needs nothing to be given', () => {
    expect(read({})).toMatchObject({
      port: 8080,
      host: '127.0.0.1',
      dataFolder: resolve('data'),
      oidcAudience: 'taizhang',
      logLevel: 'info',
      lowSpaceWatermarkMb: 1024,
    });
    expect(read({}).databaseUrl).toBeUndefined();
    expect(read({ PORT: '' }).port).toBe(8080);
  });

  it.each<[string, string, boolean]>([
    ['PORT', '0', true],
    ['PORT', '65535', true],
    ['PORT', '65536', false],
    ['PORT', '-1', false],
    ['PORT', '80.5', false],
    ['PORT', '8o80', false],
    ['HOST', '0.0.0.0', true],
    ['HOST', '::1', true],
    ['HOST', 'localhost:8080', false],
    ['DATABASE_URL', 'postgres://a@b/c', true],
    ['DATABASE_URL', 'mysql://a@b/c', false],
    ['DATABASE_URL', 'b/c', false],
    ['EVENTSTORE_URL', 'esdb://ledger:secret@es1:2113,es2:2113?tls=true', true],
    ['EVENTSTORE_URL', 'http://es1:2113', false],
    ['KAFKA_BROKERS', 'kafka1:9092, 10.0.0.2:9092,[::1]:9092', true],
    ['KAFKA_BROKERS', 'kafka1', false],
    ['KAFKA_BROKERS', 'kafka1:9092,', false],
    ['KAFKA_BROKERS', 'kafka1:90920', false],
    ['KAFKA_MECHANISM', 'scram-sha-256', true],
    ['KAFKA_MECHANISM', 'oauthbearer', false],
    ['KAFKA_TLS', 'on', true],
    ['KAFKA_TLS', 'true', false],
    ['KAFKA_INTAKE_CLIENTS', 'energy=boluo-energy-desk, development-reform=https://drc.example/#posting', true],
    ['KAFKA_INTAKE_CLIENTS', 'energy', false],
    ['KAFKA_INTAKE_CLIENTS', 'energy=', false],
    ['KAFKA_INTAKE_CLIENTS', 'energy=system:energy', false],
    ['CREDIT_WEBHOOK_URL', 'credit.example/hooks', false],
    ['CREDIT_WEBHOOK_SECRET', 'whsec_c2lnbmluZyBzZWNyZXQgb2YgdGhlIGV4YW1wbGU=', true],
    ['CREDIT_WEBHOOK_SECRET', 'whsec_dG9vIHNob3J0', false],
    ['CREDIT_WEBHOOK_SECRET', 'hunter2', false],
    ['INSTALLATION_NAME', '惠州市落后产能退出台账', true],
    ['EXPORT_KEYS', '{"keys":[]}', false],
    ['EXPORT_KEYS', settings.exportKeys.example.replace('"x":"1', '"x":"2'), false],
    ['EXPORT_KEYS', settings.exportKeys.example.replace('"d"', '"e"'), false],
    ['OIDC_ISSUER', 'https://login.example', true],
    ['OIDC_ISSUER', 'login.example', false],
    ['LOG_LEVEL', 'debug', true],
    ['LOG_LEVEL', 'DEBUG', false],
    ['LOW_SPACE_WATERMARK_MB', '0', true],
    ['LOW_SPACE_WATERMARK_MB', 'a lot', false],
    ['DOCUMENT_MAX_MB', '0', false],
    ['DOCUMENT_TYPES', 'pdf, ofd', true],
    ['DOCUMENT_TYPES', 'application/pdf', false],
    ['CLAMD_ADDRESS', '[::1]:3310', true],
    ['CLAMD_ADDRESS', 'clamd', false],
    ['CLAMD_ADDRESS', 'clamd:0', false],
    ['S3_ENDPOINT', 's3.example', false],
    ['S3_BUCKET', 'Taizhang', false],
    ['METRICS_TOKEN', '0123456789abcdef', true],
    ['METRICS_TOKEN', '0123456789abcde', false],
    ['TAIZHANG_SCENARIO', '2021-03-01T00:00:00+08:00', true],
    ['TAIZHANG_SCENARIO', '2021-03-01', false],
    ['TAIZHANG_SCENARIO', '2021-13-01T00:00:00Z', false],
  ])('takes %s=%s: %s', (name, text, taken) =>
    expect(problems({ [name]: text }).map((problem) => problem.name)).toEqual(taken ? [] : [name]),
  );

  it('names everything that is wrong at once, in two languages, without telling secrets', () => {
    const env = { PORT: 'http', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://root:hunter2@db/ledger' };
    expect(problems(env).map(({ name, was }) => `${name} ${was}`)).toEqual([
      'PORT "http"',
      'DATABASE_URL ***',
      'LOG_LEVEL "loud"',
    ]);
    const said = new BadConfiguration(problems(env)).message;
    expect(said).toContain(
      'PORT = "http"\n  应为：0 至 65535 的整数。例：PORT=8080\n  It must be a whole number from 0 to 65535. Example: PORT=8080',
    );
    expect(said).not.toContain('hunter2');
  });

  it('pushes nothing unsigned', () => {
    const url = { CREDIT_WEBHOOK_URL: 'https://credit.example/hooks' };
    expect(problems(url).map(({ name }) => name)).toEqual(['CREDIT_WEBHOOK_SECRET']);
    const secret = 'whsec_c2lnbmluZyBzZWNyZXQgb2YgdGhlIGV4YW1wbGU=';
    expect(read({ ...url, CREDIT_WEBHOOK_SECRET: secret })).toMatchObject({ creditWebhookSecret: secret });
    expect(problems({ ...url, CREDIT_WEBHOOK_SECRET: 'hunter2' })).toMatchObject([{ was: '***' }]);
  });

  it('reads a secret from a file, but not from both places', () => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
    const file = join(folder, 'url');
    writeFileSync(file, 'postgres://a:b@c/d\n');
    try {
      expect(read({ DATABASE_URL_FILE: file })).toMatchObject({
        databaseUrl: 'postgres://a:b@c/d',
        databaseOwnerUrl: 'postgres://a:b@c/d',
      });
      expect(problems({ DATABASE_URL_FILE: file, DATABASE_URL: 'postgres://e@f/g' })[0]?.name).toBe(
        'DATABASE_URL_FILE',
      );
      expect(problems({ DATABASE_URL_FILE: join(folder, 'none') })[0]?.allowed.en).toContain('ENOENT');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lets the owner of the database be another than the service', () => {
    expect(read({ DATABASE_URL: 'postgres://s@h/d', DATABASE_OWNER_URL: 'postgres://o@h/d' }).databaseOwnerUrl).toBe(
      'postgres://o@h/d',
    );
  });

  it('warns of a variable that looks like ours and is not', () => {
    const { warnings } = readConfiguration({ TAIZHANG_DATE: './data', TAIZHANG_DATA: './data', PATH: '/bin' });
    expect(warnings.map(({ en }) => en)).toEqual(['TAIZHANG_DATE is no setting of the ledger and is ignored']);
  });

  it('is documented from the same table, each example one that is taken', () => {
    for (const setting of Object.values(settings)) {
      expect(setting.read(setting.example)).toHaveProperty('value');
      expect(settingsHelp()).toContain(setting.says.zh);
    }
    expect(settingsTable()).toHaveLength(Object.keys(settings).length);
  });
});
