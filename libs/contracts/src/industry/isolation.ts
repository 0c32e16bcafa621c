import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Parts, Text, Texts } from '../fields.js';
import { Medium } from './media.js';

/** The six steps that isolate what cannot be dismantled yet: a set, in any order. */
export const isolationSteps = [
  'WaterCut',
  'PowerCut',
  'PowerUnitRemoved',
  'MainEquipmentSealed',
  'NoResumptionPledgePublished',
  'ExitAnnounced',
] as const;
export type IsolationStep = (typeof isolationSteps)[number];

const sites = ['MUNICIPAL_GOV', 'MUNICIPAL_DEPT', 'COUNTY_GOV', 'COUNTY_DEPT'] as const;
const municipal = ['MUNICIPAL_GOV', 'MUNICIPAL_DEPT'] as const;

@Command('2.5.3', '断水', 'Cut the water', { rows: [60] })
export class CutWater extends Act {
  @Text('Supplier / 供水企业', { max: 200 }) supplier!: string;
  @Id('Meter / 水表') meterId!: string;
  @Day('Day of the cut / 断水日') cutOn!: string;
}

@Event('2.5.3', '已断水', 'Water was cut')
export class WaterCut {
  @Text('Supplier / 供水企业') supplier!: string;
  @Id('Meter / 水表') meterId!: string;
  @Day('Cut / 断水日') cutOn!: string;
}

@Command('2.5.3', '断电', 'Cut the power', { rows: [60] })
export class CutPower extends Act {
  @Text('Supplier / 供电企业', { max: 200 }) supplier!: string;
  @Id('Meter / 电表') meterId!: string;
  @Day('Day of the cut / 断电日') cutOn!: string;
}

@Event('2.5.3', '已断电', 'Power was cut')
export class PowerCut {
  @Text('Supplier / 供电企业') supplier!: string;
  @Id('Meter / 电表') meterId!: string;
  @Day('Cut / 断电日') cutOn!: string;
}

@Command('2.5.3', '拆除动力装置', 'Remove the power unit', { rows: [60] })
export class RemovePowerUnit extends Act {
  @Text('What was removed / 动力装置', { max: 200 }) unit!: string;
  @Text('Where it is kept / 存放地点', { max: 200 }) storedIn!: string;
  @Day('Day of removal / 拆除日') removedOn!: string;
}

@Event('2.5.3', '动力装置已拆除', 'The power unit was removed')
export class PowerUnitRemoved {
  @Text('Unit / 动力装置') unit!: string;
  @Text('Kept in / 存放地点') storedIn!: string;
  @Day('Removed / 拆除日') removedOn!: string;
}

/** 封存: mothballing under the plan, open until the equipment is dismantled. It is no 查封, the coercive seizure. */
@Command('2.5.3', '封存主体设备', 'Seal the main equipment until it is dismantled', { rows: [60] })
export class SealMainEquipment extends Act {
  @Texts('Numbers of the seals / 封条编号', { min: 1, max: 200 }) sealNumbers!: string[];
  @Day('Day of sealing / 封存日') sealedOn!: string;
  @Parts(() => Medium, 'Photos of the seals / 封条影像', { min: 1, max: 100 }) media!: Medium[];
}

@Event('2.5.3', '主体设备已封存', 'The main equipment was sealed')
export class MainEquipmentSealed {
  @Texts('Seals / 封条编号') sealNumbers!: string[];
  @Day('Sealed / 封存日') sealedOn!: string;
  @Parts(() => Medium, 'Media / 影像') media!: Medium[];
}

@Command('2.5.3', '公开不再恢复生产承诺', 'Publish the pledge not to resume', { rows: [61] })
export class PublishPledge extends Act {
  @Text('Text of the pledge / 承诺内容', { max: 4000 }) text!: string;
  @Text('In what capacity it was signed, not by whom / 签署身份', { max: 50, example: '法定代表人' })
  signedAs!: string;
  @Text('Where it is published / 网址', { max: 500 }) url!: string;
  @Day('Day of publication / 公开日') publishedOn!: string;
}

@Event('2.5.3', '不再恢复生产承诺已公开', 'The pledge not to resume was published', { visibility: 'public' })
export class NoResumptionPledgePublished {
  @Part(() => Enterprise, 'Enterprise that pledges / 承诺企业') enterprise!: Enterprise;
  @Text('Pledge / 承诺内容') text!: string;
  @Text('Signed as / 签署身份') signedAs!: string;
  @Text('URL / 网址') url!: string;
  @Day('Published / 公开日') publishedOn!: string;
}

@Command('2.5.3', '公告限时拆除', 'Announce the isolation and the day to dismantle', { rows: [62] })
export class PublishAnnouncement extends Act {
  @OneOf(sites, 'Website; only a municipal one counts / 公告网站') site!: (typeof sites)[number];
  @Text('Where it is published / 网址', { max: 500 }) url!: string;
  @Day('Day of publication / 公告日') publishedOn!: string;
  @Day('Dismantle by, as decided / 限时拆除日') dismantleBy!: string;
}

@Command('3.2', '公告已验收退出', 'Announce the accepted exit', { rows: [71] })
export class AnnounceExit extends Act {
  @OneOf(sites, 'Website; only a municipal one counts / 公告网站') site!: (typeof sites)[number];
  @Text('Where it is published / 网址', { max: 500 }) url!: string;
  @Day('Day of publication / 公告日') publishedOn!: string;
}

@Event('2.5.3', '退出已公告', 'The exit was announced', { visibility: 'public' })
export class ExitAnnounced {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('What exits / 退出的生产线或装备') line!: string;
  @OneOf(['ISOLATION', 'ACCEPTANCE'], 'Isolated until a day, or accepted / 封存限拆或已验收') purpose!:
    'ISOLATION' | 'ACCEPTANCE';
  @OneOf(['DISMANTLED', 'ISOLATED'], 'As what it was accepted / 验收状态', { optional: true }) status?:
    'DISMANTLED' | 'ISOLATED';
  @OneOf(municipal, 'Website / 公告网站') site!: (typeof municipal)[number];
  @Text('URL / 网址') url!: string;
  @Day('Published / 公告日') publishedOn!: string;
  @Day('Dismantle by / 限时拆除日', { optional: true }) dismantleBy?: string;
}

@Event('2.5.3', '六项封存措施已齐备', 'All six steps are taken: it is isolated')
export class ExitIsolated {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('What is isolated / 封存的生产线或装备') line!: string;
  @Day('Day of the last step / 齐备日') isolatedOn!: string;
}

const breaches = [
  'SEAL_BROKEN',
  'POWER_RESTORED',
  'WATER_RESTORED',
  'POWER_UNIT_RETURNED',
  'PRODUCTION_RESUMED',
] as const;
export type Breach = (typeof breaches)[number];

@Command('2.5.3', '记录封存被破坏', 'Record that the isolation was breached', { rows: [60] })
export class RecordBreach extends Act {
  @OneOf(breaches, 'What happened / 情形') breach!: Breach;
  @Text('What was seen / 事实') facts!: string;
  @Day('Day on which it was found / 发现日') foundOn!: string;
}

@Event('2.5.3', '封存措施被破坏', 'The isolation was breached')
export class IsolationBreached {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(breaches, 'What happened / 情形') breach!: Breach;
  @Texts('Steps that must be taken anew / 须重新落实的措施', { of: isolationSteps }) undone!: IsolationStep[];
  @Text('Facts / 事实') facts!: string;
  @Day('Found / 发现日') foundOn!: string;
}
