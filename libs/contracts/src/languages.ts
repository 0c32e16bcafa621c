import type { Catalogue } from './catalogue.js';
import { language as credit } from './credit/language.js';
import { language as developmentReform } from './development-reform/language.js';
import { language as emergencyManagement } from './emergency-management/language.js';
import { language as energy } from './energy/language.js';
import { language as environment } from './environment/language.js';
import { language as government } from './government/language.js';
import { language as hotline } from './hotline/language.js';
import { language as industry } from './industry/language.js';
import { language as marketRegulation } from './market-regulation/language.js';
import { language as naturalResources } from './natural-resources/language.js';

/** The language of every department there is. */
export const languages: readonly Catalogue[] = [
  energy,
  environment,
  marketRegulation,
  government,
  developmentReform,
  industry,
  credit,
  naturalResources,
  hotline,
  emergencyManagement,
];
