import {
  areaCodes,
  equipmentCatalogueCodes,
  safetyCatalogueCodes,
  type AreaCode,
  type SafetyCatalogueCode,
} from '#codes';
import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, Instant, OneOf, Part, Parts, Sha256, Text, Texts, Whole } from '../fields.js';

type EquipmentCatalogue = (typeof equipmentCatalogueCodes)[number];

@Command('2.4.2', '部署安全生产专项执法', 'Launch a safety campaign', { rows: [44] })
export class RunSafetyCampaign extends Act {
  @Text('Title / 名称', { max: 200 }) title!: string;
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Texts('Catalogues that it goes by / 依据目录', { of: safetyCatalogueCodes, min: 1, max: 4 })
  catalogues!: SafetyCatalogueCode[];
  @Texts('Industries, in the words of the plan / 行业', { min: 1, max: 20 }) industries!: string[];
  @Texts('Areas / 县（区）', { of: areaCodes, min: 1, max: 7 }) areas!: AreaCode[];
  @Day('First day / 起') fromOn!: string;
  @Day('Last day / 止') toOn!: string;
}

@Event('2.4.2', '安全生产专项执法已部署', 'A safety campaign was launched')
export class SafetyCampaignLaunched {
  @Text('Title / 名称', { max: 200 }) title!: string;
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Texts('Catalogues that it goes by / 依据目录', { of: safetyCatalogueCodes, min: 1, max: 4 })
  catalogues!: SafetyCatalogueCode[];
  @Texts('Industries, in the words of the plan / 行业', { min: 1, max: 20 }) industries!: string[];
  @Texts('Areas / 县（区）', { of: areaCodes, min: 1, max: 7 }) areas!: AreaCode[];
  @Day('First day / 起') fromOn!: string;
  @Day('Last day / 止') toOn!: string;
}

const results = ['COMPLIANT', 'HAZARDS_FOUND'] as const;

@Command('2.4.2', '实施安全生产执法检查', 'Inspect an enterprise for safety', { rows: [44] })
export class ConductSafetyInspection extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Campaign that it belongs to / 专项执法', { optional: true }) campaignId?: string;
  @OneOf(results, 'Result / 结论') result!: (typeof results)[number];
  @Text('What was found / 检查情况') findings!: string;
}

@Event('2.4.2', '安全生产执法检查已实施', 'A safety inspection was conducted')
export class SafetyInspectionConducted {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Campaign / 专项执法', { optional: true }) campaignId?: string;
  @OneOf(results, 'Result / 结论') result!: (typeof results)[number];
  @Text('Findings / 情况') findings!: string;
}

@Command('2.4.2', '记录禁止使用的设备工艺', 'Record banned equipment or a banned process', { rows: [44] })
export class RecordProhibitedEquipment extends Act {
  @OneOf(equipmentCatalogueCodes, 'Catalogue that bans it / 目录') catalogue!: EquipmentCatalogue;
  @Whole('Number of the item / 条目序号', { min: 1, max: 999 }) item!: number;
  @Text('What the item says / 条目内容', { max: 500 }) itemText!: string;
  @Text('Equipment as found / 设备工艺', { max: 200 }) equipment!: string;
}

@Event('2.4.2', '发现禁止使用的设备工艺', 'Banned equipment or a banned process was found')
export class ProhibitedSafetyEquipmentFound {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(equipmentCatalogueCodes, 'Catalogue / 目录') catalogue!: EquipmentCatalogue;
  @Whole('Item / 条目序号') item!: number;
  @Text('Item text / 条目内容') itemText!: string;
  @Text('Equipment / 设备工艺') equipment!: string;
}

const evidenceKinds = ['PHOTO', 'VIDEO', 'RECORD', 'TEST'] as const;

/** A piece of evidence by its hash. The bytes stay where they are kept. */
export class SafetyEvidence {
  @OneOf(evidenceKinds, 'Kind / 种类') kind!: (typeof evidenceKinds)[number];
  @Sha256('SHA-256 of the bytes / 摘要') sha256!: string;
  @Instant('When it was taken / 取证时间') capturedAt!: string;
}

@Command('2.4.3', '认定重大事故隐患', 'Record a major hazard by the criterion that it meets', { rows: [45] })
export class RecordMajorHazard extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Inspection that found it / 检查', { optional: true }) inspectionId?: string;
  @Text('Criterion of 2017, group and number / 判定标准条目', { max: 32, example: 'METALLURGY-1' })
  criterionId!: string;
  @Text('Where / 部位', { max: 200 }) place!: string;
  @Text('What is wrong / 隐患情况') description!: string;
  @Parts(() => SafetyEvidence, 'Evidence, at least one piece / 证据', { min: 1, max: 100 }) evidence!: SafetyEvidence[];
}

@Event('2.4.3', '重大事故隐患已认定', 'A major hazard was identified')
export class MajorHazardIdentified {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Inspection / 检查', { optional: true }) inspectionId?: string;
  @Text('Criterion / 判定标准条目') criterionId!: string;
  @Text('Where / 部位') place!: string;
  @Text('Description / 隐患情况') description!: string;
  @Parts(() => SafetyEvidence, 'Evidence / 证据') evidence!: SafetyEvidence[];
}

const levels = ['COUNTY', 'CITY', 'PROVINCE'] as const;

@Command('2.4.3', '挂牌督办重大事故隐患', 'Put a major hazard under listed supervision', { rows: [45] })
export class SuperviseMajorHazard extends Act {
  @OneOf(levels, 'Who supervises / 督办级别') level!: (typeof levels)[number];
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Day('To be cleared by / 治理期限') dueOn!: string;
}

@Event('2.4.3', '重大事故隐患已挂牌督办', 'A major hazard was put under listed supervision')
export class MajorHazardSupervised {
  @OneOf(levels, 'Level / 督办级别') level!: (typeof levels)[number];
  @Text('Document number / 文号') documentNumber!: string;
  @Day('To be cleared by / 治理期限') dueOn!: string;
}

@Command('2.4.3', '重大事故隐患治理期限届满', 'The time to clear a major hazard is over', {
  issuedBy: 'system',
  rows: [45],
})
export class PassClearanceDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.4.3', '重大事故隐患逾期未消除', 'A major hazard was not cleared in time')
export class MajorHazardClearanceOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}

@Command('2.4.3', '核销重大事故隐患', 'Clear a major hazard after examination', { rows: [45] })
export class ClearMajorHazard extends Act {
  @Text('What the examination found / 核查情况') findings!: string;
  @Day('Day on which it was gone / 消除日') clearedOn!: string;
}

@Event('2.4.3', '重大事故隐患已消除', 'A major hazard was cleared')
export class MajorHazardCleared {
  @Text('Findings / 情况') findings!: string;
  @Day('Cleared / 消除日') clearedOn!: string;
}
