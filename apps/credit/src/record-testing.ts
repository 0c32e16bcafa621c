import type { Fact } from '#decider';
import type { Commands, Content, Events } from './record.state.js';

/** Facts and contents that specs of the credit record begin with. The enterprise does not exist. */

type Past = Fact & { readonly id?: string; readonly occurredAt?: string };

export const at = '2021-08-02T10:00:00+08:00';

/** Fine of 2,000 yuan, decided on Monday 2 August 2021. */
export const fine: Content = {
  enterprise: {
    uscc: '91441322MA00TT0126',
    name: '博罗县永丰铸造有限公司〔模拟〕',
    county: 'BL',
    industry: '3120',
    synthetic: true,
  },
  legalRepresentative: '陈某〔模拟〕',
  documentNumber: '惠能罚〔2021〕3号',
  violation: '使用国家明令淘汰的用能设备',
  facts: '现场检查发现仍在使用淘汰的中频炉一台',
  legalBasis: '节约能源法第七十一条',
  kinds: ['FINE'],
  content: '罚款2000元',
  fineFen: 200_000,
  decidedOn: '2021-08-02',
  authority: '惠州市能源和重点项目局',
  authorityCode: '11441300MB0TT0013Y',
  field: 'energy',
};

const { kinds: _, fineFen: __, legalRepresentative: ___, ...common } = fine;

/** Capacity that should have gone by the end of June 2021. */
export const missedExit: Content = {
  ...common,
  documentNumber: '惠能认〔2021〕1号',
  violation: '未按期完成落后产能退出',
  facts: '至2021年8月2日中频炉仍未拆除',
  legalBasis: '节约能源法第十七条',
  content: '应于2021-06-30前退出：中频炉一台',
};

/** Seven working days after 2 August 2021. */
export const publishBy = '2021-08-11';

export const openedWith = (content: Content, subject: Events['CreditRecordOpened']['subject'] = 'PENALTY'): Past => ({
  type: 'CreditRecordOpened',
  data: {
    subject,
    content,
    origin: '2021-0003',
    due: {
      startsOn: content.decidedOn,
      rule: 'penalty/publicity@2018',
      length: 7,
      unit: 'working-days',
      nominalDue: publishBy,
      rolledDue: publishBy,
      calendarVersion: 'chinese-days@1.5.7/2021',
    },
  },
});

export const opened = openedWith(fine);
export const notified: Past = { type: 'SubjectNotified', data: { notifiedOn: '2021-08-03' } };
export const objected: Past = { type: 'ObjectionFiled', data: { objection: '设备已停用' } };
export const collected: Past = { type: 'CreditInfoCollected', data: { batchId: 'XY-2021-08-04' } };

type Pushed = Events['CreditInfoPushed'];

export const pushedTo = (platform: Pushed['platform'], id: string, data: Partial<Pushed> = {}): Past => ({
  id,
  type: 'CreditInfoPushed',
  data: { platform, subject: 'PENALTY', content: fine, displayUntil: '2022-08-02', ...data },
});
export const pushed = pushedTo('CREDIT_GUANGDONG', 'push-1');

export const acknowledged: Past = {
  type: 'CreditInfoAcknowledged',
  data: { itemId: 'push-1', receiptNumber: 'XYGD-1' },
};
export const rejected = (field?: string, itemId = 'push-1'): Past => ({
  type: 'CreditInfoRejected',
  data: { itemId, reason: '字段有误', ...(field === undefined ? {} : { field }) },
});

type Published = Events['CreditInfoPublished'];

export const publishedOn = (platform: Published['platform'], day: string, displayUntil = '2022-08-02'): Past => ({
  type: 'CreditInfoPublished',
  data: { platform, url: 'https://credit.example/1', publishedOn: day, displayUntil },
});
export const published = publishedOn('CREDIT_GUANGDONG', '2021-08-06');

/** Through the chain, from the trigger to display. */
export const onDisplay: readonly Past[] = [opened, notified, collected, pushed, acknowledged, published];

export const missedExitOnDisplay: readonly Past[] = [
  openedWith(missedExit, 'NON_COMPLETION'),
  notified,
  collected,
  pushedTo('CREDIT_GUANGDONG', 'push-1', { subject: 'NON_COMPLETION', content: missedExit }),
  acknowledged,
  published,
];

export const proposed = (field: Events['CreditRestrictionProposed']['field'], measure = '不予新发许可'): Past => ({
  type: 'CreditRestrictionProposed',
  data: { field, measure },
});
export const applied = (field: Events['CreditRestrictionApplied']['field'], to?: string): Past => ({
  type: 'CreditRestrictionApplied',
  data: {
    field,
    measure: '不予新发许可',
    legalBasis: '《工业产品生产许可证管理条例（2005年）》第9(7)条',
    from: '2021-08-10',
    ...(to === undefined ? {} : { to }),
  },
});

export const publication: Commands['RecordPublication'] = {
  occurredAt: at,
  platform: 'CREDIT_GUANGDONG',
  url: 'https://credit.example/1',
  publishedOn: '2021-08-06',
};
