import type { emergencyManagement } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = emergencyManagement.Events<'standardisation'>;

interface Standardisation {
  readonly graded?: Events['SafetyStandardisationGraded'];
  readonly withdrawn?: Events['SafetyStandardisationWithdrawn'];
  readonly hasLapsed: boolean;
}

const clause = '2.4.1';

/** A grade of work-safety standardisation: given, renewed, withdrawn, or lapsed with its time. */
export const standardisation: Decider<Standardisation, emergencyManagement.Commands<'standardisation'>, Events> = {
  name: 'emergencyManagement.standardisation',
  initial: { hasLapsed: false },

  decide: {
    RecordStandardisation: (command, { graded }, given) => {
      const grade = contentOf(command);
      if (alreadySays(graded, grade)) return [];
      mustHaveCome(grade.gradedOn, given, clause);
      mustNotPrecede(grade.validTo, grade.gradedOn, clause, '定级', 'the grading');
      if (graded && grade.gradedOn === graded.gradedOn)
        isRepeated(graded, grade, {
          zh: '当日定级',
          en: 'grade of that day',
          clause,
          wayOut: { zh: '重新定级填写新的定级日', en: 'A new grading has a day of its own' },
        });
      if (graded) mustNotPrecede(grade.gradedOn, graded.gradedOn, clause, '上次定级', 'the last grading');
      const rule = lawOn('safety/standardisation', grade.gradedOn);
      return [{ type: 'SafetyStandardisationGraded', data: grade, rules: [ruleRef(rule)] }];
    },

    WithdrawStandardisation: (command, { graded, withdrawn, hasLapsed }, { occurredAt }) => {
      const withdrawal = contentOf(command);
      if (alreadySays(withdrawn, withdrawal)) return [];
      if (!graded || withdrawn || hasLapsed || isOver(graded.validTo, occurredAt))
        throw refusal(
          'no-grade-in-force',
          { zh: '没有在有效期内的等级可以撤销', en: 'There is no grade in force to withdraw' },
          {
            ...cite(lawOn('safety/standardisation', dayOf(occurredAt))),
            wayOut: {
              zh: '只撤销已登记、未失效的等级',
              en: 'Withdraw a grade that is on record and has not ended',
            },
            facts: { validTo: graded?.validTo ?? null, withdrawn: withdrawn !== undefined },
          },
        );
      return [{ type: 'SafetyStandardisationWithdrawn', data: withdrawal }];
    },

    LapseStandardisation: ({ validTo }, { graded, withdrawn, hasLapsed }, { now }) => {
      if (graded?.validTo !== validTo || withdrawn || hasLapsed) return [];
      if (!isOver(validTo, now))
        throw refusal(
          'period-still-runs',
          { zh: `有效期至${validTo}24时届满，尚未届满`, en: `The grade is valid until 24:00 of ${validTo}` },
          { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { validTo, now } },
        );
      return [{ type: 'SafetyStandardisationLapsed', data: { validTo } }];
    },
  },

  evolve: {
    SafetyStandardisationGraded: (_, graded) => ({ graded, hasLapsed: false }),
    SafetyStandardisationWithdrawn: (state, withdrawn) => ({ ...state, withdrawn }),
    SafetyStandardisationLapsed: (state) => ({ ...state, hasLapsed: true }),
  },

  subject: ({ graded }) => ({ uscc: graded?.enterprise.uscc, siteId: graded?.enterprise.siteId }),
};
