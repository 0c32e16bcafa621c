import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, Part, Parts, Text, Uscc, Whole } from '../fields.js';

/** One line of a published list. */
export class ListEntry {
  @Uscc('USCC / 统一社会信用代码') uscc!: string;
  @Text('Name / 名称') name!: string;
  @Text('Area / 县（区）') county!: string;
  @Text('Industry / 行业') industry!: string;
  @Id('Case / 案件') caseId!: string;
  @Text('Ground / 事由') ground!: string;
  @Day('Since / 列入日') since!: string;
  @Day('Rectify by / 整改期限', { optional: true }) dueOn?: string;
}

@Command('4.5', '列入名单', 'Enter an enterprise on the list', { issuedBy: 'system', rows: [9, 86, 87] })
export class ListEnterprise extends Act {
  @Part(() => ListEntry, 'Entry / 条目') entry!: ListEntry;
}

@Event('4.5', '已列入名单', 'An enterprise was entered on the list')
export class EnterpriseListed {
  @Part(() => ListEntry, 'Entry / 条目') entry!: ListEntry;
}

@Command('4.5', '变更名单条目期限', 'Move the day by which a case on the list must be rectified', {
  issuedBy: 'system',
  rows: [9, 86, 87],
})
export class ProlongListEntry extends Act {
  @Id('Case / 案件') caseId!: string;
  @Day('Rectify by / 整改期限') dueOn!: string;
}

@Event('4.5', '名单条目期限已变更', 'The rectification day of a case on the list was moved')
export class ListEntryProlonged {
  @Id('Case / 案件') caseId!: string;
  @Day('Rectify by / 整改期限') dueOn!: string;
}

@Command('4.5', '移出名单', 'Take a case off the list', { issuedBy: 'system', rows: [9, 86, 87] })
export class DelistEnterprise extends Act {
  @Id('Case / 案件') caseId!: string;
  @Text('Why / 原因') reason!: string;
}

@Event('4.5', '已移出名单', 'A case was taken off the list')
export class EnterpriseDelisted {
  @Id('Case / 案件') caseId!: string;
  @Text('Reason / 原因') reason!: string;
}

@Command('4.5', '公布名单', 'Publish the next issue of the list as it stands', { rows: [9, 86, 87] })
export class PublishList extends Act {
  @Text('Where it is published / 网址', { optional: true, max: 500 }) url?: string;
}

/** A numbered issue, frozen for ever. */
export class PublishedList {
  @Whole('Number of the issue, from 1 / 期号') issueNumber!: number;
  @Day('State of this day / 截至') asOf!: string;
  @Parts(() => ListEntry, 'Entries / 条目', { max: 100_000 }) entries!: ListEntry[];
  @Text('URL / 网址', { optional: true }) url?: string;
}

@Event('4.5', '黄牌名单已公布', 'The yellow-card list was published', { visibility: 'public' })
export class YellowListPublished extends PublishedList {}

@Event('4.5', '红牌名单已公布', 'The red-card list was published', { visibility: 'public' })
export class RedListPublished extends PublishedList {}

@Event('4.5', '超标排放企业名单已公布', 'The list of those who exceed discharge limits was published', {
  visibility: 'public',
})
export class ExceedanceListPublished extends PublishedList {}

@Event('4.5', '超标排放情节严重企业名单已公布', 'The list of serious exceedances was published', {
  visibility: 'public',
})
export class SeriousExceedanceListPublished extends PublishedList {}

/** A list that a department keeps: who is on it, and since when. What its issues are called depends on the list. */
export const listRecord = {
  path: 'lists',
  id: 'listId',
  commands: { ListEnterprise, ProlongListEntry, DelistEnterprise, PublishList },
  events: { EnterpriseListed, ListEntryProlonged, EnterpriseDelisted },
} as const;

/** The yellow-card and the red-card list of a bureau. */
export const cardListRecord = {
  ...listRecord,
  carriesOut: { clause: '4.5', rows: [86, 87] },
  events: { ...listRecord.events, YellowListPublished, RedListPublished },
} as const;

/** The two lists that only the ecology and environment bureau keeps. */
export const exceedanceListRecord = {
  ...listRecord,
  carriesOut: { clause: '4.5', rows: [88] },
  events: { ...listRecord.events, ExceedanceListPublished, SeriousExceedanceListPublished },
} as const;
