import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Id, OneOf, Part, Text, Texts, Whole } from '../fields.js';
import { licensedProducts, type LicensedProduct } from './licences.js';

const gravities = ['ORDINARY', 'SERIOUS'] as const;
const activities = ['PRODUCED', 'SOLD'] as const;
const outcomes = ['PENALISED', 'TRANSFERRED', 'NOT_PROVEN'] as const;

@Command('2.3.3', '记录无证生产', 'Record production without a licence', { rows: [37] })
export class RecordUnlicensedProduction extends Act {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @OneOf(licensedProducts, 'Product / 产品') product!: LicensedProduct;
  @Text('Facts, and how the absence of a licence was checked / 事实及核查情况', { max: 5000 }) facts!: string;
  @Fen('Value of the goods in fen, when known / 货值（分）', { optional: true }) goodsValueFen?: number;
}

@Event('2.3.3', '发现无证生产', 'Production without a licence was found')
export class UnlicensedProductionFound {
  @Part(() => Enterprise, 'Producer / 生产企业') enterprise!: Enterprise;
  @OneOf(licensedProducts, 'Product / 产品') product!: LicensedProduct;
  @Text('Facts / 事实') facts!: string;
  @Fen('Value of the goods in fen / 货值（分）', { optional: true }) goodsValueFen?: number;
}

@Command('2.3.3', '记录不符合强制性标准', 'Record production or sale below a mandatory standard', { rows: [37] })
export class RecordSubstandardProduction extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Sample that shows it, when one does / 样品编号', { optional: true }) sampleId?: string;
  @OneOf(activities, 'Produced or sold / 生产或销售') activity!: (typeof activities)[number];
  @Text('Product / 产品', { max: 100 }) product!: string;
  @Text('Standard / 标准号', { max: 64, example: 'GB/T 1499.2-2018' }) standardNumber!: string;
  @Text('Facts / 事实', { max: 5000 }) facts!: string;
  @OneOf(gravities, 'Serious quality problem or not / 情节') gravity!: (typeof gravities)[number];
  @Fen('Value of the goods in fen, when known / 货值（分）', { optional: true }) goodsValueFen?: number;
}

@Event('2.3.3', '发现不符合强制性标准的产品', 'Production or sale below a mandatory standard was found')
export class SubstandardProductionFound {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Sample / 样品编号', { optional: true }) sampleId?: string;
  @OneOf(activities, 'Activity / 生产或销售') activity!: (typeof activities)[number];
  @Text('Product / 产品') product!: string;
  @Text('Standard / 标准号') standardNumber!: string;
  @Text('Facts / 事实') facts!: string;
  @OneOf(gravities, 'Gravity / 情节') gravity!: (typeof gravities)[number];
  @Fen('Value of the goods in fen / 货值（分）', { optional: true }) goodsValueFen?: number;
}

@Command('2.3.3', '责令限期改正', 'Order correction within a limit', { rows: [37] })
export class OrderQualityCorrection extends Act {
  @Text('Number of the order / 文号', { max: 128, example: '惠市监责改〔2021〕6号' }) documentNumber!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Limit in calendar days / 期限（日）', { min: 1, max: 366 }) days!: number;
  @Texts('What is to be corrected / 改正事项', { min: 1, max: 50 }) items!: string[];
}

@Event('2.3.3', '限期改正已责令', 'Correction within a limit was ordered')
export class QualityCorrectionOrdered {
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Texts('Items / 改正事项') items!: string[];
  @Part(() => Due, 'Correct by / 改正期限') due!: Due;
}

@Command('2.3.3', '报告改正完成', 'Report that the correction is done', { rows: [37] })
export class ReportQualityCorrection extends Act {
  @Text('What was done / 改正情况') summary!: string;
}

@Event('2.3.3', '改正完成已报告', 'The correction was reported as done')
export class QualityCorrectionReported {
  @Text('Summary / 改正情况') summary!: string;
}

@Command('2.3.3', '复查产品质量', 'Recheck the quality after an order, a notice or a suspension', { rows: [37] })
export class RecheckQuality extends Act {
  @OneOf(['PASSED', 'FAILED'], 'Result / 复查结论') result!: 'PASSED' | 'FAILED';
  @Text('Findings / 复查情况') findings!: string;
  @Text('Number of the test report / 检验报告编号', { optional: true, max: 128 }) reportNumber?: string;
}

@Event('2.3.3', '产品质量已复查', 'The quality was rechecked')
export class QualityRechecked {
  @OneOf(['PASSED', 'FAILED'], 'Result / 复查结论') result!: 'PASSED' | 'FAILED';
  @OneOf(['CORRECTION', 'NOTICE', 'SUSPENSION'], 'After what / 复查阶段') after!:
    'CORRECTION' | 'NOTICE' | 'SUSPENSION';
  @Text('Findings / 复查情况') findings!: string;
  @Text('Report number / 检验报告编号', { optional: true }) reportNumber?: string;
}

@Command('2.3.3', '改正逾期', 'The time to correct has passed', { issuedBy: 'system', rows: [37] })
export class PassCorrectionDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.3.3', '逾期未改正', 'The correction was not made in time')
export class QualityCorrectionOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}

@Command('2.3.3', '登记省级以上质量公告', 'Record that a provincial or national authority published a notice', {
  rows: [37],
})
export class RecordQualityNotice extends Act {
  @OneOf(['NATIONAL', 'PROVINCIAL'], 'Level of the authority / 公告层级') level!: 'NATIONAL' | 'PROVINCIAL';
  @Text('Authority / 公告机关', { max: 200 }) issuer!: string;
  @Text('Number of the notice / 公告文号', { max: 128 }) documentNumber!: string;
  @Day('Day of publication / 公告日') publishedOn!: string;
  @Text('Where it is published / 网址', { optional: true, max: 500 }) url?: string;
}

@Event('2.3.3', '质量公告已发布', 'A quality notice was published by the province or the nation', {
  visibility: 'public',
})
export class QualityNoticePublished {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(['NATIONAL', 'PROVINCIAL'], 'Level / 公告层级') level!: 'NATIONAL' | 'PROVINCIAL';
  @Text('Authority / 公告机关') issuer!: string;
  @Text('Document number / 公告文号') documentNumber!: string;
  @Day('Published / 公告日') publishedOn!: string;
  @Text('URL / 网址', { optional: true }) url?: string;
}

@Command('2.3.3', '责令停业限期整顿', 'Order suspension for rectification within a limit', { rows: [37] })
export class SuspendForRectification extends Act {
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis; the plan alone is none / 依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Whole('Limit in calendar days / 整顿期限（日）', { min: 1, max: 366 }) days!: number;
}

@Event('2.3.3', '停业整顿已责令', 'Suspension for rectification was ordered', { visibility: 'public' })
export class SuspendedForRectification {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Legal basis / 依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Rectify by / 整顿期限') due!: Due;
}

@Command('2.3.3', '记录营业执照吊销', 'Enter the revocation of the business licence that a penalty decided', {
  rows: [37],
})
export class RevokeBusinessLicence extends Act {
  @Id('Penalty that decided it / 行政处罚') penaltyId!: string;
}

/** 吊销: decided as a penalty, with its notice and hearing; here it ends the case. */
@Event('2.3.3', '营业执照已吊销', 'The business licence was revoked', { visibility: 'public' })
export class BusinessLicenceRevoked {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Penalty / 行政处罚') penaltyId!: string;
  @Text('Document number / 决定书文号') documentNumber!: string;
  @Day('Revoked / 吊销日') revokedOn!: string;
}

@Command('2.3.3', '质量案件结案', 'Close a quality case', { rows: [37, 38] })
export class CloseQualityCase extends Act {
  @OneOf(outcomes, 'Penalised, transferred to whom it belongs, or not proven / 结案方式')
  outcome!: (typeof outcomes)[number];
  @Id('Penalty, when there was one / 行政处罚', { optional: true }) penaltyId?: string;
  @Text('Why / 说明') reason!: string;
}

@Event('2.3.3', '质量案件已结案', 'A quality case was closed')
export class QualityCaseClosed {
  @OneOf([...outcomes, 'CORRECTED'], 'Outcome / 结案方式') outcome!: (typeof outcomes)[number] | 'CORRECTED';
  @Id('Penalty / 行政处罚', { optional: true }) penaltyId?: string;
  @Text('Reason / 说明') reason!: string;
}
