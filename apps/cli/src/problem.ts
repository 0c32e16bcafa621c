/** What the ledger said no with: problem details of RFC 9457 in two languages. */
export interface Problem {
  readonly type?: string;
  readonly title?: string;
  readonly title_zh?: string;
  readonly status?: number;
  readonly detail?: string;
  readonly detail_zh?: string;
  readonly errors?: readonly { readonly field: string; readonly zh: string; readonly en: string }[];
  readonly clause?: string;
  readonly rule?: string;
  readonly wayOut?: { readonly zh: string; readonly en: string };
}

/** The stable code of a problem: `energy/extension-too-late` of `urn:taizhang:energy/extension-too-late`. */
export const codeOf = ({ type = '' }: Problem): string => type.replace(/^urn:taizhang:/, '');

/** The problem for a person: what, why, which clause, and what to do instead. */
export function problemInWords(problem: Problem): string {
  const { status, title, title_zh, detail, detail_zh, errors = [], clause, rule, wayOut } = problem;
  const grounds = [codeOf(problem) || `HTTP ${status}`, clause && `计划 plan ${clause}`, rule].filter(Boolean);
  const fields =
    errors.length > 1 || (errors[0] && !detail?.includes(errors[0].field))
      ? errors.map(({ field, zh, en }) => `${field}: ${zh} / ${en}`)
      : [];
  return [
    `✗ ${grounds.join(' · ')}`,
    ...[detail_zh ?? title_zh, detail ?? title, ...fields].filter(Boolean).map((line) => `  ${line}`),
    ...(wayOut ? [`  → ${wayOut.zh}`, `  → ${wayOut.en}`] : []),
  ].join('\n');
}
