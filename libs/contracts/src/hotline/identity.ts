import { Text } from '../fields.js';

/** Who told a tip. It goes to the vault by a route of its own and is part of no command and no event. */
export class TipsterIdentity {
  @Text('Name / 姓名', { max: 100 }) name!: string;
  @Text('Where to call back / 联系电话', { max: 64 }) phone!: string;
  @Text('Number of the identity card / 证件号码', { optional: true, max: 64 }) identityNumber?: string;
  @Text('Address / 地址', { optional: true, max: 400 }) address?: string;
  @Text('Whatever else tells who it is / 其他身份信息', { optional: true, max: 2000 }) remark?: string;
}

/** Why somebody asks for an identity; it stands in the log of who read what. */
export class IdentityReason {
  @Text('Why / 事由', { max: 400 }) reason!: string;
}
