import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { Webhook } from 'standardwebhooks';

export const SECRET = 'whsec_c2lnbmluZyBzZWNyZXQgb2YgdGhlIHNwZWM=';
/** A part of the address that a receiver may keep secret. */
export const PATH = '/hooks/k9d2-token';

export interface Pushed {
  readonly id: string;
  readonly contentType: string | undefined;
  /** What the verified body says. */
  readonly body: any;
}

/** A receiver of webhooks that believes nothing unsigned. */
export interface TestingReceiver {
  readonly url: string;
  /** Everything that came with a good signature, acknowledged or not, in order. */
  readonly pushed: readonly Pushed[];
  /** How it answers from now on; nothing: not at all. */
  answer: (pushed: Pushed, response: ServerResponse) => void;
  close(): Promise<void>;
}

/** @param port one that is free, unless a port is given */
export async function testingReceiver(port = 0): Promise<TestingReceiver> {
  const webhook = new Webhook(SECRET);
  const pushed: Pushed[] = [];
  const receive = async (request: IncomingMessage, response: ServerResponse) => {
    const raw = await buffer(request);
    const headers = request.headers as Record<string, string>;
    let body: unknown;
    try {
      body = webhook.verify(raw, headers);
    } catch {
      return void response.writeHead(401).end();
    }
    const one = { id: headers['webhook-id']!, contentType: headers['content-type'], body };
    pushed.push(one);
    receiver.answer(one, response);
  };
  const server = createServer((request, response) => void receive(request, response));
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const receiver: TestingReceiver = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    pushed,
    answer: (_, response) => void response.writeHead(204).end(),
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
  return receiver;
}
