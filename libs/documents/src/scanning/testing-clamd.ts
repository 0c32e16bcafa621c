import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

/** EICAR's test file, in two parts so that no scanner takes this one for it. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/** Speaks INSTREAM as clamd does, and knows one virus. */
export interface TestingClamd {
  readonly address: string;
  /** Bytes of each stream that was shown to it, so far. */
  readonly shown: readonly number[];
  stop(): Promise<void>;
}

export async function testingClamd({ port = 0, streamMaxBytes = Infinity } = {}): Promise<TestingClamd> {
  const shown: number[] = [];
  const server = createServer((socket) => {
    const at = shown.push(0) - 1;
    let held = Buffer.alloc(0);
    let content = '';
    let isBegun = false;
    socket.on('error', () => undefined);
    socket.on('data', (piece: Buffer) => {
      held = Buffer.concat([held, piece]);
      if (!isBegun) {
        const end = held.indexOf(0);
        if (end < 0) return;
        if (held.toString('latin1', 0, end) !== 'zINSTREAM') return void socket.end('UNKNOWN COMMAND\0');
        held = held.subarray(end + 1);
        isBegun = true;
      }
      while (held.length >= 4 && held.length >= 4 + held.readUInt32BE()) {
        const length = held.readUInt32BE();
        if (length === 0)
          return void socket.end(`stream: ${content.includes(EICAR) ? 'Eicar-Signature FOUND' : 'OK'}\0`);
        content += held.toString('latin1', 4, 4 + length);
        held = held.subarray(4 + length);
        shown[at]! += length;
        if (shown[at]! > streamMaxBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
      }
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    address: `127.0.0.1:${(server.address() as AddressInfo).port}`,
    shown,
    async stop() {
      server.close();
      await once(server, 'close');
    },
  };
}
