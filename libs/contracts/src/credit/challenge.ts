import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Text, Texts } from '../fields.js';
import { platforms } from './content.js';

const remedies = ['REVIEW', 'LAWSUIT'] as const;
const outcomes = ['UPHELD', 'ANNULLED', 'UNLAWFUL', 'CHANGED', 'WITHDRAWN'] as const;

@Command('3.2', '记录原决定被提起复议或诉讼', 'The decision behind the record was challenged', {
  issuedBy: 'system',
  rows: [72],
})
export class NoteChallenge extends Act {
  @OneOf(remedies, 'Review or lawsuit / 复议或诉讼') remedy!: (typeof remedies)[number];
  @Text('Who hears it / 受理机关', { max: 200 }) forum!: string;
  @Day('Day of filing / 提起日') filedOn!: string;
}

/** Shown beside the record, which stays on display: a remedy stays nothing of itself. */
@Event('3.2', '原决定正在复议或诉讼', 'The decision behind the record is under review or before court', {
  visibility: 'public',
})
export class ChallengeNoted {
  @OneOf(remedies, 'Remedy / 救济途径') remedy!: (typeof remedies)[number];
  @Text('Forum / 受理机关') forum!: string;
  @Day('Filed / 提起日') filedOn!: string;
}

@Command('3.2', '记录原决定停止执行', 'Execution of the decision behind the record was stayed', {
  issuedBy: 'system',
  rows: [72],
})
export class NoteStay extends Act {
  @Text('Who ordered it / 决定机关', { max: 200 }) orderedBy!: string;
  @Text('Number of the order / 文号', { max: 128 }) documentNumber!: string;
  @Day('From / 起始日') stayedFrom!: string;
}

@Event('3.2', '原决定已停止执行', 'Execution of the decision behind the record was stayed')
export class StayNoted {
  @Text('Ordered by / 决定机关') orderedBy!: string;
  @Text('Document number / 文号') documentNumber!: string;
  @Day('From / 起始日') stayedFrom!: string;
}

@Event('3.2', '已中止公示', 'Display is suspended while execution is stayed', { visibility: 'public' })
export class DisplaySuspended {
  @Text('Why / 原因') reason!: string;
  @Texts('Platforms that must not show it meanwhile / 中止公示的平台', { of: platforms, min: 1 })
  platforms!: (typeof platforms)[number][];
  @Day('First day without display / 中止日') suspendedOn!: string;
}

@Command('3.2', '记录复议或诉讼结果', 'The challenge of the decision behind the record was decided', {
  issuedBy: 'system',
  rows: [72],
})
export class NoteChallengeOutcome extends Act {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Day('Decided / 决定日') decidedOn!: string;
  @Text('Document number / 文号', { max: 128 }) documentNumber!: string;
}

@Event('3.2', '复议或诉讼结果已记录', 'How the challenge ended is shown beside the record', { visibility: 'public' })
export class ChallengeOutcomeNoted {
  @OneOf(outcomes, 'Outcome / 结果') outcome!: (typeof outcomes)[number];
  @Day('Decided / 决定日') decidedOn!: string;
  @Text('Document number / 文号') documentNumber!: string;
}
