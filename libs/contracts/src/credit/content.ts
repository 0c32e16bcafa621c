import { penaltyKindCodes } from '#codes';
import { Enterprise } from '../act.js';
import { Day, Fen, OneOf, Part, Text, Texts } from '../fields.js';

/** What is published: a penalty, or that an exit was not completed on time. Never a serious-dishonesty entry. */
export const subjects = ['PENALTY', 'NON_COMPLETION'] as const;

/** Where a record is shown. GSXT is the register of market regulation, with a clock of its own. */
export const platforms = ['CREDIT_GUANGDONG', 'NATIONAL_PLATFORM', 'CREDIT_CHINA', 'GSXT'] as const;

/** Fields of regulation, as far as the length of display depends on them. */
export const penaltyFields = [
  'energy',
  'environment',
  'quality',
  'work-safety',
  'fire',
  'food',
  'drugs',
  'special-equipment',
  'other',
] as const;

/** The content of a credit record, canonical: fen inside, exchange formats outside. */
export class CreditContent {
  @Part(() => Enterprise, 'Party / 行政相对人') enterprise!: Enterprise;
  @Text('Legal representative / 法定代表人', { optional: true, max: 50 }) legalRepresentative?: string;
  @Text('Number of the decision or determination / 文号', { max: 128 }) documentNumber!: string;
  @Text('Type of violation / 违法行为类型') violation!: string;
  @Text('Facts / 违法事实', { max: 5000 }) facts!: string;
  @Text('Legal basis / 依据', { max: 2048 }) legalBasis!: string;
  @Texts('Kinds of penalty / 处罚种类', { optional: true, of: penaltyKindCodes, max: 14 })
  kinds?: (typeof penaltyKindCodes)[number][];
  @Text('Content / 内容', { max: 4000 }) content!: string;
  @Fen('Fine in fen / 罚款（分）', { optional: true }) fineFen?: number;
  @Fen('Confiscated in fen / 没收（分）', { optional: true }) confiscatedFen?: number;
  @Text('Licence / 证照', { optional: true, max: 200 }) licence?: string;
  @Day('Day of the decision or determination / 决定日期') decidedOn!: string;
  @Text('Deciding authority / 决定机关', { max: 200 }) authority!: string;
  @Text('Code of the authority / 机关代码', { max: 18 }) authorityCode!: string;
  @OneOf(penaltyFields, 'Field of regulation; left out: other / 监管领域', { optional: true })
  field?: (typeof penaltyFields)[number];
  @OneOf(['general', 'serious'], 'Level that the authority gave; left out: general / 失信程度', { optional: true })
  seriousness?: 'general' | 'serious';
  @Day('Last day of a ban that the penalty imposes / 限制期届满日', { optional: true }) banEndsOn?: string;
}

/** How long one platform shows a record. */
export class Display {
  @OneOf(platforms, 'Platform / 平台') platform!: (typeof platforms)[number];
  @Day('Display until at most / 公示截止期') displayUntil!: string;
}
