import type { Fact } from '#decider';
import type { Events } from './tip.state.js';

export const tipId = { id: '3f0c9a52-6d1e-4b7a-9c48-2f1d6e7a8b90' };
export const at = (day: string, time = '10:00') => ({ occurredAt: `${day}T${time}:00+08:00` });

const period = (
  rule: string,
  length: number,
  startsOn: string,
  rolledDue: string,
): NonNullable<Events['TipVerified']['due']> => ({
  startsOn,
  rule: `hotline/${rule}@2021`,
  length,
  unit: 'working-days',
  nominalDue: rolledDue,
  rolledDue,
  calendarVersion: 'spec',
});

const fact = <Type extends keyof Events & string>(type: Type, data: Events[Type]): Fact<Type, Events[Type]> => ({
  type,
  data,
});

export const told = {
  channel: 'PHONE',
  topic: 'DITIAO_STEEL',
  targetText: '厂区夜间用中频炉化废钢，疑似生产“地条钢”',
  county: 'BL',
} as const;

export const received = fact('TipReceived', {
  ...told,
  contactRef: 'ref-1',
  dispatchBy: '2021-06-01',
  rule: 'hotline/dispatch@2021',
});
export const anonymous = fact('TipReceived', { ...told, dispatchBy: '2021-06-01', rule: 'hotline/dispatch@2021' });
export const dispatched = fact('TipDispatched', {
  handler: 'energy',
  returnDue: period('return', 1, '2021-06-01', '2021-06-02'),
  due: period('handling', 13, '2021-06-01', '2021-06-21'),
});
export const returned = fact('TipReturned', {
  handler: 'energy',
  reason: '属工业和信息化部门职责',
  dispatchBy: '2021-06-02',
  rule: 'hotline/dispatch@2021',
});
export const accepted = fact('TipAccepted', { handler: 'energy', office: '节能监察科' });
export const extended = fact('TipExtended', {
  reason: '需检测炉料',
  due: period('extension', 13, '2021-06-21', '2021-07-08'),
});
export const outcome = { department: 'energy', record: 'case', recordId: 'EN-2021-001' } as const;
export const substantiated = fact('TipVerified', {
  substantiated: true,
  findings: '现场有中频炉一台，已立案',
  outcome,
  due: period('reply', 5, '2021-06-08', '2021-06-16'),
});
export const unsubstantiated = fact('TipVerified', { substantiated: false, findings: '现场为铸造件生产，未见异常' });
export const replied = fact('TipReplied', { content: '已依法查处，感谢监督' });
export const revisited = fact('TipRevisited', { satisfaction: 'SATISFIED' });
export const rewarded = fact('TipRewarded', { amountFen: 200_000, legalBasis: '《安全生产法》第七十三条' });
export const closed = fact('TipClosed', { conclusion: '已立案并答复' });
