import { industryGroups, type AreaCode, type IndustryGroupCode } from '#codes';
import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Flag, Id, OneOf, Part, Parts, Text, Texts, Whole } from '../fields.js';
import { Medium } from './media.js';
import { LookBackTarget } from './plan.js';

@Command('2.5.4', '记录“回头看”', 'Record a look-back visit', { rows: [52, 64] })
export class RecordLookBack extends Act {
  @Id('Round / 轮次编号') roundId!: string;
  @Id('Target as the round names it / 对象编号') targetId!: string;
  @Part(() => Enterprise, 'Enterprise and site, where known / 企业及场所', { optional: true }) enterprise?: Enterprise;
  @Day('Day of the visit / 检查日') visitedOn!: string;
  @Flag('It produces again / 已恢复') resumed!: boolean;
  @Flag('It could be made to produce again / 能恢复') resumable!: boolean;
  @Text('What was seen / 检查情况') findings!: string;
  @Parts(() => Medium, 'Photos with day and place / 带时间地点的影像', { min: 1, max: 100 }) media!: Medium[];
}

@Event('2.5.4', '“回头看”已开展', 'A target was looked back at')
export class LookBackConducted {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Day('Visited / 检查日') visitedOn!: string;
  @Flag('Resumed / 已恢复') resumed!: boolean;
  @Flag('Resumable / 能恢复') resumable!: boolean;
  @OneOf(['CLEAR', 'WEAK', 'RESUMED'], 'Outcome / 结论') outcome!: 'CLEAR' | 'WEAK' | 'RESUMED';
  @Text('Findings / 情况') findings!: string;
  @Parts(() => Medium, 'Media / 影像') media!: Medium[];
}

@Event('2.5.4', '发现恢复生产', 'Resumption was found')
export class ResumptionFound {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Text('Facts / 事实') facts!: string;
  @Day('Found / 发现日') foundOn!: string;
}

@Event('2.5.1', '“回头看”问题已销号', 'The finding of a look-back was closed')
export class LookBackFindingClosed {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Day('Closed / 销号日') closedOn!: string;
}

@Command('2.5.4', '记录拒绝检查', 'Record that access was refused', { rows: [64] })
export class RecordAccessRefused extends Act {
  @Id('Round / 轮次编号') roundId!: string;
  @Id('Target as the round names it / 对象编号') targetId!: string;
  @Day('Day of the visit / 到场日') visitedOn!: string;
  @Text('What happened / 经过') facts!: string;
}

@Event('2.5.4', '拒绝检查', 'Access was refused')
export class LookBackAccessRefused {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Day('Visited / 到场日') visitedOn!: string;
  @Text('Facts / 经过') facts!: string;
}

@Command('2.5.4', '责令消除恢复能力', 'Order to remove what would allow resumption', { rows: [64] })
export class OrderRemoval extends Act {
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Calendar days / 期限（日）', { min: 1, max: 3650, example: 15 }) days!: number;
  @Texts('What must go / 应消除事项', { min: 1, max: 50 }) items!: string[];
}

@Event('2.5.4', '已责令消除恢复能力', 'Removal of residual capability was ordered')
export class ResidualRemovalOrdered {
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Text('Order number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Texts('Items / 事项') items!: string[];
  @Part(() => Due, 'Due / 期限') due!: Due;
}

@Command('2.5.4', '消除期限届满', 'The time to remove it is over', { issuedBy: 'system', rows: [64] })
export class PassRemovalDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.5.4', '逾期未消除', 'Removal of residual capability is overdue')
export class ResidualRemovalOverdue {
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.5.4', '轮次结束', 'The round is over', { issuedBy: 'system', rows: [64] })
export class PassLookBackRound extends Act {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Day('Last day of the round / 截止日') dueOn!: string;
}

@Event('2.5.4', '漏查', 'A target was missed in its round')
export class LookBackMissed {
  @Id('Round / 轮次编号') roundId!: string;
  @Part(() => LookBackTarget, 'Target / 对象') target!: LookBackTarget;
  @Day('Last day of the round / 截止日') dueOn!: string;
}

const groups = Object.keys(industryGroups) as [IndustryGroupCode, ...IndustryGroupCode[]];

@Command('2.5.4', '完成行业“回头看”', 'Complete the look-back at an industry of a county', { rows: [66] })
export class RecordIndustryLookBack extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100, example: 2021 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(groups, 'Industry; the plan names 8 of its 12 / 行业') industry!: IndustryGroupCode;
  @Whole('Enterprises checked / 检查企业数') enterprisesChecked!: number;
  @Texts('Problems found / 发现问题', { max: 200 }) problems!: string[];
  @Day('Completed / 完成日') completedOn!: string;
}

@Event('2.5.4', '行业“回头看”已完成', 'An industry of a county was looked back at')
export class IndustryLookBackCompleted {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(groups, 'Industry / 行业') industry!: IndustryGroupCode;
  @Flag('Whether the plan names the industry / 计划是否载明') confirmed!: boolean;
  @Whole('Enterprises checked / 检查企业数') enterprisesChecked!: number;
  @Texts('Problems / 问题') problems!: string[];
  @Day('Completed / 完成日') completedOn!: string;
}
