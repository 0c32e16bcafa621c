export { areaCodes, areas, city, type Area, type AreaCode } from './areas.js';
export { MalformedCode, type Complaint } from './complaint.js';
export { halfWidth } from './half-width.js';
export {
  industries,
  industryCodes,
  industryGroups,
  isConfirmedIndustry,
  keyIndustryCount,
  type IndustryClass,
  type IndustryCode,
  type IndustryGroup,
  type IndustryGroupCode,
} from './industries.js';
export { readLicenceNumber, type LicenceNumber } from './licence-number.js';
export { fenFromWan, wanFromFen, wanNumberFromFen, yuanFromFen } from './money.js';
export { normaliseUscc, type NormalisedUscc, type UsccChange } from './normalise-uscc.js';
export { readPenaltyDocumentNumber, type PenaltyDocumentNumber } from './penalty-document.js';
export {
  legacyKindsOf,
  legacyPenaltyKinds,
  penaltyKindCodes,
  penaltyKinds,
  penaltyKindsNamedOn,
  type LegacyPenaltyKind,
  type PenaltyKind,
  type PenaltyKindCode,
} from './penalty-kinds.js';
export { restrictionFieldCodes, restrictionFields, type RestrictionField } from './restriction-fields.js';
export { checkSiteCode, isSiteWithoutUscc, makeSiteCode, parseSiteCode, type SiteCode } from './site-code.js';
export { checkUscc, makeUscc, organisationCheckCharacter, parseUscc, usccCheckCharacter, type Uscc } from './uscc.js';
export {
  equipmentCatalogueCodes,
  isMajorHazardCriterion,
  majorHazardCriteria,
  majorHazardCriteriaCount,
  safetyCatalogueCodes,
  safetyCatalogues,
  type SafetyCatalogue,
  type SafetyCatalogueCode,
} from './safety-catalogues.js';
