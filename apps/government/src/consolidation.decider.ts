import type { government } from '#contracts';
import { alreadySays, contentOf, recordIdOf, streamOf, type Decider, type Refusal } from '#decider';
import { dayOf } from '#law';
import { exitTotals } from '#procedure';
import { basis, cameLate, dueWhenAsked, hasPassed } from './calendar.js';
import { reportingBureaux } from './who.js';
import { mustBeOfPeriod, yearOf } from './exit-return.js';
import { cite, isRepeated, lawOn, mustHaveCome, mustHaveId, mustNotPrecede, refusal } from './law.js';

type Events = government.Events<'consolidation'>;

interface Consolidation {
  readonly required?: Events['ConsolidationRequired'];
  readonly overdue?: true;
  readonly compiled?: Events['CityConsolidationCompiled'];
  readonly approved?: Events['CityConsolidationApproved'];
  readonly approvedOn?: string;
  readonly reported?: Events['ReportedToProvince'];
}

const clause = '3.3';

const returnsOf = (year: number): string[] =>
  ['H1', 'H2'].flatMap((half) =>
    reportingBureaux.map((bureau) => streamOf('government', 'feedback', `${year}-${half}-${bureau}`)),
  );

/** The city's year: consolidated, agreed to by the government, and only then reported to the province (三(三)). */
export const consolidation: Decider<Consolidation, government.Commands<'consolidation'>, Events> = {
  name: 'government.consolidation',
  initial: {},

  decide: {
    RequireConsolidation: (command, { required, reported }, { id, occurredAt }) => {
      const { year } = command;
      mustHaveId('consolidation', id, String(year), clause);
      const { due, rules } = dueWhenAsked(command, 'plan/consolidation', occurredAt);
      if (reported || alreadySays(required, { year, due })) return [];
      return [{ type: 'ConsolidationRequired', data: { year, due }, rules }];
    },

    CompileConsolidation: (command, { compiled, approved, required }, given) => {
      const sent = contentOf(command);
      if (alreadySays(compiled, sent)) return [];
      mustHaveId('consolidation', given.id, String(sent.year), clause);
      if (approved) throw agreed(approved);
      mustBeOfPeriod(sent, yearOf(sent.year), clause, given);
      const returnsMissing = returnsOf(sent.year)
        .filter((stream) => !given.consulted(stream).some(({ type }) => type.endsWith('.DepartmentFeedbackSubmitted')))
        .map((stream) => recordIdOf({ stream }));
      const isLate = cameLate(required, given.occurredAt);
      const data = { ...sent, totals: exitTotals(sent.content), isLate, returnsMissing };
      return [
        { type: 'CityConsolidationCompiled', data, rules: basis('plan/consolidation', sent.year, given.occurredAt) },
      ];
    },

    ApproveConsolidation: ({ governmentDocumentNumber }, { compiled, approved }) => {
      if (alreadySays(approved, { governmentDocumentNumber })) return [];
      if (approved) throw agreed(approved);
      if (!compiled)
        throw refusal(
          'nothing-compiled',
          { zh: '尚未汇总，无从同意', en: 'Nothing was consolidated that could be agreed to' },
          { clause, wayOut: { zh: '先由市工业和信息化局汇总', en: 'The lead bureau consolidates first' } },
        );
      const { year, frozen } = compiled;
      const data = { year, contentSha256: frozen.contentSha256, governmentDocumentNumber };
      return [{ type: 'CityConsolidationApproved', data }];
    },

    ReportToProvince: (command, state, given) => {
      const report = contentOf(command);
      const { approved, approvedOn, reported, required, overdue } = state;
      if (isRepeated(reported, report, { zh: '上报', en: 'report to the province', clause })) return [];
      if (!approved || approvedOn === undefined)
        throw refusal(
          'no-consent',
          { zh: '汇总未经市人民政府同意，不能上报', en: 'The government has not agreed to the consolidation' },
          {
            ...cite(lawOn('plan/consolidation', dayOf(given.occurredAt))),
            wayOut: { zh: '先报经市人民政府同意', en: 'First have the city’s government agree to it' },
          },
        );
      mustHaveCome(report.reportedOn, given, clause);
      mustNotPrecede(report.reportedOn, approvedOn, clause, '市政府同意', 'the government’s consent');
      const { year } = approved;
      const isLate = cameLate(required, `${report.reportedOn}T12:00:00+08:00`);
      const late = required && isLate && !overdue ? [overdueOf(required)] : [];
      const rules = basis('plan/consolidation', year, given.occurredAt);
      return [...late, { type: 'ReportedToProvince', data: { year, ...report }, rules }];
    },

    PassConsolidationDeadline: ({ dueOn }, { required, reported, overdue }, { now }) => {
      const waiting = { required, isDone: reported !== undefined, isSaidOverdue: overdue === true };
      return hasPassed(dueOn, waiting, now, clause) && required ? [overdueOf(required)] : [];
    },
  },

  evolve: {
    ConsolidationRequired: (state, required) => ({ ...state, required }),
    CityConsolidationCompiled: (state, compiled) => ({ ...state, compiled }),
    CityConsolidationApproved: (state, approved, { occurredAt }) => ({
      ...state,
      approved,
      approvedOn: dayOf(occurredAt),
    }),
    ReportedToProvince: (state, reported) => ({ ...state, reported }),
    ConsolidationOverdue: (state) => ({ ...state, overdue: true }),
  },

  consults: { CompileConsolidation: ({ year }) => returnsOf(year) },
};

const overdueOf = ({ due }: Events['ConsolidationRequired']) => ({
  type: 'ConsolidationOverdue' as const,
  data: { dueOn: due.rolledDue },
});

const agreed = ({ governmentDocumentNumber }: Events['CityConsolidationApproved']): Refusal =>
  refusal(
    'consolidation-agreed',
    {
      zh: `汇总已经市政府同意（${governmentDocumentNumber}）`,
      en: `The government has agreed to the consolidation (${governmentDocumentNumber})`,
    },
    { clause, wayOut: { zh: '可以上报；此后的更正由部门补充反馈', en: 'Report it; bureaux supplement their returns' } },
  );
