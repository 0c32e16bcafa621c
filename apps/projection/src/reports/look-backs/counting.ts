import type { Counting } from '../counting.js';

/** What counties planned to look back at, and what they looked back at (二(五)4, 三(一)). */
export const lookBackCounting: Counting = {
  'government.CountyPlanDrafted': { keeps: ({ year, county, industries }) => ({ year, county, industries }) },
  'government.CountyPlanApproved': { keeps: () => ({}) },
  'industry.IndustryLookBackCompleted': {
    on: 'completedOn',
    keeps: ({ year, county, industry, enterprisesChecked, problems }) => ({
      year,
      county,
      industry,
      enterprisesChecked,
      problems: problems.length,
    }),
  },
};
