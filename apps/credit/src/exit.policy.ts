import { authorityOf } from '#codes';
import type { energy, industry } from '#contracts';
import { namespaceOf, recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';
import { creditRecordIdOf } from './record-id.js';
import type { Commands } from './record.state.js';

type Facts = energy.Events<'equipment'>;

/** Departments that say what did not exit on time, in the same words: energy of equipment, industry of exit files. */
const keepers = ['energy', 'industry'] as const;

/** Capacity that did not exit on time goes on record; when it exits after all, display and restrictions end. 三(二). */
export const exitPolicy: Policy = {
  name: 'missed-exits-reach-the-credit-record',
  when: {
    ...Object.fromEntries(keepers.map((department) => [determination(department), opening(department)])),
    'energy.MainEquipmentDismantled': (fact: Recorded<Facts['MainEquipmentDismantled']>) =>
      exited(fact, 'energy', fact.data.dismantledOn),
    // What is sealed and still to be dismantled has been accepted for the time being only.
    'industry.ExitAccepted': (fact: Recorded<industry.ExitAccepted>) =>
      fact.data.status === 'DISMANTLED' ? exited(fact, 'industry', fact.data.acceptedOn) : [],
  },
};

const idOf = (fact: Recorded, department: string): string => creditRecordIdOf('exit', recordIdOf(fact), department);

function exited(fact: Recorded, department: string, exitedOn: string): readonly OwnCommand[] {
  const note: Commands['NoteLateExit'] = { occurredAt: fact.occurredAt, exitedOn };
  return [{ record: 'record', id: idOf(fact, department), command: 'NoteLateExit', data: note }];
}

function determination(department: string): string {
  return `${namespaceOf(department)}.ExitNonCompletionDetermined`;
}

function opening(department: (typeof keepers)[number]) {
  const { name: authority, code: authorityCode, field } = authorityOf(department);
  return (determined: Recorded<Facts['ExitNonCompletionDetermined']>): readonly OwnCommand[] => {
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
    return [{ record: 'record', id: idOf(determined, department), command: 'OpenCreditRecord', data: open }];
  };
}
