import type { government } from '#contracts';
import { alreadySays, contentOf, streamOf, type Circumstances, type Decider, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = government.Events<'areaSupervision'>;

interface AreaSupervision {
  readonly circular?: Events['AreaCircularIssued'];
  readonly interview?: Events['AreaInterviewHeld'];
  readonly corrected?: Events['AreaCorrectionReported'];
  readonly begunOn?: string;
}

interface Missed {
  readonly year: number;
  readonly county: string;
  readonly missedTask: string;
}

const clause = '4.2';
const planOf = ({ year, county }: Pick<Missed, 'year' | 'county'>) =>
  streamOf('government', 'countyPlan', `${year}-${county}`);

/** An area that missed its tasks: named in a circular, or called to an interview, until it reports its correction. */
export const areaSupervision: Decider<AreaSupervision, government.Commands<'areaSupervision'>, Events> = {
  name: 'government.areaSupervision',
  initial: {},

  decide: {
    IssueAreaCircular: (command, state, given) => {
      const circular = contentOf(command);
      if (isRepeated(state.circular, circular, { zh: '通报', en: 'circular', clause })) return [];
      mustFit(state, circular);
      mustHaveBeenMissed(circular, given);
      mustNotPrecede(circular.correctBy, dayOf(given.occurredAt), clause, '通报', 'the circular');
      return [{ type: 'AreaCircularIssued', data: circular, rules: basis(given) }];
    },

    HoldAreaInterview: (command, state, given) => {
      const interview = contentOf(command);
      if (isRepeated(state.interview, interview, { zh: '约谈', en: 'interview', clause })) return [];
      mustHaveCome(interview.heldOn, given, clause);
      mustFit(state, interview);
      mustHaveBeenMissed(interview, given);
      mustNotPrecede(interview.correctBy, interview.heldOn, clause, '约谈', 'the interview');
      return [{ type: 'AreaInterviewHeld', data: interview, rules: basis(given) }];
    },

    ReportAreaCorrection: (command, { circular, interview, corrected, begunOn }, given) => {
      const { measures, correctedOn } = command;
      if (alreadySays(corrected, { measures, correctedOn })) return [];
      const about = circular ?? interview;
      if (!about || begunOn === undefined)
        throw refusal(
          'area-not-called',
          { zh: '该地区没有被通报或约谈', en: 'The area was neither named nor called' },
          { clause, wayOut: { zh: '以通报或约谈的编号提交', en: 'Post it under the id of the circular or interview' } },
        );
      isRepeated(corrected, { measures, correctedOn }, { zh: '整改报告', en: 'correction', clause });
      mustHaveCome(correctedOn, given, clause);
      mustNotPrecede(correctedOn, begunOn, clause, '通报或约谈', 'the circular or interview');
      return [{ type: 'AreaCorrectionReported', data: { county: about.county, measures, correctedOn } }];
    },
  },

  evolve: {
    AreaCircularIssued: (state, circular, { occurredAt }) => ({
      ...state,
      circular,
      begunOn: state.begunOn ?? dayOf(occurredAt),
    }),
    AreaInterviewHeld: (state, interview) => ({ ...state, interview, begunOn: state.begunOn ?? interview.heldOn }),
    AreaCorrectionReported: (state, corrected) => ({ ...state, corrected }),
  },

  consults: {
    IssueAreaCircular: (missed) => [planOf(missed)],
    HoldAreaInterview: (missed) => [planOf(missed)],
  },
};

const basis = ({ occurredAt }: Circumstances) => [ruleRef(lawOn('plan/area-supervision', dayOf(occurredAt)))];

/** A circular and the interview on it are about the same task of the same area. */
function mustFit({ circular, interview, corrected }: AreaSupervision, { year, county, missedTask }: Missed): void {
  const before = circular ?? interview;
  if (!before || (!corrected && alreadySays<Missed>(before, { year, county, missedTask }))) return;
  throw refusal(
    'another-matter',
    { zh: '该编号已用于另一地区、任务，或已整改', en: 'The id is that of another area or task, or it was put right' },
    { clause, wayOut: { zh: '使用新的编号', en: 'Take a new id' } },
  );
}

/** Whether a county's plan came late is on record here, and need not be believed. */
function mustHaveBeenMissed(missed: Missed, given: Circumstances): void {
  if (missed.missedTask !== 'COUNTY_PLAN') return;
  const facts = given.consulted(planOf(missed));
  const said = (name: string): Recorded | undefined => facts.find(({ type }) => type === `government.${name}`);
  const filed = said('CountyPlanFiled') as Recorded<government.CountyPlanFiled> | undefined;
  if (said('CountyPlanOverdue') && filed?.data.daysLate !== 0) return;
  throw refusal(
    'task-not-missed',
    {
      zh: `台账没有${missed.county}${missed.year}年度计划逾期的记录`,
      en: `The ledger does not have the plan of ${missed.county} for ${missed.year} as overdue`,
    },
    {
      ...cite(lawOn('plan/area-supervision', dayOf(given.occurredAt))),
      wayOut: {
        zh: '通报、约谈只针对未按要求完成任务的地区',
        en: 'Only an area that missed a task is named or called',
      },
      facts: { county: missed.county, year: missed.year },
    },
  );
}
