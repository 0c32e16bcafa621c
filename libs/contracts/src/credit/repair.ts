import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Text } from '../fields.js';

@Command('3.2', '申请信用修复', 'File the subject’s application for repair', { rows: [72] })
export class ApplyForRepair extends Act {
  @Text('Promise / 信用承诺', { max: 4000 }) promise!: string;
  @Day('Day on which the duties were performed / 履行日') dutiesPerformedOn!: string;
  @Day('Day of the application / 申请日') appliedOn!: string;
  @Day('Day of the training, where the level asks for it / 信用修复培训日', { optional: true }) trainedOn?: string;
  @Text('Credit report, where the level asks for it / 信用报告编号', { optional: true, max: 128 })
  creditReport?: string;
}

@Event('3.2', '信用修复已申请', 'Repair was applied for')
export class RepairApplied {
  @Text('Promise / 承诺') promise!: string;
  @Day('Duties performed / 履行日') dutiesPerformedOn!: string;
  @Day('Applied / 申请日') appliedOn!: string;
  @Day('Trained / 培训日', { optional: true }) trainedOn?: string;
  @Text('Credit report / 信用报告编号', { optional: true }) creditReport?: string;
}

@Command('3.2', '信用修复决定', 'Decide the application for repair', { rows: [72] })
export class DecideRepair extends Act {
  @OneOf(['APPROVED', 'REFUSED'], 'Decision / 决定') decision!: 'APPROVED' | 'REFUSED';
  @Text('Reasons / 理由') reason!: string;
}

@Event('3.2', '信用修复已通过', 'Repair was approved')
export class RepairApproved {
  @Text('Reasons / 理由') reason!: string;
}

@Event('3.2', '信用修复未通过', 'Repair was refused')
export class RepairRefused {
  @Text('Reasons / 理由') reason!: string;
}

@Command('3.2', '记录违反修复承诺', 'The promise on which repair was granted was broken', {
  issuedBy: 'system',
  rows: [72],
})
export class NoteBrokenPromise extends Act {
  @Id('Promise / 承诺') promiseId!: string;
  @Day('Day on which it was determined / 认定日') determinedOn!: string;
  @Text('What was not kept / 未履行内容', { max: 4000 }) unfulfilled!: string;
}

@Event('3.2', '修复承诺已被违反', 'The promise of repair was broken: display runs to its longest period', {
  visibility: 'public',
})
export class RepairPromiseBroken {
  @Id('Promise / 承诺') promiseId!: string;
  @Day('Determined / 认定日') determinedOn!: string;
  @Text('Not kept / 未履行内容') unfulfilled!: string;
}
