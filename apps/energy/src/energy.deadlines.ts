import type { energy } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import { addDays, endOfDay, isOver } from '#law';

/** Rectification, dismantling and the yearly report each have a last day; a red card has a first one (二(一), 四(五)). */
export const deadlines: Deadlines = {
  when: {
    'energy.EnergyRectificationOrdered': (fact: Recorded<energy.EnergyRectificationOrdered>) => [
      expiry(fact, 'rectification', fact.data.due.rolledDue),
    ],
    // Nothing expires while a request waits for its answer.
    'energy.ExtensionRequested': (fact) => noExpiry(fact),
    'energy.ExtensionGranted': (fact: Recorded<energy.ExtensionGranted>) => [
      ...noExpiry(fact),
      expiry(fact, 'rectification', fact.data.due.rolledDue),
    ],
    // A refusal after the last day sets the expiry under a key of its own: one that came up while the request was
    // pending had no effect, and its key counts as dealt with.
    'energy.ExtensionRefused': (fact: Recorded<energy.ExtensionRefused>) => {
      const { dueOn } = fact.data;
      return [expiry(fact, isOver(dueOn, fact.recordedAt) ? 'held-rectification' : 'rectification', dueOn)];
    },
    'energy.RectificationReported': (fact) => noExpiry(fact),
    'energy.RectificationPeriodExpired': (fact) => noExpiry(fact),
    'energy.RectificationFailed': (fact) => noExpiry(fact),
    'energy.RectificationAccepted': (fact) => noExpiry(fact),

    'energy.GovernmentDecisionNoted': (fact: Recorded<energy.GovernmentDecisionNoted>) =>
      fact.data.decision === 'CLOSED' ? [redCard(fact)] : [],
    'energy.RedCardIssued': (fact) => [{ clear: keyOf('case', fact, 'red-card') }],

    'energy.StopUseOrdered': (fact: Recorded<energy.StopUseOrdered>) => {
      const dueOn = fact.data.due.rolledDue;
      const own = { record: 'equipment', id: recordIdOf(fact), command: 'PassDismantlingDeadline', data: { dueOn } };
      return [{ set: { key: keyOf('equipment', fact, 'dismantling'), dueOn, ...own } }];
    },
    'energy.DismantlingOverdue': (fact) => [{ clear: keyOf('equipment', fact, 'dismantling') }],
    'energy.MainEquipmentDismantled': (fact) => [{ clear: keyOf('equipment', fact, 'dismantling') }],

    'energy.KeyEnergyUserDesignated': (fact: Recorded<energy.KeyEnergyUserDesignated>) => {
      const { reportYear, reportDueOn: dueOn } = fact.data;
      const data = { reportYear, dueOn };
      const own = { record: 'keyUser', id: recordIdOf(fact), command: 'PassReportDeadline', data };
      return [{ set: { key: keyOf('keyUser', fact, `report-${reportYear}`), dueOn, ...own } }];
    },
    'energy.EnergyReportFiled': (fact: Recorded<energy.EnergyReportFiled>) => noReport(fact),
    'energy.EnergyReportMissed': (fact: Recorded<energy.EnergyReportMissed>) => noReport(fact),
  },
};

const keyOf = (record: string, fact: Recorded, what: string): string => `${record}/${recordIdOf(fact)}/${what}`;

const expiry = (fact: Recorded, what: string, dueOn: string): DeadlineChange => ({
  set: {
    key: keyOf('case', fact, what),
    dueOn,
    record: 'case',
    id: recordIdOf(fact),
    command: 'ExpireRectification',
    data: { dueOn },
  },
});

const noExpiry = (fact: Recorded): DeadlineChange[] =>
  ['rectification', 'held-rectification'].map((what) => ({ clear: keyOf('case', fact, what) }));

const noReport = (fact: Recorded<{ readonly reportYear: number }>): DeadlineChange[] => [
  { clear: keyOf('keyUser', fact, `report-${fact.data.reportYear}`) },
];

/** Due when the day before the closure is over, so on the day it is in force; at once when it is in force already. */
function redCard(fact: Recorded<energy.GovernmentDecisionNoted>): DeadlineChange {
  const dueOn = addDays(fact.data.effectiveOn, -1);
  const inForceAt = endOfDay(dueOn);
  const occurredAt = Date.parse(inForceAt) < Date.parse(fact.occurredAt) ? fact.occurredAt : inForceAt;
  const own = { record: 'case', id: recordIdOf(fact), command: 'IssueRedCard', data: { occurredAt } };
  return { set: { key: keyOf('case', fact, 'red-card'), dueOn, ...own } };
}
