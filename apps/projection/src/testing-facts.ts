import type { PastFact } from '#projection';

/** An enterprise that does not exist. */
export const foundry = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  synthetic: true,
} as const;

export const due = (rolledDue: string) => ({
  startsOn: '2021-03-15',
  rule: 'energy/rectification@2021',
  length: 6,
  unit: 'months',
  nominalDue: rolledDue,
  rolledDue,
  calendarVersion: '2021',
});

const { uscc } = foundry;
const CASE = '2021-0001';
const of = (stream: string) => ({ stream, uscc, caseId: CASE });

/** A fact of the case, as the ledger stamps it. */
export const inCase = (type: string, data: object, besides: Partial<PastFact> = {}): PastFact => ({
  type: `energy.${type}`,
  data,
  ...of(`energy.case-${CASE}`),
  ...besides,
});

export const assigned = inCase('EnergySupervisionTaskAssigned', {
  planId: '2021',
  enterprise: foundry,
  theme: 'MANDATORY_LIMIT',
  assignee: '张三',
  dueOn: '2021-03-31',
});
export const measurement = {
  product: '电炉钢',
  unitConsumption: 120,
  unit: 'kgce/t',
  limitValue: 90,
  standardNumber: 'GB 21256-2013',
  periodFrom: '2020-01-01',
  periodTo: '2020-12-31',
};
export const conducted = inCase('EnergySupervisionConducted', {
  mode: 'ON_SITE',
  findings: '超限额',
  result: 'OVER_LIMIT',
});
export const measured = inCase('EnergyLimitMeasured', { ...measurement, result: 'OVER' });
export const ordered = inCase('EnergyRectificationOrdered', {
  documentNumber: '惠能监改〔2021〕12号',
  servedOn: '2021-03-15',
  items: ['更换电炉'],
  due: due('2021-09-15'),
});
export const yellow = inCase('YellowCardIssued', { enterprise: foundry, ground: '超限额', dueOn: '2021-09-15' });
export const extended = inCase('ExtensionGranted', { months: 3, due: due('2021-12-15') });
export const accepted = inCase('RectificationAccepted', { opinion: '合格' });
export const cleared = inCase('YellowCardCleared', { reason: 'RECTIFIED' });

/** What a credit record says of a fine of 2,000 yuan. */
export const fine = {
  enterprise: foundry,
  legalRepresentative: '李四',
  documentNumber: '惠能罚〔2021〕3号',
  violation: '单位产品能耗超限额',
  facts: '2020年度单位产品能耗超限额',
  legalBasis: '《节约能源法》第七十二条',
  kinds: ['WARNING', 'FINE'],
  content: '警告，罚款2000元',
  fineFen: 200_000,
  decidedOn: '2021-07-02',
  authority: '惠州市能源和重点项目局',
  authorityCode: '11441300MB0TT0013Y',
} as const;

/** A fact of the credit record of that fine. */
export const inRecord = (type: string, data: object): PastFact => ({
  type: `credit.${type}`,
  data,
  uscc,
  stream: 'credit.record-penalty-2021-0003',
});

export const pushed = (content: object = fine) =>
  inRecord('CreditInfoPushed', {
    platform: 'CREDIT_GUANGDONG',
    subject: 'PENALTY',
    content,
    displayUntil: '2022-07-02',
  });
