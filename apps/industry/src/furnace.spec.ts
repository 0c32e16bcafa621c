import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { furnace } from './furnace.decider.js';
import { at, enterprise, one, two } from './testing-industry.js';

const registration = {
  enterprise,
  kind: 'MEDIUM_FREQUENCY' as const,
  ratedTonnes: 2,
  ratedKva: 1600,
  maker: '某电炉厂〔模拟〕',
  serialNumber: 'MF-001',
  use: 'CASTING' as const,
  material: '球墨铸铁',
};
const register = { ...registration, ...at('2021-04-01') };
const registered = { type: 'InductionFurnaceRegistered', data: registration } as const;
const finding = {
  enterprise,
  illegalUse: 'STAINLESS_STEEL' as const,
  disguise: '铸造',
  facts: '炉前样为不锈钢',
  foundOn: '2021-06-10',
};
const found = { type: 'IllegalFurnaceUseFound', data: finding } as const;
const clearance = { measure: 'USE_ENDED' as const, facts: '已停用', clearedOn: '2021-06-20' };
const cleared = { type: 'IllegalFurnaceUseCleared', data: clearance } as const;

describe('the register of furnaces', () => {
  it('has each furnace once', () => {
    given(furnace).when('RegisterFurnace', register).then(registered);
    given(furnace, registered).when('RegisterFurnace', register).thenNothing();
    given(furnace, registered)
      .when('RegisterFurnace', { ...register, ratedTonnes: 3 })
      .thenRefused('industry/already-recorded');
  });

  it.each(['STAINLESS_STEEL', 'TOOL_DIE_STEEL'] as const)('takes none for %s', (use) => {
    given(furnace)
      .when('RegisterFurnace', { ...register, use })
      .thenRefused('industry/use-not-lawful', { rule: 'industry/furnace-use@2021', facts: { use } });
    given(furnace, registered)
      .when('ChangeFurnaceUse', { use, material: '钢', changedOn: '2021-05-01', ...at('2021-05-01') })
      .thenRefused('industry/use-not-lawful');
  });

  it('follows a change of use', () => {
    const change = { use: 'HEAT_TREATMENT' as const, material: '钢件', changedOn: '2021-05-06' };
    const changed = { type: 'FurnaceUseChanged', data: change } as const;
    const act = { ...change, ...at('2021-05-06') };
    given(furnace, registered).when('ChangeFurnaceUse', act).then(changed);
    given(furnace, registered, changed).when('ChangeFurnaceUse', act).thenNothing();
    given(furnace).when('ChangeFurnaceUse', act).thenRefused('industry/no-such-furnace');
  });

  it('loses a furnace whose whereabouts are known, and not one that is still misused', () => {
    const end = { disposal: 'SCRAPPED' as const, whereabouts: '报废证明〔模拟〕', deregisteredOn: '2021-09-01' };
    const gone = { type: 'FurnaceDeregistered', data: end } as const;
    const act = { ...end, ...at('2021-09-01') };
    given(furnace, registered).when('DeregisterFurnace', act).then(gone);
    given(furnace, registered, gone).when('DeregisterFurnace', act).thenNothing();
    given(furnace, registered, found).when('DeregisterFurnace', act).thenRefused('industry/illegal-use-open');
    given(furnace, registered, found, cleared).when('DeregisterFurnace', act).thenTypes('FurnaceDeregistered');
    given(furnace, registered, gone)
      .when('DeregisterFurnace', { ...act, disposal: 'MOVED_AWAY' })
      .thenRefused('industry/already-recorded');
  });
});

describe('illegal use', () => {
  const find = { ...finding, ...at('2021-06-10') };
  const clear = { ...clearance, ...at('2021-06-20') };

  it('is found by two, of a furnace registered or not', () => {
    given(furnace).when('FindIllegalFurnaceUse', find, two).then(found);
    given(furnace, registered).when('FindIllegalFurnaceUse', find, two).then(found);
    given(furnace, registered, found).when('FindIllegalFurnaceUse', find, two).thenNothing();
    given(furnace, registered).when('FindIllegalFurnaceUse', find, one).thenRefused('industry/two-officers');
    given(furnace, registered, found)
      .when('FindIllegalFurnaceUse', { ...find, illegalUse: 'DITIAO_STEEL' }, two)
      .thenRefused('industry/already-found');
  });

  it('is cleared after it was found, and may be found again', () => {
    given(furnace, found).when('ClearIllegalFurnaceUse', clear).then(cleared);
    given(furnace, found, cleared).when('ClearIllegalFurnaceUse', clear).thenNothing();
    given(furnace, registered).when('ClearIllegalFurnaceUse', clear).thenRefused('industry/nothing-to-clear');
    given(furnace, found)
      .when('ClearIllegalFurnaceUse', { ...clear, clearedOn: '2021-06-09' })
      .thenRefused('industry/before-its-cause');
    given(furnace, found, cleared)
      .when('FindIllegalFurnaceUse', { ...find, foundOn: '2021-06-20' }, two)
      .thenTypes('IllegalFurnaceUseFound');
  });
});
