import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { readConfiguration } from '#runtime';
import { services } from '../../apps/launcher/src/services.js';
import { appFile, composeText, faultsOf, type Compose } from './compose-rules.js';
import { deploy, withLinter } from './linters.js';

const text = composeText();
const compose = parse(text, { merge: true }) as Compose;

describe('compose.yaml', () => {
  it('is without fault', () => expect(faultsOf(text)).toEqual([]));

  it.each<[string, string, string, string]>([
    [
      'a network that there is not',
      'networks: [front, ground, watch]',
      'networks: [front, grounds]',
      'networks grounds',
    ],
    ['a volume that there is not', "['kafka:/var/lib/kafka/data']", "['kafkas:/var/lib/kafka/data']", 'volumes kafkas'],
    ['an image that moves', 'postgres:18.4-trixie', 'postgres:latest', 'postgres is not pinned'],
    [
      'an open database',
      '    networks: [ground]\n    secrets: [postgres_password',
      "    ports: ['5432:5432']\n    networks: [ground]\n    secrets: [postgres_password",
      'postgres is open to other machines',
    ],
    [
      'a password in the environment',
      'POSTGRES_PASSWORD_FILE: /run/secrets/postgres_password',
      'POSTGRES_PASSWORD: secret',
      'postgres has POSTGRES_PASSWORD',
    ],
    [
      'a wait for what the profile leaves out',
      'eventstore1: { condition: service_healthy, required: false }',
      'eventstore1: { condition: service_healthy }',
      'energy waits for eventstore1',
    ],
    ['a service without bounds', "      limits: { cpus: '1.0', memory: 512M, pids: 200 }\n", '', 'energy may take all'],
  ])('would not pass with %s', (_, there, planted, complaint) => {
    const changed = text.replace(there, planted);
    expect(changed).not.toBe(text);
    expect(faultsOf(changed).join('\n')).toContain(complaint);
  });

  it('runs every service of the ledger, each from its own app', () => {
    const ours = Object.entries(compose.services).filter(([, { build }]) => build);
    expect(ours.map(([name]) => name).sort()).toEqual(services.map(({ name }) => name).sort());
    for (const [name, { build, image }] of ours) {
      expect(build!.args!.APP).toBe(name);
      expect(image).toContain(`taizhang/${name}:`);
      expect(existsSync(appFile(name))).toBe(true);
    }
  });

  it.each(['city', 'cluster'])('tells the services only what they read, in profile %s', (profile) => {
    const lines = ['services', profile].flatMap((file) =>
      readFileSync(join(deploy, `compose/${file}.env`), 'utf8').split('\n'),
    );
    const settings = Object.fromEntries(
      lines.filter((line) => line && !line.startsWith('#')).map((line) => line.split(/=(.*)/s).slice(0, 2)),
    ) as Record<string, string>;
    const known = Object.keys(settings).filter((name) => name !== 'NODE_OPTIONS');
    const files = known.filter((name) => name.endsWith('_FILE'));
    // The files are there in a container only: what is asked here is whether the names are ones that are read.
    const given = Object.fromEntries(
      known.map((name) =>
        files.includes(name) ? [name.slice(0, -5), examples[name.slice(0, -5)]] : [name, settings[name]],
      ),
    );
    const { configuration } = readConfiguration(given);
    expect(configuration.databaseUrl).toBeDefined();
    expect(configuration.metricsToken).toBeDefined();
    expect(configuration.eventstoreUrl !== undefined).toBe(profile === 'cluster');
    expect(configuration.kafkaBrokers !== undefined).toBe(profile === 'cluster');
    const mounted = compose.services['energy']!.secrets!.map((secret) => `/run/secrets/${secret}`);
    for (const name of files) expect(mounted).toContain(settings[name]);
  });
});

withLinter('compose-check', 'compose.yaml, to Compose', (check) => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-compose-'));
    cpSync(deploy, folder, { recursive: true });
  });
  afterAll(() => rmSync(folder, { recursive: true }));
  const loaded = (profile: string, changed = text) => {
    writeFileSync(join(folder, 'compose.yaml'), changed);
    return check(['compose.yaml'], { cwd: folder, env: { COMPOSE_PROFILES: profile } });
  };
  const read = (profile: string) =>
    JSON.parse(loaded(profile).output) as { services: Record<string, { environment: Record<string, string> }> };

  it('is everything in PostgreSQL in profile city, and adds an event store of three nodes and a queue in cluster', () => {
    const [city, cluster] = [read('city'), read('cluster')];
    const added = Object.keys(cluster.services).filter((name) => !(name in city.services));
    expect(added.sort()).toEqual(['eventstore1', 'eventstore2', 'eventstore3', 'kafka']);
    expect(city.services['energy']!.environment['KAFKA_BROKERS']).toBeUndefined();
    expect(cluster.services['energy']!.environment).toMatchObject({
      KAFKA_BROKERS: 'kafka:9092',
      EVENTSTORE_URL_FILE: '/run/secrets/eventstore_url',
      DATABASE_URL_FILE: '/run/secrets/database_url',
    });
  });

  it.each<[string, string, string, string]>([
    ['without a profile', '', text, 'set COMPOSE_PROFILES to city or cluster'],
    [
      'with a word that Compose does not know',
      'city',
      text.replace('stop_grace_period', 'stop_grace_periods'),
      'stop_grace_periods',
    ],
    ['with a secret that there is not', 'city', text.replace('[tls_cert, tls_key]', '[tls_certs]'), 'undefined secret'],
    ['with a profile that has no settings', 'town', text, 'town.env'],
  ])('would not be taken %s', (_, profile, changed, complaint) => {
    const { code, output } = loaded(profile, changed);
    expect(code).toBe(1);
    expect(output).toContain(complaint);
  });
});

const examples: Record<string, string> = {
  DATABASE_URL: 'postgres://service:secret@postgres/taizhang',
  DATABASE_OWNER_URL: 'postgres://owner:secret@postgres/taizhang',
  METRICS_TOKEN: '0123456789abcdef',
  EVENTSTORE_URL: 'esdb://admin:secret@eventstore1:2113,eventstore2:2113?tls=true&tlsCaFile=/run/secrets/eventstore_ca',
};
