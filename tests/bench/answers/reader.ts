import { Agent, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { MeasuredLedger } from '../ledger.ts';

/** Somebody who may read everything, over connections that stay open. */
export interface Reader {
  /** Throws on any answer but a good one, or one with a status that is named. */
  get(path: string, or?: number): Promise<string>;
  json<Answer>(path: string, method?: 'GET' | 'POST'): Promise<Answer>;
  /** Whether the ledger answers this at all: it may be of a release that does not yet. */
  knows(path: string): Promise<boolean>;
  close(): void;
}

const CONNECTIONS = 256;

export async function reader(ledger: Pick<MeasuredLedger, 'url' | 'token'>): Promise<Reader> {
  const authorization = `Bearer ${await ledger.token('auditor', 'credit-platform', 'operator')}`;
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const ask = (path: string, method = 'GET') =>
    new Promise<{ status: number; body: string }>((resolve, reject) => {
      const asked = request(`${ledger.url}${path}`, { agent, method, headers: { authorization } }, (answer) => {
        text(answer).then((body) => resolve({ status: answer.statusCode!, body }), reject);
      });
      asked.once('error', reject).end();
    });
  const good = async (path: string, method?: string, or?: number) => {
    const { status, body } = await ask(path, method);
    if (status >= 300 && status !== or) throw new Error(`${path} was answered ${status}: ${body}`);
    return body;
  };
  return {
    get: (path, or) => good(path, 'GET', or),
    json: async (path, method) => JSON.parse(await good(path, method)),
    knows: async (path) => (await ask(path)).status < 300,
    close: () => agent.destroy(),
  };
}
