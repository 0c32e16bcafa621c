import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Sha256, Text, Texts, Whole } from '../fields.js';
import { PlanDue } from './calendar.js';
import { ExitContent, FrozenQuery, FrozenReturn } from './exit-figures.js';

/** Who sends a summary of the year: the seven areas, and the bureaux and units other than the one that receives. */
export const summarySenders = [
  'HC',
  'HY',
  'BL',
  'HD',
  'LM',
  'DYW',
  'ZK',
  'DRC',
  'EEB',
  'AMR',
  'EMB',
  'ENR',
  'NRB',
] as const;
export type SummarySender = (typeof summarySenders)[number];

@Command('3.3', '要求报送年度总结', 'Ask for a summary of the year', { rows: [76] })
export class RequireAnnualSummary extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(summarySenders, 'Who sends it / 报送单位') sender!: SummarySender;
  @Day('Last day, the plan’s or an earlier one / 期限') dueOn!: string;
}

@Event('3.3', '已要求报送年度总结', 'A summary of the year is to be sent')
export class AnnualSummaryRequired {
  @Whole('Year / 年度') year!: number;
  @OneOf(summarySenders, 'Sender / 报送单位') sender!: SummarySender;
  @Part(() => PlanDue, 'Deadline / 期限') due!: PlanDue;
}

@Command('3.3', '报送年度总结', 'Submit the summary of a year', { rows: [76] })
export class SubmitAnnualSummary extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(summarySenders, 'Who sends it / 报送单位') sender!: SummarySender;
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
  @Sha256('SHA-256 of the text / 文件摘要') textSha256!: string;
}

@Event('3.3', '年度总结已报送', 'A summary of the year was submitted')
export class AnnualSummarySubmitted {
  @Whole('Year / 年度') year!: number;
  @OneOf(summarySenders, 'Sender / 报送单位') sender!: SummarySender;
  @Text('Document number / 文号') documentNumber!: string;
  @Sha256('SHA-256 of the text / 文件摘要') textSha256!: string;
}

@Command('3.3', '年度总结期限届满', 'The day for the summary has passed', { issuedBy: 'system', rows: [76] })
export class PassSummaryDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.3', '年度总结逾期未报送', 'A summary of the year is overdue')
export class AnnualSummaryOverdue {
  @OneOf(summarySenders, 'Sender / 报送单位') sender!: SummarySender;
  @Day('Deadline / 期限') dueOn!: string;
}

@Command('3.3', '要求汇总上报', 'Ask for the city’s consolidation', { rows: [77] })
export class RequireConsolidation extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Day('Last day, the plan’s or an earlier one / 期限') dueOn!: string;
}

@Event('3.3', '已要求汇总上报', 'The city’s exits are to be consolidated and reported')
export class ConsolidationRequired {
  @Whole('Year / 年度') year!: number;
  @Part(() => PlanDue, 'Deadline / 期限') due!: PlanDue;
}

@Command('3.3', '汇总全市退出情况', 'Consolidate the city’s exits of a year, or do so anew before consent', {
  rows: [77],
})
export class CompileConsolidation extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Part(() => FrozenQuery, 'Query, as the read side answered it / 查询') frozen!: FrozenQuery;
  @Part(() => ExitContent, 'What it found / 内容') content!: ExitContent;
  @Text('Post of who signed off / 签发人职务', { max: 64 }) signedOffBy!: string;
}

@Event('3.3', '全市退出情况已汇总', 'The city’s exits were consolidated')
export class CityConsolidationCompiled extends FrozenReturn {
  @Whole('Year / 年度') year!: number;
  @Texts('Returns that were not in when it was compiled / 未到反馈') returnsMissing!: string[];
}

@Command('3.3', '同意上报汇总', 'Agree that the consolidation is reported', { role: 'government:decide', rows: [77] })
export class ApproveConsolidation extends Act {
  @Text('Document of the city’s government / 市政府文号', { max: 128 }) governmentDocumentNumber!: string;
}

@Event('3.3', '汇总已经市政府同意', 'The government agreed to the consolidation')
export class CityConsolidationApproved {
  @Whole('Year / 年度') year!: number;
  @Sha256('What it agreed to / 内容摘要') contentSha256!: string;
  @Text('Document / 市政府文号') governmentDocumentNumber!: string;
}

@Command('3.3', '上报省工业和信息化厅等部门', 'Report the consolidation to the province', { rows: [77] })
export class ReportToProvince extends Act {
  @Texts('To whom / 上报部门', { min: 1, max: 20 }) recipients!: string[];
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
  @Day('Sent on / 上报日期') reportedOn!: string;
}

@Event('3.3', '已上报省有关部门', 'The consolidation was reported to the province', { visibility: 'public' })
export class ReportedToProvince {
  @Whole('Year / 年度') year!: number;
  @Texts('Recipients / 上报部门') recipients!: string[];
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Sent on / 上报日期') reportedOn!: string;
}

@Command('3.3', '上报期限届满', 'The day for reporting to the province has passed', { issuedBy: 'system', rows: [77] })
export class PassConsolidationDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.3', '汇总逾期未上报', 'The report to the province is overdue')
export class ConsolidationOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}
