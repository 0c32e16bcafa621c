import { lists, tells, type Register } from './register.js';

/** Promises and imported listings of everybody, beside the dossiers in which each stands. */
export const creditRegisters: readonly Register[] = [
  {
    name: 'credit-promises',
    title: { zh: '信用承诺', en: 'Credit promises' },
    readers: 'read-registers',
    when: {
      'credit.PromiseRegistered': tells('MADE', ({ data }) => ({ county: data.enterprise.county })),
      'credit.PromiseAssessed': tells('ASSESSED', ({ data }) => ({ state: data.fulfilment })),
    },
  },
  {
    name: 'serious-list-entries',
    title: { zh: '严重失信主体名单（导入）', en: 'Imported entries of lists of serious dishonesty' },
    readers: 'read-registers',
    when: {
      'credit.SeriousListEntryImported': tells('LISTED', ({ data }) => ({ county: data.enterprise.county })),
      'credit.SeriousListEntryRemoved': lists('removals', 'REMOVED'),
      'credit.ListDisplayStopped': tells('DISPLAY_STOPPED'),
      'credit.ListDisplayOverdue': tells('DISPLAY_OVERDUE'),
    },
  },
];
