import type { credit } from '#contracts';
import { adjustable, always, identifies, partyKind, slashed, type Standard } from './standard.js';

/** A promise, and what was determined about it since. */
export type PromiseContent = credit.PromiseRegistered & { readonly assessed?: credit.PromiseAssessed };

const KINDS: Readonly<Record<credit.PromiseRegistered['kind'], string>> = {
  APPROVAL_SUBSTITUTE: '审批替代型',
  DEFERRED_DOCUMENTS: '容缺受理型',
  CERTIFICATION: '证明事项型',
  CREDIT_REPAIR: '信用修复型',
  INDUSTRY_SELF_DISCIPLINE: '行业自律型',
  VOLUNTARY: '主动型',
  OTHER: '其他',
};
const FULFILMENTS: Readonly<Record<credit.PromiseAssessed['fulfilment'], string>> = {
  FULL: '全部履行',
  PARTIAL: '部分履行',
  NONE: '全部未履行',
};
const OPENNESS: Readonly<Record<credit.PromiseRegistered['openness'], string>> = {
  PUBLIC: '可向社会公开',
  LIMITED: '特定范围内公开',
  NOT_PUBLIC: '不可公开',
};

/** Credit promises. The standard gives its fields Chinese names only; the identifiers are ours, made as those of 2018 are. */
export const promises: Standard<PromiseContent> = {
  kind: 'promises',
  version: '1',
  schema: 'promise-1',
  source: { zh: '信用承诺信息归集规范', en: 'The collection standard of credit promises' },
  fields: [
    { name: 'CN_BM', zh: '承诺编码', most: 20, needed: always, identifies, adjustable },
    { name: 'CN_MC', zh: '承诺人名称', most: 200, needed: always, identifies, adjustable },
    { name: 'CN_LB', zh: '承诺人类别', most: 16, needed: always, adjustable },
    { name: 'CN_DM', zh: '承诺人代码', form: 'uscc', most: 18, needed: always, identifies, adjustable },
    { name: 'CN_LX', zh: '承诺类型', most: 16, needed: always, adjustable },
    { name: 'CN_SY', zh: '承诺事由', most: 512, needed: always, adjustable },
    { name: 'CN_NR', zh: '承诺内容', most: 4000, needed: always, adjustable },
    { name: 'CN_WNZR', zh: '违诺责任', most: 4000, needed: always, adjustable },
    { name: 'CN_ZCRQ', zh: '作出日期', form: 'day', most: 10, needed: always, adjustable },
    { name: 'CN_YXQ', zh: '有效期', form: 'day', most: 10, adjustable },
    { name: 'CN_LXZT', zh: '履行状态', most: 16, adjustable },
    { name: 'CN_WLX', zh: '未履行内容', most: 4000, adjustable },
    { name: 'CN_WNZJ', zh: '违诺责任追究内容', most: 4000, adjustable },
    {
      name: 'CN_RDRQ',
      zh: '认定日期',
      form: 'day',
      most: 10,
      needed: ({ CN_LXZT }) => CN_LXZT !== undefined,
      adjustable,
    },
    { name: 'CN_RDDW', zh: '认定单位', most: 200, needed: ({ CN_LXZT }) => CN_LXZT !== undefined, adjustable },
    { name: 'CN_RDDWDM', zh: '认定单位代码', form: 'uscc', most: 18, adjustable },
    { name: 'CN_SLDW', zh: '受理单位', most: 200, needed: always, adjustable },
    { name: 'CN_SLDWDM', zh: '受理单位代码', form: 'uscc', most: 18, needed: always, adjustable },
    { name: 'CN_GKLX', zh: '公开类型', most: 16, needed: always, adjustable },
    { name: 'BZ', zh: '备注', most: 512, adjustable },
  ],
  of: ({ enterprise, assessed, ...promise }) => ({
    CN_BM: promise.code,
    CN_MC: enterprise.name,
    CN_LB: partyKind(enterprise.uscc),
    CN_DM: enterprise.uscc,
    CN_LX: KINDS[promise.kind],
    CN_SY: promise.matter,
    CN_NR: promise.content,
    CN_WNZR: promise.liability,
    CN_ZCRQ: slashed(promise.madeOn),
    CN_YXQ: slashed(promise.validUntil),
    CN_LXZT: assessed && FULFILMENTS[assessed.fulfilment],
    CN_WLX: assessed?.unfulfilled,
    CN_WNZJ: assessed?.consequence,
    CN_RDRQ: slashed(assessed?.determinedOn),
    CN_RDDW: assessed?.determinedBy,
    CN_RDDWDM: assessed?.determinedByCode,
    CN_SLDW: promise.acceptedBy,
    CN_SLDWDM: promise.acceptedByCode,
    CN_GKLX: OPENNESS[promise.openness],
    BZ: promise.remark,
  }),
};
