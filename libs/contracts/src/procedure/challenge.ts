import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Fen, Flag, OneOf, Text } from '../fields.js';

const remedies = ['REVIEW', 'LAWSUIT'] as const;

@Command('3.2', '记录复议或诉讼', 'Record an administrative review or a lawsuit')
export class RecordChallenge extends Act {
  @OneOf(remedies, 'Review or lawsuit / 复议或诉讼') remedy!: (typeof remedies)[number];
  @Text('Who hears it / 受理机关', { max: 200 }) forum!: string;
  @Day('Day of filing / 提起日') filedOn!: string;
  @Flag('The forum took it although it came late / 逾期但已受理', { optional: true }) admittedLate?: boolean;
}

@Event('3.2', '已提起复议或诉讼', 'The penalty was challenged')
export class PenaltyChallenged {
  @OneOf(remedies, 'Remedy / 救济途径') remedy!: (typeof remedies)[number];
  @Text('Forum / 受理机关') forum!: string;
  @Day('Filed / 提起日') filedOn!: string;
  @Flag('Admitted late / 逾期但已受理', { optional: true }) admittedLate?: boolean;
}

@Command('3.2', '记录停止执行', 'Record an order that stays execution')
export class RecordStay extends Act {
  @Text('Who ordered it / 决定机关', { max: 200 }) orderedBy!: string;
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Day('From / 起始日') stayedFrom!: string;
}

@Event('3.2', '已停止执行', 'Execution was stayed', { visibility: 'public' })
export class ExecutionStayed {
  @Text('Ordered by / 决定机关') orderedBy!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('From / 起始日') stayedFrom!: string;
}

const outcomes = ['UPHELD', 'ANNULLED', 'UNLAWFUL', 'CHANGED', 'WITHDRAWN'] as const;

@Command('3.2', '记录复议或诉讼结果', 'Record how the challenge ended')
export class RecordChallengeOutcome extends Act {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Day('Day of the decision / 决定日') decidedOn!: string;
  @Text('Number of the decision / 文号', { max: 128 }) documentNumber!: string;
  @Text('Grounds / 理由', { max: 4000 }) reason!: string;
  @Text('Content as changed / 变更后的处罚内容', { optional: true, max: 4000 }) changedContent?: string;
  @Fen('Fine as changed, in fen / 变更后的罚款（分）', { optional: true }) changedFineFen?: number;
}

@Event('3.2', '复议或诉讼已有结果', 'The challenge was decided')
export class ChallengeDecided {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Day('Decided / 决定日') decidedOn!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Text('Reason / 理由') reason!: string;
}

/** What was published is withdrawn, as after an annulment: Penalty Law art. 48. */
@Event('3.2', '处罚已变更', 'The penalty was changed', { visibility: 'public' })
export class PenaltyChanged {
  @Text('Content / 处罚内容') content!: string;
  @Fen('Fine in fen / 罚款（分）', { optional: true }) fineFen?: number;
  @Day('Changed / 变更日') changedOn!: string;
  @Text('Reason / 理由') reason!: string;
  @Text('Document number / 文号') documentNumber!: string;
}
