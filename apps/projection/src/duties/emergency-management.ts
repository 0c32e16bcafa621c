import { owed, settled, type Duties } from './duty.js';

/** What the fact says is due on its `dueOn`, without a period that was counted. */
const dueOnItsDay: typeof owed = ({ data, occurredAt }) => ({
  dueOn: data.dueOn,
  since: occurredAt,
  documentNumber: data.documentNumber,
  ...(data.due ? { rule: data.due.rule } : {}),
});

export const safetyDuties: Duties = {
  'emergencyManagement.case': [
    {
      kind: 'remove-hazards',
      says: { zh: '消除事故隐患', en: 'Remove the hazards' },
      by: 'enterprise',
      when: {
        'emergencyManagement.HazardRemovalOrdered': dueOnItsDay,
        'emergencyManagement.HazardsReexamined': (fact) => (fact.data.cleared ? undefined : dueOnItsDay(fact)),
        'emergencyManagement.ProductionSuspendedForSafety': settled,
        'emergencyManagement.SafetyClosureProposed': settled,
      },
    },
    {
      kind: 'rectify-suspended',
      says: { zh: '完成停产停业整顿', en: 'Put it right under the suspension' },
      by: 'enterprise',
      when: {
        'emergencyManagement.ProductionSuspendedForSafety': owed,
        'emergencyManagement.ResumptionApproved': settled,
        'emergencyManagement.SafetyClosureProposed': settled,
      },
    },
  ],
  'emergencyManagement.majorHazard': [
    {
      kind: 'clear-major-hazard',
      says: { zh: '消除挂牌督办的重大事故隐患', en: 'Clear the major hazard under supervision' },
      by: 'enterprise',
      when: {
        'emergencyManagement.MajorHazardSupervised': dueOnItsDay,
        'emergencyManagement.MajorHazardCleared': settled,
      },
    },
  ],
};
