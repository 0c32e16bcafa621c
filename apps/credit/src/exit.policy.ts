import type { energy } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';
import { authorities } from './authorities.js';
import { creditRecordIdOf } from './record-id.js';
import type { Commands } from './record.state.js';

type Facts = energy.Events<'equipment'>;

/** Capacity that did not exit on time goes on record; when it exits after all, display and restrictions end. 三(二). */
export const exitPolicy: Policy = {
  name: 'missed-exits-reach-the-credit-record',
  when: {
    'energy.ExitNonCompletionDetermined': (determined: Recorded<Facts['ExitNonCompletionDetermined']>) => {
      const { stream, occurredAt, data } = determined;
      const { enterprise, dueOn, equipment, fact, legalBasis, documentNumber, notifiedOn } = data;
      const open: Commands['OpenCreditRecord'] = {
        occurredAt,
        subject: 'NON_COMPLETION',
        origin: recordIdOf({ stream }),
        notifiedOn,
        content: {
          enterprise,
          documentNumber,
          violation: '未按期完成落后产能退出',
          facts: fact,
          legalBasis,
          content: `应于${dueOn}前退出：${equipment}`,
          decidedOn: dayOf(occurredAt),
          authority: authorities.energy.name,
          authorityCode: authorities.energy.code,
          field: 'energy',
        },
      };
      return [
        {
          record: 'record',
          id: creditRecordIdOf('exit', recordIdOf({ stream })),
          command: 'OpenCreditRecord',
          data: open,
        },
      ];
    },
    'energy.MainEquipmentDismantled': (dismantled: Recorded<Facts['MainEquipmentDismantled']>) => {
      const { stream, occurredAt, data } = dismantled;
      const note: Commands['NoteLateExit'] = { occurredAt, exitedOn: data.dismantledOn };
      return [
        { record: 'record', id: creditRecordIdOf('exit', recordIdOf({ stream })), command: 'NoteLateExit', data: note },
      ];
    },
  },
};
