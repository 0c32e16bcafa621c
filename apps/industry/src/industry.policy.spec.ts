import { describe, expect, it } from '@jest/globals';
import type { Policy, Recorded } from '#decider';
import { casesPolicy } from './cases.policy.js';
import { exitsPolicy } from './exits.policy.js';
import { deadlines } from './industry.deadlines.js';
import { enterprise } from './testing-industry.js';

const put = (policy: Policy, type: string, stream: string, data: object) =>
  policy.when[type]!({ type, stream, data, revision: 3, occurredAt: '2021-06-16T10:00:00+08:00' } as Recorded);
const set = (type: string, stream: string, data: object) =>
  deadlines.when[type]!({ type, stream, data, occurredAt: '2021-06-16T10:00:00+08:00' } as Recorded);
const target = { targetId: 'T-1', name: '某厂〔模拟〕', category: 'DITIAO_EXITED' };

describe('what must go', () => {
  it('has an exit file when screening found it', () =>
    expect(
      put(exitsPolicy, 'industry.OutdatedEquipmentIdentified', 'industry.screening-S-1', {
        enterprise,
        equipmentId: 'E-2',
        model: '中频炉',
        catalogueItem: '淘汰类',
      }),
    ).toEqual([
      {
        record: 'exit',
        id: 'GX-screened.S-1.E-2',
        command: 'OpenExitFile',
        data: {
          enterprise,
          scope: 'LINE',
          line: '中频炉',
          ground: 'ELIMINATION_CATEGORY',
          equipment: [{ equipmentId: 'E-2', model: '中频炉' }],
          catalogueItem: '淘汰类',
          originId: 'S-1',
        },
      },
    ]));

  it('has one when the government closed it, of what it closed', () =>
    expect(
      put(exitsPolicy, 'government.ClosureOrdered', 'government.closureProposal-GB-1', { enterprise, scope: 'SITE' }),
    ).toMatchObject([
      { id: 'GX-closure.GB-1', data: { scope: 'SITE', ground: 'CLOSURE_ORDERED', originId: 'GB-1', enterprise } },
    ]));

  it('has one when energy stopped its use, and energy’s dismantling is noted on it', () => {
    expect(
      put(exitsPolicy, 'energy.StopUseOrdered', 'energy.equipment-EQ-1', { enterprise, model: 'S7' }),
    ).toMatchObject([{ id: 'GX-stop-use.EQ-1', data: { ground: 'STOP_USE_ORDERED', originId: 'EQ-1' } }]);
    expect(
      put(exitsPolicy, 'energy.MainEquipmentDismantled', 'energy.equipment-EQ-1', { dismantledOn: '2021-06-01' }),
    ).toMatchObject([{ id: 'GX-stop-use.EQ-1', command: 'NoteEnergyDismantling' }]);
  });

  it('has one when it was found to produce again, once it is known who it is', () => {
    const found = (data: object) =>
      put(exitsPolicy, 'industry.ResumptionFound', 'industry.lookBack-2021-06.T-1', { target, ...data });
    expect(found({ enterprise })).toMatchObject([{ id: 'GX-resumed.2021-06.T-1', data: { ground: 'RESUMPTION' } }]);
    expect(found({})).toEqual([]);
  });
});

describe('what stirs', () => {
  it('has a case for each finding, about the enterprise or the name that is known', () => {
    expect(
      put(casesPolicy, 'industry.ResumptionFound', 'industry.lookBack-2021-06.T-1', { target, facts: '出钢' }),
    ).toEqual([
      {
        record: 'case',
        id: 'GX-2021-06.T-1.3',
        command: 'OpenCase',
        data: { finding: 'RESUMPTION_FOUND', facts: '出钢', name: '某厂〔模拟〕', originId: '2021-06.T-1' },
      },
    ]);
    for (const type of Object.keys(casesPolicy.when))
      expect(
        put(casesPolicy, type, 'industry.x-1', { enterprise, target, facts: 'x', findings: 'x', restored: true }),
      ).toMatchObject([{ command: 'OpenCase' }]);
  });

  it('has none when a re-check found nothing restored', () =>
    expect(
      put(casesPolicy, 'industry.ExitedCapacityRechecked', 'industry.exit-1', { enterprise, restored: false }),
    ).toEqual([]));
});

describe('the deadlines of industry', () => {
  it('watch every target of a round that ends, and none of one that does not', () => {
    const round = (closesOn?: string) =>
      set('industry.LookBackPlanned', 'industry.lookBackRound-2021-06', { targets: [target], closesOn });
    expect(round('2021-06-30')).toMatchObject([
      { set: { key: 'lookBack/2021-06.T-1/round', dueOn: '2021-06-30', record: 'lookBack', id: '2021-06.T-1' } },
    ]);
    expect(round()).toEqual([]);
  });

  it('move the time to dismantle with the deferral, and set it again when a dismantling was none', () => {
    for (const type of ['EliminationOrdered', 'DismantlingDeferred'])
      expect(set(`industry.${type}`, 'industry.exit-1', { due: { rolledDue: '2021-09-30' } })).toMatchObject([
        { set: { key: 'exit/1/dismantling', dueOn: '2021-09-30' } },
      ]);
    expect(set('industry.ExitAcceptanceRejected', 'industry.exit-1', { dueOn: '2021-09-30' })).toHaveLength(1);
    expect(set('industry.ExitAcceptanceRejected', 'industry.exit-1', {})).toEqual([]);
  });

  it('end with what they waited for', () => {
    expect(set('industry.CaseOpened', 'industry.case-1', { reportBy: '2021-07-08' })).toMatchObject([
      { set: { key: 'case/1/report' } },
    ]);
    expect(set('industry.CaseReported', 'industry.case-1', {})).toEqual([{ clear: 'case/1/report' }]);
    expect(set('industry.SupervisionMatterReturned', 'industry.supervisionMatter-1', { dueOn: 'x' })).toHaveLength(1);
    expect(set('industry.ResidualRemovalOrdered', 'industry.lookBack-1', { due: { rolledDue: 'x' } })).toHaveLength(1);
  });
});
