import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Module, Post, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { readConfiguration } from '../configuration/configuration.js';
import { openLog } from '../log.js';
import { open, type OpenedService } from './open.js';

@Controller()
class Counter {
  @Get('dossiers')
  dossiers() {
    return { dossiers: [] };
  }

  @Post('begun')
  begun(@Res() reply: FastifyReply) {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/plain' });
    reply.raw.write('half of an answer');
  }
}

@Module({ controllers: [Counter] })
class Department {}

const lines: string[] = [];
const log = openLog({ level: 'info', pretty: false, destination: { write: (line) => void lines.push(line) } });
let service: OpenedService;
let port: number;

beforeAll(async () => {
  service = await open(Department, { configuration: readConfiguration({ PORT: '0' }).configuration, log });
  port = Number(new URL(service.url).port);
});
afterAll(() => service.close());

/** Sends bytes as they are, and answers with all that came until the server closed. */
async function exchange(bytes: string | Buffer, then?: (socket: Socket, heard: () => string) => void): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let heard = '';
  socket.setEncoding('utf8').on('data', (chunk) => {
    heard += chunk;
    then?.(socket, () => heard);
  });
  socket.write(bytes);
  await once(socket, 'close');
  return heard;
}

function read(answer: string) {
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2);
  const [line = '', ...headers] = head.split('\r\n');
  return {
    status: Number(line.split(' ')[1]),
    headers: new Headers(headers.map((header) => header.split(/: (.*)/, 2) as [string, string])),
    bytes: Buffer.byteLength(body),
    body: JSON.parse(body),
  };
}

const request = (line: string, ...headers: string[]) => [line, 'host: here', ...headers, '', ''].join('\r\n');

describe('bytes that never become a request', () => {
  it.each<[string, string | Buffer, number, string, RegExp]>([
    [
      'an address in plain Chinese',
      request('GET /dossiers?q=恒鑫 HTTP/1.1'),
      400,
      'address-malformed',
      /%E6%81%92%E9%91%AB/,
    ],
    [
      'an address in GBK',
      Buffer.from(request('GET /?q=\xba\xe3 HTTP/1.1'), 'latin1'),
      400,
      'address-malformed',
      /UTF-8/,
    ],
    ['an address with a space', request('GET /dossiers?q=a b HTTP/1.1'), 400, 'request-line-malformed', /%20/],
    ['a method that is none', request('FOO /dossiers HTTP/1.1'), 400, 'method-unknown', /GET/],
    ['TLS', Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00]), 400, 'method-unknown', /http:/],
    ['headers of 17 KiB', request('GET / HTTP/1.1', `x: ${'a'.repeat(17_408)}`), 431, 'headers-too-large', /Shorten/],
    ['headers of 2 MB', request('GET / HTTP/1.1', `x: ${'a'.repeat(2e6)}`), 431, 'headers-too-large', /Shorten/],
    ['a length that is none', request('POST / HTTP/1.1', 'content-length: x'), 400, 'body-framing-wrong', /library/],
    ['a header without colon', request('GET / HTTP/1.1', 'nonsense'), 400, 'not-http', /HTTP client/],
    ['a request without Host', 'GET /dossiers HTTP/1.1\r\nconnection: close\r\n\r\n', 400, 'host-missing', /Host/],
  ])('are told what is wrong and the way out: %s', async (_, bytes, status, code, wayOut) => {
    const answer = read(await exchange(bytes));
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers.get('content-length')).toBe(String(answer.bytes));
    expect(answer.headers.get('connection')).toBe('close');
    expect(answer.body).toMatchObject({ status, type: `urn:taizhang:http/${code}`, title: expect.any(String) });
    expect(answer.body.traceId).toBe(answer.headers.get('x-request-id'));
    expect(answer.body.wayOut.en).toMatch(wayOut);
    for (const text of [answer.body.title_zh, answer.body.detail_zh, answer.body.wayOut.zh])
      expect(text).toMatch(/[\u4e00-\u9fff]/);
  });

  it('never spoil an answer that has begun: it is cut', async () => {
    const chunked = request('POST /begun HTTP/1.1', 'content-type: application/x-ndjson', 'transfer-encoding: chunked');
    let spoilt = false;
    const heard = await exchange(chunked, (socket, heard) => {
      if (spoilt || !heard().includes('half of an answer')) return;
      spoilt = true;
      socket.write('zz\r\n');
    });
    expect(heard).toMatch(/^HTTP\/1\.1 200/);
    expect(heard).not.toContain('urn:taizhang');
  });

  it('are one line of the log each, and a caller who hangs up is none', async () => {
    lines.length = 0;
    const reset = connect(port, '127.0.0.1');
    await once(reset, 'connect');
    reset.write('GET /dossiers HT');
    reset.resetAndDestroy();
    await once(reset, 'close');
    await exchange(request('FOO / HTTP/1.1'));
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      expect.objectContaining({ level: 'info', status: 400, code: 'HPE_INVALID_METHOD' }),
    ]);
  });
});
