import type { Bilingual } from '#decider';
import type { PenaltyKindCode } from '#codes';
import { addMonths, mustBeDay } from './days.js';
import { DisplayNotBegun } from './law-error.js';
import { ruleOn } from './rule-on.js';
import type { DisplayRule, Rule } from './rule.js';

/** A platform that shows penalties. Each has a clock of its own, so a penalty on two of them has two periods. */
export type Platform = 'credit-china' | 'market-regulation' | 'safety-list';

/** The field of regulation that a penalty belongs to, as far as display depends on it. */
export type PenaltyField =
  'energy' | 'environment' | 'quality' | 'work-safety' | 'fire' | 'food' | 'drugs' | 'special-equipment' | 'other';

/** What the length of display depends on. */
export interface Displayed {
  readonly platform: Platform;
  readonly decidedOn: string;
  /** Day on which the platform first showed it. Starts the clock of market regulation. */
  readonly publishedOn?: string;
  /** Day of the decision to list. Starts the clock of a list. */
  readonly listedOn?: string;
  readonly kinds: readonly PenaltyKindCode[];
  readonly field: PenaltyField;
  readonly amountFen?: number;
  /** The level that the deciding authority gave, for Credit China before May 2023. Left out: general. */
  readonly seriousness?: 'general' | 'serious';
  /** Configured: up to which amount the province counts a fine as low. Left out: no fine is known to be low. */
  readonly lowFineUpToFen?: number;
  /** Last day of a ban that the penalty imposes. Market regulation shows a penalty at least as long. */
  readonly banEndsOn?: string;
}

/** When display starts, may be stopped, and must stop. */
export interface DisplayPeriod {
  readonly rule: Rule;
  readonly startsFrom: DisplayRule['startsFrom'];
  readonly startsOn: string;
  /** Day from which an early stop may be granted; none when there is no minimum or no early stop. */
  readonly minEndsOn?: string;
  /** Display stops when this day is over. */
  readonly maxEndsOn: string;
  /** What stops it early; none when only time does. */
  readonly earlyStop?: Bilingual;
}

type Regime = Rule & { readonly display: DisplayRule };

/**
 * How long a platform shows a penalty, under the regime of the day it was decided on. Nothing when the platform does
 * not show it at all. Where several periods fit, the longest counts.
 *
 * Throws `NoRuleInForce` for a regime that is not known, `DisplayNotBegun` when the day that starts its clock is missing.
 */
export function displayPeriod(penalty: Displayed): DisplayPeriod | undefined {
  mustBeDay(penalty.decidedOn);
  const rule = regimes[penalty.platform](penalty);
  if (!rule) return undefined;
  const { startsFrom, minMonths, maxMonths, earlyStop }: DisplayRule = rule.display;
  const startsOn = { decision: penalty.decidedOn, publication: penalty.publishedOn, listing: penalty.listedOn }[
    startsFrom
  ];
  if (startsOn === undefined) throw new DisplayNotBegun(startsFrom);
  const nominalEnd = addMonths(startsOn, maxMonths);
  const banEnd = penalty.platform === 'market-regulation' ? penalty.banEndsOn : undefined;
  const canStop =
    earlyStop && !(penalty.platform === 'market-regulation' && penalty.kinds.some((kind) => NEVER_EARLY.has(kind)));
  return {
    rule,
    startsFrom,
    startsOn,
    ...(canStop && minMonths !== undefined ? { minEndsOn: addMonths(startsOn, minMonths) } : {}),
    maxEndsOn: banEnd !== undefined && banEnd > nominalEnd ? mustBeDay(banEnd) : nominalEnd,
    ...(canStop ? { earlyStop } : {}),
  };
}

const regimes: Readonly<Record<Platform, (penalty: Displayed) => Regime | undefined>> = {
  'credit-china': (penalty) =>
    penalty.decidedOn < CREDIT_CHINA_2023 ? creditChina2019(penalty) : creditChina2023(penalty),
  'market-regulation': marketRegulation,
  'safety-list': ({ decidedOn, listedOn }) => ruleOn('publicity/safety-list', listedOn ?? decidedOn),
};

const CREDIT_CHINA_2023 = '2023-05-01';

function creditChina2019({ decidedOn, kinds, field, seriousness }: Displayed): Regime {
  if (SPECIFIC_FIELDS.has(field) && kinds.some((kind) => SPECIFIC_KINDS.has(kind)))
    return ruleOn('publicity/credit-china-specific', decidedOn);
  return seriousness === 'serious'
    ? ruleOn('publicity/credit-china-serious', decidedOn)
    : ruleOn('publicity/credit-china-general', decidedOn);
}

const creditChina2023 = ({ decidedOn, field }: Displayed): Regime =>
  SPECIAL_FIELDS.has(field)
    ? ruleOn('publicity/credit-china-special-fields', decidedOn)
    : ruleOn('publicity/credit-china', decidedOn);

function marketRegulation({ decidedOn, kinds, amountFen, lowFineUpToFen }: Displayed): Regime | undefined {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'WARNING')) return undefined;
  const isLow = amountFen !== undefined && lowFineUpToFen !== undefined && amountFen <= lowFineUpToFen;
  const isLight =
    kinds.length > 0 &&
    kinds.every((kind) => kind === 'WARNING' || kind === 'CIRCULATED_CRITICISM' || (kind === 'FINE' && isLow));
  return isLight
    ? ruleOn('publicity/market-regulation-light', decidedOn)
    : ruleOn('publicity/market-regulation', decidedOn);
}

/** NDRC Order 58. */
const SPECIAL_FIELDS: ReadonlySet<PenaltyField> = new Set([
  'food',
  'drugs',
  'special-equipment',
  'work-safety',
  'fire',
]);
/** Fields and kinds named in what was read of the rules of 2019. */
const SPECIFIC_FIELDS: ReadonlySet<PenaltyField> = new Set(['environment', 'work-safety']);
const SPECIFIC_KINDS: ReadonlySet<PenaltyKindCode> = new Set(['STOP_PRODUCTION', 'LICENCE_REVOCATION']);
/** Provisions on publicity of market-regulation penalties art. 14: stops, limits, downgrades, revocations, and so closures. */
const NEVER_EARLY: ReadonlySet<PenaltyKindCode> = new Set([
  'STOP_PRODUCTION',
  'CLOSURE',
  'ACTIVITY_RESTRICTION',
  'PROFESSION_RESTRICTION',
  'GRADE_REDUCTION',
  'LICENCE_REVOCATION',
]);
