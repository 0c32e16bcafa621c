import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './schema.js';

export type LedgerClient = Client<paths>;

export interface LedgerClientOptions {
  /** Where the ledger listens: `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Bearer token, or what gives one before each request, as tokens expire. */
  readonly token?: string | (() => string | Promise<string>);
  /** How often a request is sent at most. Default 6. */
  readonly attempts?: number;
  /** In place of the global one, such as to go through a proxy. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** What passes by itself: an answer that was lost on the way, a ledger that is starting, full of work, or behind. */
const PASSES: ReadonlySet<number> = new Set([502, 503]);
const LONGEST_PAUSE_S = 30;
const FIRST_PAUSE_S = 0.2;

/**
 * Speaks to one ledger, each address with the types of its document. Each POST carries an `Idempotency-Key` (one of its
 * own unless it was given one), so that whatever passes by itself is tried again and nothing counts twice.
 *
 * Answers `{ data, error }`; `answered` throws instead. Rejects when the ledger could not be reached at the last attempt.
 */
export function ledgerClient({ url, token, attempts = 6, fetch: send = fetch }: LedgerClientOptions): LedgerClient {
  const client = createClient<paths>({
    baseUrl: url,
    fetch: async (request) => {
      for (let attempt = 1; ; attempt++) {
        const isLast = attempt >= attempts;
        const answer = await send(request.clone()).catch((error: unknown) => {
          if (isLast || request.signal.aborted) throw error;
          return undefined;
        });
        if (answer && (isLast || !PASSES.has(answer.status))) return answer;
        await answer?.body?.cancel();
        await pause(answer?.headers.get('retry-after'), attempt);
        request.signal.throwIfAborted();
      }
    },
  });
  client.use({
    async onRequest({ request }) {
      const bearer = typeof token === 'function' ? await token() : token;
      if (bearer !== undefined) request.headers.set('authorization', `Bearer ${bearer}`);
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
  });
  return client;
}

/** As long as the ledger says, or twice as long each time. */
function pause(retryAfter: string | null | undefined, attempt: number): Promise<void> {
  const said = retryAfter ? Number(retryAfter) : Number.NaN;
  const seconds = Number.isFinite(said) ? said : FIRST_PAUSE_S * 2 ** (attempt - 1);
  return new Promise((resolve) => setTimeout(resolve, 1_000 * Math.min(seconds, LONGEST_PAUSE_S)));
}
