import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Text, Whole } from '../fields.js';
import { PlanDue, reportingBureaux, type ReportingBureau } from './calendar.js';
import { ExitContent, FrozenQuery, FrozenReturn } from './exit-figures.js';

const rows = [74] as const;
const halves = ['H1', 'H2'] as const;
type Half = (typeof halves)[number];

@Command('3.3', '要求反馈退出情况', 'Ask a bureau for its half-year return', { rows })
export class RequireFeedback extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(halves, 'Half-year / 半年') half!: Half;
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
  @Day('Last day, the plan’s or an earlier one / 期限') dueOn!: string;
}

@Event('3.3', '已要求反馈退出情况', 'A bureau is to report exits')
export class DepartmentFeedbackRequired {
  @Whole('Year / 年度') year!: number;
  @OneOf(halves, 'Half-year / 半年') half!: Half;
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
  @Part(() => PlanDue, 'Deadline / 期限') due!: PlanDue;
}

@Command('3.3', '反馈半年退出情况', 'Submit a half-year return: a frozen query, signed off', { rows })
export class SubmitFeedback extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(halves, 'Half-year / 半年') half!: Half;
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
  @Part(() => FrozenQuery, 'Query, as the read side answered it / 查询') frozen!: FrozenQuery;
  @Part(() => ExitContent, 'What it found / 内容') content!: ExitContent;
  @Text('Post of who signed off / 签发人职务', { max: 64 }) signedOffBy!: string;
}

@Event('3.3', '半年退出情况已反馈', 'A bureau submitted its half-year return')
export class DepartmentFeedbackSubmitted extends FrozenReturn {
  @Whole('Year / 年度') year!: number;
  @OneOf(halves, 'Half-year / 半年') half!: Half;
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
}

@Command('3.3', '补充反馈退出情况', 'Submit a supplementary return; the first stays as it is', { rows })
export class SupplementFeedback extends Act {
  @Part(() => FrozenQuery, 'Query, as the read side answered it / 查询') frozen!: FrozenQuery;
  @Part(() => ExitContent, 'What it found / 内容') content!: ExitContent;
  @Text('Post of who signed off / 签发人职务', { max: 64 }) signedOffBy!: string;
  @Text('What changed since / 补充原因') reason!: string;
}

@Event('3.3', '半年退出情况已补充反馈', 'A supplementary return was submitted')
export class DepartmentFeedbackSupplemented extends FrozenReturn {
  @Whole('Year / 年度') year!: number;
  @OneOf(halves, 'Half-year / 半年') half!: Half;
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
  @Whole('Number of the supplement, from 1 / 补充次数') supplement!: number;
  @Text('Reason / 补充原因') reason!: string;
}

@Command('3.3', '反馈期限届满', 'The day for the return has passed', { issuedBy: 'system', rows })
export class PassFeedbackDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.3', '半年退出情况逾期未反馈', 'A half-year return is overdue')
export class DepartmentFeedbackOverdue {
  @OneOf(reportingBureaux, 'Bureau / 部门') bureau!: ReportingBureau;
  @Day('Deadline / 期限') dueOn!: string;
}
