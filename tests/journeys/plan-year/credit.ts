import { describe, expect, it } from '@jest/globals';
import { embeddedIssuer } from '#identity';
import { addDays, isWorkingDay } from '#law';
import { planYear } from '../../../apps/cli/src/plan-year/plan-year.js';
import { handedOut } from '../../../apps/credit/src/delivery.decider.js';
import { creditRecord } from '../../../apps/projection/src/credit-feed/credit-record.projection.js';
import { expectProblem } from '../problem.js';
import type { PostedYear } from './posted-year.js';
import { scenario } from './scenarios.js';

const year2021 = planYear({ seed: 2021, enterprises: 60 });

/** How many working days lie after one day and up to another. */
function workingDaysAfter(from: string, to: string): number {
  let days = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days++;
  return days;
}

/** 三(二): what is published, restricted, corrected, withdrawn and repaired. */
export const credit = ({ ledger, read, feedItems, dossierOf }: PostedYear): void =>
  describe('in the plan year, credit', () => {
    /** A record as the dossier of whom it is about shows it. */
    const recorded = async (recordId: string): Promise<{ record: any; dossier: any; items: any[] }> => {
      const items = await feedItems(recordId);
      const dossier = await read(`/dossiers/${items[0].data.CF_XDR_SHXYM}`);
      const { records } = dossier.sections.credit;
      return { items, dossier, record: records.find((one: { recordId: string }) => one.recordId === recordId) };
    };
    const owed = ({ sections }: any, recordId: string): object[] =>
      sections.obligations.open.filter(({ obligationId }: { obligationId: string }) => obligationId.includes(recordId));

    scenario(9, 'withdraws within three working days what was annulled after its publication', async () => {
      const { record, items, dossier } = await recorded('penalty-PEN-ANNULLED');
      expect(record).toMatchObject({ state: 'WITHDRAWN', annulledOn: '2021-09-13', overdue: [] });
      expect(workingDaysAfter('2021-09-13', record.stopped.on.slice(0, 10))).toBeLessThanOrEqual(3);
      expect(record.publications).toMatchObject([{ platform: 'CREDIT_GUANGDONG', publishedOn: '2021-08-12' }]);
      expect(items.map(({ type }) => type)).toEqual(['credit.CreditInfoPushed', 'credit.CreditInfoWithdrawn']);
      expect(items[1]).toMatchObject({ tombstone: true, data: null, reason: expect.stringContaining('撤销') });
      expect(owed(dossier, 'penalty-PEN-ANNULLED')).toEqual([]);
    });

    scenario(
      10,
      'has a clock for each platform: from publication in one register, from the decision on the other',
      async () => {
        const { record } = await recorded('penalty-market-regulation.SJ-REVOKED-CF');
        expect(record.publications).toMatchObject([
          { platform: 'GSXT', publishedOn: '2021-10-20', displayUntil: '2024-10-20', mirrorBy: '2021-10-25' },
          { platform: 'CREDIT_CHINA', publishedOn: '2021-10-25', displayUntil: '2022-10-13' },
        ]);
        expect(record.publications.map(({ rule }: { rule: string }) => rule)).toEqual([
          'publicity/market-regulation@2021',
          'publicity/credit-china-general@2019',
        ]);
      },
    );

    scenario(10, 'stops no revocation early, whatever is promised', async () => {
      const { dossier, record } = await recorded('penalty-market-regulation.SJ-REVOKED-CF');
      expect(record).toMatchObject({ state: 'PUBLISHED', overdue: [] });
      expect(record).not.toHaveProperty('repair');
      expect(dossier.sections.penalties.penalties).toContainEqual(
        expect.objectContaining({ penaltyId: 'SJ-REVOKED-CF', kinds: ['LICENCE_REVOCATION'], decidedOn: '2021-10-13' }),
      );
    });

    scenario(11, 'is repaired after the least time on display, and not before', async () => {
      const asked = year2021.filter(({ id, command }) => id === 'penalty-SC-25' && command === 'ApplyForRepair');
      expect(asked.map(({ body, refusedWith }) => [body['appliedOn'], refusedWith])).toEqual([
        ['2021-08-20', 'credit/repair-too-early'],
        ['2021-09-22', undefined],
      ]);
      const { record, items } = await recorded('penalty-SC-25');
      expect(record).toMatchObject({
        state: 'DISPLAY_STOPPED',
        repair: { appliedOn: '2021-09-22', decision: 'APPROVED' },
        stopped: { reason: 'REPAIR', on: '2021-09-29' },
        publications: [{ displayUntil: '2022-06-18', stoppedOn: '2021-09-29' }],
      });
      expect(items.at(-1)).toMatchObject({ type: 'credit.DisplayStopped', tombstone: true });
    });

    scenario(12, 'shows again, to the end of the longest period, who broke the promise of repair', async () => {
      const { record, items, dossier } = await recorded('penalty-SC-12');
      expect(items.map(({ type, time }) => `${type} ${time.slice(0, 10)}`)).toEqual([
        'credit.CreditInfoPushed 2021-07-07',
        'credit.DisplayStopped 2021-10-18',
        'credit.DisplayResumed 2021-11-16',
      ]);
      expect(items[1]).toMatchObject({ tombstone: true, data: null, reason: 'REPAIR' });
      expect(items[2].data).toMatchObject({ CF_GSJZQ: '2022/07/02' });
      expect(record).toMatchObject({
        state: 'PUBLISHED',
        publications: [{ displayUntil: '2022-07-02' }],
        repair: { decision: 'APPROVED', brokenPromise: { determinedOn: '2021-11-16' } },
      });
      expect(record.publications[0]).not.toHaveProperty('stoppedOn');
      expect(dossier.sections.credit.promises).toMatchObject([{ kind: 'CREDIT_REPAIR', fulfilment: 'NONE' }]);
    });

    scenario(12, 'takes no second promise from who broke the first', async () => {
      const { body } = year2021.find(({ refusedWith }) => refusedWith === 'credit/promise-broken')!;
      const before = (await read('/projections')).position;
      const answer = await ledger().post('/credit/records/penalty-SC-12/apply-for-repair', body, {
        token: await ledger().token('department:credit:post'),
      });
      expectProblem(answer, { status: 409, code: 'credit/promise-broken', says: /longest period/ });
      expect(answer.body.facts).toMatchObject({ until: '2022-07-02' });
      expect((await read('/projections')).position).toBe(before);
    });

    scenario(15, 'follows a missed exit until the equipment is dismantled at last', async () => {
      const { sections } = await dossierOf('SC-15');
      expect(sections.capacity.equipment[0]).toMatchObject({
        dismantleBy: '2021-06-21',
        exitNotCompleted: { dueOn: '2021-06-21' },
        dismantledOn: '2021-10-28',
      });
      const { record } = await recorded('exit-SC-15-E1');
      expect(record).toMatchObject({
        state: 'DISPLAY_STOPPED',
        stopped: { reason: 'EXIT_COMPLETED', on: '2021-10-28' },
      });
      expect(sections.prices.measures[0].lifted).toMatchObject({ from: '2021-12-01' });
    });

    scenario(15, 'restricts where the law allows it, and otherwise shares the record only', async () => {
      const { sections } = await dossierOf('SC-15');
      const states = sections.credit.restrictions.map(({ field, state }: Record<string, string>) => [field, state]);
      expect(states).toEqual([
        ['PRODUCTION_LICENCE', 'LIFTED'],
        ['LAND_SUPPLY', 'SHARED_ONLY'],
      ]);
    });

    scenario(15, 'takes display back with a tombstone that has no data', async () => {
      const [pushed, stopped] = await feedItems('exit-SC-15-E1');
      expect(pushed).toMatchObject({ type: 'credit.CreditInfoPushed', data: { CF_JDRQ: '2021/07/05' } });
      expect(stopped).toMatchObject({ type: 'credit.DisplayStopped', tombstone: true, reason: 'EXIT_COMPLETED' });
      expect(stopped.data).toBeNull();
    });

    scenario(24, 'knows a kind of penalty from the day on which the law has it', async () => {
      const [[before], [after]] = await Promise.all([feedItems('penalty-SC-24-0714'), feedItems('penalty-SC-24-0715')]);
      expect(before.data).toMatchObject({ CF_JDRQ: '2021/07/14', CF_CFLB: '警告' });
      expect(after.data).toMatchObject({ CF_JDRQ: '2021/07/15', CF_CFLB: '通报批评' });
    });

    scenario(25, 'tells a fine of 2,000 yuan as 0.2, until it is repaired', async () => {
      const [pushed, stopped] = await feedItems('penalty-SC-25');
      expect(Number(pushed.data.CF_NR_FK)).toBe(0.2);
      expect(pushed.data).toMatchObject({ CF_NR: '罚款2000元', CF_JDRQ: '2021/06/18', CF_GSJZQ: '2022/06/18' });
      expect(stopped).toMatchObject({ tombstone: true, reason: 'REPAIR' });
    });

    scenario(21, 'pushes again what the platform rejected, once it is corrected', async () => {
      const items = await feedItems('penalty-PEN-REJECTED');
      const pushes = items.filter(({ type }) => type === 'credit.CreditInfoPushed');
      expect(pushes.map(({ time }) => time.slice(0, 10))).toEqual(['2021-10-18', '2021-10-22']);
      expect(pushes[0].id).not.toBe(pushes[1].id);
      expect(pushes[0].data.CF_SY).not.toBe(pushes[1].data.CF_SY);
      expect(pushes[1].data.CF_SY).toContain(pushes[0].data.CF_SY);
      const dossier = await read(`/dossiers/${items[0].data.CF_XDR_SHXYM}`);
      const record = dossier.sections.credit.records.find(
        ({ recordId }: { recordId: string }) => recordId === 'penalty-PEN-REJECTED',
      );
      expect(record).toMatchObject({ state: 'PUBLISHED' });
      expect(record.corrections).toHaveLength(1);
    });

    it('takes a receipt again without a new fact, and no other one for the same item', async () => {
      const { mint } = await embeddedIssuer(ledger().data);
      const platform = await mint({
        subject: 'plan-year',
        client: 'plan-year',
        roles: ['credit-platform'],
        ttlSeconds: 60,
      });
      const [item] = await feedItems('penalty-SC-25');
      const sent = year2021.find(({ id, command }) => id === item.subject && command === 'AcknowledgeCreditInfo')!;
      const receipt = { ...sent.body, recordId: item.subject, itemId: item.id, outcome: 'acknowledged' };
      const rejection = { field: 'CF_SY', reason: '违法事实过于简略', occurredAt: '2021-06-25T10:00:00+08:00' };
      const before = (await read('/projections')).position;
      const { body } = await ledger().post(
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

    it('exchanges licences as they are now: valid, run out, or ended by one of four verbs', async () => {
      const { items } = await read('/feeds/credit/exchange?kind=licences&limit=1000');
      const licence = (id: string) =>
        items.find(({ subject }: { subject: string }) => subject === `marketRegulation.licence-${id}`);
      expect(licence('XK-VALID').data).toMatchObject({ XK_ZT: '1', XK_XKBH: expect.stringContaining('XK08-001') });
      expect(licence('XK-EXPIRING').data).toMatchObject({ XK_ZT: '2', BZ: '有效期届满' });
      expect(licence('XK-REVOKED')).toMatchObject({ tombstone: true, reason: 'REVOKED', data: null });
      expect(licence('XK-CLOSED')).toMatchObject({ tombstone: true, reason: 'CANCELLED', data: null });
      const permits = items.filter(({ subject }: { subject: string }) => subject.startsWith('environment.permit-'));
      expect(permits.length).toBeGreaterThan(3);
    });

    it('takes receipts for exactly the facts of licences and promises that it exchanges', () => {
      const answered = Object.entries(handedOut).flatMap(([category, names]) =>
        names.map((name) => `${category.split('.')[0]}.${name}`),
      );
      const exchanged = Object.keys(creditRecord.when).filter((type) => /^(?!credit)|Promise/.test(type));
      expect(answered.toSorted()).toEqual(exchanged.toSorted());
    });
  });
