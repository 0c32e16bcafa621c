import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Id, OneOf, Part, Quantity, Text, Texts, Whole } from '../fields.js';
import { PublishedList } from '../procedure/list.js';

/** Why capacity counts as outdated (section 一). */
export const grounds = [
  'ENERGY',
  'ENV',
  'QUALITY',
  'SAFETY',
  'TECH',
  'SUBSTANDARD_PRODUCT',
  'ELIMINATION_CATEGORY',
] as const;

@Command('1', '认定落后产能', 'Classify capacity as outdated', { rows: [2] })
export class ClassifyCapacity extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Quantity('Yearly capacity / 年产能') capacity!: number;
  @Text('Unit of the capacity / 单位', { max: 32, example: '万吨/年' }) unit!: string;
  @Texts('Grounds, at least one / 认定理由', { of: grounds, min: 1, max: 7 }) grounds!: (typeof grounds)[number][];
  @Text('Item of the 2019 catalogue, for the elimination category / 目录条目', { optional: true })
  catalogueItem?: string;
}

@Event('1', '落后产能已认定', 'Capacity was classified as outdated')
export class CapacityClassified {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Product / 产品') product!: string;
  @Quantity('Capacity / 产能') capacity!: number;
  @Text('Unit / 单位') unit!: string;
  @Texts('Grounds / 理由', { of: grounds }) grounds!: (typeof grounds)[number][];
  @Text('Catalogue item / 目录条目', { optional: true }) catalogueItem?: string;
}

@Command('2.1.1', '登记重点用能单位', 'Register a key energy user and when its yearly report is due', { rows: [8] })
export class RegisterKeyEnergyUser extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Quantity('Yearly consumption in tonnes of coal equivalent / 年综合能耗（吨标准煤）') annualTce!: number;
  @OneOf(['NATIONAL', 'DESIGNATED'], '10,000 tce or more, or designated from 5,000 / 类别') level!:
    'NATIONAL' | 'DESIGNATED';
  @Whole('Year that the report covers / 报告年度', { min: 2000, max: 2100 }) reportYear!: number;
  @Day('Report due / 报送期限') reportDueOn!: string;
}

@Event('2.1.1', '重点用能单位已登记', 'A key energy user was designated')
export class KeyEnergyUserDesignated {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Quantity('Yearly tce / 年综合能耗') annualTce!: number;
  @OneOf(['NATIONAL', 'DESIGNATED'], 'Level / 类别') level!: 'NATIONAL' | 'DESIGNATED';
  @Whole('Report year / 报告年度') reportYear!: number;
  @Day('Report due / 报送期限') reportDueOn!: string;
}

@Command('2.1.1', '报送能源利用状况报告', 'File the yearly energy report', { rows: [8] })
export class FileEnergyReport extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) reportYear!: number;
  @Quantity('Consumption in tce / 综合能耗') tce!: number;
}

@Event('2.1.1', '能源利用状况报告已报送', 'The yearly energy report was filed')
export class EnergyReportFiled {
  @Whole('Year / 年度') reportYear!: number;
  @Quantity('Consumption in tce / 综合能耗') tce!: number;
}

@Command('2.1.1', '能源报告逾期', 'The yearly report is overdue', { issuedBy: 'system', rows: [8] })
export class PassReportDeadline extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) reportYear!: number;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.1.1', '能源报告未按期报送', 'The yearly energy report was missed')
export class EnergyReportMissed {
  @Whole('Year / 年度') reportYear!: number;
  @Day('Deadline / 期限') dueOn!: string;
}

@Command('2.1.1', '公开节能监察结果', 'Publish the result of a supervision', { rows: [9] })
export class PublishSupervisionResult extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case whose result it is / 案件') caseId!: string;
  @Id('Equipment whose use was stopped, when the result speaks of it / 设备', { optional: true }) equipmentId?: string;
  @Text('Where it is published / 网址', { max: 500 }) url!: string;
}

@Event('2.1.1', '节能监察结果已公开', 'A supervision result was published', { visibility: 'public' })
export class SupervisionResultPublished {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Id('Equipment / 设备', { optional: true }) equipmentId?: string;
  @Text('Result as decided / 结论') result!: string;
  @Text('URL / 网址') url!: string;
}

@Command('2.1.1', '记录节能诊断', 'Record a voluntary energy diagnosis', { rows: [11] })
export class RecordDiagnosis extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Who diagnosed / 诊断机构', { max: 200 }) provider!: string;
  @Quantity('Saving potential in tce / 节能潜力') savingPotentialTce!: number;
}

@Event('2.1.1', '节能诊断已完成', 'An energy diagnosis was completed')
export class EnergyDiagnosisCompleted {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Provider / 机构') provider!: string;
  @Quantity('Saving potential in tce / 节能潜力') savingPotentialTce!: number;
}

@Command('2.1.1', '记录节能技术改造', 'Record a supported retrofit', { rows: [11, 84] })
export class RecordRetrofit extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Project / 项目', { max: 200 }) project!: string;
  @Fen('Subsidy in fen / 补助（分）') subsidyFen!: number;
}

@Event('2.1.1', '节能技术改造已支持', 'A retrofit was supported')
export class TechRetrofitSupported {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Project / 项目') project!: string;
  @Fen('Subsidy in fen / 补助') subsidyFen!: number;
}

@Command('2.1.1', '发布标准规范', 'Publish a standard', { rows: [12] })
export class PublishStandard extends Act {
  @Text('Code / 标准号', { max: 64 }) code!: string;
  @Text('Version / 版本', { max: 32 }) version!: string;
  @Text('Title / 名称', { max: 200 }) title!: string;
}

@Event('2.1.1', '标准规范已发布', 'A standard was published', { visibility: 'public' })
export class StandardPublished {
  @Text('Code / 标准号') code!: string;
  @Text('Version / 版本') version!: string;
  @Text('Title / 名称') title!: string;
}

@Event('2.1.1', '节能违规企业名单已公布', 'The list of energy violators was published', { visibility: 'public' })
export class ViolatorListPublished extends PublishedList {}
