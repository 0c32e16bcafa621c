import { Act, Due } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Flag, OneOf, Part, Text } from '../fields.js';

@Command('3.2', '移送公安机关', 'Refer a suspected crime to the police')
export class ReferToPolice extends Act {
  @Text('Suspected crime / 涉嫌罪名', { max: 200 }) suspectedCrime!: string;
  @Text('Police organ / 受理机关', { max: 200 }) organ!: string;
  @Day('Day on which referral was approved / 批准移送日') approvedOn!: string;
  @Day('Day of handover / 移送日') referredOn!: string;
  @Text('Number of the referral / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '案件已移送公安机关', 'The case was referred to the police')
export class CaseReferredToPolice {
  @Text('Suspected crime / 涉嫌罪名') suspectedCrime!: string;
  @Text('Organ / 受理机关') organ!: string;
  @Day('Approved / 批准移送日') approvedOn!: string;
  @Day('Referred / 移送日') referredOn!: string;
  @Flag('Handed over later than the law wants / 逾期移送') isLate!: boolean;
  @Text('Document number / 文号') documentNumber!: string;
  @Part(() => Due, 'The police decide by / 答复期限') due!: Due;
}

const answers = ['FILED', 'DECLINED'] as const;

@Command('3.2', '记录公安机关答复', 'Record what the police answered')
export class RecordPoliceAnswer extends Act {
  @OneOf(answers, 'Filed or declined / 立案或不予立案') answer!: (typeof answers)[number];
  @Day('Day of the answer / 答复日') answeredOn!: string;
  @Text('Number of the answer / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '公安机关已立案', 'The police filed a case')
export class PoliceFiled {
  @Day('Answered / 答复日') answeredOn!: string;
  @Text('Document number / 文号') documentNumber!: string;
}

@Event('3.2', '公安机关不予立案', 'The police declined')
export class PoliceDeclined {
  @Day('Answered / 答复日') answeredOn!: string;
  @Text('Document number / 文号') documentNumber!: string;
}

@Command('3.2', '提请复议不予立案', 'Ask the police to reconsider')
export class RequestReferralReview extends Act {
  @Day('Day of the request / 提出日') requestedOn!: string;
}

@Event('3.2', '已提请复议不予立案', 'The police were asked to reconsider')
export class ReferralReviewRequested {
  @Day('Requested / 提出日') requestedOn!: string;
}

const judgments = ['CONVICTED', 'ACQUITTED', 'NOT_PROSECUTED'] as const;

@Command('3.2', '记录刑事处理结果', 'Record how the criminal case ended')
export class RecordJudgment extends Act {
  @OneOf(judgments, 'Result / 结果') outcome!: (typeof judgments)[number];
  @Day('Day / 日期') judgedOn!: string;
  @Text('Number / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '刑事处理结果已记录', 'How the criminal case ended was recorded')
export class CriminalJudgmentRecorded {
  @OneOf(judgments, 'Result / 结果') outcome!: (typeof judgments)[number];
  @Day('Day / 日期') judgedOn!: string;
  @Text('Number / 文号') documentNumber!: string;
}
