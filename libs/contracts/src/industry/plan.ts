import type { AreaCode } from '#codes';
import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Id, OneOf, Parts, Text, Texts, Uscc, Whole } from '../fields.js';

@Command('P', '印发年度工作计划', 'Adopt the city’s yearly plan', { rows: [1] })
export class AdoptAnnualPlan extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100, example: 2021 }) year!: number;
  @Text('Title / 名称', { max: 200 }) title!: string;
  @Text('Provincial plan that it carries out / 上位文件文号', { max: 128, example: '粤工信规划政策〔2021〕20号' })
  upstreamDocumentNumber!: string;
  @Texts('Key industries / 重点行业', { min: 1, max: 50 }) industries!: string[];
  @Texts('Laws and documents it rests on / 依据', { min: 1, max: 100 }) legalReferences!: string[];
}

@Event('P', '年度工作计划已印发', 'The city’s yearly plan was adopted', { visibility: 'public' })
export class AnnualPlanAdopted {
  @Whole('Year / 年度') year!: number;
  @Text('Title / 名称') title!: string;
  @Text('Provincial plan / 上位文件') upstreamDocumentNumber!: string;
  @Texts('Key industries / 重点行业') industries!: string[];
  @Texts('Legal references / 依据') legalReferences!: string[];
}

const categories = ['DITIAO_EXITED', 'NATIONAL_SUPERVISED', 'PROVINCIAL_SUPERVISED', 'KEY_INDUSTRY'] as const;

/** Someone to be looked back at, as far as the plan names them: a code need not be known. */
export class LookBackTarget {
  @Id('The department’s number for the target / 对象编号') targetId!: string;
  @Text('Name as in the plan / 名称', { max: 200 }) name!: string;
  @OneOf(categories, 'Why it is looked at / 类别') category!: (typeof categories)[number];
  @Area('Area, where the plan gives it / 县（区）', { optional: true }) county?: AreaCode;
  @Uscc('USCC, where known / 统一社会信用代码', { optional: true }) uscc?: string;
}

@Command('2.5.4', '部署“回头看”', 'Plan a round of look-backs', { rows: [64] })
export class PlanLookBack extends Act {
  @Text('Round / 轮次', { max: 64, example: '2021-06' }) round!: string;
  @Parts(() => LookBackTarget, 'Targets / 对象', { min: 1, max: 10_000 }) targets!: LookBackTarget[];
  @Day('Last day of the round, after which a target not seen counts as missed / 截止日', { optional: true })
  closesOn?: string;
}

@Event('2.5.4', '“回头看”已部署', 'A round of look-backs was planned', { visibility: 'public' })
export class LookBackPlanned {
  @Text('Round / 轮次') round!: string;
  @Parts(() => LookBackTarget, 'Targets / 对象') targets!: LookBackTarget[];
  @Day('Last day / 截止日', { optional: true }) closesOn?: string;
}
