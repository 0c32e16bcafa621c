import type { AreaCode } from '#codes';
import { Act, Due } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Area, Day, Fen, Flag, Id, OneOf, Part, Text } from '../fields.js';

/** By what way a tip came in. */
export const tipChannels = ['PHONE', 'WEB', 'APP', 'LETTER', 'VISIT', 'TRANSFERRED'] as const;

/** What a tip is about. */
export const tipTopics = [
  'DITIAO_STEEL',
  'RESUMED_PRODUCTION',
  'OUTDATED_EQUIPMENT',
  'ENERGY',
  'POLLUTION',
  'PRODUCT_QUALITY',
  'WORK_SAFETY',
  'OTHER',
] as const;

/** Departments that a tip may be sent to. */
export const tipHandlers = [
  'energy',
  'environment',
  'market-regulation',
  'emergency-management',
  'industry',
  'development-reform',
  'natural-resources',
  'government',
] as const;

/** Periods that a tip can outlast. */
export const tipStages = ['DISPATCH', 'HANDLING', 'REPLY'] as const;

type Channel = (typeof tipChannels)[number];
type Topic = (typeof tipTopics)[number];
type Handler = (typeof tipHandlers)[number];
type Stage = (typeof tipStages)[number];

const rows = { rows: [83] } as const;
const sealed = { visibility: 'sealed' } as const;

@Command('4.3', '登记举报', 'Register a tip; who told it goes to the vault and never here', rows)
export class RegisterTip extends Act {
  @OneOf(tipChannels, 'Channel / 渠道') channel!: Channel;
  @OneOf(tipTopics, 'Topic / 事项') topic!: Topic;
  @Text('What is told of whom, without a word about the teller / 反映对象与内容', { max: 4000 }) targetText!: string;
  @Area('Where it is / 属地') county!: AreaCode;
  @Id('What the vault answered for the identity; left out for an anonymous tip / 身份保管编号', { optional: true })
  contactRef?: string;
}

@Event('4.3', '举报已受理登记', 'A tip was received', sealed)
export class TipReceived {
  @OneOf(tipChannels, 'Channel / 渠道') channel!: Channel;
  @OneOf(tipTopics, 'Topic / 事项') topic!: Topic;
  @Text('What is told / 反映内容') targetText!: string;
  @Area('Where / 属地') county!: AreaCode;
  @Id('Reference into the vault; none for an anonymous tip / 身份保管编号', { optional: true }) contactRef?: string;
  @Day('To be dispatched by / 转办期限') dispatchBy!: string;
  @Text('Law row of that day / 规则') rule!: string;
}

@Command('4.3', '转办举报', 'Send a tip to the department whose duty it is', rows)
export class DispatchTip extends Act {
  @OneOf(tipHandlers, 'Department / 承办部门') handler!: Handler;
  @Text('Note to it / 转办说明', { optional: true }) note?: string;
}

@Event('4.3', '举报已转办', 'A tip was sent to a department', sealed)
export class TipDispatched {
  @OneOf(tipHandlers, 'Department / 承办部门') handler!: Handler;
  @Text('Note / 转办说明', { optional: true }) note?: string;
  @Part(() => Due, 'Last day to return it / 退回期限') returnDue!: Due;
  @Part(() => Due, 'Last day to deal with it / 办理期限') due!: Due;
}

@Command('4.3', '退回举报', 'Return a tip that is not the department’s duty', rows)
export class ReturnTip extends Act {
  @Text('Why / 退回理由') reason!: string;
}

@Event('4.3', '举报已退回', 'A tip was returned', sealed)
export class TipReturned {
  @OneOf(tipHandlers, 'Who returned it / 退回部门') handler!: Handler;
  @Text('Why / 退回理由') reason!: string;
  @Day('To be dispatched again by / 重新转办期限') dispatchBy!: string;
  @Text('Law row of that day / 规则') rule!: string;
}

@Command('4.3', '承办举报', 'Accept a tip', rows)
export class AcceptTip extends Act {
  @Text('Who deals with it, as an office and not by name / 承办科室', { max: 64 }) office!: string;
}

@Event('4.3', '举报已承办', 'A tip was accepted', sealed)
export class TipAccepted {
  @OneOf(tipHandlers, 'Department / 承办部门') handler!: Handler;
  @Text('Office / 承办科室') office!: string;
}

@Command('4.3', '延长举报办理期限', 'Extend the period to deal with a tip, once, before it ends', rows)
export class ExtendTip extends Act {
  @Text('Why / 延期理由') reason!: string;
}

@Event('4.3', '举报办理期限已延长', 'The period to deal with a tip was extended', sealed)
export class TipExtended {
  @Text('Why / 延期理由') reason!: string;
  @Part(() => Due, 'Last day now / 延长后期限') due!: Due;
}

/** Case, look-back or finding that a tip led to. The link goes one way: nothing there leads back. */
export class TipOutcome {
  @OneOf(tipHandlers, 'Department / 部门') department!: Handler;
  @Text('Kind of record, as the department names it: case, lookBack / 记录种类', { max: 64 }) record!: string;
  @Id('Its id / 编号') recordId!: string;
}

@Command('4.3', '核实举报', 'Record what the check on site found', rows)
export class VerifyTip extends Act {
  @Flag('Whether what was told is so / 是否属实') substantiated!: boolean;
  @Text('What was found / 核查情况', { max: 4000 }) findings!: string;
  @Part(() => TipOutcome, 'Record opened for it, when it is so / 已立案件', { optional: true }) outcome?: TipOutcome;
}

@Event('4.3', '举报已核实', 'A tip was verified', sealed)
export class TipVerified {
  @Flag('Whether it is so / 是否属实') substantiated!: boolean;
  @Text('Findings / 核查情况') findings!: string;
  @Part(() => TipOutcome, 'Record opened for it / 已立案件', { optional: true }) outcome?: TipOutcome;
  @Part(() => Due, 'Last day to tell who told; none for an anonymous tip / 答复期限', { optional: true }) due?: Due;
}

@Command('4.3', '答复举报人', 'Record the reply to who told; an anonymous tip has none', rows)
export class ReplyToTip extends Act {
  @Text('What was said, without a word about the teller / 答复内容', { max: 4000 }) content!: string;
}

@Event('4.3', '举报人已答复', 'Who told was replied to', sealed)
export class TipReplied {
  @Text('What was said / 答复内容') content!: string;
}

const satisfactions = ['SATISFIED', 'NOT_SATISFIED', 'NOT_REACHED'] as const;

@Command('4.3', '回访举报人', 'Record the call after the reply', rows)
export class RevisitTip extends Act {
  @OneOf(satisfactions, 'Whether content / 满意度') satisfaction!: (typeof satisfactions)[number];
}

@Event('4.3', '举报人已回访', 'Who told was called again', sealed)
export class TipRevisited {
  @OneOf(satisfactions, 'Whether content / 满意度') satisfaction!: (typeof satisfactions)[number];
}

@Command('4.3', '奖励举报人', 'Record a reward where law gives one', rows)
export class RewardTip extends Act {
  @Fen('Reward in fen / 奖励金额（分）') amountFen!: number;
  @Text('Law and article that gives it / 法律依据') legalBasis!: string;
}

@Event('4.3', '举报人已奖励', 'Who told was rewarded', sealed)
export class TipRewarded {
  @Fen('Reward in fen / 奖励金额（分）') amountFen!: number;
  @Text('Legal basis / 法律依据') legalBasis!: string;
}

@Command('4.3', '办结举报', 'Close a tip', rows)
export class CloseTip extends Act {
  @Text('Result in a sentence / 办结意见') conclusion!: string;
}

@Event('4.3', '举报已办结', 'A tip was closed', sealed)
export class TipClosed {
  @Text('Result / 办结意见') conclusion!: string;
}

@Command('4.3', '举报办理逾期', 'A period of a tip has passed', { issuedBy: 'system', ...rows })
export class PassTipDeadline extends Act {
  @OneOf(tipStages, 'Which / 环节') stage!: Stage;
  @Day('Last day / 届满日') dueOn!: string;
}

@Event('4.3', '举报办理已逾期', 'A tip is overdue', sealed)
export class TipOverdue {
  @OneOf(tipStages, 'Which / 环节') stage!: Stage;
  @Day('Last day / 届满日') dueOn!: string;
}
