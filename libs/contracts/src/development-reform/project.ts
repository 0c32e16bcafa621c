import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { OneOf, Part, Text } from '../fields.js';

/** Products whose new projects are strictly controlled (section 一), and any other. */
export const projectProducts = ['ELECTROLYTIC_ALUMINIUM', 'FLAT_GLASS', 'OTHER'] as const;

/** The bureaux that decide on new projects; development and reform unless said otherwise. */
export const projectAuthorities = ['DRC', 'BIIT'] as const;
type Authority = (typeof projectAuthorities)[number];

@Command('1', '审查新上项目', 'Record that a new project passed review', { rows: [3] })
export class RecordProjectDecision extends Act {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectProducts, 'Product / 产品') product!: (typeof projectProducts)[number];
  @OneOf(projectAuthorities, 'Who decided / 决定部门', { optional: true }) authority?: Authority;
  @Text('Capacity-swap decision, needed for the two controlled products / 产能置换文号', { optional: true, max: 128 })
  capacitySwapDocument?: string;
}

@Event('1', '新上项目已审查', 'A new project passed review')
export class NewCapacityProjectReviewed {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目') projectName!: string;
  @OneOf(projectProducts, 'Product / 产品') product!: (typeof projectProducts)[number];
  @OneOf(projectAuthorities, 'Who decided / 决定部门', { optional: true }) authority?: Authority;
  @Text('Capacity-swap decision / 产能置换文号', { optional: true }) capacitySwapDocument?: string;
}

@Command('1', '不予新上项目', 'Refuse a new project of controlled capacity', { rows: [3] })
export class RefuseNewProject extends Act {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectProducts, 'Product / 产品') product!: (typeof projectProducts)[number];
  @OneOf(projectAuthorities, 'Who decided / 决定部门', { optional: true }) authority?: Authority;
  @Text('Ground / 理由') ground!: string;
}

@Event('1', '新上项目已不予', 'A new project was refused')
export class NewCapacityProjectRefused {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目') projectName!: string;
  @OneOf(projectProducts, 'Product / 产品') product!: (typeof projectProducts)[number];
  @OneOf(projectAuthorities, 'Who decided / 决定部门', { optional: true }) authority?: Authority;
  @Text('Ground / 理由') ground!: string;
}
