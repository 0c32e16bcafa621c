import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Part, Parts, Text, Whole } from '../fields.js';

@Command('2.4.1', '登记安全生产标准化等级', 'Record a grade of work-safety standardisation', { rows: [39] })
export class RecordStandardisation extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Whole('Grade, 1 the highest / 等级', { min: 1, max: 3, example: 3 }) level!: number;
  @Text('Number of the certificate / 证书编号', { max: 128 }) certificateNumber!: string;
  @Day('Day of grading / 定级日') gradedOn!: string;
  @Day('Last day of validity / 有效期至') validTo!: string;
}

@Event('2.4.1', '安全生产标准化已定级', 'A grade of work-safety standardisation was given')
export class SafetyStandardisationGraded {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Whole('Grade / 等级') level!: number;
  @Text('Certificate number / 证书编号') certificateNumber!: string;
  @Day('Graded / 定级日') gradedOn!: string;
  @Day('Valid to / 有效期至') validTo!: string;
}

@Command('2.4.1', '撤销安全生产标准化等级', 'Withdraw a grade of standardisation', { rows: [39] })
export class WithdrawStandardisation extends Act {
  @Text('Why / 理由') reason!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
}

@Event('2.4.1', '安全生产标准化等级已撤销', 'A grade of standardisation was withdrawn')
export class SafetyStandardisationWithdrawn {
  @Text('Reason / 理由') reason!: string;
  @Text('Decision number / 文号') documentNumber!: string;
}

@Command('2.4.1', '安全生产标准化有效期届满', 'The validity of a grade is over', { issuedBy: 'system', rows: [39] })
export class LapseStandardisation extends Act {
  @Day('Last day of validity / 有效期至') validTo!: string;
}

@Event('2.4.1', '安全生产标准化等级已失效', 'A grade of standardisation lapsed')
export class SafetyStandardisationLapsed {
  @Day('Last day of validity / 有效期至') validTo!: string;
}

/** Colours of the risk map, the gravest first. */
export const riskGrades = ['RED', 'ORANGE', 'YELLOW', 'BLUE'] as const;
type RiskGrade = (typeof riskGrades)[number];

@Command('2.4.1', '建立安全监管档案', 'Open the safety supervision file of an enterprise', { rows: [40] })
export class OpenSafetyArchive extends Act {
  @Part(() => Enterprise, 'Enterprise; its code is the id of the file / 企业') enterprise!: Enterprise;
  @OneOf(riskGrades, 'Grade of risk / 风险等级') riskGrade!: RiskGrade;
  @Text('Number of the file / 档案编号', { max: 64 }) archiveNumber!: string;
}

@Event('2.4.1', '安全监管档案已建立', 'The safety supervision file was opened')
export class SafetySupervisionFileOpened {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @OneOf(riskGrades, 'Grade of risk / 风险等级') riskGrade!: RiskGrade;
  @Text('File number / 档案编号') archiveNumber!: string;
}

@Command('2.4.1', '记录安全培训', 'Record a safety training', { rows: [42] })
export class RecordTraining extends Act {
  @Text('Subject / 培训内容', { max: 200 }) subject!: string;
  @Whole('Persons trained / 参训人数', { min: 1, max: 100_000 }) participants!: number;
  @Text('Who gave it / 培训机构', { max: 200 }) provider!: string;
  @Day('Day of the training / 培训日') heldOn!: string;
}

@Event('2.4.1', '安全培训已开展', 'A safety training was held')
export class SafetyTrainingDelivered {
  @Text('Subject / 培训内容') subject!: string;
  @Whole('Persons trained / 参训人数') participants!: number;
  @Text('Provider / 培训机构') provider!: string;
  @Day('Held / 培训日') heldOn!: string;
}

/** A risk that an enterprise recognised, and what holds it. */
export class SafetyRisk {
  @Text('Where / 部位', { max: 200 }) place!: string;
  @Text('What may happen / 风险', { max: 500 }) danger!: string;
  @OneOf(riskGrades, 'Grade / 等级') grade!: RiskGrade;
  @Text('What holds it / 管控措施', { max: 500 }) control!: string;
}

@Command('2.4.1', '更新风险清单', 'Record the risks of an enterprise as they now stand', { rows: [42] })
export class RecordRiskControl extends Act {
  @Parts(() => SafetyRisk, 'Every risk on the register / 风险清单', { min: 1, max: 500 }) risks!: SafetyRisk[];
  @Day('State of this day / 更新日') updatedOn!: string;
}

@Event('2.4.1', '风险清单已更新', 'The register of risks was updated')
export class RiskRegisterUpdated {
  @Parts(() => SafetyRisk, 'Risks / 风险清单') risks!: SafetyRisk[];
  @OneOf(riskGrades, 'The gravest among them / 最高等级') riskGrade!: RiskGrade;
  @Day('Updated / 更新日') updatedOn!: string;
}
