import { commonOf, partyFields, sourceFields, type PenaltyContent } from './penalty-content.js';
import { adjustable, always, identifies, slashed, type Standard } from './standard.js';

/**
 * Capacity that did not exit in time: credit information, no penalty and no entry in a list of serious dishonesty. No
 * standard names its fields; those that a penalty has too keep its names, the others are ours.
 */
export const nonCompletion: Standard<PenaltyContent> = {
  kind: 'non-completion',
  version: '1',
  schema: 'non-completion-cf-2018',
  source: { zh: '本市约定（沿用424号文字段名）', en: 'The city’s own, in the names of the annex on penalties' },
  fields: [
    ...partyFields,
    { name: 'CF_WSH', zh: '认定文号', most: 128, needed: always, identifies },
    { name: 'CF_WFXW', zh: '事项类型', most: 2000, needed: always, adjustable },
    { name: 'CF_SY', zh: '未完成事实', most: 5000, needed: always, adjustable },
    { name: 'CF_YJ', zh: '认定依据', most: 2048, needed: always, adjustable },
    { name: 'CF_NR', zh: '应退出产能、设备及完成日期', most: 4000, needed: always, adjustable },
    { name: 'WT_GZRQ', zh: '告知日期', form: 'day', most: 10, adjustable },
    { name: 'CF_JDRQ', zh: '认定日期', form: 'day', most: 10, needed: always },
    { name: 'CF_GSJZQ', zh: '公示截止期', form: 'day', most: 10, adjustable },
    { name: 'CF_CFJG', zh: '认定单位', most: 200, needed: always },
    { name: 'CF_CFJGDM', zh: '认定单位统一社会信用代码', form: 'uscc', most: 18, needed: always },
    ...sourceFields,
  ],
  of: (content, item) => ({ ...commonOf(content, item), WT_GZRQ: slashed(content.notifiedOn) }),
};
