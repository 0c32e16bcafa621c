import { deadline, extend, LawError, ruleOn, ruleText, type Due, type Period, type Rule, type RuleId } from '#law';
import { Refusal, type RefusalGrounds } from '#decider';

/** The grounds that name a row of law, and the clause that it carries out. */
export const cite = (rule: Rule, clause = rule.clause): RefusalGrounds => ({ clause, rule: ruleText(rule) });

/** The row in force on the day of the act. Refuses, as `energy/law-silent`, a day that no row covers. */
export const lawOn = <Id extends RuleId>(id: Id, day: string) => answered(() => ruleOn(id, day));

/** Counts a period. Refuses, as `energy/law-silent`, one that ends where no calendar of working days is known. */
export const dueAfter = (rule: Period, startsOn: string): Due => answered(() => deadline({ rule, startsOn }));

/** Lengthens a deadline by months, from its nominal last day. Refuses like `dueAfter`. */
export const dueExtended = (due: Due, months: number, rule: Rule): Due => answered(() => extend(due, months, rule));

// A day without law or calendar is the caller's to put right: an answer, not a crash.
function answered<Answer>(ask: () => Answer): Answer {
  try {
    return ask();
  } catch (silence) {
    if (!(silence instanceof LawError)) throw silence;
    throw new Refusal('energy/law-silent', silence.sentence, {
      wayOut: {
        zh: '核对日期；如无误，请先由系统管理员补充该日的规则或节假日安排',
        en: 'Check the date; if it is right, the operator must first add the rule or calendar of that day',
      },
    });
  }
}
