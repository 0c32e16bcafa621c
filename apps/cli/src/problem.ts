/** What the ledger said no with: problem details of RFC 9457, with the two languages and the way out. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly [extension: string]: unknown;
}

/** The stable code of a problem: `energy/second-extension` of `urn:taizhang:energy/second-extension`. */
export const codeOf = ({ type = '' }: Problem): string => type.replace(/^urn:taizhang:/, '');

const sentence = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  const { zh, en } = value as { zh?: unknown; en?: unknown };
  return [zh, en].filter((text) => typeof text === 'string');
};

/** The problem for a person: what, why, which clause, and what to do instead. */
export function problemInWords(problem: Problem): string {
  const said = [problem.title, problem.detail, problem['sentence'], problem['says']].flatMap(sentence);
  const wayOut = sentence(problem['wayOut']);
  const place = [
    codeOf(problem),
    problem['clause'] ? `计划 ${String(problem['clause'])}` : '',
    problem['rule'] ? String(problem['rule']) : '',
    problem['field'] ? `字段 ${String(problem['field'])}` : '',
  ].filter(Boolean);
  return [
    `✗ ${place.join(' · ')}`,
    ...[...new Set(said)].map((line) => `  ${line}`),
    ...wayOut.map((line) => `  → ${line}`),
  ].join('\n');
}
