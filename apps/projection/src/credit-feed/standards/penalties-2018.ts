import { penaltyKinds } from '#codes';
import { commonOf, partyFields, sourceFields, wan, type PenaltyContent } from './penalty-content.js';
import { adjustable, always, identifies, ORGANISATION, type RecordFields, type Standard } from './standard.js';

const has =
  (...names: readonly string[]) =>
  ({ CF_CFLB = '' }: RecordFields): boolean =>
    CF_CFLB.split(';').some((kind) => names.includes(kind));

const ofOrganisations = ({ CF_XDR_LB }: RecordFields): boolean => CF_XDR_LB === ORGANISATION;

/** Penalties as they are published since 2018. */
export const penalties2018: Standard<PenaltyContent> = {
  kind: 'penalties',
  version: '2018',
  schema: 'cf-2018',
  source: { zh: '发改办财金〔2018〕424号附件（行政处罚）', en: 'NDRC 2018 No. 424, annex on penalties' },
  fields: [
    ...partyFields,
    { name: 'CF_FRDB', zh: '法定代表人', most: 50, needed: ofOrganisations },
    { name: 'CF_WSH', zh: '行政处罚决定书文号', most: 128, needed: always, identifies },
    { name: 'CF_WFXW', zh: '违法行为类型', most: 2000, needed: always, adjustable },
    { name: 'CF_SY', zh: '违法事实', most: 5000, needed: always, adjustable },
    { name: 'CF_YJ', zh: '处罚依据', most: 2048, needed: always, adjustable },
    { name: 'CF_CFLB', zh: '处罚类别', most: 200, needed: always, adjustable },
    { name: 'CF_NR', zh: '处罚内容', most: 4000, needed: always, adjustable },
    { name: 'CF_NR_FK', zh: '罚款金额（万元）', form: 'wan', most: 19, needed: has('罚款') },
    {
      name: 'CF_NR_WFFF',
      zh: '没收违法所得、没收非法财物的金额（万元）',
      form: 'wan',
      most: 19,
      needed: has('没收违法所得', '没收非法财物'),
    },
    {
      name: 'CF_NR_ZKDX',
      zh: '暂扣或吊销证照名称及编号',
      most: 200,
      needed: has('暂扣许可证件', '吊销许可证件'),
    },
    { name: 'CF_JDRQ', zh: '处罚决定日期', form: 'day', most: 10, needed: always },
    { name: 'CF_GSJZQ', zh: '公示截止期', form: 'day', most: 10, adjustable },
    { name: 'CF_CFJG', zh: '处罚机关', most: 200, needed: always },
    { name: 'CF_CFJGDM', zh: '处罚机关统一社会信用代码', form: 'uscc', most: 18, needed: always },
    ...sourceFields,
  ],
  of: (content, item) => ({
    ...commonOf(content, item),
    CF_CFLB: content.kinds?.map((kind) => penaltyKinds[kind]?.zh ?? kind).join(';'),
    CF_NR_FK: wan(content.fineFen),
    CF_NR_WFFF: wan(content.confiscatedFen),
    CF_NR_ZKDX: content.licence,
  }),
};
