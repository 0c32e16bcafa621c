import type { government } from '#contracts';

/** A moment of office hours in China. */
export const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });

export const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3120' as const,
};

/** A day that the plan fixes and that is worked. */
export const due = (rule: string, rolledDue: string, nominalDue = rolledDue) => ({
  rule: `plan/${rule}@2021`,
  nominalDue,
  rolledDue,
  calendarVersion: `chinese-days@1.5.7/${rolledDue.slice(0, 4)}`,
});

const eventId = '00000000-0000-4000-8000-000000000001';

/** What a query found: one firm closed on a day, with two lines of one product. */
export const closedOn = (exitedOn: string): government.ExitContent => ({
  enterprises: [{ uscc: enterprise.uscc, name: enterprise.name, scope: 'ENTERPRISE', exitedOn, eventId }],
  equipment: [],
  capacity: [
    { uscc: enterprise.uscc, lineId: 'L-1', product: '电炉钢', capacity: 0.1, unit: '万吨/年', exitedOn, eventId },
    { uscc: enterprise.uscc, lineId: 'L-2', product: '电炉钢', capacity: 0.2, unit: '万吨/年', exitedOn, eventId },
  ],
});

export const query = (from: string, asOf: string, digit = 'a'): government.FrozenQuery => ({
  query: 'exit-statistics@1',
  from,
  asOf,
  asKnownAt: 4711,
  contentSha256: digit.repeat(64),
});
