import type { environment } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import {
  capacityStreams,
  dueAmong,
  dueForElimination,
  mustBeTheirCapacity,
  notDueForElimination,
} from './elimination.js';
import { isRepeated, lawOn, mustHaveCome, refusal } from './law.js';

type Events = environment.Events<'eia'>;
type Eia = Said<Events>;

const clause = '2.2.1';

/** The environmental impact assessment of one project: the gate before anything is built. EIA Law art. 25. */
export const eia: Decider<Eia, environment.Commands<'eia'>, Events> = {
  name: 'environment.eia',
  initial: {},

  decide: {
    SubmitEia: (command, { EiaSubmitted }, given) => {
      const submission = contentOf(command);
      if (isRepeated<object>(EiaSubmitted, submission, { zh: '环评文件', en: 'assessment', clause })) return [];
      mustBeTheirCapacity(submission.capacityRecords, submission.enterprise.uscc, given);
      return [{ type: 'EiaSubmitted', data: submission }];
    },

    ApproveEia: (command, state, given) => {
      const approval = contentOf(command);
      if (alreadySays<object>(state.EiaApproved, { conditions: undefined, ...approval })) return [];
      const { enterprise, projectName, capacity, unit, capacityRecords } = pending(state);
      mustHaveCome(approval.approvedOn, given, clause);
      const gate = lawOn('environment/eia-gate', dayOf(given.occurredAt));
      const due = dueAmong(capacityRecords, given);
      if (due.length > 0) throw dueForElimination(gate, due, 'refuse-eia');
      const data = { enterprise, projectName, capacity, unit, ...approval };
      return [{ type: 'EiaApproved', data, rules: [ruleRef(gate)] }];
    },

    RefuseEia: (command, state, given) => {
      const decision = contentOf(command);
      if (alreadySays(state.EiaRefused, decision)) return [];
      const { enterprise, projectName, capacityRecords } = pending(state);
      mustHaveCome(decision.decidedOn, given, clause);
      const gate = lawOn('environment/eia-gate', dayOf(given.occurredAt));
      const records = [...dueAmong(capacityRecords, given)];
      const isElimination = decision.ground === 'DUE_FOR_ELIMINATION';
      if (isElimination && records.length === 0) throw notDueForElimination(gate);
      const data = { enterprise, projectName, ...decision, ...(isElimination ? { records } : {}) };
      return [{ type: 'EiaRefused', data, rules: [ruleRef(gate)] }];
    },

    RecordConstructionStart: (command, state, given) => {
      const start = contentOf(command);
      const known = state.ConstructionStarted ?? state.UnapprovedConstructionFound;
      if (isRepeated(known, start, { zh: '开工', en: 'start of construction', clause })) return [];
      mustHaveCome(start.startedOn, given, clause);
      const rule = lawOn('environment/eia-before-start', start.startedOn);
      const { EiaApproved } = state;
      const isApproved = EiaApproved !== undefined && EiaApproved.approvedOn <= start.startedOn;
      return isApproved
        ? [{ type: 'ConstructionStarted', data: start, rules: [ruleRef(rule)] }]
        : [{ type: 'UnapprovedConstructionFound', data: start, rules: [ruleRef(rule)] }];
    },
  },

  evolve: keeping<Events>(
    'EiaSubmitted',
    'EiaApproved',
    'EiaRefused',
    'ConstructionStarted',
    'UnapprovedConstructionFound',
  ),

  subject: ({ EiaSubmitted, ConstructionStarted, UnapprovedConstructionFound }) => {
    const { uscc, siteId } = (EiaSubmitted ?? ConstructionStarted ?? UnapprovedConstructionFound)?.enterprise ?? {};
    return { uscc, siteId };
  },

  consults: {
    SubmitEia: ({ capacityRecords }) => capacityStreams(capacityRecords),
    ApproveEia: (_, { EiaSubmitted }) => capacityStreams(EiaSubmitted?.capacityRecords),
    RefuseEia: (_, { EiaSubmitted }) => capacityStreams(EiaSubmitted?.capacityRecords),
  },
};

/** What was submitted, unless nothing was or it is decided. */
function pending({ EiaSubmitted, EiaApproved, EiaRefused }: Eia): Events['EiaSubmitted'] {
  if (EiaSubmitted && !EiaApproved && !EiaRefused) return EiaSubmitted;
  const decided = EiaApproved ?? EiaRefused;
  throw refusal(
    EiaSubmitted ? 'eia-decided' : 'no-eia',
    EiaSubmitted
      ? { zh: `环评文件已作出决定（${decided?.documentNumber}）`, en: `It was decided (${decided?.documentNumber})` }
      : { zh: '没有受理该项目的环评文件', en: 'No assessment of this project was received' },
    {
      clause,
      wayOut: EiaSubmitted
        ? { zh: '重新报批使用新的项目编号', en: 'Submit anew under another project id' }
        : { zh: '先受理环评文件', en: 'Receive the assessment first' },
    },
  );
}
