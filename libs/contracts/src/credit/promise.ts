import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Text, Uscc } from '../fields.js';

/** 审批替代型、容缺受理型、证明事项型、信用修复型、行业自律型、主动型、其他. */
export const promiseKinds = [
  'APPROVAL_SUBSTITUTE',
  'DEFERRED_DOCUMENTS',
  'CERTIFICATION',
  'CREDIT_REPAIR',
  'INDUSTRY_SELF_DISCIPLINE',
  'VOLUNTARY',
  'OTHER',
] as const;
/** 可向社会公开、特定范围内公开、不可公开. */
const openness = ['PUBLIC', 'LIMITED', 'NOT_PUBLIC'] as const;
/** 全部履行、部分履行、全部未履行. */
const fulfilments = ['FULL', 'PARTIAL', 'NONE'] as const;

@Command('3.2', '登记信用承诺', 'Register a credit promise', { rows: [72] })
export class RegisterPromise extends Act {
  @Part(() => Enterprise, 'Who promises / 承诺人') enterprise!: Enterprise;
  @OneOf(promiseKinds, 'Kind / 承诺类型') kind!: (typeof promiseKinds)[number];
  @Text('What about / 承诺事由', { max: 512 }) matter!: string;
  @Text('Content / 承诺内容', { max: 4000 }) content!: string;
  @Text('Liability for a breach / 违诺责任', { max: 4000 }) liability!: string;
  @Day('Made on / 作出日期') madeOn!: string;
  @Day('Valid until; none without an end / 有效期', { optional: true }) validUntil?: string;
  @Text('Who took it / 受理单位', { max: 200 }) acceptedBy!: string;
  @Uscc('Code of who took it / 受理单位代码') acceptedByCode!: string;
  @OneOf(openness, 'To whom it may be shown / 公开类型') openness!: (typeof openness)[number];
  @Id('Record that it was made for / 来源', { optional: true }) origin?: string;
  @Text('Remark / 备注', { optional: true, max: 512 }) remark?: string;
}

@Command('3.2', '登记修复承诺', 'Register the promise that an application for repair makes', {
  issuedBy: 'system',
  rows: [72],
})
export class RegisterRepairPromise extends Act {
  @Id('Credit record to be repaired / 信用记录') recordId!: string;
  @Text('Content / 承诺内容', { max: 4000 }) content!: string;
  @Day('Made on / 作出日期') madeOn!: string;
}

@Event('3.2', '信用承诺已登记', 'A credit promise was registered')
export class PromiseRegistered {
  @Text('Code: area, day, serial / 承诺编码') code!: string;
  @Part(() => Enterprise, 'Who promises / 承诺人') enterprise!: Enterprise;
  @OneOf(promiseKinds, 'Kind / 承诺类型') kind!: (typeof promiseKinds)[number];
  @Text('What about / 承诺事由') matter!: string;
  @Text('Content / 承诺内容') content!: string;
  @Text('Liability / 违诺责任') liability!: string;
  @Day('Made on / 作出日期') madeOn!: string;
  @Day('Valid until / 有效期', { optional: true }) validUntil?: string;
  @Text('Taken by / 受理单位') acceptedBy!: string;
  @Uscc('Code / 受理单位代码') acceptedByCode!: string;
  @OneOf(openness, 'Openness / 公开类型') openness!: (typeof openness)[number];
  @Id('Origin / 来源', { optional: true }) origin?: string;
  @Text('Remark / 备注', { optional: true }) remark?: string;
}

@Command('3.2', '认定承诺履行状态', 'Determine whether a promise was kept', { rows: [72] })
export class AssessPromise extends Act {
  @OneOf(fulfilments, 'Kept in full, in part, not at all / 履行状态') fulfilment!: (typeof fulfilments)[number];
  @Text('What was not kept / 未履行内容', { optional: true, max: 4000 }) unfulfilled?: string;
  @Text('What followed / 违诺责任追究内容', { optional: true, max: 4000 }) consequence?: string;
  @Day('Day of the determination / 认定日期') determinedOn!: string;
  @Text('Who determined / 认定单位', { max: 200 }) determinedBy!: string;
  @Uscc('Code / 认定单位代码') determinedByCode!: string;
}

@Command('3.2', '记录违反承诺', 'What a department found breaks a promise, when one was made', {
  issuedBy: 'system',
  rows: [72],
})
export class NoteBreach extends Act {
  @Text('What was not kept / 未履行内容', { max: 4000 }) unfulfilled!: string;
  @Day('Found on / 发现日') foundOn!: string;
}

@Event('3.2', '承诺履行状态已认定', 'Whether a promise was kept was determined')
export class PromiseAssessed {
  @OneOf(fulfilments, 'Fulfilment / 履行状态') fulfilment!: (typeof fulfilments)[number];
  @Text('Not kept / 未履行内容', { optional: true }) unfulfilled?: string;
  @Text('Consequence / 违诺责任追究内容', { optional: true }) consequence?: string;
  @Day('Determined / 认定日期') determinedOn!: string;
  @Text('By / 认定单位') determinedBy!: string;
  @Uscc('Code / 认定单位代码') determinedByCode!: string;
  @OneOf(promiseKinds, 'Kind of the promise / 承诺类型') kind!: (typeof promiseKinds)[number];
  @Id('Record that it was made for / 来源', { optional: true }) origin?: string;
}
