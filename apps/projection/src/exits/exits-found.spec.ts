import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { government } from '#contracts';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { exitStatistics } from './exit.projection.js';
import { exitsFound, type ExitQuestion } from './exits-found.js';

const { uscc } = foundry;
const year: ExitQuestion = { from: '2021-01-01', asOf: '2021-12-31', asKnownAt: 1000 };
const fact = (type: string, stream: string, data: object, besides: Partial<PastFact> = {}): PastFact => ({
  type,
  stream,
  uscc,
  data,
  ...besides,
});

const line = (id: string, capacity: number) =>
  fact('energy.CapacityClassified', `energy.capacity-${id}`, {
    enterprise: foundry,
    product: '电炉钢',
    capacity,
    unit: '万吨/年',
    grounds: ['ENERGY'],
  });
const closed = (proposalId: string, effectiveOn: string, besides: object = {}, envelope: Partial<PastFact> = {}) =>
  fact(
    'government.ClosureOrdered',
    `government.closureProposal-${proposalId}`,
    {
      enterprise: foundry,
      proposedBy: 'energy',
      scope: 'ENTERPRISE',
      effectiveOn,
      governmentDocumentNumber: '惠府函〔2021〕88号',
      ...besides,
    },
    { occurredAt: `${effectiveOn}T10:00:00+08:00`, ...envelope },
  );
const exitFile = (ground: string, originId?: string) =>
  fact('industry.ExitFileOpened', 'industry.exit-X-1', {
    enterprise: foundry,
    line: '一号电炉',
    ground,
    originId,
    equipment: [{ equipmentId: 'F-1', model: '中频炉', capacity: 5, unit: '万吨/年' }],
  });
const found = (facts: readonly PastFact[], asked: Partial<ExitQuestion> = {}) => {
  const row = rowsOf(exitStatistics, recorded(...facts)).get(uscc);
  return exitsFound(uscc, row?.facts ?? [], { ...year, ...asked });
};

describe('exits', () => {
  it('are what the government closed, with the capacity that stood there', () =>
    expect(found([line('L-1', 3), closed('G-1', '2021-05-10')])).toMatchObject({
      enterprises: [{ uscc, name: foundry.name, scope: 'ENTERPRISE', exitedOn: '2021-05-10' }],
      capacity: [{ lineId: 'L-1', capacity: 3, exitedOn: '2021-05-10' }],
    }));

  it('are not what was classified and still stands', () =>
    expect(found([line('L-1', 3)])).toEqual({ enterprises: [], equipment: [], capacity: [] }));

  it('lie in the field of the bureau that proposed', () => {
    const facts = [closed('G-1', '2021-05-10', { proposedBy: 'environment' })];
    expect(found(facts, { bureau: 'EEB' }).enterprises).toHaveLength(1);
    expect(found(facts, { bureau: 'ENR' }).enterprises).toHaveLength(0);
  });

  it('belong to the period in which they came into force, its first and last days included', () => {
    const facts = [closed('G-1', '2021-06-30')];
    const h1 = { from: '2021-01-01', asOf: '2021-06-30' };
    expect(found(facts, h1).enterprises).toHaveLength(1);
    expect(found(facts, { ...h1, asOf: '2021-06-29' }).enterprises).toHaveLength(0);
    expect(found(facts, { from: '2021-07-01' }).enterprises).toHaveLength(0);
    expect(found(facts, { from: '2021-06-30' }).enterprises).toHaveLength(1);
  });

  it('are known from the position at which they were recorded', () => {
    const facts = [line('L-1', 3), closed('G-1', '2021-05-10')];
    expect(found(facts, { asKnownAt: 1 }).enterprises).toHaveLength(0);
    expect(found(facts, { asKnownAt: 2 }).enterprises).toHaveLength(1);
  });

  it('are told as corrected from the correction on, and as before to who asks for before', () => {
    const first = closed('G-1', '2021-05-10');
    const [{ id } = { id: '' }] = recorded(first);
    const corrected = closed('G-1', '2021-07-02', {}, { correctionOf: id });
    const h1 = { from: '2021-01-01', asOf: '2021-06-30' };
    expect(found([first, corrected], { ...h1, asKnownAt: 1 }).enterprises).toHaveLength(1);
    expect(found([first, corrected], h1).enterprises).toHaveLength(0);
    expect(found([first, corrected]).enterprises).toMatchObject([{ exitedOn: '2021-07-02' }]);
  });

  it('are told as corrected of every day, though the correction came later', () => {
    const dismantled = (dismantledOn: string, more: object = {}) =>
      fact('energy.MainEquipmentDismantled', 'energy.equipment-EQ-1', { dismantledOn }, more);
    const first = dismantled('2021-06-28');
    const [{ id } = { id: '' }] = recorded(first);
    const corrected = dismantled('2021-07-02', { correctionOf: id, occurredAt: '2021-08-19T10:00:00+08:00' });
    const until = (asOf: string) => found([first, corrected], { from: '2021-01-01', asOf }).equipment;
    expect(until('2021-07-01')).toEqual([]);
    expect(until('2021-07-02')).toMatchObject([{ exitedOn: '2021-07-02' }]);
  });

  it('count a dismantling once, though energy and the lead bureau both recorded it', () => {
    const energys = [
      fact('energy.EliminatedEquipmentFound', 'energy.equipment-EQ-1', { enterprise: foundry, model: '变压器' }),
      fact('energy.MainEquipmentDismantled', 'energy.equipment-EQ-1', { dismantledOn: '2021-08-01' }),
    ];
    const dismantled = fact('industry.MainEquipmentDismantled', 'industry.exit-X-1', { dismantledOn: '2021-08-01' });
    expect(found([...energys, exitFile('STOP_USE_ORDERED', 'EQ-1'), dismantled]).equipment).toMatchObject([
      { equipmentId: 'EQ-1', what: '变压器', how: 'DISMANTLED' },
    ]);
    expect(found([exitFile('ELIMINATION_CATEGORY'), dismantled], { bureau: 'BIIT' }).equipment).toHaveLength(1);
  });

  it('are isolated until they are dismantled, and not while the isolation is broken', () => {
    const file = exitFile('ELIMINATION_CATEGORY');
    const isolated = fact('industry.ExitIsolated', 'industry.exit-X-1', { isolatedOn: '2021-05-20' });
    const breached = fact('industry.IsolationBreached', 'industry.exit-X-1', {});
    const dismantled = fact('industry.MainEquipmentDismantled', 'industry.exit-X-1', {
      equipmentIds: ['F-1'],
      dismantledOn: '2021-09-01',
    });
    expect(found([file, isolated])).toMatchObject({
      equipment: [{ equipmentId: 'X-1', how: 'ISOLATED', exitedOn: '2021-05-20' }],
      capacity: [{ lineId: 'F-1', capacity: 5, exitedOn: '2021-05-20' }],
    });
    expect(found([file, isolated, breached]).equipment).toEqual([]);
    expect(found([file, isolated, dismantled])).toMatchObject({
      equipment: [{ equipmentId: 'F-1', what: '中频炉', how: 'DISMANTLED', exitedOn: '2021-09-01' }],
      capacity: [{ exitedOn: '2021-05-20' }],
    });
  });

  it('count an enterprise once, though its order and its end are both on record', () => {
    const ended = (governmentDocumentNumber?: string) =>
      fact('industry.EnterpriseClosed', 'industry.exit-X-1', {
        enterprise: foundry,
        closedOn: '2021-05-12',
        governmentDocumentNumber,
      });
    const order = closed('G-1', '2021-05-10');
    expect(found([order, ended('惠府函〔2021〕88号')]).enterprises).toHaveLength(1);
    expect(found([ended()]).enterprises).toMatchObject([{ exitedOn: '2021-05-12' }]);
    expect(found([line('L-1', 3), order, exitFile('CLOSURE_ORDERED', 'G-1'), ended()]).capacity).toHaveLength(1);
  });
});

describe('what is found', () => {
  it('can be handed in as it is', () => {
    const content = found([
      line('L-1', 12),
      closed('G-1', '2021-06-01'),
      exitFile('CLOSURE_ORDERED', 'G-1'),
      fact('industry.MainEquipmentDismantled', 'industry.exit-X-1', { equipmentId: 'F-1', dismantledOn: '2021-07-01' }),
    ]);
    expect(content.enterprises).toHaveLength(1);
    const complaints = validateSync(plainToInstance(government.ExitContent, content), {
      whitelist: true,
      forbidNonWhitelisted: true,
    });
    expect(complaints.map(String)).toEqual([]);
  });
});
