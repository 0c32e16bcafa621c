import { alreadySays, contentOf } from '#decider';
import { dayOf, ruleRef } from '#law';
import { mustAnswerProposal, mustBeNewProposal, proposalStream } from '#procedure';
import { cite, law, lawOn, mustNameLaw, refusal } from '../law.js';
import { clause, isClosedByGovernment, openCase, openReport, type CaseDecider } from './state.js';

/** Reported here, decided by the government with power alone; and only when it is serious (2.2.3). */
export const close: Pick<CaseDecider['decide'], 'ReportForClosure' | 'NoteGovernmentDecision'> = {
  ReportForClosure: (command, state, { id, occurredAt, consulted }) => {
    const report = contentOf(command);
    const { proposalId } = report;
    if (state.reports.some((one) => alreadySays<object>(one, report))) return [];
    const { enterprise } = openCase(state);
    const rule = lawOn('environment/closure', dayOf(occurredAt));
    if (!state.serious || openReport(state) || isClosedByGovernment(state))
      throw refusal(
        state.serious ? 'already-reported' : 'not-serious',
        state.serious
          ? { zh: '已报请政府，或者政府已决定关闭', en: 'It lies before the government, or was closed by it' }
          : { zh: '未认定情节严重，不能报请关闭', en: 'Closure is reported only of what was determined to be serious' },
        {
          ...cite(rule),
          wayOut: state.serious
            ? {
                zh: '等待政府决定；退回后以新的编号再次报请',
                en: 'Wait for the decision; report again under a new id if it is returned',
              }
            : {
                zh: '先认定情节严重（determine-seriousness）',
                en: 'Determine that it is serious first (determine-seriousness)',
              },
        },
      );
    mustBeNewProposal(law, 'environment', clause, {
      proposalId,
      caseId: id,
      earlier: state.reports.map((one) => one.proposalId),
      lying: consulted(proposalStream(proposalId)),
    });
    mustNameLaw(report.legalBasis, clause, dayOf(occurredAt));
    return [{ type: 'EnvClosureReported', data: { enterprise, ...report }, rules: [ruleRef(rule)] }];
  },

  NoteGovernmentDecision: (command, state) => {
    const decision = contentOf(command);
    if (state.decisions.some((one) => alreadySays(one, decision))) return [];
    mustAnswerProposal(law, clause, decision, openReport(state));
    return [{ type: 'GovernmentDecisionNoted', data: decision }];
  },
};

export const consultsOfClose: CaseDecider['consults'] = {
  ReportForClosure: ({ proposalId }) => [proposalStream(proposalId)],
};
