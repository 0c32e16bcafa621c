import type { RuleRef } from '#decider';
import type { RestrictionField } from '#codes';
import { dayOf, mustBeDay } from './days.js';
import { NoRuleInForce } from './law-error.js';
import type { Rule } from './rule.js';
import { creditRules } from './rules/credit.js';
import { energyRules } from './rules/energy.js';
import { environmentRules } from './rules/environment.js';
import { hotlineRules } from './rules/hotline.js';
import { industryRules } from './rules/industry.js';
import { landRules } from './rules/land.js';
import { penaltyRules } from './rules/penalty.js';
import { permitRules } from './rules/permit.js';
import { planRules } from './rules/plan.js';
import { priceRules } from './rules/price.js';
import { qualityRules } from './rules/quality.js';
import { procedureRules } from './rules/procedure.js';
import { safetyRules } from './rules/safety.js';
import { NotSuppliable, withNumber, type SuppliedNumber } from './supplied.js';

const tables = [
  ...energyRules,
  ...environmentRules,
  ...permitRules,
  ...priceRules,
  ...penaltyRules,
  ...procedureRules,
  ...creditRules,
  ...planRules,
  ...qualityRules,
  ...hotlineRules,
  ...landRules,
  ...industryRules,
  ...safetyRules,
] as const;

type Row = (typeof tables)[number];

/** Names of the rules that there are. */
export type RuleId = Row['id'];

/** The rows that a rule has: what all its versions say, a caller may rely on. */
export type RuleOf<Id extends RuleId> = Rule & Extract<Row, { readonly id: Id }>;

/** Every row, in every version. */
export const rules: readonly Rule[] = tables;

const versions = Map.groupBy(rules, ({ id }) => id);

const supplied = new Map<string, Rule>();

/**
 * Takes numbers that are not known here, once, before anything is decided. Facts keep what was counted by them, so that
 * other numbers later change nothing that was decided. Throws `NotSuppliable`.
 */
export function supplyNumbers(numbers: readonly SuppliedNumber[]): void {
  for (const number of numbers) {
    const row = rules.find((rule) => ruleText(rule) === number.rule);
    if (!row || supplied.has(number.rule))
      throw new NotSuppliable(
        row
          ? { zh: `${number.rule} 给出了两次`, en: `${number.rule} is given twice` }
          : { zh: `没有规则“${number.rule}”`, en: `There is no rule ${number.rule}` },
      );
    supplied.set(number.rule, withNumber(row, number));
  }
}

const asSupplied = (rule: Rule | undefined): Rule | undefined => rule && (supplied.get(ruleText(rule)) ?? rule);

/**
 * The row of a rule in force on the day of the act, given as a day or as an instant. Penalty Law art. 37: the law at
 * the time of the violation. Throws `NoRuleInForce`.
 */
export function ruleOn<Id extends RuleId>(id: Id, when: string): RuleOf<Id> {
  const row = findRule(id, when);
  if (!row) throw new NoRuleInForce(id, toDay(when));
  return row as RuleOf<Id>;
}

/** The same for a name that came from outside: nothing when no such rule is in force. */
export function findRule(id: string, when: string): Rule | undefined {
  const day = toDay(when);
  return asSupplied(versions.get(id)?.find((rule) => isInForce(rule, day)));
}

/** The row that `id@version` names, in force or not; nothing when there is none. */
export const ruleNamed = (text: string): Rule | undefined => asSupplied(rules.find((rule) => ruleText(rule) === text));

/** The row as an envelope refers to it. */
export const ruleRef = ({ id, version }: Pick<Rule, 'id' | 'version'>): RuleRef => ({ ruleId: id, version });

/** The row as a text: `energy/rectification-period@2021`. */
export const ruleText = ({ id, version }: Pick<Rule, 'id' | 'version'>): string => `${id}@${version}`;

/** Rows that are a legal basis for restriction in a field. None means that information is shared and no more. */
export function restrictionBases(field: RestrictionField, when: string): readonly Rule[] {
  const day = toDay(when);
  return rules.filter((rule) => rule.fields?.includes(field) && isInForce(rule, day));
}

const toDay = (when: string): string => (when.includes('T') ? dayOf(when) : mustBeDay(when));

const isInForce = ({ inForceFrom, inForceTo }: Rule, day: string): boolean =>
  inForceFrom <= day && (inForceTo === undefined || day <= inForceTo);
