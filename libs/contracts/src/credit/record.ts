import { Act, Due } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, OneOf, Part, Parts, Text, Texts } from '../fields.js';
import { CreditContent, Display, platforms, subjects } from './content.js';

@Command('3.2', '触发信用记录', 'Open a credit record', { rows: [72], issuedBy: 'system' })
export class OpenCreditRecord extends Act {
  @OneOf(subjects, 'Kind / 种类') subject!: (typeof subjects)[number];
  @Part(() => CreditContent, 'Content / 内容') content!: CreditContent;
  @Id('Record of the department it came from / 来源') origin!: string;
  @Text('Department that decided, as paths spell it / 来源部门', { optional: true, max: 64 }) department?: string;
  @Day('When the subject was told, if the trigger says so / 告知日', { optional: true }) notifiedOn?: string;
}

@Event('3.2', '信用记录已触发', 'A credit record was opened')
export class CreditRecordOpened {
  @OneOf(subjects, 'Kind / 种类') subject!: (typeof subjects)[number];
  @Part(() => CreditContent, 'Content / 内容') content!: CreditContent;
  @Id('Origin / 来源') origin!: string;
  @Text('Department / 来源部门', { optional: true }) department?: string;
  @OneOf(
    ['GSXT'],
    'Register that shows it first and by whose clock repair goes; the chain when nothing is said / 首先公示的系统',
    {
      optional: true,
    },
  )
  home?: 'GSXT';
  @Part(() => Due, 'Publish by: seven working days from the decision / 公示期限') due!: Due;
}

@Command('3.2', '告知信用主体', 'Tell the subject: content, basis, publicity, remedy', { rows: [72] })
export class NotifySubject extends Act {
  @Day('Day of notice / 告知日') notifiedOn!: string;
}

@Event('3.2', '信用主体已告知', 'The subject was told')
export class SubjectNotified {
  @Day('Day / 告知日') notifiedOn!: string;
}

@Command('3.2', '提出异议', 'File an objection of the subject', { rows: [72] })
export class FileObjection extends Act {
  @Text('Objection / 异议') objection!: string;
}

@Event('3.2', '异议已提出', 'The subject objected')
export class ObjectionFiled {
  @Text('Objection / 异议') objection!: string;
}

@Command('3.2', '答复异议', 'Answer the objection', { rows: [72] })
export class AnswerObjection extends Act {
  @OneOf(['REJECTED', 'UPHELD'], 'Answer / 结论') answer!: 'REJECTED' | 'UPHELD';
  @Text('Reasons / 理由') reason!: string;
}

@Event('3.2', '异议未采纳', 'The objection was rejected')
export class ObjectionRejected {
  @Text('Reasons / 理由') reason!: string;
}

@Event('3.2', '异议已采纳', 'The objection was upheld: nothing will be published')
export class ObjectionUpheld {
  @Text('Reasons / 理由') reason!: string;
}

@Command('3.2', '归集信用信息', 'Collect the information for Credit Guangdong', { rows: [72] })
export class CollectCreditInfo extends Act {
  @Id('Batch / 批次') batchId!: string;
}

@Event('3.2', '信用信息已归集', 'The information was collected')
export class CreditInfoCollected {
  @Id('Batch / 批次') batchId!: string;
}

@Command('3.2', '推送信用信息', 'Push the record into the credit feed', { rows: [72] })
export class PushCreditInfo extends Act {
  @OneOf(platforms, 'Platform / 平台') platform!: (typeof platforms)[number];
}

@Event('3.2', '信用信息已推送', 'The record was pushed')
export class CreditInfoPushed {
  @OneOf(platforms, 'Platform / 平台') platform!: (typeof platforms)[number];
  @OneOf(subjects, 'Kind / 种类') subject!: (typeof subjects)[number];
  @Part(() => CreditContent, 'Content as pushed / 推送内容') content!: CreditContent;
  @Day('Display until at most; known later where publication starts the clock / 公示截止期', { optional: true })
  displayUntil?: string;
}

@Command('3.2', '平台签收', 'The platform acknowledged', { rows: [72], role: 'credit-platform' })
export class AcknowledgeCreditInfo extends Act {
  @Id('Item of the feed / 条目') itemId!: string;
  @Text('Receipt number of the platform / 回执号', { max: 128 }) receiptNumber!: string;
}

@Event('3.2', '信用信息已签收', 'The platform acknowledged the record')
export class CreditInfoAcknowledged {
  @Id('Item / 条目') itemId!: string;
  @Text('Receipt / 回执号') receiptNumber!: string;
}

@Command('3.2', '平台退回', 'The platform rejected', { rows: [72], role: 'credit-platform' })
export class RejectCreditInfo extends Act {
  @Id('Item of the feed / 条目') itemId!: string;
  @Text('Field that is wrong / 字段', { optional: true, max: 64 }) field?: string;
  @Text('Why / 原因') reason!: string;
}

@Event('3.2', '信用信息已退回', 'The platform rejected the record')
export class CreditInfoRejected {
  @Id('Item / 条目') itemId!: string;
  @Text('Field / 字段', { optional: true }) field?: string;
  @Text('Reason / 原因') reason!: string;
}

@Command('3.2', '信用信息公示', 'Record that a platform displays it', { rows: [72] })
export class RecordPublication extends Act {
  @OneOf(platforms, 'Platform / 平台') platform!: (typeof platforms)[number];
  @Text('Where / 网址', { max: 500 }) url!: string;
  @Day('Day of publication / 公示日') publishedOn!: string;
}

@Event('3.2', '信用信息已公示', 'The record is displayed', { visibility: 'public' })
export class CreditInfoPublished {
  @OneOf(platforms, 'Platform / 平台') platform!: (typeof platforms)[number];
  @Text('URL / 网址') url!: string;
  @Day('Published / 公示日') publishedOn!: string;
  @Day('Display until at most / 公示截止期') displayUntil!: string;
  @Part(() => Due, 'Credit China shows it too by: three working days / 信用中国同步期限', { optional: true })
  mirrorDue?: Due;
}

@Command('3.2', '更正信用信息', 'Correct what was published; old and new are both kept', { rows: [72] })
export class CorrectCreditInfo extends Act {
  @Part(() => CreditContent, 'Content as it should be / 更正后内容') content!: CreditContent;
  @Text('What was wrong / 更正原因') reason!: string;
}

@Event('3.2', '信用信息已更正', 'The record was corrected', { visibility: 'public' })
export class CreditInfoCorrected {
  @OneOf(subjects, 'Kind / 种类') subject!: (typeof subjects)[number];
  @Part(() => CreditContent, 'Before / 更正前') before!: CreditContent;
  @Part(() => CreditContent, 'After / 更正后') content!: CreditContent;
  @Parts(() => Display, 'Ends of display after it, where it is shown / 更正后的公示截止期', { optional: true })
  displays?: Display[];
  @Text('Reason / 原因') reason!: string;
}

@Command('3.2', '撤下信用信息', 'Withdraw what rests on an annulled decision', { rows: [72] })
export class WithdrawCreditInfo extends Act {
  @Text('Why, as the law wants it stated / 撤下理由') reason!: string;
}

@Event('3.2', '信用信息已撤下', 'The record was withdrawn', { visibility: 'public' })
export class CreditInfoWithdrawn {
  @Text('Reason / 理由') reason!: string;
}

@Command('3.2', '记录原决定撤销', 'The decision behind the record was annulled', { rows: [72], issuedBy: 'system' })
export class NoteAnnulment extends Act {
  @Day('Day of the annulment / 撤销日') annulledOn!: string;
  @Text('By which document, and why / 撤销文号及理由', { max: 2200 }) reason!: string;
}

@Event('3.2', '原决定已撤销', 'The decision behind the record was annulled')
export class AnnulmentNoted {
  @Day('Annulled / 撤销日') annulledOn!: string;
  @Text('Reason / 理由') reason!: string;
  @Part(() => Due, 'Withdraw by: three working days / 撤下期限', { optional: true }) due?: Due;
}

@Command('3.2', '期限届满', 'A statutory term of the record has passed', { rows: [72], issuedBy: 'system' })
export class PassTerm extends Act {
  @OneOf(['PUBLISH', 'MIRROR', 'WITHDRAW', 'DISPLAY'], 'Which term / 期限')
  term!: 'PUBLISH' | 'MIRROR' | 'WITHDRAW' | 'DISPLAY';
  @Day('Deadline that passed / 届满日') dueOn!: string;
}

@Event('3.2', '公示逾期', 'Publication is overdue')
export class PublicationOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}

@Event('3.2', '同步公示逾期', 'Credit China did not show in time what the register of market regulation shows')
export class MirrorOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}

@Event('3.2', '撤下逾期', 'Withdrawal is overdue')
export class WithdrawalOverdue {
  @Day('Deadline / 期限') dueOn!: string;
}

@Event('3.2', '已停止公示', 'Display stopped; the record remains with authorities and auditors', {
  visibility: 'public',
})
export class DisplayStopped {
  @OneOf(['TERM', 'REPAIR', 'EXIT_COMPLETED'], 'Why / 原因') reason!: 'TERM' | 'REPAIR' | 'EXIT_COMPLETED';
  @Texts('Platforms that must stop / 停止公示的平台', { of: platforms, min: 1 })
  platforms!: (typeof platforms)[number][];
  @Day('First day without display / 停止日') stoppedOn!: string;
}

@Command('3.2', '记录逾期后退出', 'The capacity exited after all', { rows: [72], issuedBy: 'system' })
export class NoteLateExit extends Act {
  @Day('Day of exit / 退出日') exitedOn!: string;
}

@Event('3.2', '逾期后已退出', 'The capacity exited late')
export class LateExitNoted {
  @Day('Day / 退出日') exitedOn!: string;
}

@Event('3.2', '已恢复公示', 'Display was resumed, as the record now stands', { visibility: 'public' })
export class DisplayResumed {
  @OneOf(['PROMISE_BROKEN', 'STAY_ENDED'], 'Why / 原因') reason!: 'PROMISE_BROKEN' | 'STAY_ENDED';
  @OneOf(subjects, 'Kind / 种类') subject!: (typeof subjects)[number];
  @Part(() => CreditContent, 'Content / 内容') content!: CreditContent;
  @Parts(() => Display, 'Where, and until when / 公示平台与截止期', { min: 1 }) displays!: Display[];
}
