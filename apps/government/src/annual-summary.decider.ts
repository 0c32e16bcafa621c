import type { government } from '#contracts';
import { alreadySays, contentOf, type Decider } from '#decider';
import { keeping, type Said } from '#procedure';
import { basis, cameLate, dueWhenAsked, hasPassed } from './calendar.js';
import { isRepeated, mustHaveId } from './law.js';

type Events = government.Events<'annualSummary'>;

const clause = '3.3';
const idOf = ({ year, sender }: { readonly year: number; readonly sender: string }) => `${year}-${sender}`;

/** What an area or a bureau says of its year (三(三)). */
export const annualSummary: Decider<Said<Events>, government.Commands<'annualSummary'>, Events> = {
  name: 'government.annualSummary',
  initial: {},

  decide: {
    RequireAnnualSummary: (command, { AnnualSummaryRequired, AnnualSummarySubmitted }, { id, occurredAt }) => {
      const { year, sender } = command;
      mustHaveId('annual-summary', id, idOf(command), clause);
      const { due, rules } = dueWhenAsked(command, 'plan/annual-summary', occurredAt);
      const data = { year, sender, due };
      if (AnnualSummarySubmitted || alreadySays(AnnualSummaryRequired, data)) return [];
      return [{ type: 'AnnualSummaryRequired', data, rules }];
    },

    SubmitAnnualSummary: (command, said, { id, occurredAt }) => {
      const summary = contentOf(command);
      if (isRepeated(said.AnnualSummarySubmitted, summary, { zh: '年度总结', en: 'summary', clause })) return [];
      mustHaveId('annual-summary', id, idOf(summary), clause);
      const { AnnualSummaryRequired: required, AnnualSummaryOverdue: overdue } = said;
      const late = required && cameLate(required, occurredAt) && !overdue ? [overdueOf(required)] : [];
      const rules = basis('plan/annual-summary', summary.year, occurredAt);
      return [...late, { type: 'AnnualSummarySubmitted', data: summary, rules }];
    },

    PassSummaryDeadline: ({ dueOn }, said, { now }) => {
      const { AnnualSummaryRequired: required } = said;
      const waiting = {
        required,
        isDone: said.AnnualSummarySubmitted !== undefined,
        isSaidOverdue: said.AnnualSummaryOverdue !== undefined,
      };
      return hasPassed(dueOn, waiting, now, clause) && required ? [overdueOf(required)] : [];
    },
  },

  evolve: keeping<Events>('AnnualSummaryRequired', 'AnnualSummarySubmitted', 'AnnualSummaryOverdue'),
};

const overdueOf = ({ sender, due }: Events['AnnualSummaryRequired']) => ({
  type: 'AnnualSummaryOverdue' as const,
  data: { sender, dueOn: due.rolledDue },
});
