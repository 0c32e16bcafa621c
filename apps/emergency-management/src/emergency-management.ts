import { emergencyManagement } from '#contracts';
import { department } from '#department';
import {
  cardLists,
  cardProcedure,
  cardsKeepLists,
  governmentDecisions,
  listProcedure,
  penaltyProcedure,
} from '#procedure';
import { campaign } from './campaign.decider.js';
import { cardsPolicy } from './cards.policy.js';
import { safetyCase } from './case/case.decider.js';
import { certificate } from './certificate.decider.js';
import { deadlines } from './emergency-management.deadlines.js';
import { facilityReview } from './facility-review.decider.js';
import { inspection } from './inspection.decider.js';
import { majorHazard } from './major-hazard.decider.js';
import { parkAdmission } from './park-admission.decider.js';
import { safetyFile } from './safety-file.decider.js';
import { standardisation } from './standardisation.decider.js';

/** Emergency management: its language and its law of work safety (二(四)). */
export const emergencyManagementDepartment = department({
  language: emergencyManagement.language,
  deciders: {
    standardisation,
    safetyFile,
    facilityReview,
    parkAdmission,
    campaign,
    inspection,
    majorHazard,
    case: safetyCase,
    penalty: penaltyProcedure({ department: 'emergency-management', clause: '2.4.3' }),
    certificate,
    card: cardProcedure('emergency-management'),
    list: listProcedure('emergency-management', cardLists),
  },
  policies: [
    governmentDecisions('emergency-management', { record: 'case', command: 'NoteGovernmentDecision' }),
    cardsPolicy,
    cardsKeepLists('emergency-management'),
  ],
  deadlines,
});
