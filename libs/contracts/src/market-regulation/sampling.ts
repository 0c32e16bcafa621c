import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Parts, Quantity, Text, Whole } from '../fields.js';

/** What is supervised. The plan names steel and cement; other key products go by name under `OTHER`. */
export const productCategories = ['STEEL', 'CEMENT', 'OTHER'] as const;
export type ProductCategory = (typeof productCategories)[number];

/** From the widest authority to the narrowest. */
export const samplingLevels = ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'COUNTY'] as const;
export type SamplingLevel = (typeof samplingLevels)[number];

const places = ['FACTORY', 'MARKET'] as const;

@Command('2.3.2', '列入重点监管产品目录', 'Enter a product in the year’s catalogue of key supervised products', {
  rows: [33],
})
export class ListKeyProduct extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品', { max: 100, example: '热轧带肋钢筋' }) product!: string;
  @Text('Number of the document / 文号', { max: 128 }) documentNumber!: string;
}

@Event('2.3.2', '产品已列入重点监管目录', 'A product entered the catalogue of key supervised products')
export class KeySupervisedProductListed {
  @Whole('Year / 年度') year!: number;
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品') product!: string;
  @Text('Document number / 文号') documentNumber!: string;
}

/** What the plan wants sampled of one product. */
export class PlannedSampling {
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Whole('Batches / 批次', { min: 1, max: 100_000 }) batches!: number;
}

@Command('2.3.2', '制定年度监督抽查计划', 'Adopt the year’s plan of sampling', { rows: [33] })
export class AdoptSamplingPlan extends Act {
  @Whole('Year / 年度', { min: 2000, max: 2100 }) year!: number;
  @Text('Number of the plan / 文号', { max: 128 }) documentNumber!: string;
  @Parts(() => PlannedSampling, 'Products and batches / 抽查产品与批次', { min: 1, max: 500 })
  products!: PlannedSampling[];
}

@Event('2.3.2', '年度监督抽查计划已制定', 'The year’s plan of sampling was adopted')
export class SamplingPlanAdopted {
  @Whole('Year / 年度') year!: number;
  @Text('Document number / 文号') documentNumber!: string;
  @Parts(() => PlannedSampling, 'Products / 产品') products!: PlannedSampling[];
}

@Command('2.3.2', '抽取样品', 'Take a sample, or record one that a higher authority took', { rows: [34] })
export class SampleProduct extends Act {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Id('Year of the plan that it belongs to, when to one / 抽查计划', { optional: true }) planId?: string;
  @OneOf(samplingLevels, 'Who samples: nation, province, city, county / 抽查层级') level!: SamplingLevel;
  @Text('Authority that samples / 抽查机关', { max: 200 }) authority!: string;
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Text('Brand / 商标', { max: 100 }) brand!: string;
  @Text('Batch / 批号', { max: 100 }) batch!: string;
  @Quantity('Quantity sampled / 抽样数量') quantity!: number;
  @Text('Unit of the quantity / 单位', { max: 32, example: '根' }) unit!: string;
  @OneOf(places, 'At the factory or on the market / 抽样环节') place!: (typeof places)[number];
}

@Event('2.3.2', '产品已抽样', 'A product was sampled')
export class ProductSampled {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Id('Plan / 抽查计划', { optional: true }) planId?: string;
  @OneOf(samplingLevels, 'Level / 抽查层级') level!: SamplingLevel;
  @Text('Authority / 抽查机关') authority!: string;
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品') product!: string;
  @Text('Brand / 商标') brand!: string;
  @Text('Batch / 批号') batch!: string;
  @Quantity('Quantity / 抽样数量') quantity!: number;
  @Text('Unit / 单位') unit!: string;
  @OneOf(places, 'Place / 抽样环节') place!: (typeof places)[number];
}

/** One thing that was tested. */
export class TestItem {
  @Text('Item / 检验项目', { max: 200, example: '下屈服强度' }) item!: string;
  @Text('Measured / 实测值', { max: 200 }) measured!: string;
  @Text('Required / 标准要求', { max: 200 }) required!: string;
  @Text('Standard / 标准号', { max: 64, example: 'GB/T 1499.2-2018' }) standardNumber!: string;
  @Flag('Whether it conforms / 是否合格') conforms!: boolean;
}

@Command('2.3.2', '报告检验结果', 'Report the test of a sample', { rows: [34] })
export class ReportTest extends Act {
  @Text('Laboratory / 检验机构', { max: 200 }) laboratory!: string;
  @Text('Number of the report / 报告编号', { max: 128 }) reportNumber!: string;
  @Day('Day of the report / 报告日') reportedOn!: string;
  @Parts(() => TestItem, 'Items tested / 检验项目', { min: 1, max: 200 }) items!: TestItem[];
}

@Event('2.3.2', '检验结果已报告', 'A test was reported')
export class TestReported {
  @Text('Laboratory / 检验机构') laboratory!: string;
  @Text('Report number / 报告编号') reportNumber!: string;
  @Day('Reported / 报告日') reportedOn!: string;
  @Flag('Whether every item conforms / 是否合格') conforms!: boolean;
  @Parts(() => TestItem, 'Items / 检验项目') items!: TestItem[];
}

@Command('2.3.2', '送达不合格检验结果', 'Serve a test that did not conform', { rows: [34] })
export class ServeTestResult extends Act {
  @Day('Day on which the producer received it / 收到日') servedOn!: string;
}

@Event('2.3.2', '不合格检验结果已送达', 'A test that did not conform was served')
export class TestResultServed {
  @Day('Received / 收到日') servedOn!: string;
  @Part(() => Due, 'Objection by / 异议期限') due!: Due;
}

@Command('2.3.2', '对检验结果提出异议', 'File an objection to a test', { rows: [34] })
export class FileTestObjection extends Act {
  @Text('Why, and what is asked / 异议理由') reason!: string;
  @Day('Day on which it was filed / 提出日') filedOn!: string;
}

@Event('2.3.2', '检验结果异议已提出', 'An objection to a test was filed')
export class TestObjectionFiled {
  @Text('Reason / 理由') reason!: string;
  @Day('Filed / 提出日') filedOn!: string;
}

@Command('2.3.2', '报告复检结果', 'Report the recheck of a sample', { rows: [34] })
export class ReportRecheck extends Act {
  @Text('Laboratory of the recheck / 复检机构', { max: 200 }) laboratory!: string;
  @Text('Number of the report / 报告编号', { max: 128 }) reportNumber!: string;
  @Day('Day of the report / 报告日') reportedOn!: string;
  @Parts(() => TestItem, 'Items tested / 检验项目', { min: 1, max: 200 }) items!: TestItem[];
}

@Event('2.3.2', '复检结果已报告', 'A recheck was reported')
export class RecheckReported {
  @Text('Laboratory / 复检机构') laboratory!: string;
  @Text('Report number / 报告编号') reportNumber!: string;
  @Day('Reported / 报告日') reportedOn!: string;
  @Flag('Whether every item conforms / 是否合格') conforms!: boolean;
  @Parts(() => TestItem, 'Items / 检验项目') items!: TestItem[];
}

@Command('2.3.2', '异议期届满', 'Nobody objected in time', { issuedBy: 'system', rows: [34] })
export class PassObjectionPeriod extends Act {
  @Day('Last day of the period / 届满日') dueOn!: string;
}

@Event('2.3.2', '产品不合格已确定', 'It is established that the product does not conform')
export class NonconformityEstablished {
  @OneOf(['OBJECTION_PERIOD_OVER', 'RECHECK'], 'By what / 依据') by!: 'OBJECTION_PERIOD_OVER' | 'RECHECK';
  @Day('As of this day / 确定日') establishedOn!: string;
}

@Command('2.3.2', '公布不合格产品', 'Publish a product that does not conform, and who made it', { rows: [36] })
export class PublishNonconforming extends Act {
  @Text('Where it is published / 网址', { max: 500 }) url!: string;
}

@Event('2.3.2', '不合格产品已公布', 'A product that does not conform was published', { visibility: 'public' })
export class NonconformingProductPublished {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Text('Product / 产品') product!: string;
  @Text('Brand / 商标') brand!: string;
  @Text('Batch / 批号') batch!: string;
  @Parts(() => TestItem, 'Items that do not conform / 不合格项目') failedItems!: TestItem[];
  @Text('URL / 网址') url!: string;
}

@Command('2.3.2', '撤下不合格产品公布', 'Take a publication down that turned out wrong', { rows: [36] })
export class WithdrawNonconformingPublication extends Act {
  @Text('Why / 理由') reason!: string;
  @Day('Day on which it was taken down / 撤下日') withdrawnOn!: string;
}

@Event('2.3.2', '不合格产品公布已撤下', 'The publication of a product was withdrawn', { visibility: 'public' })
export class NonconformingPublicationWithdrawn {
  @Text('Reason / 理由') reason!: string;
  @Day('Withdrawn / 撤下日') withdrawnOn!: string;
}

@Command('2.3.2', '向信用体系共享质量信息', 'Share a published quality finding with the credit system', { rows: [36] })
export class ShareQualityInfo extends Act {
  @Text('With which platform / 共享平台', { max: 100, example: '信用广东' }) platform!: string;
}

@Event('2.3.2', '质量信息已共享至信用体系', 'A quality finding was shared with the credit system')
export class QualityInfoSharedWithCredit {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Text('Product / 产品') product!: string;
  @Text('Batch / 批号') batch!: string;
  @Text('Platform / 共享平台') platform!: string;
}

/** What one producer's products were sampled for: by batch, so that nobody samples a batch again. */
export class SampledBatch {
  @Id('Sample / 样品编号') sampleId!: string;
  @OneOf(samplingLevels, 'Level / 抽查层级') level!: SamplingLevel;
  @Text('Authority / 抽查机关') authority!: string;
  @OneOf(productCategories, 'Category / 类别') category!: ProductCategory;
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Text('Brand / 商标', { max: 100 }) brand!: string;
  @Text('Batch / 批号', { max: 100 }) batch!: string;
}

@Command('2.3.2', '登记已抽样批次', 'Note which batch of a producer was sampled', { issuedBy: 'system', rows: [34] })
export class NoteSampledBatch extends Act {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Part(() => SampledBatch, 'Batch / 批次') batch!: SampledBatch;
}

@Event('2.3.2', '批次已登记抽样', 'The sampling of a batch was noted')
export class SampledBatchNoted {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Part(() => SampledBatch, 'Batch / 批次') batch!: SampledBatch;
}

/** Two samples of one batch, taken before either was known. A person decides what becomes of the second. */
@Event('2.3.2', '发现重复抽样', 'One batch was sampled twice')
export class DuplicateSamplingFound {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @Id('The second sample / 后抽样品') sampleId!: string;
  @Id('The first sample / 先抽样品') earlierSampleId!: string;
  @Text('Batch / 批号') batch!: string;
}
