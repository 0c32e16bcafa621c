import type { energy } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { authorities } from './authorities.js';
import { creditRecordIdOf } from './record-id.js';
import type { Commands } from './record.state.js';

type Facts = energy.Events<'penalty'>;

/** Every penalty is published, and what was annulled is not published any longer. 三(二), Penalty Law art. 48. */
export const penaltyPolicy: Policy = {
  name: 'penalties-reach-the-credit-record',
  when: {
    'energy.PenaltyDecided': ({ stream, occurredAt, data }: Recorded<Facts['PenaltyDecided']>) => {
      const { caseId: _, ...decision } = data;
      const open: Commands['OpenCreditRecord'] = {
        occurredAt,
        subject: 'PENALTY',
        origin: recordIdOf({ stream }),
        content: {
          ...decision,
          authority: authorities.energy.name,
          authorityCode: authorities.energy.code,
          field: 'energy',
        },
      };
      return [
        {
          record: 'record',
          id: creditRecordIdOf('penalty', recordIdOf({ stream })),
          command: 'OpenCreditRecord',
          data: open,
        },
      ];
    },
    'energy.PenaltyAnnulled': ({ stream, occurredAt, data }: Recorded<Facts['PenaltyAnnulled']>) => {
      const { annulledOn, reason, documentNumber } = data;
      const note: Commands['NoteAnnulment'] = {
        occurredAt,
        annulledOn,
        reason: `${documentNumber}：${reason}`,
      };
      return [
        {
          record: 'record',
          id: creditRecordIdOf('penalty', recordIdOf({ stream })),
          command: 'NoteAnnulment',
          data: note,
        },
      ];
    },
  },
};
