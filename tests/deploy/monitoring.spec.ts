import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Registry } from '#runtime';
import { relayMetrics } from '../../apps/projection/src/relay/relay-metrics.js';
import { measureIntakes } from '../../libs/department/src/queue-intake/intake-metrics.js';
import { clear, startLedger, type LedgerProcess } from '../journeys/ledger-process.js';
import { deploy, withLinter } from './linters.js';
import { read } from './promql.js';

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly datasource?: { readonly uid: string };
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly { readonly expr: string; readonly datasource: { readonly uid: string } }[];
}
interface Dashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly Panel[];
  readonly templating: { readonly list: readonly { readonly definition: string }[] };
}
interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly action: string };
}

const dashboards = readdirSync(join(deploy, 'grafana/dashboards')).map(
  (name) => JSON.parse(readFileSync(join(deploy, 'grafana/dashboards', name), 'utf8')) as Dashboard,
);
const alerts = parse(readFileSync(join(deploy, 'prometheus/alerts.yaml'), 'utf8')) as { groups: { rules: Rule[] }[] };
const rules = alerts.groups.flatMap((group) => group.rules);
const queries: readonly (readonly [where: string, expression: string])[] = [
  ...rules.map(({ alert, expr }) => [`alert ${alert}`, expr] as const),
  ...dashboards.flatMap(({ title, panels, templating }) => [
    ...panels.flatMap((panel) => (panel.targets ?? []).map(({ expr }) => [`${title} / ${panel.title}`, expr] as const)),
    ...templating.list.map(({ definition }) => [title, /^label_values\((.*), \w+\)$/.exec(definition)![1]!] as const),
  ]),
];

/** Names in the text form of metrics, with those that a histogram gives to its parts. */
const namesIn = (text: string): string[] =>
  [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].flatMap(([, name, type]) =>
    type === 'histogram' ? [`${name}_bucket`, `${name}_count`, `${name}_sum`] : [name!],
  );

/** What Prometheus itself knows of every target. */
const OF_PROMETHEUS = ['up'];

let ledger: LedgerProcess;
let registered: Set<string>;
beforeAll(async () => {
  ledger = await startLedger();
  const text = await ledger.fetch('/metrics').then((answer) => answer.text());
  // These are registered where there is a queue.
  const queue = new Registry();
  relayMetrics(queue, async () => []);
  measureIntakes(queue, []);
  registered = new Set([...OF_PROMETHEUS, ...namesIn(text), ...namesIn(await queue.metrics())]);
});
afterAll(() => clear(ledger));

const unknown = (expression: string): string[] => read(expression).metrics.filter((name) => !registered.has(name));

describe('dashboards and alerts', () => {
  it.each(queries)('%s asks in PromQL for what the services register', (_, expression) => {
    expect(read(expression)).toMatchObject({ errors: [] });
    expect(read(expression).metrics).not.toEqual([]);
    expect(unknown(expression)).toEqual([]);
  });

  it('would not pass with a metric that there is not, or with what is no PromQL', () => {
    expect(unknown('max(taizhang_projection_lags)')).toEqual(['taizhang_projection_lags']);
    expect(unknown('rate(http_request_duration_seconds_bucket[5m]) > 0')).toEqual([]);
    expect(read('sum by (a (up)').errors).not.toEqual([]);
  });

  it('show lag, throughput, refusals, deadlines, the disk and the queue, and wake somebody for each', () => {
    const asked = (of: readonly (readonly [string, string])[]) => new Set(of.flatMap(([, text]) => read(text).metrics));
    const shown = asked(queries.filter(([where]) => !where.startsWith('alert ')));
    const watched = asked(queries.filter(([where]) => where.startsWith('alert ')));
    for (const name of [
      'taizhang_projection_lag',
      'taizhang_policy_lag',
      'taizhang_commands_total',
      'taizhang_deadlines_overdue',
      'taizhang_data_disk_free_megabytes',
      'taizhang_data_disk_watermark_megabytes',
      'taizhang_relay_lag',
      'taizhang_intake_lag',
    ])
      expect(`${name} ${shown.has(name)} ${watched.has(name)}`).toBe(`${name} true true`);
    expect(shown).toContain('taizhang_facts_total');
    expect(shown).toContain('taizhang_refusals_total');
  });

  it.each(rules.map((rule) => [rule.alert, rule] as const))(
    '%s says what is the matter in both languages, and what to do',
    (_, rule) => {
      expect(rule.annotations.summary).toMatch(/[一-鿿].* · .*[A-Za-z]/);
      expect(rule.annotations.action).toMatch(/\.$/);
      expect(['page', 'ticket']).toContain(rule.labels.severity);
    },
  );
});

describe.each(dashboards.map((dashboard) => [dashboard.uid, dashboard] as const))('dashboard %s', (_, { panels }) => {
  it('asks the source of data that is provisioned', () => {
    const { datasources } = parse(
      readFileSync(join(deploy, 'grafana/provisioning/datasources/prometheus.yaml'), 'utf8'),
    ) as { datasources: { uid: string }[] };
    const uids = panels.flatMap(({ datasource, targets = [] }) => [
      ...(datasource ? [datasource.uid] : []),
      ...targets.map((target) => target.datasource.uid),
    ]);
    expect(new Set(uids)).toEqual(new Set(datasources.map(({ uid }) => uid)));
  });

  it('has panels with titles in both languages, words that explain them, and a place each', () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { title, description, type, gridPos } of panels) {
      expect(title).toMatch(/[一-鿿].* · /);
      if (type !== 'row') expect(description).toBeTruthy();
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x++)
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y++) {
          expect(x < 24 && !taken.has(`${x} ${y}`)).toBe(true);
          taken.add(`${x} ${y}`);
        }
    }
  });
});

withLinter('promtool', 'alerts, to Prometheus', (promtool) => {
  it('are understood, and fire when they should and not before', () => {
    expect(promtool(['check', 'rules', 'deploy/prometheus/alerts.yaml'])).toMatchObject({ code: 0 });
    const { code, output } = promtool(['test', 'rules', 'deploy/prometheus/alerts.test.yaml']);
    expect(`${code} ${output}`).toMatch(/^0 /);
  });

  it('would not pass with a word that is no rule', () => {
    const planted = readFileSync(join(deploy, 'prometheus/alerts.yaml'), 'utf8').replace('expr: up', 'exp: up');
    expect(promtool(['check', 'rules'], { input: planted }).code).not.toBe(0);
  });

  it('are scraped for with settings that Prometheus takes', () => {
    const { output } = promtool(['check', 'config', '--syntax-only', 'deploy/prometheus/prometheus.yml']);
    expect(output).toContain('SUCCESS');
  });
});
