import type { AreaCode } from '#codes';
import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, OneOf, Text, Texts, Whole } from '../fields.js';
import { bureaux, type Bureau } from './calendar.js';

@Command('4.1', '明确属地责任', 'Assign who answers for what in an area', { rows: [78] })
export class AssignResponsibility extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Office that leads, by post and not by person / 牵头岗位', { max: 100 }) leadOffice!: string;
  @Texts('Duties, each with the department that has it / 职责分工', { min: 1, max: 100 }) duties!: string[];
}

@Event('4.1', '属地责任已明确', 'Responsibility in an area was assigned')
export class ResponsibilityAssigned {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Lead office / 牵头岗位') leadOffice!: string;
  @Texts('Duties / 职责分工') duties!: string[];
}

const risks = ['LABOUR', 'DEBT', 'GROUP_INCIDENT'] as const;
type Risk = (typeof risks)[number];

@Command('4.1', '登记稳定风险', 'Log a risk to stability', { rows: [78] })
export class LogStabilityRisk extends Act {
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(risks, 'Labour, debt or group incident / 类别') kind!: Risk;
  @Text('What may happen; no names of persons / 风险情况') description!: string;
  @Text('Who handles it / 处置部门', { max: 100 }) handler!: string;
}

@Event('4.1', '稳定风险已登记', 'A risk to stability was logged')
export class StabilityRiskLogged {
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(risks, 'Kind / 类别') kind!: Risk;
  @Text('Description / 风险情况') description!: string;
  @Text('Handler / 处置部门') handler!: string;
}

@Command('4.1', '记录风险处置', 'Record how a risk is handled', { rows: [78] })
export class HandleStabilityRisk extends Act {
  @Text('What was done / 处置情况') handling!: string;
  @Day('On / 日期') handledOn!: string;
}

@Event('4.1', '稳定风险已处置', 'A risk to stability was handled')
export class StabilityRiskHandled {
  @Text('Handling / 处置情况') handling!: string;
  @Day('On / 日期') handledOn!: string;
}

@Command('4.1', '销号稳定风险', 'Close a risk that was handled', { rows: [78] })
export class CloseStabilityRisk extends Act {
  @Day('Closed on / 销号日期') closedOn!: string;
  @Text('Why nothing is left of it / 销号理由') outcome!: string;
}

@Event('4.1', '稳定风险已销号', 'A risk to stability was closed')
export class StabilityRiskClosed {
  @Day('Closed on / 销号日期') closedOn!: string;
  @Text('Outcome / 销号理由') outcome!: string;
}

@Command('4.2', '记录监督检查', 'Record a supervision visit of a bureau to an area', { rows: [79] })
export class ConductSupervision extends Act {
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Visited on / 检查日期') visitedOn!: string;
  @Text('What was found / 检查情况') findings!: string;
}

@Event('4.2', '监督检查已开展', 'A bureau supervised an area')
export class SupervisionVisitConducted {
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Visited on / 检查日期') visitedOn!: string;
  @Text('Findings / 检查情况') findings!: string;
}

/** Which task an area missed. */
const missed = ['COUNTY_PLAN', 'EXIT_TASK', 'LOOK_BACK', 'SUPERVISION_MATTER'] as const;
type Missed = (typeof missed)[number];

@Command('4.2', '通报未完成任务的地区', 'Name an area that missed its tasks in a circular', {
  role: 'government:decide',
  rows: [80],
})
export class IssueAreaCircular extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(missed, 'Task that was missed / 未完成任务') missedTask!: Missed;
  @Text('Ground / 事由') ground!: string;
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
  @Day('Corrected by / 整改期限') correctBy!: string;
}

@Event('4.2', '地区已通报', 'An area was named in a circular')
export class AreaCircularIssued {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(missed, 'Missed task / 未完成任务') missedTask!: Missed;
  @Text('Ground / 事由') ground!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Corrected by / 整改期限') correctBy!: string;
}

@Command('4.2', '约谈未完成任务的地区', 'Call an area that missed its tasks to an interview', {
  role: 'government:decide',
  rows: [80],
})
export class HoldAreaInterview extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(missed, 'Task that was missed / 未完成任务') missedTask!: Missed;
  @Text('Ground / 事由') ground!: string;
  @Texts('Posts of who attended, no names / 参加人职务', { min: 1, max: 50 }) posts!: string[];
  @Text('Number of the minutes / 纪要文号', { max: 128 }) minutesNumber!: string;
  @Day('Held on / 约谈日期') heldOn!: string;
  @Day('Corrected by / 整改期限') correctBy!: string;
}

@Event('4.2', '地区已约谈', 'An area was called to an interview')
export class AreaInterviewHeld {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @OneOf(missed, 'Missed task / 未完成任务') missedTask!: Missed;
  @Text('Ground / 事由') ground!: string;
  @Texts('Posts / 参加人职务') posts!: string[];
  @Text('Minutes / 纪要文号') minutesNumber!: string;
  @Day('Held on / 约谈日期') heldOn!: string;
  @Day('Corrected by / 整改期限') correctBy!: string;
}

@Command('4.2', '报告地区整改', 'Report how an area put right what it missed', { rows: [80] })
export class ReportAreaCorrection extends Act {
  @Text('What was done / 整改情况') measures!: string;
  @Day('Done on / 完成日期') correctedOn!: string;
}

@Event('4.2', '地区整改已报告', 'An area reported its correction')
export class AreaCorrectionReported {
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Measures / 整改情况') measures!: string;
  @Day('Done on / 完成日期') correctedOn!: string;
}

const channels = ['PRESS', 'RADIO', 'TV', 'WEB'] as const;
type Channel = (typeof channels)[number];

@Command('4.2', '记录宣传', 'Record a publicity item', { rows: [81] })
export class ReleasePublicity extends Act {
  @OneOf(channels, 'Press, radio, television or internet / 渠道') channel!: Channel;
  @Text('Title / 标题', { max: 200 }) title!: string;
  @Text('Who released it / 发布单位', { max: 100 }) publisher!: string;
  @Area('Area, when a county released it / 县（区）', { optional: true }) county?: AreaCode;
  @Text('Where it can be read / 网址', { optional: true, max: 500 }) url?: string;
  @Day('Released on / 发布日期') releasedOn!: string;
}

@Event('4.2', '宣传已发布', 'A publicity item was released', { visibility: 'public' })
export class PublicityItemReleased {
  @OneOf(channels, 'Channel / 渠道') channel!: Channel;
  @Text('Title / 标题') title!: string;
  @Text('Publisher / 发布单位') publisher!: string;
  @Area('Area / 县（区）', { optional: true }) county?: AreaCode;
  @Text('URL / 网址', { optional: true }) url?: string;
  @Day('Released on / 发布日期') releasedOn!: string;
}
