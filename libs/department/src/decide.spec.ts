import 'reflect-metadata';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { decode } from '#contracts';
import { Refusal } from '#decider';
import { memoryEventStore, StaleRevision, Unavailable, type EventStore } from '#event-store';
import { systemOf, type Principal } from '#identity';
import { Decide, DecideHandler } from './decide.js';
import { ScenarioClock } from './scenario-clock.js';
import type { Submission } from './submission.js';
import { harbour } from './testing-harbour.js';
import { verbsOf } from './verb.js';

const NOON = '2021-03-15T12:00:00+08:00';
const moor = { occurredAt: NOON, ship: 'Ada', untilOn: '2021-03-20' };
const pilot: Principal = { subject: 'li', client: 'pilot-system', roles: ['department:harbour-watch:post'] };
const mayor: Principal = { subject: 'wang', client: 'city-hall', roles: ['government:decide'] };

let clock: ScenarioClock;
let store: EventStore;
let handler: DecideHandler;

beforeEach(() => {
  clock = new ScenarioClock(NOON);
  store = memoryEventStore({ clock });
  handler = new DecideHandler(store, clock);
});

const put = (
  command: string,
  data: unknown,
  {
    id = 'b1',
    with: through = handler,
    ...submission
  }: Partial<Submission> & { id?: string; with?: DecideHandler } = {},
) =>
  through.execute(
    new Decide(verbsOf(harbour).get(command)!, id, data, { by: pilot, correlationId: 'spec', ...submission }),
  );
const key = (...key: string[]) => ({ key: ['key', ...key] });
const facts = async (stream = 'harbourWatch.berth-b1') => (await store.read(stream)).events.map(decode);

describe('a command', () => {
  it('becomes facts, and the receipt says where they stand', async () => {
    const receipt = await put('Moor', moor);
    expect(receipt).toEqual({
      stream: 'harbourWatch.berth-b1',
      revision: 0,
      position: 1,
      recordedAt: '2021-03-15T04:00:00.000Z',
      events: [{ id: expect.stringMatching(/^[0-9a-f-]{36}$/), type: 'harbourWatch.Moored' }],
    });
  });

  it('leaves its act on the envelope and only its matter in the payload', async () => {
    const act = { officers: ['A1', 'A2'], approver: 'Chen', documents: [{ number: '1', sha256: 'a'.repeat(64) }] };
    await put('Moor', { ...moor, ...act, uscc: '91441322MA00TT0126' }, { causationId: 'cause' });
    const [fact] = await facts();
    expect(fact).toMatchObject({
      data: { ship: 'Ada', untilOn: '2021-03-20', uscc: '91441322MA00TT0126' },
      schema: 2,
      visibility: 'public',
      department: 'harbour-watch',
      occurredAt: NOON,
      uscc: '91441322MA00TT0126',
      caseId: 'b1',
      actor: { client: 'pilot-system', officers: ['A1', 'A2'], approver: 'Chen' },
      documents: act.documents,
      rules: [{ ruleId: 'harbour.one-ship', version: '1' }],
      correlationId: 'spec',
      causationId: 'cause',
    });
    expect(Object.keys(fact!.data)).toEqual(['ship', 'untilOn', 'uscc']);
  });

  it('that changes nothing leaves nothing, and the receipt says so', async () => {
    const first = await put('Moor', moor);
    expect(await put('Moor', moor)).toEqual({ ...first, events: [] });
    expect(await store.head()).toBe(1);
  });

  it('that changes nothing of a record nobody knows says that there is none', async () =>
    expect(await put('Leave', { occurredAt: NOON })).toMatchObject({ revision: -1, position: 0, events: [] }));

  it('that the law forbids is refused, and nothing is written', async () => {
    await put('Moor', moor);
    await expect(put('Moor', { ...moor, ship: 'Bob' })).rejects.toThrow(Refusal);
    expect(await store.head()).toBe(1);
  });

  it('looks at the records that its law consults', async () => {
    await put('ShutGate', { occurredAt: NOON }, { id: 'north' });
    await expect(put('Moor', moor)).rejects.toMatchObject({ code: 'harbour-watch/gate-shut' });
  });

  it.each([
    ['a field nobody declared', { admin: true }, 'admin'],
    ['a wrong type', { ship: 7 }, 'ship'],
    ['a missing field', { ship: undefined }, 'ship'],
    ['a wrong part', { papers: [{ sha256: 'x' }] }, 'papers.0.sha256'],
  ])('with %s is refused by its name', async (_, wrong, field) => {
    await expect(put('Moor', { ...moor, ...wrong })).rejects.toMatchObject({
      status: 400,
      code: 'request/fields-wrong',
      grounds: { field, clause: '1' },
    });
    expect(await store.head()).toBe(0);
  });

  it.each([[null], [[]], ['x'], [undefined]])('that is no object is refused: %j', async (body) => {
    await expect(put('Moor', body)).rejects.toMatchObject({ status: 400 });
  });

  it.each(['', '-x', 'a/b', 'x'.repeat(65)])('to a record that cannot be named %j is refused', async (id) => {
    await expect(put('Moor', moor, { id })).rejects.toMatchObject({ code: 'request/id-malformed' });
  });
});

describe('the time of an act', () => {
  it('may run ahead of the ledger by sixty seconds', async () => {
    await put('Moor', { ...moor, occurredAt: '2021-03-15T12:01:00+08:00' });
    expect(await store.head()).toBe(1);
  });

  it('may not run ahead by more', async () => {
    await expect(put('Moor', { ...moor, occurredAt: '2021-03-15T12:01:01+08:00' })).rejects.toMatchObject({
      status: 422,
      code: 'request/occurred-in-future',
      grounds: { field: 'occurredAt', wayOut: { zh: expect.any(String), en: expect.any(String) } },
    });
  });
});

describe('who may put a command', () => {
  it('is not another department', async () => {
    const other: Principal = { ...pilot, roles: ['department:energy:post', 'auditor', 'operator'] };
    await expect(put('Moor', moor, { by: other })).rejects.toMatchObject({
      status: 403,
      roles: ['department:harbour-watch:post'],
    });
  });

  it('is whoever holds the command’s own role, where it has one', async () => {
    await put('Moor', moor);
    await expect(put('Evict', { occurredAt: NOON })).rejects.toMatchObject({ roles: ['government:decide'] });
    await put('Evict', { occurredAt: NOON }, { by: mayor });
    expect((await facts())[1]).toMatchObject({ type: 'harbourWatch.Left', visibility: 'sealed' });
  });

  it('is the ledger alone for its own commands, and for this department only', async () => {
    await put('Moor', moor);
    const overstay = { occurredAt: NOON, ship: 'Ada' };
    await expect(put('Overstay', overstay)).rejects.toMatchObject({ code: 'identity/system-only' });
    await expect(put('Overstay', overstay, { by: systemOf('energy') })).rejects.toMatchObject({ status: 403 });
    await put('Overstay', overstay, { by: systemOf('harbour-watch') });
    expect((await facts())[1]!.actor.client).toBe('system:harbour-watch');
  });
});

describe('a retry', () => {
  it('with the same key and body gets the first receipt again', async () => {
    const first = await put('Moor', moor, key('k'));
    await put('Leave', { occurredAt: NOON });
    expect(await put('Moor', moor, key('k'))).toEqual({ ...first, replayed: true });
    expect(await store.head()).toBe(2);
  });

  it('gets it from another process too, as the ledger is the memory', async () => {
    const first = await put('Moor', moor, key('k'));
    const body = Object.fromEntries(Object.entries(moor).reverse());
    expect(await put('Moor', body, { ...key('k'), with: new DecideHandler(store, clock) })).toEqual({
      ...first,
      replayed: true,
    });
  });

  it('with another body is refused', async () => {
    await put('Moor', moor, key('k'));
    for (const through of [handler, new DecideHandler(store, clock)])
      await expect(put('Moor', { ...moor, ship: 'Bob' }, { ...key('k'), with: through })).rejects.toMatchObject({
        status: 422,
        code: 'request/idempotency-key-reused',
      });
  });

  it.each([
    ['that would be recorded', moor],
    ['that would be refused', { ...moor, ship: 'Bob' }],
  ])('for another record %s is refused as a reused key', async (_, body) => {
    await put('Moor', { ...moor, ship: 'Eve' }, { id: 'b2' });
    await put('Moor', moor, key('k'));
    const fresh = new DecideHandler(store, clock);
    const id = body === moor ? 'b3' : 'b2';
    await expect(put('Moor', body, { ...key('k'), id, with: fresh })).rejects.toMatchObject({
      code: 'request/idempotency-key-reused',
    });
    expect(await store.head()).toBe(2);
  });

  it('while the first still runs is told so', async () => {
    const first = put('Moor', moor, key('k'));
    await expect(put('Moor', moor, key('k'))).rejects.toMatchObject({
      status: 409,
      code: 'request/idempotency-key-in-use',
    });
    await first;
  });

  it('of what changed nothing still changes nothing', async () => {
    const leave = { occurredAt: NOON };
    const first = await put('Leave', leave, key('k'));
    await put('Moor', moor);
    expect(await put('Leave', leave, key('k'))).toEqual({ ...first, replayed: true });
    await expect(put('Leave', { ...leave, approver: 'Chen' }, key('k'))).rejects.toMatchObject({ status: 422 });
  });

  it('of what was refused is refused alike', async () => {
    await put('Moor', moor);
    const bob = { ...moor, ship: 'Bob' };
    await expect(put('Moor', bob, key('k'))).rejects.toMatchObject({ code: 'harbour-watch/occupied' });
    await put('Leave', { occurredAt: NOON });
    await expect(put('Moor', bob, key('k'))).rejects.toMatchObject({ code: 'harbour-watch/occupied' });
  });

  it('of an event that was refused is decided anew', async () => {
    await put('Moor', moor);
    const bob = { ...moor, ship: 'Bob' };
    const event = { key: ['event', 'pilot', '7'] };
    await expect(put('Moor', bob, event)).rejects.toMatchObject({ code: 'harbour-watch/occupied' });
    await put('Leave', { occurredAt: NOON });
    expect(await put('Moor', bob, event)).toMatchObject({ revision: 2 });
  });

  it('by another client is another request', async () => {
    await put('Moor', moor, key('k'));
    const other = { ...pilot, client: 'other' };
    expect(await put('Moor', { ...moor, ship: 'Eve' }, { ...key('k'), by: other, id: 'b2' })).toMatchObject({
      position: 2,
    });
  });

  it('after the store was away is free to succeed', async () => {
    let away = true;
    const shaky: EventStore = {
      ...store,
      append: async (...args) => {
        if (away) throw new Unavailable('away');
        return store.append(...args);
      },
    };
    const through = new DecideHandler(shaky, clock);
    await expect(put('Moor', moor, { ...key('k'), with: through })).rejects.toThrow(Unavailable);
    away = false;
    expect(await put('Moor', moor, { ...key('k'), with: through })).toMatchObject({ revision: 0 });
  });
});

describe('a revision that the caller has seen', () => {
  it('must be the last', async () => {
    await put('Moor', moor);
    await expect(put('Leave', { occurredAt: NOON }, { expected: 3 })).rejects.toMatchObject({ actual: 0 });
    expect(await put('Leave', { occurredAt: NOON }, { expected: 0 })).toMatchObject({ revision: 1 });
  });

  it('does not stand in the way of a retry', async () => {
    await put('Moor', moor);
    const first = await put('Leave', { occurredAt: NOON }, { expected: 0, ...key('k') });
    expect(await put('Leave', { occurredAt: NOON }, { expected: 0, ...key('k') })).toEqual({
      ...first,
      replayed: true,
    });
  });
});

describe('a record that others write to', () => {
  /** A store where somebody else writes just before each of the first so many appends. */
  const contended = (times: number): EventStore => {
    let left = times;
    return {
      ...store,
      append: async (...args) => {
        if (left-- > 0) await put('ShutGate', { occurredAt: NOON }, { id: 'g', with: new DecideHandler(store, clock) });
        return store.append(...args);
      },
    };
  };
  const shutGateWhile = (times: number) =>
    put('ShutGate', { occurredAt: NOON }, { id: 'g', with: new DecideHandler(contended(times), clock) });

  it('is decided anew, so that two processes do not trip each other', async () => {
    await put('Moor', moor);
    const others = new DecideHandler(store, clock);
    await put('Leave', { occurredAt: NOON }, { with: others });
    expect(await put('Moor', { ...moor, ship: 'Bob' })).toMatchObject({ revision: 2 });
  });

  it('is decided on from memory, then as it is read, then up to three times anew', async () => {
    expect(await shutGateWhile(4)).toMatchObject({ revision: 4 });
  });

  it('is given up after that', async () => {
    await expect(shutGateWhile(5)).rejects.toThrow(StaleRevision);
    expect(await store.head()).toBe(5);
  });

  it('takes commands of one process one after the other', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, () => put('ShutGate', { occurredAt: NOON }, { id: 'g' })));
    expect(all.map(({ revision }) => revision)).toEqual(all.map((_, index) => index));
  });
});
