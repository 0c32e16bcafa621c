import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { Act } from '#contracts';
import { readConfiguration } from '../configuration/configuration.js';
import { openLog } from '../log.js';
import { open, type OpenedService } from './open.js';
import { HttpProblem } from './problem.js';

const refusal = () => new HttpProblem(403, 'spec/refused', { zh: '不予受理', en: 'It is not taken' });
const left: unknown[] = [];
let reading = 0;

@Controller()
class Counter {
  @Post('unread')
  unread() {
    throw refusal();
  }

  @Post('begun')
  async begun(@Req() request: FastifyRequest) {
    for await (const _ of request.body as AsyncIterable<Buffer>) throw refusal();
  }

  @Post('whole')
  async whole(@Req() request: FastifyRequest) {
    try {
      let bytes = 0;
      for await (const chunk of request.body as AsyncIterable<Buffer>) reading = bytes += chunk.length;
      return { bytes };
    } catch (problem) {
      left.push(problem);
      throw problem;
    }
  }

  @Post('acts')
  act(@Body() _: Act) {
    return {};
  }

  @Get('well')
  well() {
    return { well: true };
  }
}

@Module({ controllers: [Counter] })
class Department {}

const MEBIBYTES = 32;
const MEBIBYTE = Buffer.alloc(1_048_576, 'a');
const NDJSON = 'content-type: application/x-ndjson';

let service: OpenedService;
const start = async () =>
  open(Department, {
    configuration: readConfiguration({ PORT: '0' }).configuration,
    log: openLog({ level: 'silent' }),
    drainLimits: { lameDuckMs: 10, inFlightMs: 200 },
  });
beforeAll(async () => void (service = await start()));
afterAll(() => service.close());

/** A sender as many are: it reads nothing before it has sent everything. */
async function sender(to: OpenedService = service) {
  const socket = connect(Number(new URL(to.url).port), '127.0.0.1')
    .setEncoding('utf8')
    .pause();
  socket.on('error', () => undefined);
  let heard = '';
  socket.on('data', (text) => (heard += text)).pause();
  await once(socket, 'connect');
  const write = async (bytes: string | Buffer) => {
    if (!socket.write(bytes)) await Promise.race([once(socket, 'drain'), once(socket, 'close')]);
  };
  return {
    socket,
    head: (path: string, ...headers: string[]) =>
      write([`POST ${path} HTTP/1.1`, 'host: here', ...headers, '', ''].join('\r\n')),
    async body(framing: 'chunked' | 'counted') {
      for (let sent = 0; sent < MEBIBYTES; sent++) {
        if (framing === 'chunked') await write(`${MEBIBYTE.length.toString(16)}\r\n`);
        await write(MEBIBYTE);
        if (framing === 'chunked') await write('\r\n');
      }
      if (framing === 'chunked') await write('0\r\n\r\n');
    },
    write,
    /** Waits for the end of the connection, or for the words. */
    async hears(words: RegExp): Promise<string> {
      socket.resume();
      while (!words.test(heard) && !socket.closed) await Promise.race([once(socket, 'data'), once(socket, 'close')]);
      return heard;
    },
  };
}
const gone = (socket: Socket) => (socket.closed ? undefined : once(socket, 'close'));

const CHUNKED = 'transfer-encoding: chunked';
const COUNTED = `content-length: ${MEBIBYTES * MEBIBYTE.length}`;

describe('an answer that comes before its request was sent in full', () => {
  it.each([
    ['of a batch that nobody looked into', '/unread', NDJSON, 403],
    ['of a batch that was left at its first bytes', '/begun', NDJSON, 403],
    ['of a command that is too large', '/acts', 'content-type: application/json', 413],
    ['of a type that is not taken', '/acts', 'content-type: text/plain', 415],
    ['of an address that is none', '/nowhere', NDJSON, 404],
  ])('reaches a sender who reads only when he has sent everything: %s', async (_, path, type, status) => {
    for (const framing of ['chunked', 'counted'] as const) {
      const { socket, head, body, hears, write } = await sender();
      await head(path, type, framing === 'chunked' ? CHUNKED : COUNTED);
      await body(framing);
      await write('GET /well HTTP/1.1\r\nhost: here\r\n\r\n');
      const heard = await hears(/"well":true/);
      // The connection goes on with the next request.
      expect(heard).toMatch(new RegExp(`^HTTP/1.1 ${status} .*HTTP/1.1 200 .*"well":true`, 's'));
      socket.destroy();
    }
  });

  it('reaches one who asked for the connection to be closed, and closes it', async () => {
    const { socket, head, body, hears } = await sender();
    await head('/begun', NDJSON, CHUNKED, 'connection: close');
    await body('chunked');
    expect(await hears(/spec\/refused/)).toMatch(/^HTTP\/1.1 403 /);
    await gone(socket);
  });

  it('lets the service stop while the rest is still being sent', async () => {
    const other = await start();
    const { socket, head, write, hears } = await sender(other);
    await head('/begun', NDJSON, CHUNKED);
    await write(`${MEBIBYTE.length.toString(16)}\r\nfirst`);
    await hears(/spec\/refused/);
    const since = performance.now();
    await other.close();
    expect(performance.now() - since).toBeLessThan(5_000);
    await gone(socket);
  });
});

describe('a sender who hangs up in the middle', () => {
  it('is an error for whoever reads his body, and for nobody when nobody does', async () => {
    for (const path of ['/whole', '/unread', '/begun']) {
      const { socket, head, write } = await sender();
      await head(path, NDJSON, CHUNKED);
      await write(`${MEBIBYTE.length.toString(16)}\r\nfirst`);
      if (path === '/whole') while (reading === 0) await pause(5);
      socket.resetAndDestroy();
      await gone(socket);
    }
    expect((await fetch(`${service.url}/well`)).status).toBe(200);
    expect(left).toHaveLength(1);
  });
});
