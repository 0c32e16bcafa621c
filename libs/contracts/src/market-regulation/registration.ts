import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Parts, SiteCode, Text, Uscc } from '../fields.js';

@Command('3.2', '登记名称变更', 'Record that an enterprise changed its name', { rows: [70] })
export class RecordNameChange extends Act {
  @Part(() => Enterprise, 'Enterprise under its new name / 变更后的企业') enterprise!: Enterprise;
  @Text('Name before / 原名称', { max: 200 }) formerName!: string;
  @Day('Day of the change / 变更日') changedOn!: string;
}

@Event('3.2', '名称已变更', 'The enterprise changed its name', { visibility: 'public' })
export class EnterpriseRenamed {
  @Part(() => Enterprise, 'Enterprise / 变更后的企业') enterprise!: Enterprise;
  @Text('Name before / 原名称') formerName!: string;
  @Day('Changed / 变更日') changedOn!: string;
  @Part(() => Due, 'Permits follow by / 排污许可证变更期限', { optional: true }) due?: Due;
}

@Command('3.2', '登记统一社会信用代码变更', 'Record that an enterprise goes on under another code', { rows: [70] })
export class RecordCodeChange extends Act {
  @Part(() => Enterprise, 'Enterprise under its new code / 变更后的企业') enterprise!: Enterprise;
  @Uscc('Code before / 原代码') formerUscc!: string;
  @Day('Day of the change / 变更日') changedOn!: string;
}

@Event('3.2', '统一社会信用代码已变更', 'The enterprise goes on under another code', { visibility: 'public' })
export class EnterpriseRecoded {
  @Part(() => Enterprise, 'Enterprise / 变更后的企业') enterprise!: Enterprise;
  @Uscc('Code before / 原代码') formerUscc!: string;
  @Day('Changed / 变更日') changedOn!: string;
}

/** Someone whose rights and duties passed to another. */
export class Predecessor {
  @Uscc('Code / 统一社会信用代码') uscc!: string;
  @Text('Name / 名称', { max: 200 }) name!: string;
}

const manners = ['MERGER', 'ABSORPTION', 'DIVISION'] as const;

@Command('3.2', '登记合并分立', 'Record that an enterprise succeeded others', { rows: [70] })
export class RecordSuccession extends Act {
  @Part(() => Enterprise, 'Who takes over / 存续或新设企业') successor!: Enterprise;
  @Parts(() => Predecessor, 'Whose rights and duties pass / 被合并或分立企业', { min: 1, max: 50 })
  from!: Predecessor[];
  @OneOf(manners, 'How / 方式') manner!: (typeof manners)[number];
  @Text('What passes / 承继范围') scope!: string;
  @Day('Day / 生效日') succeededOn!: string;
}

@Event('3.2', '权利义务已承继', 'An enterprise succeeded others', { visibility: 'public' })
export class EnterpriseSucceeded {
  @Part(() => Enterprise, 'Successor / 承继企业') successor!: Enterprise;
  @Parts(() => Predecessor, 'Predecessors / 被承继企业') from!: Predecessor[];
  @OneOf(manners, 'How / 方式') manner!: (typeof manners)[number];
  @Text('Scope / 承继范围') scope!: string;
  @Day('Day / 生效日') succeededOn!: string;
}

@Command('3.2', '登记企业注销', 'Record that an enterprise was deregistered', { rows: [70] })
export class RecordDeregistration extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Day / 注销日') deregisteredOn!: string;
}

/** Its end as a legal person; a revoked licence is not that yet. Civil Code art. 68. */
@Event('3.2', '企业已注销', 'The enterprise was deregistered', { visibility: 'public' })
export class EnterpriseDeregistered {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Day('Day / 注销日') deregisteredOn!: string;
}

const roles = ['OPERATOR', 'OWNER', 'LANDLORD'] as const;

@Command('3.2', '登记场所', 'Register a site and who is what there', { rows: [50] })
export class RegisterSite extends Act {
  @Part(() => Enterprise, 'Operator / 经营者') enterprise!: Enterprise;
  @SiteCode('Code of the site / 场所编码') siteCode!: string;
  @Text('Address / 地址', { max: 300 }) address!: string;
  @Uscc('Owner of the equipment, when another / 设备所有人', { optional: true }) owner?: string;
  @Uscc('Landlord, when another / 场地出租人', { optional: true }) landlord?: string;
  @Day('Since / 起始日') since!: string;
}

@Event('3.2', '场所已登记', 'A site was registered')
export class SiteRegistered {
  @Part(() => Enterprise, 'Operator / 经营者') enterprise!: Enterprise;
  @SiteCode('Code / 场所编码') siteCode!: string;
  @Text('Address / 地址') address!: string;
  @Uscc('Owner / 设备所有人', { optional: true }) owner?: string;
  @Uscc('Landlord / 场地出租人', { optional: true }) landlord?: string;
  @Day('Since / 起始日') since!: string;
}

@Command('3.2', '变更场所角色', 'Record that somebody else operates, owns or lets a site', { rows: [50] })
export class ChangeSiteRole extends Act {
  @OneOf(roles, 'Role / 角色') role!: (typeof roles)[number];
  @Part(() => Enterprise, 'Who it is from now on / 新的担任者') enterprise!: Enterprise;
  @Day('Since / 起始日') since!: string;
}

@Event('3.2', '场所角色已变更', 'A role at a site passed to another')
export class SiteRoleChanged {
  @SiteCode('Code / 场所编码') siteCode!: string;
  @OneOf(roles, 'Role / 角色') role!: (typeof roles)[number];
  @Part(() => Enterprise, 'Who / 担任者') enterprise!: Enterprise;
  @Uscc('Who it was / 原担任者', { optional: true }) former?: string;
  @Day('Since / 起始日') since!: string;
}
