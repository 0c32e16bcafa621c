import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { harbour } from './testing-harbour.js';
import { serviceInMemory, type ServiceInMemory } from './testing-service.js';

const NOON = '2021-03-15T12:00:00+08:00';

let service: ServiceInMemory;
beforeEach(async () => void (service = await serviceInMemory([harbour], NOON)));
afterEach(() => service.close());

const moor = (id: string, ship = 'Ada', headers = {}) =>
  service.post(`/harbour-watch/berths/${id}/moor`, { occurredAt: NOON, ship, untilOn: '2021-03-20' }, headers);

/** The metrics of the ledger itself, one a line, as Prometheus reads them. */
async function metrics(): Promise<Record<string, number>> {
  const text = await fetch(`${service.url}/metrics`).then((answer) => answer.text());
  const lines = text.split('\n').filter((line) => line.startsWith('taizhang_'));
  return Object.fromEntries(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
  );
}

describe('the metrics of a department', () => {
  it('count commands by what they came to, refusals by their code, and facts', async () => {
    await moor('b1', 'Ada', { 'idempotency-key': 'one' });
    await moor('b1', 'Ada', { 'idempotency-key': 'one' });
    await moor('b1', 'Bea');
    await service.post('/harbour-watch/berths/b2/moor', { occurredAt: NOON });
    await service.offices.settle();
    const seen = await metrics();
    const count = (outcome: string) =>
      seen[`taizhang_commands_total{department="harbour-watch",outcome="${outcome}"}`] ?? 0;
    expect(count('replayed')).toBe(1);
    expect(count('refused')).toBe(1);
    expect(count('recorded')).toBeGreaterThanOrEqual(1);
    expect(seen['taizhang_refusals_total{department="harbour-watch",code="harbour-watch/occupied"}']).toBe(1);
    const facts = seen['taizhang_facts_total{department="harbour-watch"}'];
    expect(facts).toBe(await service.store.head());
    expect(seen['taizhang_append_duration_seconds_count{outcome="written"}']).toBe(count('recorded'));
  });

  it('show how far policies are behind and which deadlines come and have passed', async () => {
    await moor('b1');
    await service.offices.settle();
    const before = await metrics();
    const head = await service.store.head();
    expect(before).toMatchObject({
      taizhang_ledger_position: head,
      'taizhang_policy_position{department="harbour-watch"}': head,
      'taizhang_policy_lag{department="harbour-watch"}': 0,
      'taizhang_deadlines_due_soon{department="harbour-watch"}': 1,
      'taizhang_deadlines_overdue{department="harbour-watch"}': 0,
      'taizhang_deadlines_fired{department="harbour-watch"}': 0,
    });

    await service.post('/clock', { to: '2021-03-21T12:00:00+08:00' });
    expect(await metrics()).toMatchObject({
      'taizhang_deadlines_due_soon{department="harbour-watch"}': 0,
      'taizhang_deadlines_overdue{department="harbour-watch"}': 0,
      'taizhang_deadlines_fired{department="harbour-watch"}': 1,
    });
  });
});
