import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Id, OneOf, Part, Text } from '../fields.js';

/** Departments whose penalties may be exposed. */
export const penalisingDepartments = ['energy', 'environment', 'market-regulation', 'emergency-management'] as const;
export type PenalisingDepartment = (typeof penalisingDepartments)[number];

@Command('4.5', '曝光违法单位和行为', 'Expose a violation that a decision established', { rows: [85] })
export class ExposeViolation extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(penalisingDepartments, 'Department that decided / 作出决定部门') department!: PenalisingDepartment;
  @Id('Penalty whose decision establishes it / 处罚') penaltyId!: string;
  @Text('What is told of it, without personal data / 曝光内容') summary!: string;
  @Text('Where it is exposed / 网址', { max: 500 }) url!: string;
}

@Event('4.5', '违法行为已曝光', 'A violation was exposed', { visibility: 'public' })
export class ViolationExposed {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(penalisingDepartments, 'Department / 作出决定部门') department!: PenalisingDepartment;
  @Id('Penalty / 处罚') penaltyId!: string;
  @Text('Decision / 决定书文号') documentNumber!: string;
  @Text('Summary / 曝光内容') summary!: string;
  @Text('URL / 网址') url!: string;
}

@Command('4.5', '撤回曝光', 'Withdraw what was exposed', { rows: [85] })
export class WithdrawExposure extends Act {
  @Text('Why / 理由') reason!: string;
}

@Event('4.5', '曝光已撤回', 'An exposure was withdrawn', { visibility: 'public' })
export class ExposureWithdrawn {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Text('Reason / 理由') reason!: string;
}
