import 'reflect-metadata';
import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { intakeTopics, memoryBroker, park, topicsOf, type MemoryBroker, type Queue, type Received } from '#messaging';
import { parseArgs } from 'node:util';
import { Failure } from '../exit-codes.js';
import { parkedFrom } from './parked.js';

const topics = intakeTopics('energy');
let broker: MemoryBroker;
let queue: Queue;

const came = (offset: string, more: Partial<Received> = {}): Received => ({
  key: 'enterprise-1',
  value: Buffer.from('{"broken'),
  headers: { ce_id: `id-${offset}`, 'content-type': 'application/json' },
  topic: topics.intake,
  partition: 2,
  offset,
  ...more,
});
const reason = {
  type: 'urn:taizhang:json/syntax',
  status: 400,
  detail: 'This is not JSON',
  detail_zh: '不符合 JSON 语法',
};

beforeEach(async () => {
  broker = memoryBroker();
  queue = broker.open();
  await queue.ensure(topicsOf(topics));
  await queue.send(topics.parked, [
    park(came('7'), { reason, parkedAt: '2021-06-29T10:00:00.000Z' }),
    park(came('8', { value: Buffer.from([0xff]), key: undefined }), { reason, parkedAt: '2021-06-30T10:00:00.000Z' }),
    park(came('9'), { reason, parkedAt: '2021-07-01T10:00:00.000Z', isCut: true }),
  ]);
});

async function told(...args: string[]) {
  const command = parkedFrom(async () => broker.open());
  const [out, talk]: [string[], string[]] = [[], []];
  const options = { ...command.options, json: { type: 'boolean' } } as const;
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
  const around = {
    env: {},
    stdin: Readable.from([]),
    out: (piece: string) => void out.push(piece),
    talk: (piece: string) => void talk.push(piece),
    isWatched: false,
  };
  const code = await command.run(positionals, values, around).then(
    () => 0,
    (error: unknown) => {
      if (!(error instanceof Failure)) throw error;
      talk.push(error.message);
      return error.exitCode;
    },
  );
  return { code, out: out.join(''), talk: talk.join('\n') };
}
const energy = ['--department', 'energy'];
const places = async (...args: string[]) =>
  (await told('list', ...energy, '--json', ...args)).out
    .split('\n')
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { place: string }).place);
const sent = async () => (await Array.fromAsync(queue.read(topics.intake))).flat();

describe('parked messages', () => {
  it('are listed with place, time, reason and id, in order', async () => {
    const { code, out, talk } = await told('list', ...energy);
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^2:7 +2021-06-29T10:00:00.000Z {2}json\/syntax +id-7$/);
    expect(talk).toContain('3 parked');
    expect(await places()).toEqual(['2:7', '2:8', '2:9']);
  });

  it('are found by the time they were parked, a day beginning in China', async () => {
    expect(await places('--since', '2021-06-30')).toEqual(['2:8', '2:9']);
    expect(await places('--since', '2021-06-30T10:00:00Z')).toEqual(['2:8', '2:9']);
    expect(await places('--since', '2021-06-30T10:00:01Z')).toEqual(['2:9']);
  });

  it('are shown whole, with why, in two languages', async () => {
    const { out } = await told('show', ...energy, '--offset', '2:7');
    for (const words of [
      'taizhang.intake.energy.v1 2:7',
      '不符合 JSON 语法',
      'This is not JSON',
      'ce_id: id-7',
      '{"broken',
    ])
      expect(out).toContain(words);
    expect((await told('show', ...energy, '--offset', '2:8')).out).toContain('base64: /w==');
    expect(JSON.parse((await told('show', ...energy, '--offset', '2:7', '--json')).out)).toMatchObject({
      place: '2:7',
      key: 'enterprise-1',
      value: '{"broken',
      reason,
    });
  });

  it('are replayed as they came, once: then they are no longer listed', async () => {
    const { code, out } = await told('replay', ...energy, '--offset', '2:7', '--offset', '2:8');
    expect({ code, out }).toEqual({
      code: 0,
      out: '{"place":"2:7","replayed":true}\n{"place":"2:8","replayed":true}\n',
    });
    expect(await places()).toEqual(['2:9']);
    expect(await sent()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          key: 'enterprise-1',
          value: Buffer.from('{"broken'),
          headers: { ce_id: 'id-7', 'content-type': 'application/json', taizhang_replayed: '2:7' },
        }),
        expect.objectContaining({ value: Buffer.from([0xff]) }),
      ]),
    );
    expect(await told('replay', ...energy, '--offset', '2:7')).toMatchObject({ code: 1 });
    expect(await sent()).toHaveLength(2);
  });

  it('are replayed as they were parked last, where a topic was made anew and counts its places again', async () => {
    const anew = came('7', { value: Buffer.from('{"of the new topic'), headers: {} });
    await queue.send(topics.parked, [park(anew, { reason, parkedAt: '2021-08-01T00:00:00.000Z' })]);
    expect(await told('replay', ...energy, '--offset', '2:7')).toMatchObject({ code: 0 });
    expect((await sent()).map(({ value }) => String(value))).toEqual(['{"of the new topic']);
  });

  it('that were not kept whole are left where they are, and it is said', async () => {
    const { code, talk } = await told('replay', ...energy, '--all');
    expect(code).toBe(1);
    expect(talk).toContain('1 were too large');
    expect(await places()).toEqual(['2:9']);
    expect(await sent()).toHaveLength(2);
  });

  it('are discarded without being sent', async () => {
    expect(await told('discard', ...energy, '--all', '--since', '2021-06-30')).toMatchObject({ code: 0 });
    expect(await places()).toEqual(['2:7']);
    expect(await sent()).toEqual([]);
  });

  it('of a topic that does not exist are none', async () =>
    expect(await told('list', '--topic', 'nowhere')).toMatchObject({ code: 0, out: '' }));
});

describe('the command line of parked messages', () => {
  it.each([
    [['replay', ...energy], 2, '--all'],
    [['list'], 2, '--department'],
    [['list', '--department', 'enregy'], 2, 'There is no department enregy'],
    [['rplay', ...energy], 2, 'did you mean replay'],
    [['show', ...energy, '--offset', '7'], 2, '2:1234'],
    [['show', ...energy, '--offset', '9:9'], 1, 'Nothing that came at 9:9'],
    [['list', ...energy, '--since', 'yesterday'], 2, '2021-06-30T08:00:00+08:00'],
  ])('answers %j with %i', async (args, code, says) => {
    const answer = await told(...args);
    expect(answer).toMatchObject({ code, out: '' });
    expect(answer.talk).toContain(says);
  });

  it('says how to reach a queue that does not answer', async () => {
    broker.away = true;
    expect(await told('list', ...energy)).toMatchObject({ code: 3, talk: expect.stringContaining('KAFKA_BROKERS') });
  });
});
