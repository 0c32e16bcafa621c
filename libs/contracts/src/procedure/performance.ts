import { Act, Due } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Flag, OneOf, Part, Text, Whole } from '../fields.js';

@Command('3.2', '送达处罚决定书', 'Serve the decision')
export class ServePenaltyDecision extends Act {
  @Day('Day of service / 送达日') servedOn!: string;
}

@Event('3.2', '处罚决定书已送达', 'The decision was served')
export class PenaltyDecisionServed {
  @Day('Served / 送达日') servedOn!: string;
  @Flag('Served later than the law wants / 逾期送达', { optional: true }) isLate?: boolean;
  @Part(() => Due, 'The fine is paid by / 缴款期限', { optional: true }) due?: Due;
}

@Command('3.2', '记录处罚履行', 'Record that the penalty was performed')
export class RecordPenaltyPerformed extends Act {
  @Day('Day of performance / 履行日') performedOn!: string;
}

@Event('3.2', '处罚已履行', 'The penalty was performed')
export class PenaltyPerformed {
  @Day('Performed / 履行日') performedOn!: string;
}

@Command('3.2', '缴款期限届满', 'The time to pay is over', { issuedBy: 'system' })
export class PassPaymentDeadline extends Act {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.2', '罚款逾期未缴', 'The fine is overdue')
export class PenaltyPaymentOverdue {
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Command('3.2', '加处罚款', 'Add the surcharge for late payment, as far as it has run')
export class AddLateSurcharge extends Act {
  @Day('Last day that is counted / 计至') throughOn!: string;
}

@Event('3.2', '已加处罚款', 'A surcharge for late payment was added')
export class LateSurchargeAdded {
  @Day('Last day that is counted / 计至') throughOn!: string;
  @Whole('Days late, without those under review or before court / 逾期日数', { min: 0 }) days!: number;
  @Fen('Surcharge in all, at most the fine / 加处罚款累计（分）') surchargeFen!: number;
}

@Command('3.2', '催告履行', 'Serve the demand to perform')
export class DemandPerformance extends Act {
  @Text('Number of the demand / 文号', { max: 128 }) documentNumber!: string;
  @Day('Day of service / 送达日') servedOn!: string;
}

@Event('3.2', '催告书已送达', 'The demand to perform was served')
export class PerformanceDemanded {
  @Text('Document number / 文号') documentNumber!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Part(() => Due, 'Perform by / 履行期限') due!: Due;
}

@Command('3.2', '申请法院强制执行', 'Apply to the court for enforcement')
export class ApplyForCourtEnforcement extends Act {
  @Text('Court / 法院', { max: 200 }) court!: string;
  @Day('Day of the application / 申请日') appliedOn!: string;
}

@Event('3.2', '已申请法院强制执行', 'The court was asked to enforce')
export class CourtEnforcementApplied {
  @Text('Court / 法院') court!: string;
  @Day('Applied / 申请日') appliedOn!: string;
}

const courtResults = ['ENFORCED', 'REFUSED', 'TERMINATED'] as const;

@Command('3.2', '记录法院执行结果', 'Record what the court did')
export class RecordCourtEnforcement extends Act {
  @OneOf(courtResults, 'Result / 结果') result!: (typeof courtResults)[number];
  @Day('Day / 日期') endedOn!: string;
  @Text('Number of the ruling / 裁定文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '法院执行已结束', 'Enforcement by the court ended')
export class CourtEnforcementEnded {
  @OneOf(courtResults, 'Result / 结果') result!: (typeof courtResults)[number];
  @Day('Day / 日期') endedOn!: string;
  @Text('Number / 文号') documentNumber!: string;
}

@Command('3.2', '结案', 'Close the case')
export class ClosePenaltyCase extends Act {
  @Day('Day of closing / 结案日') closedOn!: string;
}

@Event('3.2', '已结案', 'The case was closed')
export class PenaltyCaseClosed {
  @Day('Closed / 结案日') closedOn!: string;
}
