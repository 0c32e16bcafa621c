import type { government } from '#contracts';
import { alreadySays, contentOf, Refusal, type Bilingual, type Recorded } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn, mustNameLaw } from '../law.js';
import { outOfPhase, type CaseDecider, type EnergyCase } from './state.js';

const clause = '2.1.3';

/** Closure: proposed here, decided by the government alone, followed by the red card (2.1.3, 4.5). */
export const close: Pick<CaseDecider['decide'], 'ProposeClosure' | 'NoteGovernmentDecision' | 'IssueRedCard'> = {
  ProposeClosure: (command, state, { id, occurredAt, consulted }) => {
    const proposal = contentOf(command);
    const { proposalId } = proposal;
    const earlier = state.proposals.find((one) => one.proposalId === proposalId);
    if (alreadySays<object>(earlier, proposal)) return [];
    if (state.phase !== 'failed')
      throw outOfPhase('not-failed', { zh: '提请关闭', en: 'proposed for closure' }, state, {
        ...cite(lawOn('energy/closure', dayOf(occurredAt))),
        clause,
        wayOut: {
          zh: '逾期未整改或者经整改仍未达标，认定整改不合格后方可提请',
          en: 'Closure is proposed only after rectification was found to have failed',
        },
      });
    if (earlier || isAnothers(consulted(`government.closureProposal-${proposalId}`), id))
      throw new Refusal(
        'energy/proposal-id-used',
        { zh: `提请编号“${proposalId}”已使用`, en: `The proposal id ${proposalId} was used before` },
        {
          clause,
          wayOut: { zh: '再次提请使用新的编号', en: 'Propose again under a new id' },
          facts: { proposalId },
        },
      );
    mustNameLaw(proposal.legalBasis, clause, dayOf(occurredAt));
    const rule = lawOn('energy/closure', dayOf(occurredAt));
    const { enterprise } = state.said.EnergySupervisionTaskAssigned!;
    return [{ type: 'ClosureProposed', data: { enterprise, ...proposal }, rules: [ruleRef(rule)] }];
  },

  NoteGovernmentDecision: (command, state) => {
    const decision = contentOf(command);
    if (alreadySays(state.said.GovernmentDecisionNoted, decision)) return [];
    const isOpen = state.phase === 'proposed' || (state.phase === 'suspended' && decision.decision === 'CLOSED');
    if (!isOpen)
      throw outOfPhase('no-open-proposal', { zh: '记录政府决定', en: 'the subject of a decision' }, state, {
        clause,
        wayOut: { zh: '政府决定以未决的提请为前提', en: 'A decision answers a proposal that is open' },
      });
    if (state.proposals.at(-1)?.proposalId !== decision.proposalId)
      throw new Refusal(
        'energy/another-proposal',
        {
          zh: `未决的提请不是“${decision.proposalId}”`,
          en: `The open proposal is not ${decision.proposalId}`,
        },
        {
          clause,
          wayOut: { zh: '按未决提请的编号记录', en: 'Note the decision under the id of the open proposal' },
          facts: { open: state.proposals.at(-1)?.proposalId },
        },
      );
    if (decision.decision !== 'RETURNED' && !decision.governmentDocumentNumber)
      throw new Refusal(
        'energy/no-government-document',
        {
          zh: '停业整顿、关闭决定应有政府文号',
          en: 'A suspension or closure bears the number of the government’s document',
        },
        { clause, wayOut: { zh: '填写 governmentDocumentNumber', en: 'Give the `governmentDocumentNumber`' } },
      );
    return [{ type: 'GovernmentDecisionNoted', data: decision }];
  },

  IssueRedCard: (_, state, { occurredAt }) => {
    if (state.said.RedCardIssued) return [];
    const day = dayOf(occurredAt);
    const rule = lawOn('lists/red-card', day);
    const missing = redCardLacks(state, day);
    if (missing)
      throw new Refusal(`energy/red-card-${missing.code}`, missing.says, {
        ...cite(rule),
        wayOut: missing.wayOut,
        facts: { yellow: state.yellow, hasFailed: state.hasFailed, phase: state.phase },
      });
    const closure = state.said.GovernmentDecisionNoted!;
    return [
      {
        type: 'RedCardIssued',
        data: {
          enterprise: state.said.EnergySupervisionTaskAssigned!.enterprise,
          closedOn: closure.effectiveOn,
          governmentDocumentNumber: closure.governmentDocumentNumber!,
        },
        rules: [ruleRef(rule)],
      },
      { type: 'YellowCardCleared', data: { reason: 'RED_CARD' }, rules: [ruleRef(rule)] },
    ];
  },
};

interface Lack {
  readonly code: string;
  readonly says: Bilingual;
  readonly wayOut: Bilingual;
}

/** Which of the three conditions is not met on a day: yellow card, failed rectification, closure in force. */
function redCardLacks({ yellow, hasFailed, phase, said }: EnergyCase, day: string): Lack | undefined {
  if (yellow !== 'issued')
    return {
      code: 'without-yellow',
      says: { zh: '企业不在黄牌名单，不能列入红牌', en: 'Without a yellow card there is no red card' },
      wayOut: { zh: '先责令限期整改（同时列入黄牌）', en: 'Order rectification first; the yellow card comes with it' },
    };
  if (!hasFailed)
    return {
      code: 'without-failure',
      says: { zh: '未认定整改不合格，不能列入红牌', en: 'Without failed rectification there is no red card' },
      wayOut: { zh: '先认定整改不合格', en: 'Find first that rectification failed' },
    };
  const closure = said.GovernmentDecisionNoted;
  if (phase !== 'ordered' || !closure)
    return {
      code: 'without-closure',
      says: { zh: '政府尚未责令关闭，不能列入红牌', en: 'Without a closure order there is no red card' },
      wayOut: { zh: '提请政府决定关闭', en: 'Propose closure and let the government decide' },
    };
  if (day < closure.effectiveOn)
    return {
      code: 'before-closure',
      says: {
        zh: `关闭自${closure.effectiveOn}生效，此前不能列入红牌`,
        en: `The closure is in force from ${closure.effectiveOn}; before, there is no red card`,
      },
      wayOut: { zh: '生效当日系统自动列入', en: 'The ledger issues it by itself on that day' },
    };
  return undefined;
}

const isAnothers = (
  proposal: readonly Recorded<Pick<government.ClosureProposalReceived, 'caseId' | 'proposedBy'>>[],
  ownCase: string,
): boolean => proposal.some(({ data: { caseId, proposedBy } }) => caseId !== ownCase || proposedBy !== 'energy');
