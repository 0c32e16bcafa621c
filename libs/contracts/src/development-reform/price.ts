import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Quantity, Text, Texts, Whole } from '../fields.js';

const categories = ['ELIMINATION', 'RESTRICTED', 'TASK_UNMET'] as const;

/** What every price measure says: whose, on what ground, from when. */
export class PriceMeasure extends Act {
  @Id('Number of the measure / 措施编号') measureId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case whose end lifts the measure / 案件', { optional: true }) caseId?: string;
  @Id('Eliminated equipment whose dismantling lifts it / 淘汰设备', { optional: true }) equipmentId?: string;
  @Id('Exit file whose acceptance lifts it / 退出案卷', { optional: true }) exitId?: string;
  @Text('Ground and document / 依据') basis!: string;
  @Day('In force from / 执行日') from!: string;
}

@Command('2.1.2', '执行差别电价', 'Apply a differential electricity price', { rows: [13] })
export class ApplyDifferentialPrice extends PriceMeasure {
  @Texts('Meters / 计量点', { min: 1, max: 1000 }) meterIds!: string[];
  @OneOf(categories, 'Category / 类别') category!: (typeof categories)[number];
  @Text('Item of the 2019 catalogue, for what it eliminates or restricts / 目录条目', { optional: true })
  catalogueItem?: string;
  @Whole('Surcharge in 0.01 fen per kWh (0.5 yuan = 5000) / 加价（万分之一元每千瓦时）', { min: 1, max: 1_000_000 })
  surchargeCentifenPerKwh!: number;
}

@Command('2.1.2', '执行阶梯电价', 'Apply a tiered electricity price', { rows: [14] })
export class ApplyTieredPrice extends PriceMeasure {
  @Whole('Tier, from 1 / 档次', { min: 1, max: 9 }) tier!: number;
  @Quantity('Intensity that put it there / 单位产品电耗') intensity!: number;
  @Text('Standard / 标准号', { max: 64 }) standardNumber!: string;
  @Whole('Surcharge in 0.01 fen per kWh / 加价（万分之一元每千瓦时）', { max: 1_000_000 })
  surchargeCentifenPerKwh!: number;
  @Whole('Year of execution / 执行年度', { min: 2000, max: 2100 }) executionYear!: number;
  @Whole('Calendar year that was measured / 基期', { min: 2000, max: 2100 }) baseYear!: number;
}

@Command('2.1.2', '执行惩罚性电价', 'Apply a punitive electricity price', { rows: [14] })
export class ApplyPunitivePrice extends PriceMeasure {
  @Quantity('Percent over the mandatory limit / 超限额比例') overLimitPercent!: number;
  @Whole('Surcharge in 0.01 fen per kWh / 加价（万分之一元每千瓦时）', { max: 1_000_000 })
  surchargeCentifenPerKwh!: number;
}

@Command('2.1.2', '执行超定额用水累进加价', 'Apply a progressive surcharge on water over quota', { rows: [15] })
export class ApplyWaterSurcharge extends PriceMeasure {
  @Quantity('Quota in cubic metres / 定额') quotaM3!: number;
  @Quantity('Actual use in cubic metres / 实际用水') actualM3!: number;
  @Whole('Tier / 档次', { min: 1, max: 9 }) tier!: number;
  @Quantity('Multiplier on the price / 加价倍数') multiplier!: number;
  @Text('Period / 计费周期', { max: 32 }) period!: string;
}

class MeasureApplied {
  @Id('Measure / 措施编号') measureId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件', { optional: true }) caseId?: string;
  @Id('Eliminated equipment / 淘汰设备', { optional: true }) equipmentId?: string;
  @Id('Exit file / 退出案卷', { optional: true }) exitId?: string;
  @Text('Basis / 依据') basis!: string;
  @Day('From / 执行日') from!: string;
  @Part(() => Due, 'To be handed to the supplier by / 交办期限', { optional: true }) handOverDue?: Due;
  @Day('Its ground is looked at again on / 复核日', { optional: true }) reviewOn?: string;
}

@Event('2.1.2', '差别电价已执行', 'A differential price was applied')
export class DifferentialPriceApplied extends MeasureApplied {
  @Texts('Meters / 计量点') meterIds!: string[];
  @OneOf(categories, 'Category / 类别') category!: (typeof categories)[number];
  @Text('Item of the catalogue / 目录条目', { optional: true }) catalogueItem?: string;
  @Whole('Surcharge in 0.01 fen per kWh / 加价') surchargeCentifenPerKwh!: number;
}

@Event('2.1.2', '阶梯电价已执行', 'A tiered price was applied')
export class TieredPriceApplied extends MeasureApplied {
  @Whole('Tier / 档次') tier!: number;
  @Quantity('Intensity / 单位产品电耗') intensity!: number;
  @Text('Standard / 标准号') standardNumber!: string;
  @Whole('Surcharge in 0.01 fen per kWh / 加价') surchargeCentifenPerKwh!: number;
  @Whole('Year of execution / 执行年度') executionYear!: number;
  @Whole('Base year / 基期') baseYear!: number;
}

@Event('2.1.2', '惩罚性电价已执行', 'A punitive price was applied')
export class PunitivePriceApplied extends MeasureApplied {
  @Quantity('Percent over the limit / 超限额比例') overLimitPercent!: number;
  @Whole('Surcharge in 0.01 fen per kWh / 加价') surchargeCentifenPerKwh!: number;
}

@Event('2.1.2', '超定额用水加价已执行', 'A water surcharge was applied')
export class OverQuotaWaterSurchargeApplied extends MeasureApplied {
  @Quantity('Quota m³ / 定额') quotaM3!: number;
  @Quantity('Actual m³ / 实际用水') actualM3!: number;
  @Whole('Tier / 档次') tier!: number;
  @Quantity('Multiplier / 倍数') multiplier!: number;
  @Text('Period / 周期') period!: string;
}

@Command('2.1.2', '取消价格措施', 'Lift a price measure when its ground ends', { rows: [15] })
export class LiftPriceMeasure extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @Text('Why / 原因') reason!: string;
  @Day('Lifted from / 取消日') from!: string;
}

/** What a measure rests on: a case, eliminated equipment, an exit; or, when all of it closes, the enterprise. */
const grounds = ['CASE', 'EQUIPMENT', 'EXIT', 'ENTERPRISE'] as const;

@Command('2.1.2', '价格措施事由消失', 'What measures rest on has ended', { issuedBy: 'system', rows: [15] })
export class EndPriceGround extends Act {
  @OneOf(grounds, 'What ended / 事由') ground!: (typeof grounds)[number];
  @Id('Which; none when the enterprise closed / 编号', { optional: true }) groundId?: string;
  @Text('Why / 原因') reason!: string;
  @Day('Day on which it ended, when that is not the day of the act / 消失日', { optional: true }) endsOn?: string;
}

@Event('2.1.2', '价格措施已取消', 'A price measure was lifted')
export class PriceMeasureLifted {
  @Id('Measure / 措施编号') measureId!: string;
  @Text('Reason / 原因') reason!: string;
  @Day('From / 取消日') from!: string;
  @Part(() => Due, 'To be handed to the supplier by / 交办期限', { optional: true }) handOverDue?: Due;
}

@Command('2.1.2', '复核价格措施', 'Look at the ground of a measure again: it stands', { rows: [15] })
export class ReviewPriceMeasure extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @Text('Why it stands / 复核意见') finding!: string;
  @Day('To be looked at again on / 下次复核日') nextReviewOn!: string;
}

@Event('2.1.2', '价格措施已复核', 'The ground of a measure was looked at again')
export class PriceMeasureReviewed {
  @Id('Measure / 措施编号') measureId!: string;
  @Text('Finding / 复核意见') finding!: string;
  @Day('Next / 下次复核日') nextReviewOn!: string;
}

@Command('2.1.2', '提示复核价格措施', 'The day to look at a measure again has passed', {
  issuedBy: 'system',
  rows: [15],
})
export class PassPriceReview extends Act {
  @Id('Measure / 措施编号') measureId!: string;
  @Day('Was to be looked at on / 复核日') dueOn!: string;
}

@Event('2.1.2', '价格措施应予复核', 'A measure is due to be looked at again')
export class PriceReviewDue {
  @Id('Measure / 措施编号') measureId!: string;
  @Day('Was to be looked at on / 复核日') dueOn!: string;
}
