import { recordIdOf, type Policy, type Recorded } from '#decider';
import { exposureOf } from './exposure.decider.js';

const withdraw = ({ department, ...fact }: Recorded) => [
  {
    record: 'exposure',
    id: exposureOf(department, recordIdOf(fact)),
    command: 'WithdrawExposure',
    data: { reason: '处罚决定已撤销' },
  },
];

/** What rested on a decision that is annulled is told no longer (四(五)). Penalty Law art. 48. */
export const exposurePolicy: Policy = {
  name: 'annulled-decisions-are-exposed-no-longer',
  when: Object.fromEntries(
    ['energy', 'environment', 'marketRegulation', 'emergencyManagement'].map((namespace) => [
      `${namespace}.PenaltyAnnulled`,
      withdraw,
    ]),
  ),
};
