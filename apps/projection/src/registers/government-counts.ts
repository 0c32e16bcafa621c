import type { Recorded } from '#decider';
import type { Entry, Fold, Register } from './register.js';

/** Visits that the plan wants of each bureau in a year (四(二)). */
const VISITS = 2;
const bureaux = ['BIIT', 'DRC', 'EEB', 'AMR', 'EMB', 'ENR'] as const;

const yearAndCounty = ({ data }: Recorded): string =>
  `${(data.year as number | undefined) ?? (data.visitedOn as string).slice(0, 4)}-${data.county as string}`;

/** Whose line it is stands on it from the first fact. */
const scored =
  (change: (entry: Entry, fact: Recorded) => object): Fold =>
  (entry, fact, key) => ({
    ...entry,
    year: Number(key.slice(0, 4)),
    county: key.slice(5),
    ...change(entry, fact),
  });

const visited = (entry: Entry, { data }: Recorded) => {
  const before = (entry.visits ?? {}) as Readonly<Record<string, number>>;
  const visits = { ...before, [data.bureau as string]: (before[data.bureau as string] ?? 0) + 1 };
  return { visits, visitsWanted: VISITS, short: bureaux.filter((bureau) => (visits[bureau] ?? 0) < VISITS) };
};

const counted = (field: string) => (entry: Entry) => ({ [field]: ((entry[field] as number | undefined) ?? 0) + 1 });

/** The inspection counts for its month and for its month in its area. */
const monthsOf = ({ data }: Recorded): readonly string[] => {
  const month = (data.inspectedOn as string).slice(0, 7);
  return [month, `${month}~${data.county as string}`];
};

/** June is the month of enforcement, July that of look-backs (三(二)). */
const focus: Readonly<Record<string, string>> = { '06': 'ENFORCEMENT', '07': 'LOOK_BACK' };

const inspected: Fold = (entry, { data }, key) => {
  const plus = (field: string, more: number) => ((entry[field] as number | undefined) ?? 0) + more;
  const by = (field: string, word: string) => {
    const before = (entry[field] ?? {}) as Readonly<Record<string, number>>;
    return { ...before, [word]: (before[word] ?? 0) + 1 };
  };
  const [month = '', county] = key.split('~');
  return {
    month,
    ...(county ? { county } : {}),
    focus: focus[month.slice(5)],
    inspections: plus('inspections', 1),
    byMode: by('byMode', data.mode as string),
    bySubject: by('bySubject', data.subject as string),
    enterprisesInspected: plus('enterprisesInspected', data.enterprisesInspected as number),
    problemsFound: plus('problemsFound', data.problemsFound as number),
  };
};

/** Counts that nobody types: the scorecard and the statistics of the two months. */
export const governmentCounts: readonly Register[] = [
  {
    name: 'supervision-scorecard',
    title: { zh: '督导评分（七县区×六部门）', en: 'Scorecard: seven areas by six bureaux' },
    readers: 'read-registers',
    key: yearAndCounty,
    keepsHistory: false,
    when: {
      'government.CountyPlanRequired': scored(() => ({ visits: {}, visitsWanted: VISITS, short: bureaux })),
      'government.CountyPlanFiled': scored((_entry, { data }) => ({
        planFiledOn: data.receivedOn as string,
        planDaysLate: data.daysLate as number,
      })),
      'government.SupervisionVisitConducted': scored(visited),
      'government.AreaCircularIssued': scored(counted('circulars')),
      'government.AreaInterviewHeld': scored(counted('interviews')),
    },
  },
  {
    name: 'enforcement-months',
    title: { zh: '执法检查月度统计', en: 'Enforcement inspections by month and area' },
    readers: 'read-registers',
    key: monthsOf,
    keepsHistory: false,
    when: { 'government.EnforcementInspectionConducted': inspected },
  },
];
