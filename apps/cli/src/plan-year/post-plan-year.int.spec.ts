import 'reflect-metadata';
import { afterEach, describe, expect, it } from '@jest/globals';
import { languages } from '#contracts';
import type { Item } from '../ledger.js';
import { accepted, refused, testingLedger, type TestingLedger } from '../testing-ledger.js';
import { planYear, planYearEndsAt } from './plan-year.js';
import { postPlanYear } from './post-plan-year.js';

const steps = planYear({ seed: 2021, enterprises: 60 });
const refusals = new Map(steps.map(({ key, refusedWith }) => [key, refusedWith]));
const token = (role: string) => `token-for-${role}`;

let ledger: TestingLedger;
afterEach(() => ledger.stop());

/** A ledger whose clock can be moved and whose law is asked by `judge`. */
async function open(judge: (item: Item) => string | undefined, startsAt = '2021-01-01T00:00:00Z') {
  const clock = { now: startsAt };
  const items: { item: Item; at: string }[] = [];
  const receipts: { recordId: string; itemId: string; at: string }[] = [];
  ledger = await testingLedger({
    item: (item) => {
      items.push({ item, at: clock.now });
      const code = judge(item);
      return code ? refused(code) : accepted(`${item.subject}-${item.id.at(-1)}`, 'credit.CreditInfoPushed');
    },
    other: (method, path, body) => {
      if (path === '/clock' && method === 'POST') clock.now = (body as { to: string }).to;
      if (path === '/clock') return { status: 200, body: { now: new Date(clock.now).toISOString() } };
      if (path === '/projections') return { status: 200, body: { position: 4711 } };
      if (path.startsWith('/reports/exits')) return { status: 200, body: found(path) };
      if (path.startsWith('/reports/'))
        return { status: 404, body: { type: 'urn:taizhang:report/unknown', status: 404 } };
      if (path.endsWith('/identity')) return { status: 200, body: { contactRef: 'a'.repeat(64) } };
      const { receipts: sent } = body as { receipts: { recordId: string; itemId: string }[] };
      receipts.push(...sent.map((receipt) => ({ ...receipt, at: clock.now })));
      return { status: 200, body: { outcomes: sent.map((receipt) => ({ ...receipt, status: 201 })) } };
    },
  });
  return { clock, items, receipts };
}

/** What the read side finds in a period, up to the position that is asked for. */
const found = (path: string) => ({
  frozen: { asKnownAt: Number(new URLSearchParams(path.slice(path.indexOf('?'))).get('asKnownAt')) },
  content: { enterprises: [], equipment: [], capacity: [] },
});

const lawful = ({ id }: Item) => refusals.get(id);

describe('posting the plan year', () => {
  it('moves the clock to every moment and hands in what it brought, to the end of the year', async () => {
    const { clock, items, receipts } = await open(lawful);
    const said: string[] = [];
    const posted = await postPlanYear({
      baseUrl: ledger.url,
      token,
      steps,
      onProgress: (...all) => said.push(all.join(' ')),
    });
    expect(items.length + receipts.length).toBe(steps.length);
    expect(posted).toEqual({
      accepted: steps.filter(({ refusedWith }) => !refusedWith).length,
      refused: steps.filter(({ refusedWith }) => refusedWith).length,
    });
    const atOf = new Map(steps.map(({ key, at }) => [key, at]));
    for (const { item, at } of items) expect({ id: item.id, at }).toEqual({ id: item.id, at: atOf.get(item.id) });
    expect(clock.now).toBe(planYearEndsAt);
    expect(said.at(-1)).toBe(`${steps.length} ${steps.length} 2022-01-31`);
  });

  it('answers items of the feed by the ids that they were pushed under', async () => {
    const { receipts } = await open(lawful);
    await postPlanYear({ baseUrl: ledger.url, token, steps });
    const pushedTwice = receipts.filter(({ recordId }) => recordId === 'penalty-PEN-REJECTED');
    expect(pushedTwice.map(({ itemId }) => itemId)).toEqual(['penalty-PEN-REJECTED-1/0', 'penalty-PEN-REJECTED-2/0']);
  });

  it('comes with the role that each command wants', async () => {
    await open(lawful);
    await postPlanYear({ baseUrl: ledger.url, token, steps });
    const roles = new Map(
      ledger.heard.map(({ path, headers }) => [
        `${path.replace(/^(\/reports|\/hotline\/tips)\/.*/, '$1')} ${headers.authorization}`,
        true,
      ]),
    );
    expect([...roles.keys()].sort()).toEqual(
      [
        '/clock Bearer token-for-operator',
        '/projections Bearer token-for-operator',
        '/reports Bearer token-for-operator',
        ...languages.map(({ department }) => `/${department}/batch Bearer token-for-department:${department}:post`),
        '/hotline/tips Bearer token-for-department:hotline:post',
        '/feeds/credit/receipts Bearer token-for-credit-platform',
        '/government/batch Bearer token-for-government:decide',
      ].sort(),
    );
  });

  it('stops at an unexpected refusal and names the step', async () => {
    await open(({ id, subject, type }) =>
      subject === 'SC-03' && type === 'energy.OrderRectification' ? 'energy/not-over-limit' : refusals.get(id),
    );
    await expect(postPlanYear({ baseUrl: ledger.url, token, steps })).rejects.toThrow(
      /2021-04-01T17:45:00\+08:00 energy\/cases\/SC-03\/order-rectification[\s\S]*not-over-limit/,
    );
  });

  it('stops when the law accepts what it should refuse', async () => {
    await open(({ subject, id }) => (subject === 'SC-22' ? undefined : refusals.get(id)));
    await expect(postPlanYear({ baseUrl: ledger.url, token, steps })).rejects.toThrow(
      /SC-22\/issue-red-card[\s\S]*energy\/red-card-without-yellow/,
    );
  });

  it('posts the moment at which it was stopped again, even when the clock ticked on a little', async () => {
    const { items } = await open(lawful, '2021-11-10T15:59:30.250Z');
    await postPlanYear({ baseUrl: ledger.url, token, steps });
    expect(items.some(({ item }) => item.subject === 'SC-02' && item.type === 'energy.RequestExtension')).toBe(true);
  });

  it('goes on where the clock stands after it was stopped', async () => {
    const { items, receipts } = await open(lawful, '2021-10-20T09:45:00Z');
    await postPlanYear({ baseUrl: ledger.url, token, steps });
    const atOf = new Map(steps.map(({ key, at }) => [key, at]));
    const past = items.filter(({ item }) => Date.parse(atOf.get(item.id)!) < Date.parse('2021-10-20T09:45:00Z'));
    expect(new Set(past.map(({ item }) => item.type))).toEqual(new Set(['credit.PushCreditInfo']));
    expect(receipts.map(({ itemId }) => itemId)).toContain('penalty-PEN-REJECTED-2/0');
    expect(items.some(({ item }) => item.subject === 'SC-02' && item.type === 'energy.RequestExtension')).toBe(true);
  });
});
