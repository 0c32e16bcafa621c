import { Act } from '../act.js';
import { Command, Event } from '../catalogue.js';
import { Day, Id, Part, Parts, Text, Texts, Uscc, Whole } from '../fields.js';
import { licensedProducts, type LicensedProduct } from './licences.js';

/** A licence in force, or a product that does not conform, as a line of its public list. */
export class PublicEntry {
  @Uscc('USCC / 统一社会信用代码') uscc!: string;
  @Text('Name / 名称') name!: string;
  @Text('Area / 县（区）') county!: string;
  @Text('Industry / 行业') industry!: string;
  @Id('Licence or sample / 许可证或样品编号') sourceId!: string;
  @Text('In words / 事由') ground!: string;
  @Day('Since / 列入日') since!: string;
  @Text('Licence number / 许可证编号', { optional: true }) licenceNumber?: string;
  @Texts('Licensed products / 许可产品', { of: licensedProducts, optional: true }) products?: LicensedProduct[];
  @Day('Valid to / 有效期至', { optional: true }) validTo?: string;
  @Text('Product / 产品', { optional: true }) product?: string;
  @Text('Brand / 商标', { optional: true }) brand?: string;
  @Text('Batch / 批号', { optional: true }) batch?: string;
}

@Command('2.3.1', '列入公开名单', 'Enter a line on a public list', { issuedBy: 'system', rows: [31, 36] })
export class EnterOnList extends Act {
  @Part(() => PublicEntry, 'Entry / 条目') entry!: PublicEntry;
}

@Event('2.3.1', '已列入公开名单', 'A line was entered on a public list')
export class ListEntryEntered {
  @Part(() => PublicEntry, 'Entry / 条目') entry!: PublicEntry;
}

@Command('2.3.1', '移出公开名单', 'Take a line off a public list', { issuedBy: 'system', rows: [31, 36] })
export class RemoveFromList extends Act {
  @Id('Licence or sample / 许可证或样品编号') sourceId!: string;
  @Text('Why / 原因') reason!: string;
}

@Event('2.3.1', '已移出公开名单', 'A line was taken off a public list')
export class ListEntryRemoved {
  @Id('Licence or sample / 许可证或样品编号') sourceId!: string;
  @Text('Reason / 原因') reason!: string;
}

@Command('2.3.1', '公开企业获证情况', 'Publish the next issue of the list of licence holders', { rows: [31] })
export class PublishLicenceHolders extends Act {
  @Text('Where it is published / 网址', { optional: true, max: 500 }) url?: string;
}

@Command('2.3.2', '公布不合格产品名单', 'Publish the next issue of the list of products that do not conform', {
  rows: [36],
})
export class PublishNonconformingProducts extends Act {
  @Text('Where it is published / 网址', { optional: true, max: 500 }) url?: string;
}

/** A numbered issue, frozen for ever. */
export class PublishedIssue {
  @Whole('Number of the issue, from 1 / 期号') issueNumber!: number;
  @Day('State of this day / 截至') asOf!: string;
  @Parts(() => PublicEntry, 'Entries / 条目', { max: 100_000 }) entries!: PublicEntry[];
  @Text('URL / 网址', { optional: true }) url?: string;
}

@Event('2.3.1', '获证企业名单已公布', 'The list of licence holders was published', { visibility: 'public' })
export class LicenceHolderListPublished extends PublishedIssue {}

@Event('2.3.2', '不合格产品名单已公布', 'The list of products that do not conform was published', {
  visibility: 'public',
})
export class NonconformingListPublished extends PublishedIssue {}
