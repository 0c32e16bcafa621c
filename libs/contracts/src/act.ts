import type { AreaCode, IndustryCode } from '#codes';
import { Day, Flag, Area, Industry, Instant, Parts, Sha256, SiteCode, Text, Texts, Uscc, Whole } from './fields.js';

/** A document by number, title and hash. The bytes stay where they are kept. */
export class Document {
  @Text('Number as printed, such as 惠市能监〔2021〕12号 / 文号', { optional: true, max: 128 }) number?: string;
  @Text('Title / 标题', { optional: true, max: 256 }) title?: string;
  @Sha256('SHA-256 of the bytes / 文件摘要', { optional: true }) sha256?: string;
}

/**
 * What every command carries besides its own fields: when the act happened, by whom, on which papers.
 * These parts go to the envelope of the facts that follow, not into their payload.
 */
export class Act {
  @Instant('When it happened or was served: the legal time / 法律时间', { example: '2021-03-15T10:00:00+08:00' })
  occurredAt!: string;
  @Texts('Badge numbers of the officers on the act / 执法人员', { optional: true, max: 20 }) officers?: string[];
  @Text('Who approved it / 批准人', { optional: true, max: 64 }) approver?: string;
  @Parts(() => Document, 'Papers that the act rests on / 文书', { optional: true, max: 50 }) documents?: Document[];
}

/** The enterprise, and where it stands, as the department knew them on the day of the act. */
export class Enterprise {
  @Uscc('Unified social credit code / 统一社会信用代码') uscc!: string;
  @Text('Full name as on the licence / 名称', { max: 200, example: '博罗县永丰铸造有限公司〔模拟〕' }) name!: string;
  @Area('Area: HC, HY, BL, HD, LM, DYW, ZK / 县（区）', { example: 'BL' }) county!: AreaCode;
  @Industry('GB/T 4754-2017 class / 行业代码', { example: '3120' }) industry!: IndustryCode;
  @SiteCode('Site, when the act is about one / 场所编码', { optional: true }) siteId?: string;
  @Flag('True for enterprises that do not exist / 模拟数据', { optional: true }) synthetic?: boolean;
}

/** A statutory deadline as it was computed on the day, never recomputed. */
export class Due {
  @Day('First day of the period; itself not counted / 起算日') startsOn!: string;
  @Text('Law row, as id@version / 规则') rule!: string;
  @Whole('Length of the period in its unit / 期限长度') length!: number;
  @Text('months, days or working-days / 期限单位') unit!: 'months' | 'days' | 'working-days';
  @Day('Last day before rest days are considered / 届满日') nominalDue!: string;
  @Day('Last day in force, moved past rest days / 顺延后届满日') rolledDue!: string;
  @Text('Working-day calendar used / 日历版本') calendarVersion!: string;
}
