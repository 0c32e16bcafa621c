import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Text, Whole } from '../fields.js';
import { bureaux, PlanDue, type Bureau } from './calendar.js';

const rows = [67] as const;

@Command('3.1', '要求部署年度工作', 'Ask a bureau to deploy the year’s work', { rows })
export class RequireDeployment extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Day('Last day, the plan’s or an earlier one / 期限') dueOn!: string;
}

@Event('3.1', '已要求部署年度工作', 'A bureau is to deploy the year’s work')
export class DeploymentRequired {
  @Whole('Year / 年度') year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Part(() => PlanDue, 'Deadline / 期限') due!: PlanDue;
}

@Command('3.1', '部署年度工作', 'Deploy the year’s work of a bureau', { rows })
export class DeployAnnualWork extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.1', '年度工作已部署', 'A bureau deployed its work', { visibility: 'public' })
export class DepartmentWorkDeployed {
  @Whole('Year / 年度') year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: Bureau;
  @Text('Document number / 文号') documentNumber!: string;
}

@Command('3.1', '部署期限届满', 'The day for deploying has passed', { issuedBy: 'system', rows })
export class PassDeploymentDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.1', '年度工作逾期未部署', 'A bureau did not deploy in time')
export class DeploymentOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}
