import type { AreaCode } from '#codes';

/**
 * How large the city's year is, and how often what happens in it. Design numbers: anchored in published statistics of
 * the city, the province and the country where there are any, and stated as fact nowhere.
 */
export const rates = {
  /** Industrial enterprises above designated size, by area; 3,873 of them. */
  firms: { BL: 1010, HY: 740, ZK: 735, HC: 580, HD: 390, DYW: 230, LM: 188 } satisfies Record<AreaCode, number>,
  inScope: 430,
  /** Firms with one site, with two; the others have three. */
  sites: { one: 0.88, two: 0.09 },
  /** June and July are the months of enforcement. */
  season: { months: ['06', '07'], weight: 1.8 },

  environment: {
    inspections: 13_000,
    inScope: 0.1,
    toCase: 0.032,
    nightPatrol: 0.1,
    seal: 0.067,
    detention: 0.026,
    fine: { medianYuan: 80_000, sigma: 0.8 },
  },
  monitors: { sites: 150, alerts: 40, survives: 0.12, reviewed: 0.14 },
  permits: { live: 2_500, issued: 180, refused: 9, refusedForElimination: 3, changes: 60, cancellations: 40 },
  safety: {
    files: 3_873,
    inspections: 5_000,
    hazards: 0.25,
    penalty: 0.139,
    majorHazards: 60,
    suspended: 25,
    fine: { medianYuan: 30_000, sigma: 0.6 },
  },
  quality: {
    batches: 1_200,
    steelAndCement: 60,
    fails: 0.122,
    objection: 0.06,
    objectionSucceeds: 0.2,
    failsAgain: 0.08,
    fine: { medianYuan: 20_000, sigma: 0.6 },
  },
  technology: {
    screened: 645,
    outdated: 18,
    exits: { dismantled: 10, isolated: 4, late: 1 },
    lookBacks: { namedRounds: 6, exited: 60, visits: 2, weak: 0.04, resumed: 1, noAccess: 0.01 },
    townships: 84,
    patrols: 12,
    furnaces: 250,
  },
  energy: { tasks: 80, keyUsers: 200, reportFiled: 0.96, supported: 60, capacityLines: 40, priceMeasures: 25 },
  licences: { production: 500, inspected: 0.6 },
  registrations: { renamed: 0.02, merged: 3, recoded: 2 },
  tips: { count: 300, substantiated: 0.35, anonymous: 0.4, misrouted: 0.12, revisited: 0.2 },

  penalties: {
    /** From filing to the decision: gamma with this mean and shape, so that one in twenty takes more than 90 days. */
    decision: { meanDays: 55, shape: 8 },
    paidInTime: 0.88,
    review: 0.03,
    lawsuit: 0.01,
    annulled: 0.08,
  },
  publication: { inTime: 0.85, late: 0.12, rejected: 0.04, repairAsked: 0.14, repairApproved: 0.75 },
} as const;

/** How often a row is as spreadsheets have it, among the rows that could be so. */
export const dirtRates = {
  'uscc-missing': 0.015,
  'uscc-bad-check': 0.004,
  'uscc-letter-for-digit': 0.004,
  'uscc-lower-case': 0.01,
  'uscc-full-width': 0.005,
  'uscc-spaces': 0.005,
  'name-variant': 0.01,
  'number-brackets': 0.1,
  'fine-with-unit': 0.003,
  'far-day': 0.01,
  'pushed-twice': 0.01,
} as const;

/** Ways in which a row of a spreadsheet is not what a system would send. */
export type DirtKind = keyof typeof dirtRates;
