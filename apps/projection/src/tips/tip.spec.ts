import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { eventOf, hotline } from '#contracts';
import { recorded, rowsOf, type PastFact } from '#projection';
import { dossier } from '../dossier/dossier.projection.js';
import { caseFile } from '../cases/case.projection.js';
import { dutyTypes } from '../duties/every-duty.js';
import { factMessage } from '../relay/fact-message.js';
import { csvOf } from '../tables/table.js';
import { tipCounts } from './tip-counts.js';
import { tipTable } from './tip-table.js';
import { tipRegister } from './tip.projection.js';

const tipId = '3f0c9a52-6d1e-4b7a-9c48-2f1d6e7a8b90';
const inTip = (type: string, data: object): PastFact => ({
  type: `hotline.${type}`,
  stream: `hotline.tip-${tipId}`,
  visibility: 'sealed',
  data,
});
const received = inTip('TipReceived', {
  channel: 'PHONE',
  topic: 'DITIAO_STEEL',
  targetText: '夜间生产',
  county: 'BL',
  contactRef: 'ref-1',
  dispatchBy: '2021-05-01',
});
const dispatched = inTip('TipDispatched', { handler: 'energy', due: { rolledDue: '2021-05-21' } });
const entry = (...facts: readonly PastFact[]) => rowsOf(tipRegister, recorded(...facts)).get(tipId)!;

describe('the register of tips', () => {
  it('is a file with days and no instants, and nothing of who told', () => {
    const lines = csvOf(tipTable(7, [{ key: tipId, row: entry(received, dispatched) }])).split('\r\n');
    expect(lines[0]).toContain('(targetText)');
    expect(lines[1]).toContain('夜间生产');
    expect(lines.join()).not.toMatch(/ref-1|T\d\d:\d\d/);
  });

  it('follows a tip from the word received to the end, by days', () => {
    expect(entry(received)).toMatchObject({ state: 'RECEIVED', isAnonymous: false, dueOn: '2021-05-01' });
    expect(entry(received, dispatched)).toMatchObject({ state: 'DISPATCHED', handler: 'energy', dueOn: '2021-05-21' });
    expect(entry(received, dispatched, inTip('TipReturned', { dispatchBy: '2021-05-06' }))).toMatchObject({
      state: 'RETURNED',
      handler: undefined,
    });
    const done = entry(
      received,
      dispatched,
      inTip('TipAccepted', { office: '节能监察科' }),
      inTip('TipExtended', { due: { rolledDue: '2021-06-08' } }),
      inTip('TipOverdue', { stage: 'HANDLING' }),
      inTip('TipVerified', { substantiated: true, outcome: { department: 'energy', record: 'case', recordId: 'A' } }),
      inTip('TipReplied', { content: '已查处' }),
      inTip('TipRevisited', { satisfaction: 'SATISFIED' }),
      inTip('TipRewarded', { amountFen: 100_000 }),
      inTip('TipClosed', { conclusion: '办结' }),
    );
    expect(done).toMatchObject({
      state: 'CLOSED',
      isExtended: true,
      overdue: ['HANDLING'],
      outcome: { recordId: 'A' },
      satisfaction: 'SATISFIED',
      rewardFen: 100_000,
      conclusion: '办结',
    });
    for (const { on } of done.steps) expect(on).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  });

  it('holds no reference into the vault', () => expect(JSON.stringify(entry(received))).not.toContain('ref-1'));
});

describe('a tip', () => {
  const types = Object.keys(hotline.language.records.tip.events);

  it('is sealed, whatever is said of it', () => {
    for (const event of Object.values(hotline.language.records.tip.events))
      expect(eventOf(event as object).visibility).toBe('sealed');
  });

  it('is in no dossier, no case file and no list of what is owed', () => {
    for (const type of types.map((name) => `hotline.${name}`)) {
      expect(Object.hasOwn(dossier.when, type)).toBe(false);
      expect(Object.hasOwn(caseFile.when, type)).toBe(false);
      expect(dutyTypes).not.toContain(type);
    }
  });

  it('is sent to no queue', () => {
    const meta = new TextEncoder().encode(JSON.stringify({ visibility: 'sealed' }));
    for (const name of types)
      expect(factMessage({ type: `hotline.${name}`, data: new Uint8Array(), meta } as never)).toBeUndefined();
  });
});

describe('counts of tips', () => {
  const tips = (county: string, count: number, substantiated = 0) =>
    Array.from({ length: count }, (_, at) => ({ receivedOn: '2021-06-30', county, substantiated: at < substantiated }));

  it('are told from five on', () => {
    expect(tipCounts([...tips('BL', 5), ...tips('HD', 4)], '2021-07-01', 5)).toEqual([
      { period: '2021-H1', county: 'BL', received: 5, substantiated: null },
    ]);
  });

  it('tell a part only where the remainder is five or more too', () => {
    const parts = (substantiated: number) =>
      tipCounts(tips('BL', 11, substantiated), '2021-07-01', 5)[0]!.substantiated;
    expect([4, 5, 6, 7].map(parts)).toEqual([null, 5, 6, null]);
  });

  it('are told when the half-year is over', () => {
    expect(tipCounts(tips('BL', 9), '2021-06-30', 5)).toEqual([]);
    expect(tipCounts(tips('BL', 9), '2021-07-01', 5)).toHaveLength(1);
  });
});
