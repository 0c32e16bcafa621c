import { penaltyKindCodes } from '#codes';
import { Act, Due, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Flag, Id, OneOf, Part, Text, Texts } from '../fields.js';

type PenaltyKind = (typeof penaltyKindCodes)[number];

@Command('3.2', '送达行政处罚事先告知书', 'Serve the prior notice of a penalty')
export class ServePriorNotice extends Act {
  @Part(() => Enterprise, 'Party / 行政相对人') enterprise!: Enterprise;
  @Id('Case that led here / 案件', { optional: true }) caseId?: string;
  @Text('Legal representative / 法定代表人', { max: 50 }) legalRepresentative!: string;
  @Text('Type of violation / 违法行为类型') violation!: string;
  @Text('Facts / 违法事实', { max: 5000 }) facts!: string;
  @Text('Legal basis; the plan alone is none / 处罚依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Texts('Kinds that are intended / 拟处罚种类', { of: penaltyKindCodes, optional: true, max: 14 })
  proposedKinds?: PenaltyKind[];
  @Fen('Fine that is intended, in fen / 拟罚款（分）', { optional: true }) proposedFineFen?: number;
  @Flag('Fine or confiscation is a larger one: the party may ask for a hearing / 较大数额，可要求听证', {
    optional: true,
  })
  isLarge?: boolean;
}

@Event('3.2', '行政处罚已事先告知', 'Prior notice of a penalty was served')
export class PriorNoticeServed {
  @Part(() => Enterprise, 'Party / 行政相对人') enterprise!: Enterprise;
  @Id('Case / 案件', { optional: true }) caseId?: string;
  @Text('Legal representative / 法定代表人') legalRepresentative!: string;
  @Text('Violation / 违法行为类型') violation!: string;
  @Text('Facts / 违法事实') facts!: string;
  @Text('Legal basis / 处罚依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Texts('Intended kinds / 拟处罚种类', { of: penaltyKindCodes, optional: true }) proposedKinds?: PenaltyKind[];
  @Fen('Intended fine in fen / 拟罚款（分）', { optional: true }) proposedFineFen?: number;
  @Flag('Larger fine or confiscation / 较大数额', { optional: true }) isLarge?: boolean;
  @Part(() => Due, 'A hearing may be asked for until / 要求听证期限', { optional: true }) due?: Due;
}

@Command('3.2', '作出行政处罚决定', 'Decide the penalty')
export class DecidePenalty extends Act {
  @Text('Number of the decision / 决定书文号', { max: 128, example: '惠能罚〔2021〕3号' }) documentNumber!: string;
  @Texts('Kinds of penalty / 处罚种类', { of: penaltyKindCodes, min: 1, max: 14 }) kinds!: PenaltyKind[];
  @Text('Content / 处罚内容', { max: 4000 }) content!: string;
  @Fen('Fine in fen, when a fine is among the kinds / 罚款（分）', { optional: true }) fineFen?: number;
  @Fen('Confiscated in fen / 没收金额（分）', { optional: true }) confiscatedFen?: number;
  @Text('Licence suspended or revoked, with number / 暂扣或吊销证照', { optional: true, max: 200 }) licence?: string;
  @Day('Day of the decision / 决定日期') decidedOn!: string;
}

@Command('3.2', '当场作出行政处罚决定', 'Decide a penalty on the spot, by the simple procedure')
export class DecideOnTheSpot extends Act {
  @Part(() => Enterprise, 'Party / 行政相对人') enterprise!: Enterprise;
  @Id('Case that led here / 案件', { optional: true }) caseId?: string;
  @Text('Legal representative / 法定代表人', { max: 50 }) legalRepresentative!: string;
  @Text('Type of violation / 违法行为类型') violation!: string;
  @Text('Facts / 违法事实', { max: 5000 }) facts!: string;
  @Text('Legal basis; the plan alone is none / 处罚依据') legalBasis!: string;
  @Text('What the party said / 陈述申辩', { max: 4000 }) defence!: string;
  @Text('Number of the decision / 决定书文号', { max: 128 }) documentNumber!: string;
  @Texts('Warning or small fine / 处罚种类', { of: penaltyKindCodes, min: 1, max: 14 }) kinds!: PenaltyKind[];
  @Text('Content / 处罚内容', { max: 4000 }) content!: string;
  @Fen('Fine in fen / 罚款（分）', { optional: true }) fineFen?: number;
  @Day('Day of the decision, which is that of service / 决定日期') decidedOn!: string;
}

/** Everything a publisher needs, so that nobody has to ask again. */
@Event('3.2', '行政处罚已决定', 'A penalty was decided', { visibility: 'public' })
export class PenaltyDecided {
  @Part(() => Enterprise, 'Party / 行政相对人') enterprise!: Enterprise;
  @Id('Case / 案件', { optional: true }) caseId?: string;
  @Text('Legal representative / 法定代表人') legalRepresentative!: string;
  @Text('Violation / 违法行为类型') violation!: string;
  @Text('Facts / 违法事实') facts!: string;
  @Text('Legal basis / 处罚依据') legalBasis!: string;
  @Text('Decision number / 决定书文号') documentNumber!: string;
  @Texts('Kinds / 处罚种类', { of: penaltyKindCodes }) kinds!: PenaltyKind[];
  @Text('Content / 处罚内容') content!: string;
  @Fen('Fine in fen / 罚款（分）', { optional: true }) fineFen?: number;
  @Fen('Confiscated in fen / 没收金额（分）', { optional: true }) confiscatedFen?: number;
  @Text('Licence / 证照', { optional: true }) licence?: string;
  @Day('Decided / 决定日期') decidedOn!: string;
  @Id('Natural act / 行为编号', { optional: true }) conductId?: string;
  @OneOf(['ORDINARY', 'SIMPLE'], 'Procedure; ordinary when nothing is said / 程序', { optional: true })
  procedure?: 'ORDINARY' | 'SIMPLE';
}

@Command('3.2', '记录处罚撤销', 'Record that the penalty was annulled')
export class RecordPenaltyAnnulled extends Act {
  @Day('Day of the annulment / 撤销日') annulledOn!: string;
  @Text('By whom and why / 撤销机关及理由') reason!: string;
  @Text('Number of the annulling document / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '处罚已撤销', 'The penalty was annulled', { visibility: 'public' })
export class PenaltyAnnulled {
  @Day('Annulled / 撤销日') annulledOn!: string;
  @Text('Reason / 理由') reason!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Id('Natural act / 行为编号', { optional: true }) conductId?: string;
}
