import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Quantity, Text, Texts } from '../fields.js';

/** Where the 2019 catalogue puts a process or piece of equipment. */
export const catalogueCategories = ['ENCOURAGED', 'PERMITTED', 'RESTRICTED', 'ELIMINATION'] as const;
type Category = (typeof catalogueCategories)[number];

@Command('2.5.1', '用地项目工艺技术筛查', 'Screen the technology of a project that asks for land', { rows: [50] })
export class ScreenLandProject extends Act {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目名称', { max: 200 }) projectName!: string;
  @Text('Product / 产品', { max: 200 }) product!: string;
  @Texts('Processes and equipment that were screened / 工艺装备', { min: 1, max: 100 }) equipment!: string[];
  @OneOf(catalogueCategories, 'Category in the 2019 catalogue / 目录类别') category!: Category;
  @Text('Item of the catalogue, for what is restricted or to be eliminated / 目录条目', { optional: true })
  catalogueItem?: string;
  @Quantity('Land asked for, in hectares / 拟用地（公顷）') landHectares!: number;
}

@Event('2.5.1', '用地项目已筛查', 'The technology of a land project was screened')
export class LandProjectScreened {
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @Text('Project / 项目') projectName!: string;
  @Text('Product / 产品') product!: string;
  @Texts('Processes and equipment / 工艺装备') equipment!: string[];
  @OneOf(catalogueCategories, 'Category / 目录类别') category!: Category;
  @Text('Item / 目录条目', { optional: true }) catalogueItem?: string;
  @Quantity('Hectares / 公顷') landHectares!: number;
  @OneOf(['MEETS_POLICY', 'OUTDATED'], 'Result / 筛查结论') result!: 'MEETS_POLICY' | 'OUTDATED';
}

@Command('2.5.1', '同意供地', 'Supply land to a project', { rows: [50] })
export class SupplyLand extends Act {
  @Text('Number of the approval / 批准文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the approval / 批准日') approvedOn!: string;
}

@Event('2.5.1', '已同意供地', 'Land was supplied to a project')
export class LandSupplied {
  @Text('Number of the approval / 批准文号') documentNumber!: string;
  @Day('Approved / 批准日') approvedOn!: string;
}

@Command('2.5.1', '不予供地', 'Refuse land to a project', { rows: [50, 73] })
export class RefuseLand extends Act {
  @Text('Why / 理由') ground!: string;
  @Text('Law and article; the plan alone is none / 法律依据') legalBasis!: string;
}

@Event('2.5.1', '已不予供地', 'Land was refused to a project')
export class LandRefused {
  @Text('Why / 理由') ground!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('3.2', '限制土地供应', 'Restrict land supply for outdated capacity; without a legal basis it is shared only', {
  rows: [73],
})
export class RestrictLandSupply extends Act {
  @Id('Number of the restriction / 限制编号') restrictionId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Outdated capacity that it keeps / 落后产能事实') fact!: string;
  @Text('Measure / 措施') measure!: string;
  @Text('Law and article; none means that the information is shared only / 法律依据', { optional: true })
  legalBasis?: string;
  @Day('From / 起') from!: string;
  @Day('To / 止', { optional: true }) to?: string;
}

@Event('3.2', '土地供应已限制', 'Land supply was restricted')
export class LandSupplyRestricted {
  @Id('Restriction / 限制编号') restrictionId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Text('Fact / 事实') fact!: string;
  @Text('Measure / 措施') measure!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Day('From / 起') from!: string;
  @Day('To / 止', { optional: true }) to?: string;
}

@Event('3.2', '土地供应方面仅共享信息', 'Shared with land supply only: no legal basis for a restriction')
export class LandInformationShared {
  @Id('Restriction that was asked for / 限制编号') restrictionId!: string;
  @Part(() => Enterprise, 'Enterprise / 企业', { optional: true }) enterprise?: Enterprise;
  @Text('Fact / 事实') fact!: string;
  @Text('Measure that was asked for / 拟议措施') measure!: string;
}

@Command('3.2', '记录信用约束', 'Carry out what the credit department applied or shared for land supply', {
  issuedBy: 'system',
  rows: [73],
})
export class NoteCreditRestriction extends Act {
  @Id('Number of the restriction here / 限制编号') restrictionId!: string;
  @Text('Measure / 措施') measure!: string;
  @Text('Legal basis; none when it is shared only / 法律依据', { optional: true }) legalBasis?: string;
  @Day('From / 起', { optional: true }) from?: string;
  @Day('To / 止', { optional: true }) to?: string;
}

@Command('3.2', '解除土地供应限制', 'Lift a restriction of land supply', { rows: [73] })
export class LiftLandRestriction extends Act {
  @Id('Restriction / 限制编号') restrictionId!: string;
  @Text('Why / 原因') reason!: string;
}

@Command('3.2', '信用约束解除后解除土地供应限制', 'Lift what rested on a credit restriction that was lifted', {
  issuedBy: 'system',
  rows: [73],
})
export class EndCreditRestriction extends Act {
  @Id('Restriction / 限制编号') restrictionId!: string;
  @Text('Why / 原因') reason!: string;
}

@Event('3.2', '土地供应限制已解除', 'A restriction of land supply was lifted')
export class LandRestrictionLifted {
  @Id('Restriction / 限制编号') restrictionId!: string;
  @Text('Why / 原因') reason!: string;
}
