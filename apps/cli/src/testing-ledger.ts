import { createServer, type IncomingMessage } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { Surroundings } from './command.js';
import { EXIT } from './exit-codes.js';
import type { Item } from './ledger.js';
import { run } from './run.js';

/** What a spec's own ledger answers: to each item of a batch, and to anything else. */
export interface Answers {
  readonly item?: (item: Item, path: string) => { readonly status: number } & Record<string, unknown>;
  readonly other?: (method: string, path: string, body: unknown) => { readonly status: number; readonly body: unknown };
}

/** A ledger that speaks the contract on a port of its own, and remembers what it heard. */
export interface TestingLedger {
  readonly url: string;
  readonly heard: { readonly path: string; readonly headers: IncomingMessage['headers']; readonly body: string }[];
  stop(): Promise<void>;
}

export async function testingLedger({ item, other }: Answers): Promise<TestingLedger> {
  const heard: TestingLedger['heard'] = [];
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      const path = request.url!;
      heard.push({ path, headers: request.headers, body });
      if (item && path.endsWith('/batch')) {
        const items = body
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Item);
        response.setHeader('content-type', 'application/x-ndjson');
        response.end(
          items.map((one, index) => `${JSON.stringify({ index, id: one.id, ...item(one, path) })}\n`).join(''),
        );
        return;
      }
      const answer = other?.(request.method!, path, body === '' ? undefined : JSON.parse(body)) ?? {
        status: 404,
        body: {},
      };
      response.statusCode = answer.status;
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(answer.body));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A receipt as the ledger gives it. */
export const accepted = (stream: string, ...types: string[]) => ({
  status: 201,
  receipt: { stream, revision: 0, position: 1, events: types.map((type, at) => ({ id: `${stream}/${at}`, type })) },
});

/** Refused by the law with this code. */
export const refused = (code: string) => ({
  status: 409,
  problem: { type: `urn:taizhang:${code}`, status: 409, detail: 'The law says no', detail_zh: '依法不予' },
});

/** Runs a command line and answers with everything it said. */
export async function told(
  args: readonly string[],
  { env = {}, stdin = '' }: { env?: Surroundings['env']; stdin?: string } = {},
): Promise<{ code: (typeof EXIT)[keyof typeof EXIT]; out: string; talk: string }> {
  const out: string[] = [];
  const talk: string[] = [];
  const code = await run(args, {
    env,
    stdin: Readable.from([stdin]),
    out: (piece) => void out.push(piece),
    talk: (line) => void talk.push(line),
    isWatched: false,
  });
  return { code, out: out.join(''), talk: talk.join('\n') };
}
