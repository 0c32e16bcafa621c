import { lists, tells, type Register } from './register.js';

/** Natural acts that more than one department looks at, and the fines between which a person must decide. */
export const conductRegisters: readonly Register[] = [
  {
    name: 'fine-conflicts',
    title: { zh: '同一行为重复罚款', en: 'Fines on one act' },
    readers: 'read-registers',
    when: {
      'government.ConductFiled': lists('filings', 'FILED'),
      'government.FineClaimed': lists('fines', 'FINED'),
      'government.FineConflictFound': lists('conflicts', 'CONFLICT'),
      'government.JurisdictionResolved': tells('RESOLVED'),
      'government.FineReleased': lists('released', 'RELEASED'),
    },
  },
];
