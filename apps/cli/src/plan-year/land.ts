import type { Enterprise } from '#contracts';
import { moment } from './office-time.js';
import { ofNaturalResources, type Story } from './step.js';

/** 二(五)1: two projects ask for land; one has what is to be eliminated, and is refused. */
export function* landProjects([good, outdated]: readonly [Enterprise, Enterprise]): Story {
  const project = (enterprise: Enterprise) => ({ enterprise, product: '铸件', landHectares: 1.6 });
  yield ofNaturalResources('landProject', 'ZR-2021-01', 'ScreenLandProject', moment('2021-05-11', '10:00'), {
    ...project(good),
    projectName: '智能化铸造车间扩建项目〔模拟〕',
    equipment: ['节能型中频炉', '自动造型线'],
    category: 'PERMITTED',
  });
  yield ofNaturalResources('landProject', 'ZR-2021-01', 'SupplyLand', moment('2021-06-15', '10:00'), {
    documentNumber: '惠自然资地〔2021〕模拟7号',
    approvedOn: '2021-06-15',
  });
  yield ofNaturalResources('landProject', 'ZR-2021-02', 'ScreenLandProject', moment('2021-07-06', '10:00'), {
    ...project(outdated),
    projectName: '化铁炉迁建项目〔模拟〕',
    equipment: ['无除尘装置的化铁炉'],
    category: 'ELIMINATION',
    catalogueItem: '产业结构调整指导目录（2019年本）淘汰类〔模拟条目〕',
  });
  yield ofNaturalResources(
    'landProject',
    'ZR-2021-02',
    'SupplyLand',
    moment('2021-07-20', '10:00'),
    { documentNumber: '惠自然资地〔2021〕模拟9号', approvedOn: '2021-07-20' },
    { refusedWith: 'natural-resources/outdated-capacity' },
  );
  yield ofNaturalResources('landProject', 'ZR-2021-02', 'RefuseLand', moment('2021-07-22', '10:00'), {
    ground: '工艺装备属淘汰类',
    legalBasis: '《中华人民共和国循环经济促进法》〔条文为模拟〕',
  });
}

/** 三(二): land supply is restricted on a law, and shared only where there is none. */
export function* landRestrictions([kept, known]: readonly [Enterprise, Enterprise]): Story {
  yield ofNaturalResources('landFile', kept.uscc, 'RestrictLandSupply', moment('2021-08-03', '15:00'), {
    restrictionId: 'TD-2021-01',
    enterprise: kept,
    fact: '未按期拆除淘汰类设备〔模拟〕',
    measure: '暂停办理新增用地',
    legalBasis: '《中华人民共和国循环经济促进法》〔条文为模拟〕',
    from: '2021-08-04',
  });
  yield ofNaturalResources('landFile', kept.uscc, 'LiftLandRestriction', moment('2021-11-16', '15:00'), {
    restrictionId: 'TD-2021-01',
    reason: '设备已拆除并通过验收',
  });
  yield ofNaturalResources('landFile', known.uscc, 'RestrictLandSupply', moment('2021-09-07', '15:00'), {
    restrictionId: 'TD-2021-02',
    enterprise: known,
    fact: '整改进度滞后〔模拟〕',
    measure: '供地审查时参考',
    from: '2021-09-08',
  });
}
