import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { exitTotals, keeping, type Said } from '#procedure';
import { basis, cameLate, dueWhenAsked, hasPassed, type CalendarRule } from './calendar.js';
import { halfOf, mustBeOfPeriod } from './exit-return.js';
import { isRepeated, mustHaveId, refusal } from './law.js';

type Events = government.Events<'feedback'>;

const clause = '3.3';
const dayRules = { H1: 'plan/first-feedback', H2: 'plan/second-feedback' } as const satisfies Record<
  string,
  CalendarRule
>;
const returns = {
  zh: '半年反馈',
  en: 'half-year return',
  clause,
  wayOut: { zh: '后来的更正以补充反馈提交', en: 'Hand in what changed since as a supplementary return' },
};

interface Whose {
  readonly year: number;
  readonly half: 'H1' | 'H2';
  readonly bureau: string;
}
const idOf = ({ year, half, bureau }: Whose) => `${year}-${half}-${bureau}`;

/**
 * A bureau's return of half a year: a query of the read side, frozen on both time axes and signed off. It never
 * changes; what is corrected later makes a supplementary one (三(三)).
 */
export const feedback: Decider<Said<Events>, government.Commands<'feedback'>, Events> = {
  name: 'government.feedback',
  initial: {},

  decide: {
    RequireFeedback: (command, { DepartmentFeedbackRequired, DepartmentFeedbackSubmitted }, { id, occurredAt }) => {
      const { year, half, bureau } = command;
      mustHaveId('feedback', id, idOf(command), clause);
      const { due, rules } = dueWhenAsked(command, dayRules[half], occurredAt);
      const data = { year, half, bureau, due };
      if (DepartmentFeedbackSubmitted || alreadySays(DepartmentFeedbackRequired, data)) return [];
      return [{ type: 'DepartmentFeedbackRequired', data, rules }];
    },

    SubmitFeedback: (command, said, given) => {
      const sent = contentOf(command);
      if (isRepeated(said.DepartmentFeedbackSubmitted, sent, returns)) return [];
      const { year, half } = sent;
      mustHaveId('feedback', given.id, idOf(sent), clause);
      mustBeOfPeriod(sent, halfOf(year, half), clause, given);
      const { DepartmentFeedbackRequired: required, DepartmentFeedbackOverdue: overdue } = said;
      const isLate = cameLate(required, given.occurredAt);
      const data = { ...sent, totals: exitTotals(sent.content), isLate };
      const late = required && isLate && !overdue ? [overdueOf(required)] : [];
      return [
        ...late,
        { type: 'DepartmentFeedbackSubmitted', data, rules: basis(dayRules[half], year, given.occurredAt) },
      ];
    },

    SupplementFeedback: (command, said, given) => {
      const sent = contentOf(command);
      const { DepartmentFeedbackSubmitted: first, DepartmentFeedbackSupplemented: last } = said;
      if (alreadySays(last, sent)) return [];
      if (!first)
        throw refusal(
          'no-return-yet',
          { zh: '尚未反馈，无从补充', en: 'There is no return to supplement' },
          { clause, wayOut: { zh: '先提交半年反馈', en: 'First submit the half-year return' } },
        );
      const { year, half, bureau } = first;
      mustBeOfPeriod(sent, halfOf(year, half), clause, given);
      if (alreadySays((last ?? first).content, sent.content))
        throw refusal(
          'nothing-to-supplement',
          { zh: '内容与上次反馈相同', en: 'It says what the last return said' },
          { clause, wayOut: { zh: '内容有变化时再补充', en: 'Supplement it when something has changed' } },
        );
      const supplement = (last?.supplement ?? 0) + 1;
      const isLate = cameLate(said.DepartmentFeedbackRequired, given.occurredAt);
      const data = { year, half, bureau, ...sent, supplement, totals: exitTotals(sent.content), isLate };
      return [{ type: 'DepartmentFeedbackSupplemented', data }];
    },

    PassFeedbackDeadline: ({ dueOn }, said, { now }) => {
      const { DepartmentFeedbackRequired: required } = said;
      const waiting = {
        required,
        isDone: said.DepartmentFeedbackSubmitted !== undefined,
        isSaidOverdue: said.DepartmentFeedbackOverdue !== undefined,
      };
      return hasPassed(dueOn, waiting, now, clause) && required ? [overdueOf(required)] : [];
    },
  },

  evolve: keeping<Events>(
    'DepartmentFeedbackRequired',
    'DepartmentFeedbackSubmitted',
    'DepartmentFeedbackSupplemented',
    'DepartmentFeedbackOverdue',
  ),
};

const overdueOf = ({ bureau, due }: Events['DepartmentFeedbackRequired']) => ({
  type: 'DepartmentFeedbackOverdue' as const,
  data: { bureau, dueOn: due.rolledDue },
});
