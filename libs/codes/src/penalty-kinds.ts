/** Kinds of the Administrative Penalty Law of 1996, art. 8, still the code list of systems in use. */
export const legacyPenaltyKinds = {
  '1': { zh: '警告', en: 'warning' },
  '2': { zh: '罚款', en: 'fine' },
  '3': { zh: '没收违法所得、没收非法财物', en: 'confiscation of illegal gains or property' },
  '4': { zh: '责令停产停业', en: 'order to stop production or business' },
  '5': { zh: '暂扣或者吊销许可证、执照', en: 'suspension or revocation of a permit or licence' },
  '6': { zh: '行政拘留', en: 'administrative detention' },
  '7': { zh: '其他', en: 'other, as a law or administrative regulation provides' },
} as const;

export type LegacyPenaltyKind = keyof typeof legacyPenaltyKinds;

export interface PenaltyKind {
  readonly zh: string;
  readonly en: string;
  /** First day on which the Penalty Law names it as a kind of its own. Before, it was `legacy`, if anything. */
  readonly namedFrom: string;
  readonly legacy: LegacyPenaltyKind;
}

const FIRST_LAW = '1996-10-01';
const NEW_LAW = '2021-07-15';

/** The 14 kinds of the Administrative Penalty Law of 2021, art. 9, each with the kind of 1996 that it maps down to. */
export const penaltyKinds = {
  WARNING: { zh: '警告', en: 'warning', namedFrom: FIRST_LAW, legacy: '1' },
  CIRCULATED_CRITICISM: { zh: '通报批评', en: 'criticism by circular', namedFrom: NEW_LAW, legacy: '7' },
  FINE: { zh: '罚款', en: 'fine', namedFrom: FIRST_LAW, legacy: '2' },
  CONFISCATION_OF_GAINS: { zh: '没收违法所得', en: 'confiscation of illegal gains', namedFrom: FIRST_LAW, legacy: '3' },
  CONFISCATION_OF_PROPERTY: {
    zh: '没收非法财物',
    en: 'confiscation of illegal property',
    namedFrom: FIRST_LAW,
    legacy: '3',
  },
  LICENCE_SUSPENSION: { zh: '暂扣许可证件', en: 'suspension of a licence', namedFrom: FIRST_LAW, legacy: '5' },
  GRADE_REDUCTION: { zh: '降低资质等级', en: 'lowering of a qualification grade', namedFrom: NEW_LAW, legacy: '7' },
  LICENCE_REVOCATION: { zh: '吊销许可证件', en: 'revocation of a licence', namedFrom: FIRST_LAW, legacy: '5' },
  ACTIVITY_RESTRICTION: {
    zh: '限制开展生产经营活动',
    en: 'restriction of production or business',
    namedFrom: NEW_LAW,
    legacy: '7',
  },
  STOP_PRODUCTION: {
    zh: '责令停产停业',
    en: 'order to stop production or business',
    namedFrom: FIRST_LAW,
    legacy: '4',
  },
  CLOSURE: { zh: '责令关闭', en: 'order to close', namedFrom: NEW_LAW, legacy: '7' },
  PROFESSION_RESTRICTION: { zh: '限制从业', en: 'restriction from a profession', namedFrom: NEW_LAW, legacy: '7' },
  DETENTION: { zh: '行政拘留', en: 'administrative detention', namedFrom: FIRST_LAW, legacy: '6' },
  OTHER: { zh: '其他', en: 'other, as a law or administrative regulation provides', namedFrom: FIRST_LAW, legacy: '7' },
} as const satisfies Readonly<Record<string, PenaltyKind>>;

export type PenaltyKindCode = keyof typeof penaltyKinds;

export const penaltyKindCodes = [
  'WARNING',
  'CIRCULATED_CRITICISM',
  'FINE',
  'CONFISCATION_OF_GAINS',
  'CONFISCATION_OF_PROPERTY',
  'LICENCE_SUSPENSION',
  'GRADE_REDUCTION',
  'LICENCE_REVOCATION',
  'ACTIVITY_RESTRICTION',
  'STOP_PRODUCTION',
  'CLOSURE',
  'PROFESSION_RESTRICTION',
  'DETENTION',
  'OTHER',
] as const satisfies readonly PenaltyKindCode[];

/** The kinds that the Penalty Law names on a day (`2021-07-14`). What it does not name then can only be `OTHER`. */
export const penaltyKindsNamedOn = (day: string): readonly PenaltyKindCode[] =>
  penaltyKindCodes.filter((code) => penaltyKinds[code].namedFrom <= day);

/** A list of kinds in the code list of 1996, each once, in its order. */
export const legacyKindsOf = (kinds: readonly PenaltyKindCode[]): readonly LegacyPenaltyKind[] =>
  [...new Set(kinds.map((kind) => penaltyKinds[kind].legacy))].sort();
