import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { creditPolicy } from './credit.policy.js';
import { landFile } from './land-file.decider.js';
import { landProject } from './land-project.decider.js';

const uscc = '91441322MA00TT0126';
const enterprise = { uscc, name: '博罗县永丰铸造有限公司〔模拟〕', county: 'BL' as const, industry: '3120' as const };
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const file = { id: uscc };

const asked = {
  restrictionId: 'TD-1',
  enterprise,
  fact: '保留淘汰类中频炉一台',
  measure: '不予新增供地',
  from: '2021-07-01',
};
const onBasis = { ...asked, legalBasis: '《中华人民共和国节约能源法》第七十一条' };
const restricted = { type: 'LandSupplyRestricted', data: onBasis } as const;
const { from: _, ...bare } = asked;
const shared = { type: 'LandInformationShared', data: bare } as const;
const lifted = { type: 'LandRestrictionLifted', data: { restrictionId: 'TD-1', reason: '设备已拆除' } } as const;

describe('a restriction of land supply', () => {
  it('rests on a law of its own', () => {
    given(landFile)
      .when('RestrictLandSupply', { ...onBasis, ...at('2021-06-30') }, file)
      .then(restricted);
    given(landFile, restricted)
      .when('RestrictLandSupply', { ...onBasis, ...at('2021-06-30') }, file)
      .thenNothing();
    given(landFile)
      .when('RestrictLandSupply', { ...onBasis, legalBasis: '2021年工作计划', ...at('2021-06-30') }, file)
      .thenRefused('natural-resources/plan-is-no-basis', { clause: '3.2' });
  });

  it('without one is shared and no more', () => {
    given(landFile)
      .when('RestrictLandSupply', { ...asked, ...at('2021-06-30') }, file)
      .then(shared);
    given(landFile, shared)
      .when('RestrictLandSupply', { ...asked, ...at('2021-06-30') }, file)
      .thenNothing();
  });

  it('is about the enterprise of the file, under a number of its own, and ends after it begins', () => {
    given(landFile)
      .when('RestrictLandSupply', { ...onBasis, ...at('2021-06-30') }, { id: '91441302MA00TT0214' })
      .thenRefused('natural-resources/file-of-another');
    given(landFile, restricted)
      .when('RestrictLandSupply', { ...onBasis, measure: '暂缓', ...at('2021-06-30') }, file)
      .thenRefused('natural-resources/restriction-id-used');
    given(landFile)
      .when('RestrictLandSupply', { ...onBasis, to: '2021-06-30', ...at('2021-06-30') }, file)
      .thenRefused('natural-resources/ends-before-it-begins');
  });

  it('is lifted once; what is shared only is not', () => {
    const lift = { restrictionId: 'TD-1', reason: '设备已拆除', ...at('2021-10-08') };
    given(landFile, restricted).when('LiftLandRestriction', lift, file).then(lifted);
    given(landFile, restricted, lifted).when('LiftLandRestriction', lift, file).thenNothing();
    given(landFile, restricted, lifted)
      .when('LiftLandRestriction', { ...lift, reason: '另因' }, file)
      .thenRefused('natural-resources/already-lifted');
    given(landFile, shared).when('LiftLandRestriction', lift, file).thenRefused('natural-resources/not-restricted');
  });
});

describe('a credit restriction in the field of land supply', () => {
  const fact = (type: string, data: object) =>
    creditPolicy.when[type]!({ stream: 'credit.record-R-1', uscc, data: { field: 'LAND_SUPPLY', ...data } } as never);
  const note = { restrictionId: 'R-1', measure: '供地审查', ...at('2021-08-02') };
  const basis = { legalBasis: '《甲法》第一条', from: '2021-08-02' };

  it('is carried out here on its basis, shared without one, and ends with it', () => {
    given(landFile)
      .when('NoteCreditRestriction', { ...note, ...basis }, file)
      .thenTypes('LandSupplyRestricted');
    given(landFile).when('NoteCreditRestriction', note, file).thenTypes('LandInformationShared');
    const noted = { type: 'LandSupplyRestricted', data: { ...onBasis, restrictionId: 'R-1' } } as const;
    given(landFile, noted)
      .when('NoteCreditRestriction', { ...note, ...basis }, file)
      .thenNothing();
    const end = { restrictionId: 'R-1', reason: '信用约束已解除', ...at('2021-12-01') };
    given(landFile, noted).when('EndCreditRestriction', end, file).thenTypes('LandRestrictionLifted');
    given(landFile).when('EndCreditRestriction', end, file).thenNothing();
  });

  it('comes by policy, other fields do not', () => {
    expect(fact('credit.CreditRestrictionApplied', { measure: '供地审查', ...basis })).toMatchObject([
      { record: 'landFile', id: uscc, command: 'NoteCreditRestriction', data: { restrictionId: 'R-1', ...basis } },
    ]);
    expect(fact('credit.CreditInfoSharedOnly', { measure: '供地审查' })).toMatchObject([
      { command: 'NoteCreditRestriction', data: { measure: '供地审查' } },
    ]);
    expect(fact('credit.CreditRestrictionLifted', { reason: 'REPAIR' })).toMatchObject([
      { command: 'EndCreditRestriction', data: { restrictionId: 'R-1' } },
    ]);
    expect(fact('credit.CreditRestrictionLifted', { field: 'BOND_ISSUE', reason: 'REPAIR' })).toEqual([]);
  });
});

describe('a project that asks for land', () => {
  const screening = {
    enterprise,
    projectName: '铸造扩建项目〔模拟〕',
    product: '铸件',
    equipment: ['无芯中频感应电炉'],
    category: 'PERMITTED' as const,
    landHectares: 1.2,
  };
  const eliminated = { ...screening, category: 'ELIMINATION' as const, catalogueItem: '淘汰类〔模拟条目〕' };
  const screened = { type: 'LandProjectScreened', data: { ...screening, result: 'MEETS_POLICY' } } as const;
  const outdated = { type: 'LandProjectScreened', data: { ...eliminated, result: 'OUTDATED' } } as const;
  const supply = { documentNumber: '惠自然资地〔2021〕5号', approvedOn: '2021-08-02', ...at('2021-08-02') };
  const supplied = {
    type: 'LandSupplied',
    data: { documentNumber: supply.documentNumber, approvedOn: '2021-08-02' },
  } as const;
  const no = { ground: '属淘汰类工艺', legalBasis: '《中华人民共和国土地管理法》第四条', ...at('2021-08-02') };
  const refused = { type: 'LandRefused', data: { ground: no.ground, legalBasis: no.legalBasis } } as const;
  const inFile = { [`naturalResources.landFile-${uscc}`]: [restricted] };

  it('is screened by the catalogue, once', () => {
    given(landProject)
      .when('ScreenLandProject', { ...screening, ...at('2021-06-01') })
      .then(screened);
    given(landProject)
      .when('ScreenLandProject', { ...eliminated, ...at('2021-06-01') })
      .then(outdated);
    given(landProject, screened)
      .when('ScreenLandProject', { ...screening, ...at('2021-06-01') })
      .thenNothing();
    given(landProject, screened)
      .when('ScreenLandProject', { ...screening, landHectares: 2, ...at('2021-06-01') })
      .thenRefused('natural-resources/already-recorded');
    given(landProject)
      .when('ScreenLandProject', { ...eliminated, catalogueItem: undefined, ...at('2021-06-01') })
      .thenRefused('natural-resources/no-catalogue-item', { rule: 'land/technology-screening@2021' });
  });

  it('is supplied with land unless it is outdated, or its enterprise restricted on that day', () => {
    given(landProject, screened).when('SupplyLand', supply).then(supplied);
    given(landProject, screened, supplied).when('SupplyLand', supply).thenNothing();
    given(landProject).when('SupplyLand', supply).thenRefused('natural-resources/not-screened');
    given(landProject, outdated).when('SupplyLand', supply).thenRefused('natural-resources/outdated-capacity');
    given(landProject, screened)
      .consulting(inFile)
      .when('SupplyLand', supply)
      .thenRefused('natural-resources/land-restricted');
    given(landProject, screened)
      .consulting(inFile)
      .when('SupplyLand', { ...supply, approvedOn: '2021-06-30' })
      .thenTypes('LandSupplied');
    given(landProject, screened)
      .consulting({ [`naturalResources.landFile-${uscc}`]: [restricted, lifted] })
      .when('SupplyLand', supply)
      .thenTypes('LandSupplied');
  });

  it('is refused land on one of these grounds and a law', () => {
    given(landProject, outdated).when('RefuseLand', no).then(refused);
    given(landProject, outdated, refused).when('RefuseLand', no).thenNothing();
    given(landProject, screened).consulting(inFile).when('RefuseLand', no).thenTypes('LandRefused');
    given(landProject, screened).when('RefuseLand', no).thenRefused('natural-resources/no-ground-to-refuse');
    given(landProject, outdated)
      .when('RefuseLand', { ...no, legalBasis: '国家产业政策' })
      .thenRefused('natural-resources/plan-is-no-basis');
  });

  it('is decided once', () => {
    given(landProject, outdated, refused).when('SupplyLand', supply).thenRefused('natural-resources/project-decided');
    given(landProject, screened, supplied).when('RefuseLand', no).thenRefused('natural-resources/project-decided');
  });
});
