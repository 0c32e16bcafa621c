import type { AreaCode } from '#codes';
import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Flag, Id, OneOf, Part, Text, Texts } from '../fields.js';

@Command('2.5.4', '接收督查事项', 'Receive a matter of the national or provincial supervision', { rows: [65] })
export class ReceiveSupervisionMatter extends Act {
  @OneOf(['NATIONAL', 'PROVINCIAL'], 'Who supervises / 督查层级') level!: 'NATIONAL' | 'PROVINCIAL';
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
  @Text('What is asked / 督查事项', { max: 4000 }) matter!: string;
  @Area('Area that must see to it / 责任县（区）') county!: AreaCode;
  @Day('Due / 办结期限') dueOn!: string;
}

@Event('2.5.4', '督查事项已接收', 'A supervision matter was received')
export class SupervisionMatterReceived {
  @OneOf(['NATIONAL', 'PROVINCIAL'], 'Level / 层级') level!: 'NATIONAL' | 'PROVINCIAL';
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Matter / 事项') matter!: string;
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Due / 办结期限') dueOn!: string;
}

@Command('2.5.4', '落实督查事项', 'Report the matter as implemented', { rows: [65] })
export class ImplementSupervisionMatter extends Act {
  @Text('What was done / 落实情况', { max: 4000 }) measures!: string;
  @Day('Done / 落实日') implementedOn!: string;
}

@Event('2.5.4', '督查事项已落实', 'The matter was implemented')
export class SupervisionMatterImplemented {
  @Text('Measures / 情况') measures!: string;
  @Day('Implemented / 落实日') implementedOn!: string;
}

@Command('2.5.4', '核实督查事项', 'Verify the implementation', { rows: [52, 65] })
export class VerifySupervisionMatter extends Act {
  @OneOf(['VERIFIED', 'RETURNED'], 'Result / 核实结果') result!: 'VERIFIED' | 'RETURNED';
  @Text('Opinion / 核实意见') opinion!: string;
  @Day('Verified / 核实日') verifiedOn!: string;
}

@Event('2.5.4', '督查事项已核实', 'The implementation was verified')
export class SupervisionMatterVerified {
  @Text('Opinion / 意见') opinion!: string;
  @Day('Verified / 核实日') verifiedOn!: string;
}

@Event('2.5.4', '督查事项已退回', 'The implementation was not good enough')
export class SupervisionMatterReturned {
  @Day('Due / 办结期限') dueOn!: string;
  @Text('Opinion / 意见') opinion!: string;
  @Day('Returned / 退回日') verifiedOn!: string;
}

@Command('2.5.4', '督查事项期限届满', 'The time for the matter is over', { issuedBy: 'system', rows: [65] })
export class PassMatterDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.5.4', '督查事项逾期', 'The matter is overdue')
export class SupervisionMatterOverdue {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

const findings = [
  'ISOLATION_BREACHED',
  'CAPACITY_RESTORED',
  'RESUMPTION_FOUND',
  'ACCESS_REFUSED',
  'DITIAO_PRODUCTION',
  'DITIAO_SALE',
  'ILLEGAL_FURNACE_USE',
] as const;
type Finding = (typeof findings)[number];

@Command('2.5.4', '立案处置', 'Open a case on what was found', { issuedBy: 'system', rows: [54, 64] })
export class OpenCase extends Act {
  @OneOf(findings, 'What was found / 情形') finding!: Finding;
  @Text('Facts / 事实') facts!: string;
  @Part(() => Enterprise, 'Enterprise, where known / 企业', { optional: true }) enterprise?: Enterprise;
  @Text('Name, where no code is known / 名称', { optional: true, max: 200 }) name?: string;
  @Id('Record on which it was found / 来源编号') originId!: string;
}

@Event('2.5.4', '已立案处置', 'A case was opened on what was found')
export class CaseOpened {
  @OneOf(findings, 'Finding / 情形') finding!: Finding;
  @Text('Facts / 事实') facts!: string;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Text('Name / 名称', { optional: true }) name?: string;
  @Id('Origin / 来源编号') originId!: string;
  @Day('Report by / 报告期限') reportBy!: string;
}

const bodies = ['BIIT', 'CITY_GOV', 'COUNTY_GOV', 'PROVINCE'] as const;

@Command('2.5.4', '当日报告', 'Report the finding', { rows: [54, 64] })
export class ReportCase extends Act {
  @Texts('To whom / 报告对象', { of: bodies, min: 1, max: 4 }) reportedTo!: (typeof bodies)[number][];
  @Text('Number of the report / 文号', { max: 128 }) documentNumber!: string;
  @Day('Reported / 报告日') reportedOn!: string;
}

@Event('2.5.4', '已报告', 'The finding was reported')
export class CaseReported {
  @Texts('To / 报告对象', { of: bodies }) reportedTo!: (typeof bodies)[number][];
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Reported / 报告日') reportedOn!: string;
  @Flag('On the day itself / 当日') inTime!: boolean;
}

@Command('2.5.4', '当日未报告', 'The day for the report is over', { issuedBy: 'system', rows: [54, 64] })
export class PassCaseReportDay extends Act {
  @Day('Day that passed / 届满日') dueOn!: string;
}

@Event('2.5.4', '未当日报告', 'The finding was not reported on its day')
export class CaseReportMissed {
  @Day('Day that passed / 届满日') dueOn!: string;
}

const departments = [
  'energy',
  'environment',
  'market-regulation',
  'emergency-management',
  'police',
  'government',
] as const;

@Command('2.5.4', '移送', 'Hand the case over to those with power', { rows: [54, 64] })
export class HandOverCase extends Act {
  @OneOf(departments, 'To / 移送对象') to!: (typeof departments)[number];
  @Text('Number of the letter / 文号', { max: 128 }) documentNumber!: string;
  @Day('Handed over / 移送日') handedOverOn!: string;
}

@Event('2.5.4', '已移送', 'The case was handed over')
export class CaseHandedOver {
  @OneOf(departments, 'To / 移送对象') to!: (typeof departments)[number];
  @Text('Letter / 文号') documentNumber!: string;
  @Day('Handed over / 移送日') handedOverOn!: string;
}

const outcomes = ['ISOLATED_AGAIN', 'REMOVED', 'HANDED_OVER', 'NOT_SUBSTANTIATED'] as const;

@Command('2.5.4', '结案', 'Conclude the case', { rows: [54, 64] })
export class ConcludeCase extends Act {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Text('Opinion / 结案意见') opinion!: string;
  @Day('Concluded / 结案日') concludedOn!: string;
}

@Event('2.5.4', '已结案', 'The case was concluded')
export class CaseConcluded {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Text('Opinion / 意见') opinion!: string;
  @Day('Concluded / 结案日') concludedOn!: string;
}
