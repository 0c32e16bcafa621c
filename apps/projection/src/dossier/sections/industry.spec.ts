import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { due, foundry } from '../../testing-facts.js';
import { dossiersOf } from '../testing-dossiers.js';

const { uscc } = foundry;
const of =
  (stream: string) =>
  (type: string, data: object): PastFact => ({ type: `industry.${type}`, stream, uscc, data });
const inExit = of('industry.exit-GX-1');
const rows = (...facts: readonly PastFact[]) => dossiersOf(...facts);
const after = (...facts: readonly PastFact[]) => rows(...facts).get(uscc)!;

const opened = inExit('ExitFileOpened', {
  enterprise: { ...foundry, siteId: `${uscc}001P` },
  scope: 'LINE',
  line: '中频炉炼钢生产线',
  ground: 'ELIMINATION_CATEGORY',
});
const ordered = inExit('EliminationOrdered', { documentNumber: '惠市工信淘〔2021〕1号', due: due('2021-06-07') });
const sealed = (sealedOn: string) => inExit('MainEquipmentSealed', { sealNumbers: ['1'], sealedOn, media: [] });
const announced = (purpose: string) =>
  inExit('ExitAnnounced', { enterprise: foundry, purpose, url: 'https://example.org', publishedOn: '2021-05-14' });
const broken = inExit('IsolationBreached', {
  breach: 'SEAL_BROKEN',
  undone: ['MainEquipmentSealed'],
  foundOn: '2021-07-08',
});

describe('the exit file in a dossier', () => {
  it('says what exits, by when, and which steps hold', () => {
    const [file] = after(opened, ordered, sealed('2021-05-12'), announced('ISOLATION')).exit.files;
    expect(file).toMatchObject({
      exitId: 'GX-1',
      state: 'ORDERED',
      dismantleBy: '2021-06-07',
      isolation: [
        { step: 'MainEquipmentSealed', on: '2021-05-12', holds: true },
        { step: 'ExitAnnounced', on: '2021-05-14', holds: true },
      ],
    });
  });

  it('tells a seal that was broken, and one that was put on anew', () => {
    const past = [opened, ordered, sealed('2021-05-12'), broken];
    expect(after(...past).exit.files[0]).toMatchObject({
      state: 'BREACHED',
      isolation: [{ step: 'MainEquipmentSealed', holds: false }],
    });
    expect(after(...past, sealed('2021-07-09')).exit.files[0]).toMatchObject({
      breaches: [{ breach: 'SEAL_BROKEN', foundOn: '2021-07-08' }],
      isolation: [{ on: '2021-07-09', holds: true }],
    });
  });

  it('tells dismantled from isolated when both are accepted', () => {
    const accepted = (status: string) =>
      after(opened, inExit('ExitAccepted', { status, opinionNumber: '1', acceptedOn: '2021-06-04' })).exit.files[0];
    expect(accepted('DISMANTLED')?.state).toBe('ACCEPTED_DISMANTLED');
    expect(accepted('ISOLATED')?.state).toBe('ACCEPTED_ISOLATED');
  });

  it('owes the dismantling until it is done', () => {
    const open = (...facts: PastFact[]) => after(...facts).obligations.open.map(({ kind, dueOn }) => [kind, dueOn]);
    expect(open(opened, ordered)).toEqual([['dismantle', '2021-06-07']]);
    expect(open(opened, ordered, inExit('MainEquipmentDismantled', { dismantledOn: '2021-06-01' }))).toEqual([]);
  });
});

describe('the equipment in a dossier', () => {
  it('lists screenings, what is outdated, and furnaces as they stand', () => {
    const screening = of('industry.screening-S-1');
    const furnace = of('industry.furnace-F-1');
    const { equipment } = after(
      screening('ListedForScreening', { year: 2021, enterprise: foundry }),
      screening('EquipmentScreened', { screenedOn: '2021-04-06', result: 'OUTDATED_FOUND' }),
      screening('OutdatedEquipmentIdentified', { equipmentId: 'E-2', model: '中频炉', catalogueItem: '淘汰类' }),
      furnace('InductionFurnaceRegistered', { enterprise: foundry, kind: 'MEDIUM_FREQUENCY', use: 'CASTING' }),
      furnace('IllegalFurnaceUseFound', { enterprise: foundry, illegalUse: 'STAINLESS_STEEL' }),
    );
    expect(equipment).toMatchObject({
      screenings: [{ screeningId: 'S-1', state: 'OUTDATED_FOUND', screenedOn: '2021-04-06' }],
      outdated: [{ equipmentId: 'E-2' }],
      furnaces: [{ furnaceId: 'F-1', state: 'ILLEGAL_USE', use: 'CASTING' }],
    });
  });
});

describe('ditiao steel in a dossier', () => {
  it('keeps leads apart from what was confirmed', () => {
    const lead = of('industry.lead-L-1');
    const suspicion = of('industry.ditiao-D-1');
    const { ditiao } = after(
      lead('PowerAnomalyFlagged', { enterprise: foundry, pattern: '夜间用电' }),
      lead('LeadClosed', { outcome: 'FOLLOWED_UP' }),
      suspicion('DitiaoActivitySuspected', { enterprise: foundry, place: '某村' }),
      suspicion('DitiaoProductionConfirmed', { enterprise: foundry }),
    );
    expect(ditiao).toMatchObject({
      leads: [{ source: 'POWER', state: 'FOLLOWED_UP' }],
      suspicions: [{ ditiaoId: 'D-1', state: 'PRODUCTION_CONFIRMED' }],
    });
  });
});

describe('look-backs in a dossier', () => {
  const inLookBack = (type: string, data: object): PastFact => ({
    type: `industry.${type}`,
    stream: 'industry.lookBack-R.T-1',
    data: { roundId: 'R', target: { targetId: 'T-1', name: '某厂', category: 'DITIAO_EXITED' }, ...data },
  });

  it('are kept under the target, and under the enterprise once it is known', () => {
    const conducted = inLookBack('LookBackConducted', {
      enterprise: foundry,
      outcome: 'WEAK',
      resumed: false,
      resumable: true,
      visitedOn: '2021-06-16',
    });
    const all = rows(conducted, inLookBack('LookBackFindingClosed', { closedOn: '2021-07-05' }));
    expect(all.get(uscc)?.lookBack.visits).toMatchObject([{ outcome: 'WEAK', resumed: false, resumable: true }]);
    expect(all.get('target:T-1')?.lookBack.visits).toMatchObject([{ outcome: 'WEAK', closedOn: '2021-07-05' }]);
  });

  it('that were refused or missed say so, and patrols follow', () => {
    const row = rows(
      inLookBack('LookBackAccessRefused', { visitedOn: '2021-06-16' }),
      inLookBack('LookBackMissed', { dueOn: '2021-06-30' }),
    ).get('target:T-1')!;
    expect(row.lookBack.visits.map(({ outcome }) => outcome)).toEqual(['NO_ACCESS', 'MISSED']);
    const patrolled = of('industry.patrol-P-1')('FollowUpPatrolConducted', { enterprise: foundry, result: 'QUIET' });
    expect(after(patrolled).lookBack.patrols).toMatchObject([{ patrolId: 'P-1', result: 'QUIET' }]);
  });
});
