import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, Id, OneOf, Part, Parts, Quantity, Text, Texts } from '../fields.js';
import { CapacityRecord } from './elimination.js';

const classes = ['KEY', 'SIMPLIFIED'] as const;
const purposes = ['FIRST', 'REAPPLICATION', 'RENEWAL'] as const;
export const refusalGrounds = [
  'DUE_FOR_ELIMINATION',
  'NO_EIA',
  'STANDARD_NOT_MET',
  'TOTAL_QUANTITY',
  'MONITORING_INSUFFICIENT',
  'OTHER',
] as const;
const rejectionGrounds = ['NO_PERMIT_NEEDED', 'WRONG_AUTHORITY', 'INCOMPLETE', 'BARRED'] as const;

/** An outlet of a site by HJ 608: `DA001` to the air, `DW001` to water. */
export class Outlet {
  @Id('Outlet, such as DA001 or DW001 / 排放口编号', { example: 'DA001' }) outletId!: string;
  @OneOf(['AIR', 'WATER'], 'What it goes into / 排放去向') medium!: 'AIR' | 'WATER';
  @Text('Name / 名称', { max: 100 }) name!: string;
}

/** What one outlet may discharge of one pollutant. */
export class PermitLimit {
  @Id('Outlet / 排放口', { example: 'DA001' }) outletId!: string;
  @Text('Pollutant / 污染物', { max: 64 }) pollutant!: string;
  @Quantity('Concentration allowed / 许可排放浓度') value!: number;
  @Text('Unit / 单位', { max: 32, example: 'mg/m³' }) unit!: string;
  @Text('Standard / 执行标准', { max: 64, example: 'GB 28664-2012' }) standardNumber!: string;
  @Quantity('Tonnes a year allowed / 许可年排放量（吨）', { optional: true }) annualTonnes?: number;
}

@Command('2.2.1', '受理排污许可申请', 'Accept the application for a discharge permit', { rows: [21, 22] })
export class AcceptPermitApplication extends Act {
  @Id('Application / 申请编号') applicationId!: string;
  @Part(() => Enterprise, 'Applicant and site; the site is the id of the permit / 申请单位') enterprise!: Enterprise;
  @OneOf(purposes, 'First, again after a change of site or discharge, or renewal / 首次、重新申请或延续')
  purpose!: (typeof purposes)[number];
  @OneOf(classes, 'Key or simplified management / 管理类别') managementClass!: (typeof classes)[number];
  @Flag('Whether the site must be visited / 需要现场核查', { optional: true }) siteVisit?: boolean;
  @Parts(() => CapacityRecord, 'Records of other departments about its capacity / 涉及的产能、设备登记', {
    optional: true,
    max: 50,
  })
  capacityRecords?: CapacityRecord[];
  @Day('Day on which it was accepted / 受理日') acceptedOn!: string;
}

@Event('2.2.1', '排污许可申请已受理', 'An application for a discharge permit was accepted')
export class PermitApplicationAccepted {
  @Id('Application / 申请编号') applicationId!: string;
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @OneOf(purposes, 'Purpose / 申请类型') purpose!: (typeof purposes)[number];
  @OneOf(classes, 'Management class / 管理类别') managementClass!: (typeof classes)[number];
  @Parts(() => CapacityRecord, 'Capacity on record / 涉及的产能、设备登记', { optional: true })
  capacityRecords?: CapacityRecord[];
  @Day('Accepted / 受理日') acceptedOn!: string;
  @Flag('A renewal asked for later than the law wants / 逾期申请延续', { optional: true }) isLate?: boolean;
  @Part(() => Due, 'Decide by / 审批期限') due!: Due;
}

@Command('2.2.1', '不予受理排污许可申请', 'Reject an application without examining it', { rows: [21] })
export class RejectPermitApplication extends Act {
  @Id('Application / 申请编号') applicationId!: string;
  @Part(() => Enterprise, 'Applicant and site / 申请单位') enterprise!: Enterprise;
  @OneOf(rejectionGrounds, 'Ground / 不予受理情形') ground!: (typeof rejectionGrounds)[number];
  @Text('Why / 理由') reason!: string;
  @Day('Day / 决定日') rejectedOn!: string;
}

@Event('2.2.1', '排污许可申请不予受理', 'An application for a discharge permit was rejected')
export class PermitApplicationRejected {
  @Id('Application / 申请编号') applicationId!: string;
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @OneOf(rejectionGrounds, 'Ground / 情形') ground!: (typeof rejectionGrounds)[number];
  @Text('Reason / 理由') reason!: string;
  @Day('Rejected / 决定日') rejectedOn!: string;
}

@Command('2.2.1', '审批期限届满', 'The time to decide on an application is over', { rows: [21], issuedBy: 'system' })
export class PassReviewDeadline extends Act {
  @Id('Application / 申请编号') applicationId!: string;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('2.2.1', '排污许可逾期未审批', 'An application was not decided in time')
export class PermitReviewOverdue {
  @Id('Application / 申请编号') applicationId!: string;
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('2.2.1', '核发排污许可证', 'Issue a discharge permit', { rows: [21] })
export class IssuePermit extends Act {
  @Id('Application / 申请编号') applicationId!: string;
  @Day('First day of the permit / 有效期起') validFrom!: string;
  @Parts(() => Outlet, 'Outlets / 排放口', { min: 1, max: 200 }) outlets!: Outlet[];
  @Parts(() => PermitLimit, 'Limits by outlet and pollutant / 许可限值', { min: 1, max: 1000 }) limits!: PermitLimit[];
}

/** Everything that a permit says, for whoever compares discharges with it. */
class PermitContent {
  @Part(() => Enterprise, 'Holder and site / 排污单位') enterprise!: Enterprise;
  @Text('Number: the code of the site / 许可证编号') permitNumber!: string;
  @OneOf(classes, 'Management class / 管理类别') managementClass!: (typeof classes)[number];
  @Day('Valid from / 有效期起') validFrom!: string;
  @Day('Valid to, this day included / 有效期止') validTo!: string;
  @Day('A renewal is asked for by this day / 延续申请截止日') renewBy!: string;
  @Parts(() => Outlet, 'Outlets / 排放口') outlets!: Outlet[];
  @Texts('Pollutants / 污染物') pollutants!: string[];
  @Parts(() => PermitLimit, 'Limits / 许可限值') limits!: PermitLimit[];
}

@Event('2.2.1', '排污许可证已核发', 'A discharge permit was issued', { visibility: 'public' })
export class DischargePermitIssued extends PermitContent {
  @Id('Application; none when it was brought in / 申请编号', { optional: true }) applicationId?: string;
}

@Command('2.2.1', '补录排污许可证', 'Bring in a permit that was issued before the Regulation', { rows: [21] })
export class BringInPermit extends Act {
  @Part(() => Enterprise, 'Holder and site / 排污单位') enterprise!: Enterprise;
  @OneOf(classes, 'Management class / 管理类别') managementClass!: (typeof classes)[number];
  @Day('Valid from / 有效期起') validFrom!: string;
  @Day('Valid to, as printed / 有效期止') validTo!: string;
  @Parts(() => Outlet, 'Outlets / 排放口', { min: 1, max: 200 }) outlets!: Outlet[];
  @Parts(() => PermitLimit, 'Limits / 许可限值', { min: 1, max: 1000 }) limits!: PermitLimit[];
}

@Command('2.2.1', '不予核发排污许可证', 'Refuse a discharge permit or its renewal', { rows: [21] })
export class RefusePermit extends Act {
  @Id('Application / 申请编号') applicationId!: string;
  @OneOf(refusalGrounds, 'Ground / 不予许可情形') ground!: (typeof refusalGrounds)[number];
  @Text('Why, in writing / 书面理由') reason!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of the decision / 决定日') decidedOn!: string;
}

@Event('2.2.1', '排污许可证不予核发', 'A discharge permit was refused')
export class DischargePermitRefused {
  @Id('Application / 申请编号') applicationId!: string;
  @Part(() => Enterprise, 'Applicant / 申请单位') enterprise!: Enterprise;
  @OneOf(refusalGrounds, 'Ground / 情形') ground!: (typeof refusalGrounds)[number];
  @Texts('Records that say the capacity is due for elimination / 淘汰认定记录', { optional: true }) records?: string[];
  @Text('Reason / 理由') reason!: string;
  @Text('Number / 文号') documentNumber!: string;
  @Day('Decided / 决定日') decidedOn!: string;
}

@Command('2.2.1', '延续排污许可证', 'Renew a discharge permit', { rows: [22] })
export class RenewPermit extends Act {
  @Id('Application for renewal / 延续申请编号') applicationId!: string;
  @Parts(() => Outlet, 'Outlets / 排放口', { min: 1, max: 200 }) outlets!: Outlet[];
  @Parts(() => PermitLimit, 'Limits / 许可限值', { min: 1, max: 1000 }) limits!: PermitLimit[];
}

@Event('2.2.1', '排污许可证已延续', 'A discharge permit was renewed', { visibility: 'public' })
export class DischargePermitRenewed extends PermitContent {
  @Id('Application / 申请编号') applicationId!: string;
}

@Command('2.2.1', '登记排污', 'Register the discharge of a unit that needs no permit', { rows: [21] })
export class RegisterDischarge extends Act {
  @Part(() => Enterprise, 'Unit and site / 排污单位') enterprise!: Enterprise;
  @Texts('Pollutants / 污染物', { min: 1, max: 100 }) pollutants!: string[];
  @Text('Measures against pollution / 污染防治措施') measures!: string;
}

@Event('2.2.1', '排污已登记', 'The discharge of a unit that needs no permit was registered', { visibility: 'public' })
export class DischargeRegistered {
  @Part(() => Enterprise, 'Unit / 排污单位') enterprise!: Enterprise;
  @Texts('Pollutants / 污染物') pollutants!: string[];
  @Text('Measures / 污染防治措施') measures!: string;
}
