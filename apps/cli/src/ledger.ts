import { setTimeout as pause } from 'node:timers/promises';
import { EXIT, Failure } from './exit-codes.js';
import { codeOf, problemInWords, type Problem } from './problem.js';

/** Where a command's facts stand. */
export interface Receipt {
  readonly stream: string;
  readonly revision: number;
  readonly position: number;
  readonly events: readonly { readonly id: string; readonly type: string }[];
  readonly replayed?: boolean;
}

/** What became of one item of a batch. */
export interface ItemResult {
  readonly index: number;
  readonly id?: string;
  readonly status: number;
  readonly receipt?: Receipt;
  readonly problem?: Problem;
}

/** What the ledger answered to it, whatever door it came through. */
export type Outcome = Pick<ItemResult, 'status' | 'receipt' | 'problem'>;

/** A CloudEvent that carries a command. */
export interface Item {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  /** `energy.OrderRectification`. */
  readonly type: string;
  /** Id of the record. */
  readonly subject: string;
  /** Legal time. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly data: unknown;
}

/** The ledger said no. */
export class Refused extends Failure {
  constructor(readonly problem: Problem) {
    super(EXIT.failed, problemInWords(problem));
    this.name = 'Refused';
  }
}

interface Request {
  readonly method?: string;
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** False where sending it twice could do it twice: a command without a key. */
  readonly isRepeatable?: boolean;
}

const ATTEMPTS = 12;

/** Problems that pass by themselves: the request is sent again as it was. */
const passes = (status: number, problem: Problem, isRepeatable: boolean): boolean =>
  status === 503 ||
  status === 429 ||
  codeOf(problem) === 'request/idempotency-key-in-use' ||
  (isRepeatable && codeOf(problem) === 'door/answer-lost');

/** Speaks to one ledger. Throws `Refused`, or a `Failure` that says how to reach it. */
export class Ledger {
  constructor(readonly baseUrl: string) {}

  async send(
    path: string,
    { method = 'POST', token, headers = {}, body, isRepeatable = true }: Request,
  ): Promise<Response> {
    for (let attempt = 1; ; attempt++) {
      const response = await this.#fetch(path, {
        method,
        headers: { ...headers, ...(token ? { authorization: `Bearer ${token}` } : {}) },
        ...(body === undefined ? {} : { body }),
      });
      if (response.ok) return response;
      const problem = await problemOf(response);
      if (!passes(response.status, problem, isRepeatable) || attempt === ATTEMPTS) throw new Refused(problem);
      const seconds = Number(response.headers.get('retry-after') ?? 0.2 * attempt);
      await pause(Math.min(Number.isFinite(seconds) ? seconds : 1, 10) * 1000);
    }
  }

  async json<Answer>(path: string, request: Request): Promise<Answer> {
    return (await (await this.send(path, request)).json()) as Answer;
  }

  /** Sends one command. */
  command(path: string, body: unknown, { token, key }: { token?: string; key?: string }): Promise<Receipt> {
    return this.json<Receipt>(path, {
      ...(token ? { token } : {}),
      headers: { 'content-type': 'application/json', ...(key ? { 'idempotency-key': key } : {}) },
      body: JSON.stringify(body),
      isRepeatable: key !== undefined,
    });
  }

  /** Sends items as one batch and answers with what became of each, in order. */
  async batch(department: string, items: readonly Item[], token?: string): Promise<readonly ItemResult[]> {
    const response = await this.send(`/${department}/batch`, {
      ...(token ? { token } : {}),
      headers: { 'content-type': 'application/x-ndjson', accept: 'application/x-ndjson' },
      body: items.map((item) => `${JSON.stringify(item)}\n`).join(''),
    });
    const results = (await response.text())
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => JSON.parse(line) as ItemResult);
    if (results.length < items.length)
      throw new Failure(
        EXIT.failed,
        `批次只返回${results.length}项结果，应为${items.length}项；可原样重新提交\n` +
          `The batch was answered with ${results.length} results for ${items.length} items; it can be sent again as it is`,
      );
    return results;
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    try {
      return await fetch(new URL(path, this.baseUrl), init);
    } catch (cause) {
      throw new Failure(
        EXIT.unreachable,
        `无法连接台账 ${this.baseUrl}\nCannot reach the ledger at ${this.baseUrl}\n` +
          '  → 请确认已启动（npm start），或以 --url / TAIZHANG_URL 指定地址\n' +
          '  → Is it running (npm start)? Another address goes in --url or TAIZHANG_URL',
        { cause },
      );
    }
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as unknown;
    if (typeof problem === 'object' && problem !== null) return { status: response.status, ...problem };
  } catch (error) {
    // A proxy between us and the ledger may answer in HTML.
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { status: response.status, title: `HTTP ${response.status}`, detail: text.slice(0, 500) };
}
