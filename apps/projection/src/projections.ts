import type { Projection } from '#projection';
import { caseFile } from './cases/case.projection.js';
import { creditFeed } from './credit-feed/credit-feed.projection.js';
import { creditNotice } from './credit-feed/credit-notice.projection.js';
import { dossier } from './dossier/dossier.projection.js';
import { exitStatistics } from './exits/exit.projection.js';
import { freshness } from './freshness/freshness.projection.js';
import { listIssue, listRegister } from './lists/list.projection.js';
import { obligation } from './obligations/obligation.projection.js';
import { registerEntry } from './registers/register.projection.js';
import { listing } from './search/listing.projection.js';
import { enterpriseSearch } from './search/search.projection.js';
import { countedRecord } from './reports/counted.projection.js';
import { tipRegister } from './tips/tip.projection.js';

/** Every question that this service answers. */
export const projections: readonly Projection[] = [
  dossier,
  enterpriseSearch,
  listing,
  caseFile,
  listRegister,
  listIssue,
  creditFeed,
  creditNotice,
  obligation,
  registerEntry,
  exitStatistics,
  tipRegister,
  freshness,
  countedRecord,
];
