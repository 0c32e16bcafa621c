import { createServer, type IncomingMessage, type Server } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { configure } from '#ledger';
import { open, openLog, type OpenedService } from '#runtime';
import { openFrontDoor } from './front-door.js';
import type { KeptService } from './kept-service.js';

@Module({})
class Nothing {}

const MEBIBYTE = Buffer.alloc(1_048_576, 'a');

const { promise: read, resolve: reading } = Promise.withResolvers<IncomingMessage>();
let service: Server;
let door: OpenedService;

beforeAll(async () => {
  service = createServer((request, response) => {
    if (request.method === 'GET') return void response.end(JSON.stringify({ asked: request.url }));
    if (request.url === '/energy/patient') return void request.once('data', () => reading(request));
    // Answers at once and in full, whatever it is being sent.
    response.writeHead(413, { 'content-type': 'application/x-ndjson' });
    request.once('data', () => response.end('{"enough":true}\n'));
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const kept = [
    { name: 'energy', serves: ['/energy'], url },
    { name: 'credit', serves: ['/credit'], url: undefined, backInS: 2 },
  ] as Partial<KeptService>[] as KeptService[];
  const log = openLog({ level: 'silent' });
  door = await open(Nothing, {
    configuration: configure({ PORT: '0' }),
    log,
    api: false,
    beforeListening: (app) =>
      openFrontDoor(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, kept, log),
  });
});

afterAll(async () => {
  await door.close();
  service.closeAllConnections();
  service.close();
});

/** What one connection to the door is sent and hears; whoever holds it reads when it wants to. */
async function caller() {
  const socket = connect(Number(new URL(door.url).port), '127.0.0.1').setEncoding('utf8');
  let heard = '';
  socket.on('data', (text) => (heard += text)).pause();
  await once(socket, 'connect');
  const write = async (bytes: string | Buffer) => {
    if (!socket.write(bytes)) await once(socket, 'drain');
  };
  return {
    socket,
    write,
    head: (line: string, ...headers: string[]) => write([line, 'host: a', ...headers, '', ''].join('\r\n')),
    async chunks(count: number) {
      for (let sent = 0; sent < count; sent++) {
        await write(`${MEBIBYTE.length.toString(16)}\r\n`);
        await write(MEBIBYTE);
        await write('\r\n');
      }
    },
    async hears(words: RegExp): Promise<string> {
      socket.resume();
      while (!words.test(heard) && !socket.closed) await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      return heard;
    },
  };
}
const BATCH = ['content-type: application/x-ndjson', 'transfer-encoding: chunked'];

describe('the front door', () => {
  it.each([
    ['is answered early', '/energy/batch', /^HTTP\/1.1 413 .*\{"enough":true\}/s],
    ['is not let in at all', '/credit/batch', /^HTTP\/1.1 503 .*door\/service-away/s],
  ])(
    'lets a sender finish who %s, so that the answer reaches him, and goes on with what he asks next',
    async (_, path, answer) => {
      const { socket, head, chunks, write, hears } = await caller();
      await head(`POST ${path} HTTP/1.1`, ...BATCH);
      // The sender reads nothing before he has sent everything.
      await chunks(64);
      await write('0\r\n\r\n');
      await head('GET /energy/again HTTP/1.1');
      const heard = await hears(/"asked":"\/energy\/again"/);
      expect(heard).toMatch(answer);
      expect(heard).toMatch(/HTTP\/1.1 200 .*"asked"/s);
      socket.destroy();
    },
  );

  it('tells the service of a sender who hangs up, and lets nobody else feel it', async () => {
    const { socket, head, write } = await caller();
    await head('POST /energy/patient HTTP/1.1', ...BATCH);
    await write(`${MEBIBYTE.length.toString(16)}\r\nfirst`);
    const request = await read;
    const cut = once(request, 'error');
    socket.resetAndDestroy();
    expect(await cut).toMatchObject([{ code: 'ECONNRESET' }]);
    expect(await (await fetch(`${door.url}/energy/again`)).json()).toEqual({ asked: '/energy/again' });
  });
});
