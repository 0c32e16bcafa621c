import type { energy } from '#contracts';
import { namespaceOf, recordIdOf, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';
import { authorityOf } from './authorities.js';
import { creditRecordIdOf } from './record-id.js';
import type { Commands } from './record.state.js';

type Facts = energy.Events<'equipment'>;

/** Departments that say what did not exit on time, in the same words: energy of equipment, industry of exit files. */
const keepers = ['energy', 'industry'] as const;

/** Capacity that did not exit on time goes on record; when it exits after all, display and restrictions end. 三(二). */
export const exitPolicy: Policy = {
  name: 'missed-exits-reach-the-credit-record',
  when: Object.fromEntries(keepers.flatMap((department) => Object.entries(factsOf(department)))),
};

function factsOf(department: (typeof keepers)[number]): Policy['when'] {
  const { name: authority, code: authorityCode, field } = authorityOf(department);
  const idOf = (fact: Recorded): string => creditRecordIdOf('exit', recordIdOf(fact), department);
  const type = (name: keyof Facts): string => `${namespaceOf(department)}.${name}`;
  return {
    [type('ExitNonCompletionDetermined')]: (determined: Recorded<Facts['ExitNonCompletionDetermined']>) => {
      const { occurredAt, data } = determined;
      const { enterprise, dueOn, equipment, fact, legalBasis, documentNumber, notifiedOn } = data;
      const open: Commands['OpenCreditRecord'] = {
        occurredAt,
        subject: 'NON_COMPLETION',
        origin: recordIdOf(determined),
        department,
        notifiedOn,
        content: {
          enterprise,
          documentNumber,
          violation: '未按期完成落后产能退出',
          facts: fact,
          legalBasis,
          content: `应于${dueOn}前退出：${equipment}`,
          decidedOn: dayOf(occurredAt),
          authority,
          authorityCode,
          field,
        },
      };
      return [{ record: 'record', id: idOf(determined), command: 'OpenCreditRecord', data: open }];
    },
    [type('MainEquipmentDismantled')]: (dismantled: Recorded<Facts['MainEquipmentDismantled']>) => {
      const note: Commands['NoteLateExit'] = {
        occurredAt: dismantled.occurredAt,
        exitedOn: dismantled.data.dismantledOn,
      };
      return [{ record: 'record', id: idOf(dismantled), command: 'NoteLateExit', data: note }];
    },
  };
}
