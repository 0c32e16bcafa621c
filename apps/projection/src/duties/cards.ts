import { languages, procedure, speakersOf } from '#contracts';
import { categoryOf, namespaceOf } from '#decider';
import { settled, type Duties, type Duty } from './duty.js';

/** Where the case says by when, its own duty does; where there are no cases, the card does. */
const keepers = speakersOf(procedure.YellowCardProlonged).filter(
  (department) => !languages.some((one) => one.department === department && 'case' in one.records),
);

const rectify = (namespace: string): Duty => ({
  kind: 'rectify',
  says: { zh: '完成限期整改', en: 'Complete the rectification' },
  by: 'enterprise',
  when: {
    [`${namespace}.YellowCardIssued`]: ({ data, occurredAt }) => ({
      dueOn: data.dueOn,
      since: occurredAt,
      documentNumber: data.documentNumber,
    }),
    [`${namespace}.YellowCardProlonged`]: ({ data, occurredAt }) => ({
      dueOn: data.dueOn,
      since: occurredAt,
      documentNumber: data.documentNumber,
    }),
    [`${namespace}.YellowCardCleared`]: settled,
    [`${namespace}.RedCardIssued`]: settled,
  },
});

export const cardDuties: Duties = Object.fromEntries(
  keepers.map((department) => [categoryOf(department, 'card'), [rectify(namespaceOf(department))]]),
);
