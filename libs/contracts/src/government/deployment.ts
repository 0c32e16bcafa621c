import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { OneOf, Text, Whole } from '../fields.js';

/** The six bureaux that deploy the year's work (3.1). */
export const bureaux = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;

@Command('3.1', '部署年度工作', 'Deploy the year’s work of a bureau')
export class DeployAnnualWork extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: (typeof bureaux)[number];
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.1', '年度工作已部署', 'A bureau deployed its work', { visibility: 'public' })
export class DepartmentWorkDeployed {
  @Whole('Year / 年度') year!: number;
  @OneOf(bureaux, 'Bureau / 部门') bureau!: (typeof bureaux)[number];
  @Text('Document number / 文号') documentNumber!: string;
}
