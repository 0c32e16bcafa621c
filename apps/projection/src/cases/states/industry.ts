import type { CaseStates } from './states.js';

/** A case of exited capacity that stirs. */
export const industryCase: CaseStates = {
  related: [],
  ended: ['CONCLUDED'],
  clean: [],
  pending: [],
  states: {
    'industry.CaseOpened': () => 'FOUND',
    'industry.CaseReported': () => 'REPORTED',
    'industry.CaseReportMissed': () => '',
    'industry.CaseHandedOver': () => 'HANDED_OVER',
    'industry.CaseConcluded': () => 'CONCLUDED',
  },
};
