import { createServer, type Server } from 'node:http';
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

let service: Server;
let door: OpenedService;

beforeAll(async () => {
  // Answers at once and in full, whatever it is being sent.
  service = createServer((request, response) => {
    response.writeHead(413, { 'content-type': 'application/x-ndjson' });
    request.once('data', () => response.end('{"enough":true}\n'));
  });
  service.listen(0, '127.0.0.1');
  await once(service, 'listening');
  const url = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  const kept = { name: 'energy', serves: ['/energy'], url } as Partial<KeptService> as KeptService;
  const log = openLog({ level: 'silent' });
  door = await open(Nothing, {
    configuration: configure({ PORT: '0' }),
    log,
    api: false,
    beforeListening: (app) =>
      openFrontDoor(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, [kept], log),
  });
});

afterAll(async () => {
  await door.close();
  service.closeAllConnections();
  service.close();
});

describe('the front door', () => {
  it('lets a sender finish who is answered early, so that the answer reaches him', async () => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.write(
      'POST /energy/batch HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n',
    );
    // The sender reads nothing before he has sent everything.
    for (let sent = 0; sent < 64; sent++) {
      socket.write(`${MEBIBYTE.length.toString(16)}\r\n`);
      socket.write(MEBIBYTE);
      if (!socket.write('\r\n')) await once(socket, 'drain');
    }
    socket.write('0\r\n\r\n');
    let answer = '';
    for await (const bytes of socket) {
      answer += (bytes as Buffer).toString();
      if (answer.endsWith('0\r\n\r\n')) break;
    }
    expect(answer).toMatch(/^HTTP\/1.1 413 .*\{"enough":true\}/s);
  });
});
