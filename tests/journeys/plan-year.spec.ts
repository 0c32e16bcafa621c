import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { checkUscc } from '#codes';
import type { Enveloped } from '#contracts';
import { embeddedIssuer } from '#identity';
import { planYear } from '../../apps/cli/src/plan-year/plan-year.js';
import { gapsIn, keptFacts } from './kept-facts.js';
import {
  clear,
  deserted,
  layouts,
  startLedger,
  type Answer,
  type Layout,
  type LedgerProcess,
} from './ledger-process.js';

const READY = 'Taizhang is ready';
const YEAR_MS = 150_000;

/** Years that nothing disturbed, and one whose processes were killed in its middle. */
const years = new Map<Layout, LedgerProcess>();
const disturbed: LedgerProcess[] = [];
let year: LedgerProcess;
let auditor: string;
const read = async (path: string): Promise<any> => (await year.get(path, auditor)).body;

const apart: Layout = 'a process for each service';
const start = (options: Parameters<typeof startLedger>[0]) =>
  startLedger({ args: [], patienceMs: YEAR_MS, ...options });

async function killedInTheMiddle(layout: Layout): Promise<LedgerProcess> {
  const first = await start({ layout, atOnce: true });
  if (layout === apart) {
    await first.says(/plan year \d\d\//, YEAR_MS);
    const energy = (await first.services()).find(({ name }) => name === 'energy')!;
    process.kill(energy.pid!, 'SIGKILL');
  }
  await first.says(/plan year [12]\d\d\//, YEAR_MS);
  expect(first.output()).not.toContain(READY);
  await first.kill();
  return start({ layout, data: first.data });
}

beforeAll(async () => {
  for (const layout of layouts) years.set(layout, await start({ layout }));
  for (const layout of layouts) disturbed.push(await killedInTheMiddle(layout));
}, 5 * YEAR_MS);

afterAll(async () => {
  for (const ledger of [...years.values(), ...disturbed]) await clear(ledger);
}, 120_000);

describe.each(layouts)('in %s', (layout) => {
  beforeAll(async () => {
    year = years.get(layout)!;
    auditor = await year.token('auditor');
  });

  interface Step {
    readonly type: string;
    readonly at: string;
    readonly dueOn?: string;
  }

  /** A case as it stands: `what happened, day` or `what happened, day → due day`, in order. */
  async function told(caseId: string): Promise<{ state: string; steps: string[] }> {
    const { state, milestones } = await read(`/cases/${caseId}`);
    const steps = (milestones as Step[]).map(
      ({ type, at, dueOn }) => `${type.replace('energy.', '')} ${at.slice(5, 10)}${dueOn ? ` → ${dueOn}` : ''}`,
    );
    return { state, steps };
  }

  const feedItems = async (subject: string): Promise<any[]> =>
    (await read('/feeds/credit?limit=1000')).items.filter((item: { subject: string }) => item.subject === subject);

  const dossierOf = async (caseId: string): Promise<any> => read(`/dossiers/${(await read(`/cases/${caseId}`)).uscc}`);

  describe('in the plan year, a case of energy', () => {
    it('is closed by a rectification on the first day of the sixth month (scenario 1)', async () => {
      const { state, steps } = await told('SC-01');
      expect(state).toBe('RECTIFIED');
      expect(steps.slice(3)).toEqual([
        'EnergyRectificationOrdered 03-15 → 2021-09-15',
        'YellowCardIssued 03-15 → 2021-09-15',
        'RectificationReported 08-16',
        'RectificationReinspected 08-24',
        'RectificationAccepted 08-27',
        'YellowCardCleared 08-27',
      ]);
    });

    it('is extended when that is asked for at 23:59 on the last day (scenario 2)', async () => {
      const { state, steps } = await told('SC-02');
      expect(state).toBe('RECTIFIED');
      expect(steps).toContain('ExtensionGranted 11-12 → 2022-01-10');
      expect(steps.join()).not.toContain('Expired');
      const { items } = await read('/cases/SC-02/history');
      expect(items.find(({ type }: Step) => type === 'energy.ExtensionRequested').occurredAt).toBe(
        '2021-11-10T23:59:00+08:00',
      );
    });

    it('has expired when that is asked for on the day after (scenario 2, too late)', async () => {
      const { state, steps } = await told('SC-02-LATE');
      expect(state).toBe('RECTIFICATION_FAILED');
      expect(steps).toContain('RectificationPeriodExpired 11-12 → 2021-11-11');
      expect(steps.join()).not.toContain('Extension');
    });

    it('ends on 8 October when its last day lies in the week of National Day (scenario 3)', async () => {
      expect((await told('SC-03')).steps).toContain('EnergyRectificationOrdered 04-01 → 2021-10-08');
      const { items } = await read('/cases/SC-03/history');
      const { data } = items.find(({ type }: Step) => type === 'energy.EnergyRectificationOrdered');
      expect(data.due).toMatchObject({ nominalDue: '2021-10-01', rolledDue: '2021-10-08', unit: 'months', length: 6 });
    });

    it('served on 31 August is owed by 28 February (scenario 4)', async () => {
      const { items, today } = await read('/obligations');
      expect(today).toBe('2022-01-31');
      expect(items.find(({ caseId }: { caseId?: string }) => caseId === 'SC-04')).toMatchObject({
        kind: 'rectify',
        dueOn: '2022-02-28',
        daysLeft: 28,
        overdue: false,
        rule: 'energy/rectification-period@2021',
      });
    });

    it('is extended once and no second time (scenario 5)', async () => {
      const { state, steps } = await told('SC-05');
      expect(state).toBe('RECTIFIED');
      expect(steps.filter((step) => step.startsWith('Extension'))).toEqual([
        'ExtensionRequested 09-10',
        'ExtensionGranted 09-15 → 2021-12-22',
      ]);
    });

    it('is closed by the government at the second proposal (scenario 6)', async () => {
      const { state, steps } = await told('SC-06');
      expect(state).toBe('CLOSED');
      expect(steps.slice(-7)).toEqual([
        'RectificationFailed 09-28',
        'ClosureProposed 10-11',
        'GovernmentDecisionNoted 10-20',
        'ClosureProposed 11-03',
        'GovernmentDecisionNoted 11-24',
        'RedCardIssued 11-24',
        'YellowCardCleared 11-24',
      ]);
      expect(await dossierOf('SC-06')).toMatchObject({ status: 'RED_CARD' });
    });

    it('gets no red card where there was no yellow one (scenario 22)', async () => {
      const { state, steps } = await told('SC-22');
      expect(state).toBe('COMPLIANT');
      expect(steps.join()).not.toContain('Card');
    });

    it('shows what was known, and what had happened, on a day of the past', async () => {
      const known = await read('/cases/SC-02/history?asKnownAt=2021-11-10');
      const happened = await read('/cases/SC-02/history?asOf=2021-11-10');
      expect(known.items.at(-1).type).toBe('energy.ExtensionRequested');
      expect(happened.items.at(-1).type).toBe('energy.ExtensionRequested');
      expect((await read('/cases/SC-02/history?asKnownAt=2021-11-09')).items).toHaveLength(known.items.length - 1);
    });
  });

  describe('in the plan year, credit', () => {
    it('follows a missed exit until the equipment is dismantled at last (scenario 15)', async () => {
      const { sections } = await dossierOf('SC-15');
      expect(sections.capacity.equipment[0]).toMatchObject({
        dismantleBy: '2021-06-21',
        exitNotCompleted: { dueOn: '2021-06-21' },
        dismantledOn: '2021-10-28',
      });
      expect(sections.credit.records[0]).toMatchObject({
        state: 'DISPLAY_STOPPED',
        stopped: { reason: 'EXIT_COMPLETED', on: '2021-10-28' },
      });
      expect(sections.prices.measures[0].lifted).toMatchObject({ from: '2021-12-01' });
    });

    it('restricts where the law allows it, and otherwise shares the record only (scenario 15)', async () => {
      const { sections } = await dossierOf('SC-15');
      const states = sections.credit.restrictions.map(({ field, state }: Record<string, string>) => [field, state]);
      expect(states).toEqual([
        ['PRODUCTION_LICENCE', 'LIFTED'],
        ['LAND_SUPPLY', 'SHARED_ONLY'],
      ]);
    });

    it('takes display back with a tombstone that has no data (scenario 15)', async () => {
      const [pushed, stopped] = await feedItems('exit-SC-15-E1');
      expect(pushed).toMatchObject({ type: 'credit.CreditInfoPushed', data: { CF_JDRQ: '2021/07/05' } });
      expect(stopped).toMatchObject({ type: 'credit.DisplayStopped', tombstone: true, reason: 'EXIT_COMPLETED' });
      expect(stopped.data).toBeNull();
    });

    it('knows a kind of penalty from the day on which the law has it (scenario 24)', async () => {
      const [[before], [after]] = await Promise.all([feedItems('penalty-SC-24-0714'), feedItems('penalty-SC-24-0715')]);
      expect(before.data).toMatchObject({ CF_JDRQ: '2021/07/14', CF_CFLB: '警告' });
      expect(after.data).toMatchObject({ CF_JDRQ: '2021/07/15', CF_CFLB: '通报批评' });
    });

    it('tells a fine of 2,000 yuan as 0.2, until it is repaired (scenario 25)', async () => {
      const [pushed, stopped] = await feedItems('penalty-SC-25');
      expect(Number(pushed.data.CF_NR_FK)).toBe(0.2);
      expect(pushed.data).toMatchObject({ CF_NR: '罚款2000元', CF_JDRQ: '2021/06/18', CF_GSJZQ: '2022/06/18' });
      expect(stopped).toMatchObject({ tombstone: true, reason: 'REPAIR' });
    });

    it('pushes again what the platform rejected, once it is corrected', async () => {
      const items = await feedItems('penalty-PEN-REJECTED');
      const pushes = items.filter(({ type }) => type === 'credit.CreditInfoPushed');
      expect(pushes.map(({ time }) => time.slice(0, 10))).toEqual(['2021-10-18', '2021-10-22']);
      const dossier = await read(`/dossiers/${items[0].data.CF_XDR_SHXYM}`);
      const record = dossier.sections.credit.records.find(
        ({ recordId }: { recordId: string }) => recordId === 'penalty-PEN-REJECTED',
      );
      expect(record).toMatchObject({ state: 'PUBLISHED' });
      expect(record.corrections).toHaveLength(1);
    });

    it('takes a receipt again without a new fact, and no other one for the same item', async () => {
      const { mint } = await embeddedIssuer(year.data);
      const platform = await mint({
        subject: 'plan-year',
        client: 'plan-year',
        roles: ['credit-platform'],
        ttlSeconds: 60,
      });
      const [item] = await feedItems('penalty-SC-25');
      const sent = planYear({ seed: 2021, enterprises: 60 }).find(
        ({ id, command }) => id === item.subject && command === 'AcknowledgeCreditInfo',
      )!;
      const receipt = { ...sent.body, recordId: item.subject, itemId: item.id, outcome: 'acknowledged' };
      const rejection = { field: 'CF_SY', reason: '违法事实过于简略', occurredAt: '2021-06-25T10:00:00+08:00' };
      const before = (await read('/projections')).position;
      const { body } = await year.post(
        '/feeds/credit/receipts',
        { receipts: [receipt, { recordId: item.subject, itemId: item.id, outcome: 'rejected', ...rejection }] },
        { token: platform },
      );
      const [again, other] = body.outcomes;
      expect(again).toMatchObject({ itemId: item.id, status: 200, receipt: { replayed: true } });
      expect(other).toMatchObject({ itemId: item.id, status: 409, problem: { clause: '3.2' } });
      expect((await read('/projections')).position).toBe(before);
    });

    it('is read page by page as it is read at once', async () => {
      const whole = await read('/feeds/credit?limit=1000');
      const pages: unknown[] = [];
      for (let after = ''; ;) {
        const page = await read(`/feeds/credit?limit=5${after && `&after=${after}`}`);
        if (page.items.length === 0) break;
        pages.push(...page.items);
        after = page.next;
      }
      expect(pages).toEqual(whole.items);
    });
  });

  describe('in the plan year, a list', () => {
    const csv = async (path: string): Promise<string[]> => {
      const response = await year.fetch(path, { headers: { accept: 'text/csv' } });
      expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
      return (await response.text()).trim().split('\r\n');
    };

    it('keeps each issue as it was published, whatever came after', async () => {
      const issue = (await year.get('/lists/yellow-card/issues/4')).body;
      expect(issue).toMatchObject({ issueNumber: 4, asOf: '2021-08-02' });
      const listed = issue.entries.map(({ caseId }: { caseId: string }) => caseId);
      expect(listed).toEqual(expect.arrayContaining(['SC-01', 'SC-02', 'SC-06']));
      const { register } = (await year.get('/lists/yellow-card')).body;
      expect(register.map(({ caseId }: { caseId: string }) => caseId)).not.toContain('SC-01');
    });

    it('says the same as JSON and as CSV, to everybody', async () => {
      const { entries } = (await year.get('/lists/red-card/issues/3')).body;
      const [header, ...lines] = await csv('/lists/red-card/issues/3');
      expect(header).toContain('统一社会信用代码 USCC');
      expect(lines).toHaveLength(entries.length);
      for (const [at, { uscc, name, caseId }] of entries.entries())
        for (const said of [uscc, name, caseId]) expect(lines[at]).toContain(said);
      expect(entries[0]).toMatchObject({ caseId: 'SC-06', since: '2021-11-24' });
    });

    it('tells apart who came on it and who left it since the last issue', async () => {
      const lines = await csv('/lists/yellow-card');
      expect(lines.find((line) => line.includes(',SC-02,'))).toMatch(/^REMOVED_SINCE,/);
      expect(lines.find((line) => line.includes(',SC-04,'))).toMatch(/^PUBLISHED,/);
    });

    it('is numbered from 1 without gaps', async () => {
      for (const list of ['yellow-card', 'red-card', 'violators']) {
        const { issues } = (await year.get(`/lists/${list}/issues`)).body;
        const numbers = issues.map(({ issueNumber }: { issueNumber: number }) => issueNumber);
        expect(numbers).toEqual(numbers.map((_: number, at: number) => at + 1));
        expect(numbers.length).toBeGreaterThanOrEqual(3);
      }
    });
  });

  describe('the plan year as a whole', () => {
    it('says of the five enterprises that exist only that they are to be looked back at', async () => {
      const { items } = await read('/dossiers?limit=200');
      const real = items.filter(({ synthetic }: { synthetic: boolean }) => !synthetic);
      expect(real.map(({ name }: { name: string }) => name)).toEqual([
        '博罗县恒鑫五金模具有限公司',
        '博罗县兴源达金属连铸有限公司',
        '龙门县南华新金属科技有限公司',
        '惠东县华业铸造厂',
        '惠州市桔顺钢铁厂',
      ]);
      for (const { id, uscc, industry } of real) {
        expect({ uscc, industry }).toEqual({ uscc: null, industry: null });
        const { sections } = await read(`/dossiers/${id}`);
        const held = Object.entries<{ held: boolean }>(sections).flatMap(([name, part]) => (part.held ? [name] : []));
        expect(held).toEqual(['lookBack']);
      }
    });

    it('marks every other enterprise as simulated, by its name too, under a code that checks', async () => {
      const { items } = await read('/dossiers?limit=200');
      const simulated = items.filter(({ synthetic }: { synthetic: boolean }) => synthetic);
      expect(simulated).toHaveLength(60);
      for (const { uscc, name } of simulated) {
        expect(checkUscc(uscc)).toBeUndefined();
        expect(name).toMatch(/〔模拟〕$/);
      }
    });

    it('leaves nothing parked, nothing behind, and no command of the ledger’s own refused or broken', async () => {
      const { projections } = await read('/projections');
      expect(projections.length).toBeGreaterThanOrEqual(6);
      for (const { name, lag, parked } of projections)
        expect({ name, lag, parked }).toEqual({ name, lag: 0, parked: 0 });
      let done = 0;
      for (const department of ['energy', 'government', 'development-reform', 'industry', 'credit']) {
        const outcomes = await read(`/${department}/outcomes`);
        expect(outcomes).toMatchObject({ since: { refused: 0, broken: 0 }, failed: [] });
        done += outcomes.since.done;
      }
      expect(done).toBeGreaterThan(50);
      expect((await read('/feeds/credit/refused')).items).toEqual([]);
    });

    it('says with every answer which position it reflects', async () => {
      const { position: head } = await read('/projections');
      const { uscc } = await read('/cases/SC-01');
      for (const path of [
        '/dossiers',
        `/dossiers/${uscc}`,
        '/cases/SC-01',
        '/cases/SC-01/history',
        '/lists/yellow-card',
        '/lists/yellow-card/issues',
        '/lists/yellow-card/issues/1',
        '/obligations',
        '/feeds/credit',
        '/feeds/credit/refused',
      ]) {
        const { body, headers }: Answer = await year.get(path, auditor);
        expect({ path, position: body.position }).toEqual({ path, position: head });
        expect({ path, position: headers.get('taizhang-position') }).toEqual({ path, position: String(head) });
      }
    });

    it('stops in order, starts again at once where it stood, and posts nothing twice', async () => {
      const before = await read('/projections');
      const issue = await year.fetch('/lists/yellow-card/issues/9').then((answer) => answer.text());
      expect(await year.stop()).toBe(0);
      await deserted(year.data);
      year = await start({ layout, data: year.data });
      years.set(layout, year);
      expect(year.output()).not.toContain('plan year 1/');
      expect((await read('/projections')).position).toBe(before.position);
      expect(await year.fetch('/lists/yellow-card/issues/9').then((answer) => answer.text())).toBe(issue);
      expect(await year.stop()).toBe(0);
    });
  });
});

describe('the plan year', () => {
  it('is the same, fact by fact, in one process and in many, and when they are killed in its middle', async () => {
    const stopped = [...years.values(), ...disturbed];
    for (const ledger of disturbed) expect(await ledger.stop()).toBe(0);
    const [whole, ...others] = await Promise.all(stopped.map(({ data }) => keptFacts(data)));
    for (const facts of [whole!, ...others]) expect(gapsIn(facts)).toEqual([]);
    for (const facts of others) expect(withoutOrder(facts)).toEqual(withoutOrder(whole!));
  });
});

/**
 * Facts as they must be however the ledger ran: each in its stream, at its revision, with its content, cause and times.
 * Only where facts of different streams stand between each other in the ledger is left open.
 */
const withoutOrder = (facts: readonly Enveloped[]): string[] =>
  facts.map(({ position: _, ...fact }) => JSON.stringify(fact)).toSorted();
