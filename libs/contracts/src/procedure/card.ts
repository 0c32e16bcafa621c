import { Act, Enterprise } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { KnownAs } from '../field-facts.js';
import { Day, Id, OneOf, Part, Text } from '../fields.js';

@Command('4.5', '列入黄牌', 'Issue a yellow card: the enterprise was ordered to rectify by a day')
export class IssueYellowCard extends Act {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case in which it was ordered / 案件') caseId!: string;
  @Text('Standard that is not met / 事由', { max: 500 }) ground!: string;
  @Text('Number of the order to rectify / 责令整改文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis of the order; the plan alone is none / 法律依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Day('Must be rectified by / 整改期限') dueOn!: string;
}

@Command(
  '4.5',
  '随责令整改列入黄牌',
  'Issue the yellow card that an order to rectify brings with it, or move its day',
  {
    issuedBy: 'system',
  },
)
export class FollowRectificationOrder extends Act {
  @Id('Case in which it was ordered / 案件') caseId!: string;
  @Text('Standard that is not met / 事由', { max: 500 }) ground!: string;
  @Text('Number of the order to rectify / 责令整改文号', { max: 128 }) documentNumber!: string;
  @Text('Legal basis of the order / 法律依据') legalBasis!: string;
  @Day('Day of service / 送达日') servedOn!: string;
  @Day('Must be rectified by / 整改期限') dueOn!: string;
}

@Event('4.5', '黄牌', 'A yellow card was issued: the enterprise must rectify by a day', { visibility: 'public' })
export class YellowCardIssued {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Text('Ground / 事由') ground!: string;
  @Text('Number of the order / 责令整改文号') documentNumber!: string;
  @Text('Legal basis / 法律依据') legalBasis!: string;
  @Day('Served / 送达日') servedOn!: string;
  @Day('Must be rectified by / 整改期限') dueOn!: string;
}

@Command('4.5', '变更黄牌整改期限', 'Note that the day to rectify was moved')
export class ProlongYellowCard extends Act {
  @Day('Must be rectified by / 整改期限') dueOn!: string;
  @Text('Number of the decision to extend / 延期文号', { max: 128 }) documentNumber!: string;
}

@Event('4.5', '黄牌整改期限已变更', 'The day to rectify was moved')
export class YellowCardProlonged {
  @Day('Must be rectified by / 整改期限') dueOn!: string;
  @Text('Number of the decision / 延期文号') documentNumber!: string;
}

@Command('4.5', '认定整改不合格', 'Find that rectification failed')
export class FindRectificationFailed extends Act {
  @Text('What is still below standard / 不达标情况') findings!: string;
  @Day('Day of the finding / 认定日') foundOn!: string;
}

@Event('4.5', '整改不合格已认定', 'Rectification was found to have failed')
export class RectificationFoundFailed {
  @Text('Findings / 不达标情况') findings!: string;
  @Day('Found / 认定日') foundOn!: string;
}

@Command('4.5', '解除黄牌', 'Clear a yellow card: rectification is accepted')
export class ClearYellowCard extends Act {
  @Text('Opinion on the rectification / 整改验收意见') opinion!: string;
}

const reasons = ['RECTIFIED', 'RED_CARD'] as const;

@Event('4.5', '黄牌解除', 'A yellow card was cleared', { visibility: 'public' })
export class YellowCardCleared {
  @OneOf(reasons, 'Why / 原因') reason!: (typeof reasons)[number];
  @Text('Opinion / 整改验收意见', { optional: true }) opinion?: string;
}

@KnownAs('IssueRedCardOnProposal')
@Command('4.5', '列入红牌', 'Issue a red card: yellow, failed rectification and closure in force')
export class IssueRedCard extends Act {
  @Id('Proposal on which the government closed it / 提请编号') proposalId!: string;
}

@Event('4.5', '已列入红牌', 'A red card was issued', { visibility: 'public' })
export class RedCardIssued {
  @Part(() => Enterprise, 'Enterprise / 企业') enterprise!: Enterprise;
  @Id('Case / 案件') caseId!: string;
  @Id('Proposal / 提请编号') proposalId!: string;
  @Day('Closed from / 关闭生效日') closedOn!: string;
  @Text('Document of the government / 政府文号') governmentDocumentNumber!: string;
}

/** Yellow and red cards of a bureau that does not keep them with its cases. */
export const cardRecord = {
  path: 'cards',
  id: 'cardId',
  carriesOut: { clause: '4.5', rows: [86, 87] },
  commands: {
    IssueYellowCard,
    FollowRectificationOrder,
    ProlongYellowCard,
    FindRectificationFailed,
    ClearYellowCard,
    IssueRedCard,
  },
  events: {
    YellowCardIssued,
    YellowCardProlonged,
    RectificationFoundFailed,
    YellowCardCleared,
    RedCardIssued,
  },
} as const;
