import type { hotline } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';

type Stage = hotline.TipOverdue['stage'];

const keyOf = (fact: Recorded, stage: Stage): string => `tip/${recordIdOf(fact)}/${stage.toLowerCase()}`;

const set = (fact: Recorded, stage: Stage, dueOn: string): DeadlineChange => ({
  set: {
    key: keyOf(fact, stage),
    dueOn,
    record: 'tip',
    id: recordIdOf(fact),
    command: 'PassTipDeadline',
    data: { stage, dueOn },
  },
});
const clear = (fact: Recorded, stage: Stage): DeadlineChange => ({ clear: keyOf(fact, stage) });

/** A tip is sent on, dealt with and answered in time, or it is on record that it was not (四(三)). */
export const deadlines: Deadlines = {
  when: {
    'hotline.TipReceived': (fact: Recorded<hotline.TipReceived>) => [set(fact, 'DISPATCH', fact.data.dispatchBy)],
    'hotline.TipDispatched': (fact: Recorded<hotline.TipDispatched>) => [
      clear(fact, 'DISPATCH'),
      set(fact, 'HANDLING', fact.data.due.rolledDue),
    ],
    'hotline.TipReturned': (fact: Recorded<hotline.TipReturned>) => [
      clear(fact, 'HANDLING'),
      set(fact, 'DISPATCH', fact.data.dispatchBy),
    ],
    'hotline.TipExtended': (fact: Recorded<hotline.TipExtended>) => [set(fact, 'HANDLING', fact.data.due.rolledDue)],
    'hotline.TipVerified': (fact: Recorded<hotline.TipVerified>) => [
      clear(fact, 'HANDLING'),
      ...(fact.data.due ? [set(fact, 'REPLY', fact.data.due.rolledDue)] : []),
    ],
    'hotline.TipReplied': (fact) => [clear(fact, 'REPLY')],
    'hotline.TipOverdue': (fact: Recorded<hotline.TipOverdue>) => [clear(fact, fact.data.stage)],
  },
};
