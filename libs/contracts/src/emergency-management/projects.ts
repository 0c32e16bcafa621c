import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

/** Smelting and dangerous goods need a reviewed design; other projects do not. */
export const projectKinds = ['SMELTING', 'DANGEROUS_GOODS', 'OTHER'] as const;
type ProjectKind = (typeof projectKinds)[number];

@Command('2.4.1', '审查安全设施设计', 'Review the design of safety facilities', { rows: [41] })
export class ReviewSafetyDesign extends Act {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @OneOf(['PASSED', 'FAILED'], 'Conclusion / 审查结论') conclusion!: 'PASSED' | 'FAILED';
  @Text('Opinion / 审查意见') opinion!: string;
  @Day('Day of the review / 审查日') reviewedOn!: string;
}

@Event('2.4.1', '安全设施设计已审查', 'The design of safety facilities was reviewed')
export class SafetyDesignReviewed {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @OneOf(['PASSED', 'FAILED'], 'Conclusion / 结论') conclusion!: 'PASSED' | 'FAILED';
  @Text('Opinion / 意见') opinion!: string;
  @Day('Reviewed / 审查日') reviewedOn!: string;
}

@Command('2.4.1', '安全设施验收合格', 'Accept the safety facilities', { rows: [41] })
export class AcceptSafetyFacilities extends Act {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @Text('Opinion / 验收意见') opinion!: string;
  @Day('Day of acceptance / 验收日') acceptedOn!: string;
}

@Event('2.4.1', '安全设施已验收合格', 'The safety facilities were accepted')
export class SafetyFacilitiesAccepted {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @Text('Opinion / 意见') opinion!: string;
  @Day('Accepted / 验收日') acceptedOn!: string;
}

/** Ways to break the rule that safety facilities come together with the main works. */
export const breaches = [
  'DESIGN_NOT_REVIEWED',
  'NOT_BUILT_AS_DESIGNED',
  'USED_WITHOUT_ACCEPTANCE',
  'FACILITIES_MISSING',
] as const;

@Command('2.4.1', '记录违反“三同时”', 'Record a breach of the three simultaneities', { rows: [41] })
export class RecordThreeSimultaneitiesBreach extends Act {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @OneOf(breaches, 'Breach / 情形') breach!: (typeof breaches)[number];
  @Text('What was found / 检查情况') findings!: string;
}

@Event('2.4.1', '发现违反“三同时”', 'A breach of the three simultaneities was found')
export class ThreeSimultaneitiesBreachFound {
  @Part(() => Enterprise, 'Enterprise that builds / 建设单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @OneOf(projectKinds, 'Kind / 项目类别') projectKind!: ProjectKind;
  @OneOf(breaches, 'Breach / 情形') breach!: (typeof breaches)[number];
  @Text('Findings / 情况') findings!: string;
}

@Command('2.4.1', '审查入园项目安全条件', 'Review a project’s conditions of safety for a park', { rows: [43] })
export class ReviewProjectSafetyConditions extends Act {
  @Part(() => Enterprise, 'Enterprise that applies / 申请企业') enterprise!: Enterprise;
  @Id('Park / 园区编号', { example: 'BL-PARK-01' }) parkId!: string;
  @Text('Name of the park / 园区名称', { max: 200 }) parkName!: string;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @Id('Capacity line that would move here, as energy records it / 拟迁入产能线', { optional: true })
  capacityLineId?: string;
  @OneOf(['MET', 'NOT_MET'], 'Conclusion / 审查结论') conclusion!: 'MET' | 'NOT_MET';
  @Text('Opinion / 审查意见') opinion!: string;
}

@Event('2.4.1', '入园项目安全条件已审查', 'A project’s conditions of safety for a park were reviewed')
export class SafetyConditionsReviewed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Park / 园区编号') parkId!: string;
  @Text('Park / 园区名称') parkName!: string;
  @Text('Project / 项目') projectName!: string;
  @Id('Capacity line / 产能线', { optional: true }) capacityLineId?: string;
  @OneOf(['MET', 'NOT_MET'], 'Conclusion / 结论') conclusion!: 'MET' | 'NOT_MET';
  @Text('Opinion / 意见') opinion!: string;
}

export const admissionGrounds = ['OUTDATED_CAPACITY', 'CONDITIONS_NOT_MET'] as const;
type AdmissionGround = (typeof admissionGrounds)[number];

@Command('2.4.1', '不予入园', 'Refuse a project admission to a park', { rows: [43] })
export class RefuseParkAdmission extends Act {
  @OneOf(admissionGrounds, 'Ground / 事由') ground!: AdmissionGround;
  @Id('Capacity line found to be outdated, as energy records it / 落后产能线', { optional: true })
  capacityLineId?: string;
  @Text('Item of the 2019 catalogue that makes it outdated / 目录条目', { optional: true, max: 200 })
  catalogueItem?: string;
  @Text('Why / 理由') reason!: string;
}

@Event('2.4.1', '已不予入园', 'A project was refused admission to a park')
export class ParkAdmissionRefused {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Park / 园区编号') parkId!: string;
  @Text('Park / 园区名称') parkName!: string;
  @Text('Project / 项目') projectName!: string;
  @OneOf(admissionGrounds, 'Ground / 事由') ground!: AdmissionGround;
  @Id('Capacity line / 产能线', { optional: true }) capacityLineId?: string;
  @Text('Catalogue item / 目录条目', { optional: true }) catalogueItem?: string;
  @Text('Reason / 理由') reason!: string;
}
