import { createServer, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pieces } from '../conformance.js';
import { clamdScan } from './clamd.js';
import { EICAR, testingClamd, type TestingClamd } from './testing-clamd.js';

let clamd: TestingClamd | undefined;
afterEach(async () => {
  await clamd?.stop();
  clamd = undefined;
});

const scan = (bytes: Buffer, address: string, patienceMs?: number) => {
  const [host = '', port] = address.split(':');
  return Array.fromAsync(clamdScan({ host, port: Number(port), patienceMs })(pieces(bytes)));
};
const AWAY = { status: 503, code: 'documents/scanner-away', retryAfterS: 30 };

describe('the scanner', () => {
  it('lets clean bytes through as they are, having seen all of them', async () => {
    clamd = await testingClamd();
    const bytes = Buffer.alloc(300_000, 'a');
    expect(Buffer.concat(await scan(bytes, clamd.address)).equals(bytes)).toBe(true);
    expect(clamd.shown).toEqual([300_000]);
  });

  it('stops at what it knows, even where it is cut in two by a piece', async () => {
    clamd = await testingClamd();
    const infected = Buffer.concat([Buffer.alloc(65_536 - 30, 'a'), Buffer.from(EICAR)]);
    await expect(scan(infected, clamd.address)).rejects.toMatchObject({
      status: 422,
      code: 'documents/infected',
      grounds: { facts: { signature: 'Eicar-Signature' } },
    });
  });

  it('lets nothing through that it does not take to the end', async () => {
    clamd = await testingClamd({ streamMaxBytes: 100_000 });
    await expect(scan(Buffer.alloc(20_000_000, 'a'), clamd.address)).rejects.toMatchObject(AWAY);
  });

  it('lets nothing through while nobody listens', async () => {
    await expect(scan(Buffer.from('a'), '127.0.0.1:1')).rejects.toMatchObject(AWAY);
  });

  it('lets nothing through when it says nothing', async () => {
    const silent = createServer((socket) => socket.on('error', () => undefined).resume());
    silent.listen(0, '127.0.0.1');
    await once(silent, 'listening');
    try {
      const address = `127.0.0.1:${(silent.address() as AddressInfo).port}`;
      await expect(scan(Buffer.from('a'), address, 50)).rejects.toMatchObject(AWAY);
    } finally {
      silent.close();
    }
  });
});
