import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A line to a PostgreSQL server that fails as lines do. For tests only. */
export interface TestingLine {
  /** The server's own URL, by this line. */
  readonly url: string;
  /** The server answers the next flush of appends in full, and nothing of the answer arrives before the line breaks. */
  loseNextAnswer(): void;
  /** Breaks every connection that is open now. */
  break(): void;
  /** Breaks the line at each piece of traffic, in either direction, of which this says so. */
  breakWhen(unlucky: () => boolean): void;
  close(): Promise<void>;
}

/** How the names of the prepared statements that append begin, as they go over the line. */
const APPEND = Buffer.from('append');
/** ReadyForQuery outside a transaction: whatever was asked is done and committed. */
const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);

export async function testingLine(serverUrl: string): Promise<TestingLine> {
  const open = new Set<Socket>();
  let losing = false;
  let unlucky = () => false;

  const server = createServer((near) => {
    const far = connect(Number(new URL(serverUrl).port), '127.0.0.1');
    let swallowing = false;
    const end = () => [near, far].forEach((socket) => open.delete(socket) && socket.destroy());
    for (const socket of [near, far]) {
      open.add(socket);
      socket.setNoDelay(true).on('error', end).on('close', end);
    }
    near.on('data', (bytes) => {
      if (unlucky()) return end();
      if (losing && bytes.includes(APPEND)) [swallowing, losing] = [true, false];
      far.write(bytes);
    });
    far.on('data', (bytes) => {
      if (unlucky()) return end();
      if (!swallowing) near.write(bytes);
      else if (bytes.subarray(-READY.length).equals(READY)) end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const url = new URL(serverUrl);
  url.port = String((server.address() as AddressInfo).port);
  const breakAll = () => [...open].forEach((socket) => socket.destroy());
  return {
    url: url.href,
    loseNextAnswer: () => void (losing = true),
    break: breakAll,
    breakWhen: (when) => void (unlucky = when),
    async close() {
      breakAll();
      server.close();
      await once(server, 'close');
    },
  };
}
