import { areaCodes } from '#codes';
import type { government, industry } from '#contracts';
import type { OwnCommand, Policy, Recorded } from '#decider';
import { findRule } from '#law';
import { dayOfPlan, type CalendarRule } from './calendar.js';
import { bureaux, reportingBureaux } from './who.js';

const summarySenders: readonly government.SummarySender[] = [...areaCodes, ...reportingBureaux, 'NRB'];

/** With the adoption of the year's plan its calendar begins: everybody is asked for what the plan wants of them (三). */
export const calendarPolicy: Policy = {
  name: 'the-plan-sets-the-calendar',
  when: {
    'industry.AnnualPlanAdopted': ({ data: { year }, occurredAt }: Recorded<industry.AnnualPlanAdopted>) => {
      /** What is asked by a row of the law, when the plan of that year has the row. */
      const by = (id: CalendarRule, ask: (dueOn: string) => readonly OwnCommand[]): readonly OwnCommand[] => {
        const dueOn = dayOfPlan(findRule(id, occurredAt), year);
        return dueOn === undefined ? [] : ask(dueOn);
      };
      const asked = (record: string, id: string, command: string, data: object): OwnCommand => ({
        record,
        id: id === '' ? String(year) : `${year}-${id}`,
        command,
        data: { year, ...data },
      });
      const halfYear = (half: 'H1' | 'H2') => (dueOn: string) =>
        reportingBureaux.map((bureau) =>
          asked('feedback', `${half}-${bureau}`, 'RequireFeedback', { half, bureau, dueOn }),
        );
      return [
        ...by('plan/deployment', (dueOn) =>
          bureaux.map((bureau) => asked('deployment', bureau, 'RequireDeployment', { bureau, dueOn })),
        ),
        ...by('plan/county-plan', (dueOn) =>
          areaCodes.map((county) => asked('countyPlan', county, 'RequireCountyPlan', { county, dueOn })),
        ),
        ...by('plan/first-feedback', halfYear('H1')),
        ...by('plan/second-feedback', halfYear('H2')),
        ...by('plan/annual-summary', (dueOn) =>
          summarySenders.map((sender) => asked('annualSummary', sender, 'RequireAnnualSummary', { sender, dueOn })),
        ),
        ...by('plan/consolidation', (dueOn) => [asked('consolidation', '', 'RequireConsolidation', { dueOn })]),
      ];
    },
  },
};
