import type { Counting } from './counting.js';
import { enforcementCounting } from './enforcement/counting.js';
import { lookBackCounting } from './look-backs/counting.js';
import { scorecardCounting } from './scorecard/counting.js';

/** What each report is counted from, by the name of the report. */
export const countings: Readonly<Record<string, Counting>> = {
  'supervision-scorecard': scorecardCounting,
  'look-back-matrix': lookBackCounting,
  enforcement: enforcementCounting,
};
