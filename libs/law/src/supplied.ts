import type { Bilingual } from '#decider';
import type { PeriodUnit } from './deadline.js';
import type { Rule } from './rule.js';

/** A number that is not known here and that an installation has read for itself, with the document it stands in. */
export interface SuppliedNumber {
  /** Row that has none: `industry/deferral-limit@2021`. */
  readonly rule: string;
  /** Document and article; shown wherever the row is shown. */
  readonly source: string;
  readonly length?: number;
  readonly unit?: PeriodUnit;
  readonly fineFen?: { readonly min: number; readonly max: number };
}

/** A number that cannot be supplied as it is. */
export class NotSuppliable extends Error {
  constructor(readonly says: Bilingual) {
    super(`${says.zh}\n${says.en}`);
    this.name = 'NotSuppliable';
  }
}

const units: readonly unknown[] = ['months', 'days', 'working-days'] satisfies PeriodUnit[];
const isWhole = (value: unknown, min: number): value is number =>
  Number.isSafeInteger(value) && (value as number) >= min;

/** What each kind of number looks like. */
const shapes = {
  period: (given: SuppliedNumber) => isWhole(given.length, 1) && given.length <= 1200 && units.includes(given.unit),
  fineFen: ({ fineFen }: SuppliedNumber) =>
    isWhole(fineFen?.min, 0) && isWhole(fineFen.max, fineFen.min) && Object.keys(fineFen).length === 2,
} as const;
const fieldsOf = { period: ['length', 'unit'], fineFen: ['fineFen'] } as const;

/** The row with the number that was supplied for it. Throws `NotSuppliable`. */
export function withNumber(row: Rule, given: SuppliedNumber): Rule {
  const { supplies } = row;
  if (!supplies) throw new NotSuppliable(bothWays(given.rule, '不取外来数值', 'takes no number from outside'));
  const known: readonly string[] = ['rule', 'source', ...fieldsOf[supplies]];
  const strange = Object.keys(given).find((key) => !known.includes(key));
  if (strange) throw new NotSuppliable(bothWays(given.rule, `不应有“${strange}”`, `has no ${strange}`));
  if (typeof given.source !== 'string' || given.source.trim() === '')
    throw new NotSuppliable(bothWays(given.rule, '应写明出处 source', 'needs its source'));
  if (!shapes[supplies](given))
    throw new NotSuppliable(
      supplies === 'period'
        ? bothWays(
            given.rule,
            '应有 length（1至1200）和 unit（months、days、working-days）',
            'needs a length from 1 to 1200 and a unit: months, days or working-days',
          )
        : bothWays(
            given.rule,
            '应有 fineFen：{ min, max }，以分为单位的整数',
            'needs fineFen: { min, max }, whole numbers of fen',
          ),
    );
  const { rule: _, source, ...number } = given;
  return { ...row, ...number, note: source };
}

const bothWays = (rule: string, zh: string, en: string): Bilingual => ({ zh: `${rule} ${zh}`, en: `${rule} ${en}` });
