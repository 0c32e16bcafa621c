import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Message } from '#messaging';
import { recorded, type PastFact } from '#projection';
import { shownRecord } from '../credit-feed/credit-record.projection.js';
import { fine, inRecord, pushed } from '../testing-facts.js';
import { SECRET, testingReceiver, type TestingReceiver } from './testing-receiver.js';
import { webhookMessage } from './webhook-message.js';
import { NotAcknowledged, webhookOutlet } from './webhook-outlet.js';

let receiver: TestingReceiver;
const stopping = new AbortController();
beforeEach(async () => void (receiver = await testingReceiver()));
afterEach(() => receiver.close());

const messageOf = (...facts: readonly PastFact[]): Message => webhookMessage(shownRecord(recorded(...facts))!);
const message = (id: string): Message => {
  const one = messageOf(pushed());
  return { ...one, headers: { ...one.headers, ce_id: id } };
};
const open = (secret = SECRET, timeoutMs?: number, signal = stopping.signal) =>
  webhookOutlet({ url: receiver.url, secret, timeoutMs }, signal);
const ids = () => receiver.pushed.map(({ id }) => id);

describe('a webhook', () => {
  it('carries the record as it is now, signed, under the id of its event', async () => {
    await open().send('', [messageOf(pushed())]);
    expect(receiver.pushed).toMatchObject([
      {
        id: recorded(pushed())[0]!.id,
        contentType: 'application/cloudevents+json; charset=utf-8',
        body: {
          specversion: '1.0',
          subject: 'penalty-2021-0003',
          data: { CF_WSH: fine.documentNumber, CF_NR_FK: '0.200000' },
        },
      },
    ]);
  });

  it('carries a tombstone with its reason', async () => {
    await open().send('', [messageOf(pushed(), inRecord('CreditInfoWithdrawn', { reason: '原决定被撤销' }))]);
    expect(receiver.pushed).toMatchObject([{ body: { tombstone: true, reason: '原决定被撤销', data: null } }]);
  });

  it('is not believed when another secret signed it', async () => {
    const other = open('whsec_YW5vdGhlciBzZWNyZXQgb2YgdGhlIHNwZWM=');
    await expect(other.send('', [message('a')])).rejects.toThrow('HTTP 401');
    expect(receiver.pushed).toEqual([]);
  });

  it('is pushed again until it is acknowledged, and what was acknowledged is not', async () => {
    const outlet = open();
    receiver.answer = ({ id }, response) => void response.writeHead(id === 'b' ? 503 : 200).end();
    const all = ['a', 'b', 'c'].map(message);
    await expect(outlet.send('', all)).rejects.toThrow(NotAcknowledged);
    await expect(outlet.send('', all)).rejects.toThrow('HTTP 503');
    receiver.answer = (_, response) => void response.writeHead(204).end();
    await outlet.send('', all);
    expect(ids().toSorted()).toEqual(['a', 'b', 'b', 'b', 'c']);
    await outlet.send('', [message('a')]);
    expect(ids().at(-1)).toBe('a');
  });

  it.each([302, 400, 410, 429, 500])('has not arrived when the answer is %d', async (status) => {
    receiver.answer = (_, response) => void response.writeHead(status, { location: `${receiver.url}/elsewhere` }).end();
    await expect(open().send('', [message('a')])).rejects.toThrow(`HTTP ${status}`);
    expect(ids()).toEqual(['a']);
  });

  it('has not arrived at a receiver that is too slow to say so', async () => {
    receiver.answer = () => {};
    await expect(open(SECRET, 50).send('', [message('a')])).rejects.toThrow('50 ms');
  });

  it('has not arrived where nobody listens, or who listens hangs up', async () => {
    receiver.answer = (_, response) => void response.destroy();
    await expect(open().send('', [message('a')])).rejects.toThrow(NotAcknowledged);
    await receiver.close();
    await expect(open().send('', [message('a')])).rejects.toThrow('ECONNREFUSED');
  });

  it('breaks off when the process stops', async () => {
    const stop = new AbortController();
    receiver.answer = () => stop.abort();
    await expect(open(SECRET, undefined, stop.signal).send('', [message('a')])).rejects.toThrow(NotAcknowledged);
  });

  it('says of what went wrong neither the path nor the secret', async () => {
    receiver.answer = (_, response) => void response.writeHead(500).end(SECRET);
    const problem: unknown = await open()
      .send('', [message('a')])
      .catch((reason: unknown) => reason);
    expect(String(problem)).toContain('http://127.0.0.1');
    expect(String(problem)).not.toMatch(/whsec|k9d2/);
  });
});
