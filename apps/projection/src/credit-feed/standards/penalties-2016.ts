import { areas, legacyKindsOf, legacyPenaltyKinds, type AreaCode } from '#codes';
import type { FeedItem } from '../feed-item.js';
import type { PenaltyContent } from './penalty-content.js';
import { adjustable, always, identifies, slashed, type Standard } from './standard.js';

/** Place 9 to 17 of a unified social credit code are the organisation code of GB 11714. */
const organisationCode = (uscc: string): string => uscc.slice(8, 17);

const VALID = '0';
const WITHDRAWN = '1';
const OTHERWISE_OVER = '3';

const stateOf = ({ tombstone, type }: FeedItem): string =>
  tombstone === undefined ? VALID : type === 'credit.CreditInfoWithdrawn' ? WITHDRAWN : OTHERWISE_OVER;

/** Penalties in the columns of before 2018, which interfaces in the province still ask for. No amount has a column. */
export const penalties2016: Standard<PenaltyContent> = {
  kind: 'penalties',
  version: '2016',
  schema: 'cf-2016',
  source: { zh: '2016年“双公示”数据标准（行政处罚），省内接口沿用', en: 'The columns of 2016, as interfaces use them' },
  fields: [
    { name: 'CF_WSH', zh: '行政处罚决定书文号', most: 128, needed: always, identifies, adjustable },
    { name: 'CF_CFMC', zh: '处罚名称', most: 2000, needed: always, adjustable },
    { name: 'CF_CFLB1', zh: '处罚类别1', most: 64, needed: always, adjustable },
    { name: 'CF_CFLB2', zh: '处罚类别2', most: 200, adjustable },
    { name: 'CF_SY', zh: '处罚事由', most: 5000, needed: always, adjustable },
    { name: 'CF_YJ', zh: '处罚依据', most: 2048, needed: always, adjustable },
    { name: 'CF_XDR_MC', zh: '行政相对人名称', most: 200, needed: always, identifies, adjustable },
    { name: 'CF_XDR_SHXYM', zh: '统一社会信用代码', form: 'uscc', most: 18, needed: always, identifies, adjustable },
    { name: 'CF_XDR_ZDM', zh: '组织机构代码', most: 9, adjustable },
    { name: 'CF_FR', zh: '法定代表人姓名', most: 50, adjustable },
    { name: 'CF_JG', zh: '处罚结果', most: 4000, needed: always, adjustable },
    { name: 'CF_JDRQ', zh: '处罚决定日期', form: 'day', most: 10, needed: always, adjustable },
    { name: 'CF_XZJG', zh: '处罚机关', most: 200, needed: always, adjustable },
    { name: 'CF_ZT', zh: '当前状态（0正常 1撤销 2异议 3其他）', most: 1, needed: always, identifies, adjustable },
    { name: 'DFBM', zh: '地方编码', most: 6, needed: always, adjustable },
    { name: 'SJC', zh: '数据更新时间戳', most: 24, needed: always, identifies, adjustable },
  ],
  of: (content, item) => {
    const { enterprise } = content;
    const [first, ...others] = legacyKindsOf(content.kinds ?? []).map((kind) => legacyPenaltyKinds[kind].zh);
    return {
      CF_WSH: content.documentNumber,
      CF_CFMC: content.violation,
      CF_CFLB1: first,
      CF_CFLB2: others.length > 0 ? others.join(';') : undefined,
      CF_SY: content.facts,
      CF_YJ: content.legalBasis,
      CF_XDR_MC: enterprise.name,
      CF_XDR_SHXYM: enterprise.uscc,
      CF_XDR_ZDM: organisationCode(enterprise.uscc),
      CF_FR: content.legalRepresentative,
      CF_JG: content.content,
      CF_JDRQ: slashed(content.decidedOn),
      CF_XZJG: content.authority,
      CF_ZT: stateOf(item),
      DFBM: areas[enterprise.county as AreaCode]?.gb2260Parent,
      SJC: item.recordedAt,
    };
  },
};
