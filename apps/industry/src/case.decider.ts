import type { industry } from '#contracts';
import { contentOf, type Circumstances, type Decider } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from './law.js';

type Events = industry.Events<'case'>;

const clause = '2.5.4';

/**
 * What follows when exited capacity stirs: reported on the day, handed over to those with power, concluded (四(三)).
 * Industry has no penalties: they are for the departments that the case is handed over to.
 */
export const industryCase: Decider<Said<Events>, industry.Commands<'case'>, Events> = {
  name: 'industry.case',
  initial: {},

  decide: {
    OpenCase: (command, { CaseOpened: opened }, { occurredAt }) => {
      const finding = contentOf(command);
      if (isRepeated(opened, finding, { zh: '处置案件', en: 'case', clause })) return [];
      const reportBy = dayOf(occurredAt);
      const rule = lawOn('industry/same-day-report', reportBy);
      return [{ type: 'CaseOpened', data: { ...finding, reportBy }, rules: [ruleRef(rule)] }];
    },

    ReportCase: (command, said, given) => {
      const report = contentOf(command);
      if (isRepeated<object>(said.CaseReported, report, { zh: '报告', en: 'report of this case', clause })) return [];
      const { reportBy } = mustBeOpen(said);
      mustHaveCome(report.reportedOn, given, clause);
      mustNotPrecede(report.reportedOn, reportBy, clause, '发现', 'the finding');
      const rule = lawOn('industry/same-day-report', reportBy);
      const inTime = report.reportedOn <= reportBy;
      const missed = inTime || said.CaseReportMissed ? [] : [missedOn(reportBy)];
      return [...missed, { type: 'CaseReported', data: { ...report, inTime }, rules: [ruleRef(rule)] }];
    },

    PassCaseReportDay: ({ dueOn }, { CaseOpened: opened, CaseReported: reported, CaseReportMissed: missed }, given) => {
      if (opened?.reportBy !== dueOn || reported || missed) return [];
      if (!isOver(dueOn, given.now))
        throw no(
          'period-still-runs',
          { zh: `${dueOn}尚未结束`, en: `The day ${dueOn} is not over` },
          { zh: '当日结束后再记录', en: 'Record it when the day is over' },
          { clause, facts: { dueOn, now: given.now } },
        );
      return [missedOn(dueOn)];
    },

    HandOverCase: (command, said, given) => {
      const letter = contentOf(command);
      if (isRepeated(said.CaseHandedOver, letter, { zh: '移送', en: 'hand-over', clause })) return [];
      mustBeReported(said, given);
      mustHaveCome(letter.handedOverOn, given, clause);
      return [{ type: 'CaseHandedOver', data: letter }];
    },

    ConcludeCase: (command, said, given) => {
      const conclusion = contentOf(command);
      if (isRepeated(said.CaseConcluded, conclusion, { zh: '结案', en: 'conclusion', clause })) return [];
      mustBeReported(said, given);
      if (conclusion.outcome === 'HANDED_OVER' && !said.CaseHandedOver)
        throw no(
          'not-handed-over',
          { zh: '尚未移送', en: 'It has not been handed over' },
          { zh: '先移送（hand-over-case）', en: 'Hand it over first (hand-over-case)' },
          { clause },
        );
      mustHaveCome(conclusion.concludedOn, given, clause);
      return [{ type: 'CaseConcluded', data: conclusion }];
    },
  },

  evolve: keeping<Events>('CaseOpened', 'CaseReported', 'CaseReportMissed', 'CaseHandedOver', 'CaseConcluded'),

  subject: ({ CaseOpened: opened }, id) => ({
    uscc: opened?.enterprise?.uscc,
    siteId: opened?.enterprise?.siteId,
    caseId: id,
  }),
};

const missedOn = (dueOn: string) => ({ type: 'CaseReportMissed' as const, data: { dueOn } });

function mustBeOpen({ CaseOpened: opened, CaseConcluded: concluded }: Said<Events>): Events['CaseOpened'] {
  if (opened && !concluded) return opened;
  throw no(
    concluded ? 'case-concluded' : 'no-such-case',
    concluded
      ? { zh: `已于${concluded.concludedOn}结案`, en: `The case was concluded on ${concluded.concludedOn}` }
      : { zh: '没有该案件', en: 'There is no such case' },
    { zh: '案件由“回头看”、封存破坏等事实开立', en: 'Cases are opened by what is found: a breach, a look-back' },
    { clause },
  );
}

function mustBeReported(said: Said<Events>, { occurredAt }: Circumstances): void {
  mustBeOpen(said);
  if (said.CaseReported) return;
  throw no(
    'not-reported',
    { zh: '尚未报告', en: 'It has not been reported' },
    { zh: '先报告（report-case）', en: 'Report it first (report-case)' },
    cite(lawOn('industry/same-day-report', dayOf(occurredAt)), clause),
  );
}
