import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, OneOf, Part, Text, Texts, Whole } from '../fields.js';

const rows = [84] as const;
const kinds = ['FUND', 'TECH', 'DIFFERENTIAL_CREDIT', 'PRICE', 'LAND', 'STAFF_RESETTLEMENT'] as const;
type Kind = (typeof kinds)[number];

@Command('4.4', '给予政策扶持', 'Grant support to an enterprise', { rows })
export class GrantSupport extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(kinds, 'Kind of support / 扶持类别') kind!: Kind;
  @Text('What it gets / 扶持内容') measure!: string;
  @Fen('Amount in fen, where it is money / 金额（分）', { optional: true }) amountFen?: number;
  @Text('Document that grants it / 文号', { max: 128 }) documentNumber!: string;
}

@Event('4.4', '政策扶持已给予', 'Support was granted')
export class SupportGranted {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(kinds, 'Kind / 扶持类别') kind!: Kind;
  @Text('Measure / 扶持内容') measure!: string;
  @Fen('Amount in fen / 金额', { optional: true }) amountFen?: number;
  @Text('Document number / 文号') documentNumber!: string;
}

@Command('4.4', '约定主动退出', 'Agree with an enterprise that it exits of its own will', { rows })
export class AgreeVoluntaryExit extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Texts('Lines or equipment that go / 退出生产线', { min: 1, max: 200 }) lines!: string[];
  @Day('Out by / 退出期限') exitBy!: string;
  @Text('Number of the agreement / 协议编号', { max: 128 }) agreementNumber!: string;
}

@Event('4.4', '主动退出已约定', 'A voluntary exit was agreed')
export class VoluntaryExitAgreed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Texts('Lines / 退出生产线') lines!: string[];
  @Day('Out by / 退出期限') exitBy!: string;
  @Text('Agreement / 协议编号') agreementNumber!: string;
}

@Command('4.4', '记录转产', 'Record that an enterprise converted to another industry', { rows })
export class RecordConversion extends Act {
  @Part(() => Enterprise, 'Enterprise, as it was before / 企业') enterprise!: Enterprise;
  @Text('GB/T 4754-2017 class that it works in now, four digits / 转产后行业代码', { max: 4, example: '3525' })
  newIndustryCode!: string;
  @Day('Converted on / 转产日期') convertedOn!: string;
}

@Event('4.4', '转产已记录', 'A conversion was recorded')
export class ConversionRecorded {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('New industry / 转产后行业代码') newIndustryCode!: string;
  @Day('Converted on / 转产日期') convertedOn!: string;
}

@Command('4.4', '记录职工安置', 'Record how many of the staff were resettled', { rows })
export class ResettleStaff extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Whole('Persons resettled / 安置人数', { min: 1, max: 1_000_000 }) headcount!: number;
  @Text('How / 安置方式') manner!: string;
  @Day('Settled on / 安置日期') settledOn!: string;
}

@Event('4.4', '职工已安置', 'Staff were resettled')
export class StaffResettled {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Whole('Persons / 安置人数') headcount!: number;
  @Text('Manner / 安置方式') manner!: string;
  @Day('Settled on / 安置日期') settledOn!: string;
}
