import type { components } from './schema.js';

/** RFC 9457 problem details, as the ledger gives them. */
export type Problem = components['schemas']['Problem'];

interface Answered<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The ledger, or whoever stands before it, said no. */
export class LedgerProblem extends Error {
  /** `energy/extension-too-long`: a promise, where the sentences may improve. Empty where no ledger answered. */
  readonly code: string;
  readonly problem: Partial<Problem>;

  constructor(
    readonly status: number,
    said: unknown,
  ) {
    const problem = (typeof said === 'object' ? said : undefined) as Partial<Problem> | undefined;
    super(problem?.detail ?? `HTTP ${status}`);
    this.name = 'LedgerProblem';
    this.problem = problem ?? { status };
    this.code = /^urn:taizhang:(.+)$/.exec(problem?.type ?? '')?.[1] ?? '';
  }
}

/** What was answered. Throws `LedgerProblem` where that is no: `answered(await ledger.GET('/lists'))`. */
export function answered<Data>({ data, error, response }: Answered<Data>): Data {
  if (!response.ok) throw new LedgerProblem(response.status, error);
  return data as Data;
}
