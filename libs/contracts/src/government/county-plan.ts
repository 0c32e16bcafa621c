import type { AreaCode } from '#codes';
import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Part, Parts, Text, Texts, Whole } from '../fields.js';
import { PlanDue } from './calendar.js';

const rows = [68] as const;

/** One task of a county plan: the four parts that the plan wants of each (3.1). */
export class PlanTask {
  @Text('Key task / 重点任务') what!: string;
  @Day('Time node / 时间节点') node!: string;
  @Text('Measure / 工作措施') measure!: string;
  @Text('Responsible department / 责任部门', { max: 100 }) department!: string;
}

@Command('3.1', '要求制定县（区）年度计划', 'Ask a county for its yearly plan', { rows })
export class RequireCountyPlan extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Last day, the plan’s or an earlier one / 期限') dueOn!: string;
}

@Event('3.1', '已要求制定县（区）年度计划', 'A county is to make its yearly plan')
export class CountyPlanRequired {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Part(() => PlanDue, 'Deadline / 期限') due!: PlanDue;
}

@Command('3.1', '拟订县（区）年度计划', 'Draft a county’s yearly plan, or draft it anew', { rows })
export class DraftCountyPlan extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Texts('Industries, the city’s and any that the county adds / 行业', { min: 1, max: 50 }) industries!: string[];
  @Parts(() => PlanTask, 'Tasks, each with node, measure and department / 任务', { min: 1, max: 500 })
  tasks!: PlanTask[];
}

@Event('3.1', '县（区）年度计划已拟订', 'A county plan was drafted')
export class CountyPlanDrafted {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Texts('Industries / 行业') industries!: string[];
  @Parts(() => PlanTask, 'Tasks / 任务') tasks!: PlanTask[];
}

@Command('3.1', '退回县（区）年度计划', 'Return a draft to the county’s bureau', { role: 'government:decide', rows })
export class ReturnCountyPlan extends Act {
  @Text('Why / 理由') reason!: string;
}

@Event('3.1', '县（区）年度计划已退回', 'A county plan was returned')
export class CountyPlanReturned {
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Reason / 理由') reason!: string;
}

@Command('3.1', '同意县（区）年度计划', 'Agree to a county plan, as its own government', {
  role: 'government:decide',
  rows,
})
export class ApproveCountyPlan extends Act {
  @Text('Document of the same-level government / 本级政府文号', { max: 128 }) governmentDocumentNumber!: string;
}

@Event('3.1', '县（区）年度计划已经本级政府同意', 'The county’s government agreed to its plan')
export class CountyPlanApproved {
  @Area('Area / 县（区）') county!: AreaCode;
  @Text('Document / 本级政府文号') governmentDocumentNumber!: string;
}

@Command('3.1', '抄送市工业和信息化局', 'File a county plan with the city’s bureau', { rows })
export class FileCountyPlan extends Act {
  @Day('Received by the city bureau on / 收文日期') receivedOn!: string;
}

@Event('3.1', '县（区）年度计划已抄送', 'A county plan was filed with the city', { visibility: 'public' })
export class CountyPlanFiled {
  @Whole('Year / 年度') year!: number;
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Received on / 收文日期') receivedOn!: string;
  @Whole('Days after the last day; 0 in time / 逾期天数') daysLate!: number;
}

@Command('3.1', '县（区）年度计划期限届满', 'The day for county plans has passed', { issuedBy: 'system', rows })
export class PassCountyPlanDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.1', '县（区）年度计划逾期', 'A county plan is overdue')
export class CountyPlanOverdue {
  @Area('Area / 县（区）') county!: AreaCode;
  @Day('Deadline / 期限') dueOn!: string;
}
