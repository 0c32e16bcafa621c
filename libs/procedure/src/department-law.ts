import { alreadySays, Refusal, type Bilingual, type Circumstances, type RefusalGrounds, type RuleRef } from '#decider';
import {
  dayOf,
  deadline,
  extend,
  fixedDeadline,
  LawError,
  namesLaw,
  ruleOn,
  ruleRef,
  ruleText,
  type Due,
  type FixedDue,
  type Period,
  type Rule,
  type RuleId,
  type RuleOf,
} from '#law';

/** The grounds that name a row of law, and the clause that it carries out. */
export const cite = (rule: Rule, clause = rule.clause): RefusalGrounds => ({ clause, rule: ruleText(rule) });

/** What a record states once, in words: the report, the inspection. */
export interface Statement extends Bilingual {
  readonly clause: string;
  /** What to do instead; by default, to take a new id. */
  readonly wayOut?: Bilingual;
}

/** What the law of every department asks alike. Refusals carry the codes of the department: `energy/in-the-future`. */
export interface DepartmentLaw {
  /** A refusal under the department's own code. */
  readonly refusal: (code: string, says: Bilingual, grounds?: RefusalGrounds) => Refusal;
  /** The row in force on the day of the act. Refuses, as `law-silent`, a day that no row covers. */
  readonly lawOn: <Id extends RuleId>(id: Id, day: string) => RuleOf<Id>;
  /** Counts a period. Refuses, as `law-silent`, one that ends where no calendar of working days is known. */
  readonly dueAfter: (rule: Period, startsOn: string) => Due;
  /** A last day that an instrument fixes, moved past rest days. Refuses like `dueAfter`. */
  readonly dueBy: (rule: Rule, day: string) => FixedDue;
  /** Lengthens a deadline by months, from its nominal last day. Refuses like `dueAfter`. */
  readonly dueExtended: (due: Due, months: number, rule: Rule) => Due;
  /** Whether a record says all of this already. Refuses, as `already-recorded`, one that says something else. */
  readonly isRepeated: <Said extends object>(
    record: Said | undefined,
    content: Partial<Said>,
    what: Statement,
  ) => boolean;
  /** Refuses a day that has not come yet by the ledger's clock. What is recorded has happened. */
  readonly mustHaveCome: (day: string, given: Pick<Circumstances, 'now'>, clause: string) => void;
  /** Refuses a day before the one that it must follow. */
  readonly mustNotPrecede: (day: string, earlier: string, clause: string, zh: string, en: string) => void;
  /** Refuses a basis that names no law: a plan creates neither penalty nor closure. Penalty Law art. 16. */
  readonly mustNameLaw: (legalBasis: string, clause: string, day: string) => void;
  /** Refuses enforcement by fewer officers than the law of the day wants, and answers with the row. Each counts once. */
  readonly enoughOfficers: (given: Circumstances, clause: string) => RuleRef;
}

/** The checks of a department, named as its refusals are: `lawOf('market-regulation')`. */
export function lawOf(department: string): DepartmentLaw {
  const refusal = (code: string, says: Bilingual, grounds: RefusalGrounds = {}) =>
    new Refusal(`${department}/${code}`, says, grounds);

  // A day without law or calendar is the caller's to put right: an answer, not a crash.
  function answered<Answer>(ask: () => Answer): Answer {
    try {
      return ask();
    } catch (silence) {
      if (!(silence instanceof LawError)) throw silence;
      throw refusal('law-silent', silence.sentence, {
        wayOut: {
          zh: '核对日期；如无误，请先由系统管理员补充该日的规则或节假日安排',
          en: 'Check the date; if it is right, the operator must first add the rule or calendar of that day',
        },
      });
    }
  }
  const lawOn = <Id extends RuleId>(id: Id, day: string): RuleOf<Id> => answered(() => ruleOn(id, day));

  return {
    refusal,
    lawOn,
    dueAfter: (rule, startsOn) => answered(() => deadline({ rule, startsOn })),
    dueBy: (rule, day) => answered(() => fixedDeadline(rule, day)),
    dueExtended: (due, months, rule) => answered(() => extend(due, months, rule)),

    isRepeated(record, content, { zh, en, clause, wayOut }) {
      if (alreadySays(record, content)) return true;
      if (!record) return false;
      throw refusal(
        'already-recorded',
        { zh: `${zh}已登记，内容不同`, en: `Another ${en} is on record` },
        { clause, wayOut: wayOut ?? { zh: '另一事项使用新的编号', en: 'Another matter takes an id of its own' } },
      );
    },

    mustHaveCome(day, { now }, clause) {
      const today = dayOf(now);
      if (day <= today) return;
      throw refusal(
        'in-the-future',
        { zh: `${day}尚未到来（今天是${today}）`, en: `${day} has not come yet (today is ${today})` },
        {
          clause,
          wayOut: { zh: '事后据实补录', en: 'Post it once it has happened' },
          facts: { day, today },
        },
      );
    },

    mustNotPrecede(day, earlier, clause, zh, en) {
      if (day >= earlier) return;
      throw refusal(
        'before-its-cause',
        { zh: `${day}早于${zh}之日${earlier}`, en: `${day} is before the day of ${en}, ${earlier}` },
        {
          clause,
          wayOut: { zh: `日期应不早于${earlier}`, en: `The day must be ${earlier} or later` },
          facts: { day, earlier },
        },
      );
    },

    mustNameLaw(legalBasis, clause, day) {
      if (namesLaw(legalBasis)) return;
      throw refusal(
        'plan-is-no-basis',
        {
          zh: `“${legalBasis}”未载明法律、法规或规章；工作计划等规范性文件不能单独作为依据`,
          en: `"${legalBasis}" names no law, regulation or rule; a plan or other policy document alone is no legal basis`,
        },
        {
          ...cite(lawOn('penalty/legal-basis', day), clause),
          wayOut: {
            zh: '写明法律、法规或规章的名称和条款，例如“节约能源法第七十二条”',
            en: 'Name the law, regulation or rule and its article, such as Energy Conservation Law art. 72',
          },
          facts: { legalBasis },
        },
      );
    },

    enoughOfficers({ actor, occurredAt }, clause) {
      const rule = lawOn('penalty/two-officers', dayOf(occurredAt));
      const present = new Set((actor.officers ?? []).map((officer) => officer.trim()).filter(Boolean)).size;
      if (present >= rule.amount) return ruleRef(rule);
      throw refusal(
        'two-officers',
        {
          zh: `现场执法人员不得少于${rule.amount}人，本次为${present}人`,
          en: `Enforcement on site takes at least ${rule.amount} officers; this names ${present}`,
        },
        {
          ...cite(rule, clause),
          wayOut: {
            zh: '在 officers 中填写至少两名执法人员的证件号',
            en: 'Name at least two officers by badge number in `officers`',
          },
          facts: { officers: present, needed: rule.amount },
        },
      );
    },
  };
}
