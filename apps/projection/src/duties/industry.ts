import { owed, settled, type Duties } from './duty.js';

export const industryDuties: Duties = {
  'industry.exit': [
    {
      kind: 'dismantle',
      says: { zh: '拆除主体设备', en: 'Dismantle the main equipment' },
      by: 'enterprise',
      when: {
        'industry.EliminationOrdered': owed,
        'industry.DismantlingDeferred': owed,
        'industry.MainEquipmentDismantled': settled,
        'industry.ExitAcceptanceRejected': ({ data, occurredAt }) =>
          data.dueOn ? { dueOn: data.dueOn, since: occurredAt } : undefined,
      },
    },
  ],
  'industry.lookBack': [
    {
      kind: 'remove',
      says: { zh: '消除恢复生产的条件', en: 'Remove what would allow resumption' },
      by: 'enterprise',
      when: { 'industry.ResidualRemovalOrdered': owed, 'industry.LookBackConducted': settled },
    },
  ],
  'industry.supervisionMatter': [
    {
      kind: 'implement',
      says: { zh: '落实督查事项', en: 'Implement the supervision matter' },
      by: 'department',
      when: {
        'industry.SupervisionMatterReceived': ({ data, occurredAt }) => ({
          dueOn: data.dueOn,
          since: occurredAt,
          documentNumber: data.documentNumber,
        }),
        'industry.SupervisionMatterReturned': ({ data, occurredAt }) => ({ dueOn: data.dueOn, since: occurredAt }),
        'industry.SupervisionMatterImplemented': settled,
      },
    },
  ],
  'industry.case': [
    {
      kind: 'report-finding',
      says: { zh: '当日报告发现情况', en: 'Report the finding on its day' },
      by: 'department',
      when: {
        'industry.CaseOpened': ({ data, occurredAt, rules }) => ({
          dueOn: data.reportBy,
          since: occurredAt,
          ...(rules[0] ? { rule: `${rules[0].ruleId}@${rules[0].version}` } : {}),
        }),
        'industry.CaseReported': settled,
      },
    },
  ],
};
