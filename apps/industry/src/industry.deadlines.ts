import type { industry } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import { lookBackIdOf } from './record-ids.js';

const timer = (
  record: keyof typeof kinds,
  id: string,
  dueOn: string,
  command: string,
  besides: object = {},
): DeadlineChange => ({
  set: { key: keyOf(record, id), dueOn, record: kinds[record], id, command, data: { dueOn, ...besides } },
});

const kinds = {
  dismantling: 'exit',
  'dismantling-again': 'exit',
  report: 'case',
  round: 'lookBack',
  removal: 'lookBack',
  matter: 'supervisionMatter',
} as const;

const keyOf = (record: keyof typeof kinds, id: string): string => `${kinds[record]}/${id}/${record}`;

const clear =
  (...records: readonly (keyof typeof kinds)[]) =>
  (fact: Recorded): DeadlineChange[] =>
    records.map((record) => ({ clear: keyOf(record, recordIdOf(fact)) }));

const toDismantle = (fact: Recorded<industry.EliminationOrdered | industry.DismantlingDeferred>) => [
  timer('dismantling', recordIdOf(fact), fact.data.due.rolledDue, 'PassDismantlingDeadline'),
];

/** Dismantling, the report of a case, rounds of look-backs, removals and supervision matters have a last day each. */
export const deadlines: Deadlines = {
  when: {
    'industry.EliminationOrdered': toDismantle,
    'industry.DismantlingDeferred': toDismantle,
    'industry.DismantlingOverdue': clear('dismantling', 'dismantling-again'),
    'industry.MainEquipmentDismantled': clear('dismantling', 'dismantling-again'),
    // The timer of a dismantling that turned out to be none was cleared with it.
    'industry.ExitAcceptanceRejected': (fact: Recorded<industry.ExitAcceptanceRejected>) =>
      fact.data.dueOn ? [timer('dismantling-again', recordIdOf(fact), fact.data.dueOn, 'PassDismantlingDeadline')] : [],

    'industry.CaseOpened': (fact: Recorded<industry.CaseOpened>) => [
      timer('report', recordIdOf(fact), fact.data.reportBy, 'PassCaseReportDay'),
    ],
    'industry.CaseReported': clear('report'),
    'industry.CaseReportMissed': clear('report'),

    'industry.LookBackPlanned': (fact: Recorded<industry.LookBackPlanned>) => {
      const { targets, closesOn } = fact.data;
      const roundId = recordIdOf(fact);
      if (!closesOn) return [];
      return targets.map((target) => {
        const id = lookBackIdOf(roundId, target.targetId);
        return timer('round', id, closesOn, 'PassLookBackRound', { roundId, target });
      });
    },
    'industry.LookBackConducted': clear('round', 'removal'),
    'industry.LookBackAccessRefused': clear('round'),
    'industry.LookBackMissed': clear('round'),
    'industry.ResidualRemovalOrdered': (fact: Recorded<industry.ResidualRemovalOrdered>) => [
      timer('removal', recordIdOf(fact), fact.data.due.rolledDue, 'PassRemovalDeadline'),
    ],
    'industry.ResidualRemovalOverdue': clear('removal'),

    'industry.SupervisionMatterReceived': (fact: Recorded<industry.SupervisionMatterReceived>) => [
      timer('matter', recordIdOf(fact), fact.data.dueOn, 'PassMatterDeadline'),
    ],
    'industry.SupervisionMatterReturned': (fact: Recorded<industry.SupervisionMatterReturned>) => [
      timer('matter', recordIdOf(fact), fact.data.dueOn, 'PassMatterDeadline'),
    ],
    'industry.SupervisionMatterImplemented': clear('matter'),
    'industry.SupervisionMatterOverdue': clear('matter'),
  },
};
