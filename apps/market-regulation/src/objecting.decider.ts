import type { marketRegulation } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, isOver, ruleRef, ruleText } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';
import { clause, outOfPhase, type Events, type Sample } from './sample.state.js';

type Rules = Decider<Sample, marketRegulation.Commands<'sample'>, Events>['decide'];

/** The producer's fifteen days, the recheck, and the day on which a failed test stands. */
export const objecting: Pick<Rules, 'FileTestObjection' | 'ReportRecheck' | 'PassObjectionPeriod'> = {
  FileTestObjection: (command, state, given) => {
    const filing = contentOf(command);
    if (isRepeated(state.objection, filing, { zh: '异议', en: 'objection', clause })) return [];
    const { served } = state;
    const rule = lawOn('quality/test-objection', dayOf(given.occurredAt));
    // One filed in time may be posted late, after the ledger took the test for final.
    if (!served || (state.phase !== 'served' && state.phase !== 'established'))
      throw outOfPhase(
        'nothing-to-object-to',
        { zh: '提出异议', en: 'there is nothing to object to' },
        state,
        { zh: '异议针对已送达的不合格结果', en: 'An objection is to a failed test that was served' },
        ruleText(rule),
      );
    mustNotPrecede(filing.filedOn, served.servedOn, clause, '收到结果', 'the receipt');
    mustHaveCome(filing.filedOn, given, clause);
    if (filing.filedOn > served.due.rolledDue)
      throw refusal(
        'objection-too-late',
        {
          zh: `异议期至${served.due.rolledDue}，${filing.filedOn}提出已逾期`,
          en: `Objections were open until ${served.due.rolledDue}; ${filing.filedOn} is too late`,
        },
        {
          ...cite(rule, clause),
          wayOut: {
            zh: '结果已确定；对后续处理不服的，申请行政复议或者提起诉讼',
            en: 'The result stands; what follows from it may be taken to review or to court',
          },
          facts: { dueOn: served.due.rolledDue, filedOn: filing.filedOn },
        },
      );
    return [{ type: 'TestObjectionFiled', data: filing, rules: [ruleRef(rule)] }];
  },

  ReportRecheck: (command, state, given) => {
    const report = contentOf(command);
    if (isRepeated(state.recheck, report, { zh: '复检结果', en: 'recheck of this sample', clause })) return [];
    if (state.phase !== 'objected')
      throw outOfPhase('nothing-to-recheck', { zh: '报告复检结果', en: 'nobody asked for a recheck' }, state, {
        zh: '复检以在期限内提出的异议为前提',
        en: 'A recheck follows an objection that was filed in time',
      });
    mustNotPrecede(report.reportedOn, state.objection!.filedOn, clause, '异议', 'the objection');
    mustHaveCome(report.reportedOn, given, clause);
    const conforms = report.items.every((item) => item.conforms);
    const rules = [ruleRef(lawOn('quality/test-objection', report.reportedOn))];
    const rechecked = { type: 'RecheckReported', data: { ...report, conforms }, rules } as const;
    if (conforms) return [rechecked];
    const data = { by: 'RECHECK', establishedOn: report.reportedOn } as const;
    return [rechecked, { type: 'NonconformityEstablished', data }];
  },

  PassObjectionPeriod: ({ dueOn }, state, { now }) => {
    if (state.phase !== 'served' || state.served?.due.rolledDue !== dueOn) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `异议期至${dueOn}24时届满，尚未届满`, en: `Objections are open until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'NonconformityEstablished', data: { by: 'OBJECTION_PERIOD_OVER', establishedOn: dueOn } }];
  },
};
