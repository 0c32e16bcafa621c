import { parser } from '@prometheus-io/lezer-promql';

export interface Query {
  /** Names of metrics that it reads. */
  readonly metrics: readonly string[];
  /** Where it is no PromQL. */
  readonly errors: readonly string[];
}

/** What Grafana fills in before it asks. */
const GRAFANA: readonly [RegExp, string][] = [
  [/\$__rate_interval/g, '1m'],
  [/\$\w+/g, 'x'],
];

/** Reads a query by the grammar of Prometheus' own editor. */
export function read(expression: string): Query {
  const text = GRAFANA.reduce((text, [variable, value]) => text.replace(variable, value), expression);
  const metrics = new Set<string>();
  const errors: string[] = [];
  parser.parse(text).iterate({
    enter({ type, from, to }) {
      if (type.isError) errors.push(`${text.slice(0, from)}⟂${text.slice(from)}`);
      else if (type.name === 'VectorSelector') metrics.add(/^[\w:]+/.exec(text.slice(from, to))?.[0] ?? '');
    },
  });
  return { metrics: [...metrics], errors };
}
