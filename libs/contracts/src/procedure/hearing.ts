import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, OneOf, Text, Texts } from '../fields.js';

const stances = ['STATED', 'WAIVED'] as const;

@Command('3.2', '记录陈述申辩', 'Record what the party said, or that it waived')
export class RecordDefence extends Act {
  @OneOf(stances, 'Said something, or gave up the right in writing / 陈述申辩或书面放弃')
  stance!: (typeof stances)[number];
  @Text('What was said, and what was made of it / 内容及采纳情况', { max: 4000 }) summary!: string;
  @Day('Day of receipt / 收到日') receivedOn!: string;
}

@Event('3.2', '陈述申辩已记录', 'The defence was heard, or waived')
export class DefenceHeard {
  @OneOf(stances, 'Stance / 陈述或放弃') stance!: (typeof stances)[number];
  @Text('Summary / 内容') summary!: string;
  @Day('Received / 收到日') receivedOn!: string;
}

@Command('3.2', '要求听证', 'Request a hearing')
export class RequestHearing extends Act {
  @Day('Day of the request / 提出日') requestedOn!: string;
}

@Event('3.2', '已要求听证', 'A hearing was requested')
export class HearingRequested {
  @Day('Requested / 提出日') requestedOn!: string;
}

@Command('3.2', '通知听证', 'Announce time and place of the hearing')
export class AnnounceHearing extends Act {
  @Day('Day of the hearing / 听证日') heldOn!: string;
  @Text('Place / 地点', { max: 200 }) place!: string;
  @Day('Day of the notice / 通知日') announcedOn!: string;
}

@Event('3.2', '听证已通知', 'The hearing was announced')
export class HearingAnnounced {
  @Day('Day of the hearing / 听证日') heldOn!: string;
  @Text('Place / 地点') place!: string;
  @Day('Announced / 通知日') announcedOn!: string;
}

const hearingOutcomes = ['HELD', 'WITHDRAWN'] as const;

@Command('3.2', '记录听证', 'Record that the hearing was held, or that the party withdrew its request')
export class RecordHearing extends Act {
  @OneOf(hearingOutcomes, 'Held or withdrawn / 举行或撤回') outcome!: (typeof hearingOutcomes)[number];
  @Day('On / 日期') on!: string;
  @Text('Opinion of the hearing / 听证意见', { max: 4000 }) opinion!: string;
}

@Event('3.2', '听证已结束', 'The hearing was held, or the request withdrawn')
export class HearingEnded {
  @OneOf(hearingOutcomes, 'Held or withdrawn / 举行或撤回') outcome!: (typeof hearingOutcomes)[number];
  @Day('On / 日期') on!: string;
  @Text('Opinion / 意见') opinion!: string;
}

const reviews = ['AGREED', 'RETURNED'] as const;

@Command('3.2', '法制审核', 'Review the legality of the decision')
export class ReviewLegality extends Act {
  @OneOf(reviews, 'Result / 审核结论') result!: (typeof reviews)[number];
  @Text('Opinion / 审核意见', { max: 4000 }) opinion!: string;
  @Day('Day of the review / 审核日') reviewedOn!: string;
}

@Event('3.2', '法制审核已完成', 'The legality of the decision was reviewed')
export class LegalityReviewed {
  @OneOf(reviews, 'Result / 结论') result!: (typeof reviews)[number];
  @Text('Opinion / 意见') opinion!: string;
  @Day('Reviewed / 审核日') reviewedOn!: string;
}

@Command('3.2', '负责人集体讨论', 'Let the heads discuss the decision')
export class DiscussCollectively extends Act {
  @Texts('Who took part, by office / 参加人员', { min: 2, max: 50 }) participants!: string[];
  @Text('Conclusion / 结论', { max: 4000 }) conclusion!: string;
  @Day('Day / 日期') discussedOn!: string;
}

@Event('3.2', '已集体讨论', 'The heads discussed the decision')
export class CollectivelyDiscussed {
  @Texts('Participants / 参加人员') participants!: string[];
  @Text('Conclusion / 结论') conclusion!: string;
  @Day('Discussed / 日期') discussedOn!: string;
}
