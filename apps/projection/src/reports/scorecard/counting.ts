import type { Counting } from '../counting.js';

/** Visits, and what became of an area's plan and of the tasks that it missed (三(一), 四(二)). */
export const scorecardCounting: Counting = {
  'government.SupervisionVisitConducted': { on: 'visitedOn', keeps: ({ bureau, county }) => ({ bureau, county }) },
  'government.CountyPlanFiled': { on: 'receivedOn', keeps: ({ county, daysLate }) => ({ county, daysLate }) },
  'government.AreaCircularIssued': { keeps: ({ county }) => ({ county }) },
  'government.AreaInterviewHeld': { on: 'heldOn', keeps: ({ county }) => ({ county }) },
};
