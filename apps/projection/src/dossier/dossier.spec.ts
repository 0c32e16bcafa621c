import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import {
  accepted,
  assigned,
  cleared,
  conducted,
  extended,
  fine,
  foundry,
  inRecord,
  measured,
  ordered,
  pushed,
  yellow,
  due,
} from '../testing-facts.js';
import { contents, partNames, views } from './contents.js';
import { presented, type DossierAnswer } from './dossier-answer.js';
import { dossier, sections, statusOf, type Dossier } from './dossier.projection.js';
import { dossiersOf } from './testing-dossiers.js';

const of = (key: string, ...facts: readonly PastFact[]): Dossier | undefined => dossiersOf(...facts).get(key);
const after = (...facts: readonly PastFact[]): Dossier => of(foundry.uscc, ...facts)!;
const toldAs = (name: string, occurredAt: string): PastFact => ({
  type: 'energy.CapacityClassified',
  stream: 'energy.capacity-line-1',
  occurredAt,
  data: { enterprise: { ...foundry, name }, product: '钢', capacity: 1, unit: '万吨/年', grounds: ['ENERGY'] },
});

describe('a dossier', () => {
  it('begins with the first fact about the enterprise, and says who it is', () =>
    expect(after(assigned).identity).toMatchObject({
      uscc: foundry.uscc,
      name: foundry.name,
      county: 'BL',
      industry: '3120',
      synthetic: true,
    }));

  it('shows the name of the latest legal day, and every name with the days of its use, whatever came in late', () => {
    const { identity } = after(
      toldAs('甲厂', '2021-05-01T09:00:00+08:00'),
      toldAs('乙厂', '2021-08-01T09:00:00+08:00'),
      toldAs('旧厂', '2020-01-01T09:00:00+08:00'),
    );
    expect(identity.name).toBe('乙厂');
    expect(identity.names.map(({ name }) => name)).toEqual(['旧厂', '甲厂', '乙厂']);
  });

  it('keeps the name at the time on what was decided under it', () => {
    const row = after(assigned, toldAs('改名后', '2021-12-01T09:00:00+08:00'));
    expect(row.identity.name).toBe('改名后');
    expect(row.cases.cases[0]?.partyName).toBe(foundry.name);
  });

  it('owes the rectification from the order until it is accepted, and by the later day once extended', () => {
    const open = (...facts: PastFact[]) => after(...facts).obligations.open.map(({ kind, dueOn }) => [kind, dueOn]);
    expect(open(assigned)).toEqual([['supervise', '2021-03-31']]);
    expect(open(assigned, conducted, ordered)).toEqual([['rectify', '2021-09-15']]);
    expect(open(assigned, conducted, ordered, extended)).toEqual([['rectify', '2021-12-15']]);
    expect(open(assigned, conducted, ordered, extended, accepted)).toEqual([]);
  });

  it('has the status of the gravest thing that holds', () => {
    expect(statusOf(after(assigned))).toBe('OPEN_CASE');
    expect(statusOf(after(assigned, ordered, yellow))).toBe('YELLOW_CARD');
    expect(statusOf(after(assigned, ordered, yellow, accepted, cleared))).toBe('NO_OPEN_MATTER');
    const closing: PastFact = {
      type: 'government.ClosureOrdered',
      stream: 'government.closureProposal-p1',
      data: {
        enterprise: foundry,
        caseId: '2021-0001',
        scope: 'ENTERPRISE',
        governmentDocumentNumber: '惠府函〔2021〕88号',
        effectiveOn: '2021-10-01',
      },
    };
    expect(statusOf(after(assigned, ordered, yellow, closing))).toBe('CLOSED');
  });

  it('keeps what was measured against which limit', () =>
    expect(after(assigned, measured).supervision.measurements).toMatchObject([
      { product: '电炉钢', limitValue: 90, result: 'OVER' },
    ]));

  it('follows a credit record to publication, correction and the end of display', () => {
    const opened = inRecord('CreditRecordOpened', {
      subject: 'PENALTY',
      content: fine,
      origin: '2021-0003',
      due: due('2021-07-13'),
    });
    const published = inRecord('CreditInfoPublished', {
      platform: 'CREDIT_CHINA',
      url: 'https://example.org/1',
      publishedOn: '2021-07-09',
      displayUntil: '2022-07-02',
    });
    const row = after(
      opened,
      pushed(),
      published,
      inRecord('DisplayStopped', { reason: 'REPAIR', platforms: ['CREDIT_CHINA'], stoppedOn: '2021-12-01' }),
    );
    expect(row.credit.records).toMatchObject([
      { state: 'DISPLAY_STOPPED', publications: [{ platform: 'CREDIT_CHINA' }] },
    ]);
    expect(row.obligations.open).toEqual([]);
  });

  it('leaves the legal representative out of penalties', () => {
    const decided: PastFact = { type: 'energy.PenaltyDecided', stream: 'energy.penalty-2021-0003', data: fine };
    expect(JSON.stringify(after(decided))).not.toContain('李四');
  });

  it('does not tell of sealed facts', () =>
    expect(of(foundry.uscc, { ...assigned, visibility: 'sealed' })).toBeUndefined());

  it('of a look-back target without a code is kept under the department’s number, with nothing added', () => {
    const planned: PastFact = {
      type: 'industry.LookBackPlanned',
      stream: 'industry.lookBackRound-2021-06',
      data: {
        round: '2021-06',
        targets: [
          { targetId: 'DT-1', name: '某钢铁厂', category: 'DITIAO_EXITED' },
          { targetId: 'K-1', name: foundry.name, category: 'KEY_INDUSTRY', uscc: foundry.uscc },
        ],
      },
    };
    expect(of('target:DT-1', planned)).toMatchObject({
      identity: { uscc: null, name: '某钢铁厂', county: null, industry: null, sites: [], synthetic: false },
      lookBack: { targets: [{ targetId: 'DT-1', round: '2021-06', category: 'DITIAO_EXITED' }] },
    });
    expect(of(foundry.uscc, planned)?.lookBack.targets).toHaveLength(1);
  });

  const seen = (row: Dossier, today = '2021-10-01') =>
    presented(foundry.uscc, row, {
      reflected: { position: 2, changedAt: 2, version: 1 },
      inherited: [],
      corrections: [],
      freshness: [
        { department: 'energy', refreshedOn: '2021-09-30' },
        { department: 'credit', refreshedOn: null },
      ],
      audience: { kind: 'government' },
      today,
      asOf: undefined,
      asKnownAt: '2',
    });
  const partsOf = (answer: DossierAnswer) => answer.sections as Record<string, any>;

  it('says of each part from which event it is, and of an empty part when those who could have told were last heard of', () => {
    const parts = partsOf(seen(after(assigned, measured)));
    expect(Object.keys(parts)).toEqual([...Object.keys(sections), ...views]);
    expect(parts.supervision).toMatchObject({ held: true, source: { position: 2 } });
    expect(parts.capacity).toMatchObject({ held: false, source: null });
    expect(parts.capacity.note.en).toContain('does not mean compliance');
    expect(parts.capacity.note.en).toContain('energy refreshed on 2021-09-30');
    expect(parts.credit.note).toMatchObject({ zh: expect.stringContaining('credit 从未登记') });
  });

  it('has every part in a chapter, and seventeen chapters', () => {
    expect(contents.map(({ number }) => number)).toEqual(Array.from({ length: 17 }, (_, at) => at + 1));
    const told = new Set(contents.flatMap(({ parts }) => parts));
    expect(partNames.filter((name) => !told.has(name))).toEqual([]);
  });

  it.each([
    ['2021-09-14', 1, false],
    ['2021-09-15', 0, false],
    ['2021-09-16', -1, true],
  ])('counts the days to what is owed: on %s, %i left', (today, daysLeft, overdue) =>
    expect(partsOf(seen(after(assigned, conducted, ordered), today)).obligations.open).toMatchObject([
      { kind: 'rectify', dueOn: '2021-09-15', daysLeft, overdue },
    ]),
  );

  it('is pinned on both clocks by its permalink', () => {
    expect(seen(after(assigned)).permalink).toBe(`/dossiers/${foundry.uscc}?asOf=2021-10-01&asKnownAt=2`);
  });

  it('stores no part that nobody posted to', () => {
    const filed = rowsOf(dossier, recorded(assigned)).get(foundry.uscc)!;
    expect(Object.keys(filed).toSorted()).toEqual(['cases', 'facts', 'identity', 'obligations', 'provenance']);
  });

  it('notes which of its facts corrects which', () => {
    const corrects = '00000000-0000-4000-8000-000000000001';
    expect(after(assigned, { ...assigned, correctionOf: corrects }).corrected).toEqual([
      { eventId: '00000000-0000-4000-8000-000000000002', corrects },
    ]);
  });
});
