import { alreadySays, contentOf, type Circumstances, type RuleRef } from '#decider';
import { dayOf, ruleRef } from '#law';
import { mustAnswerProposal, mustBeNewProposal, proposalStream } from '#procedure';
import { cite, law, lawOn, mustNameLaw, refusal } from '../law.js';
import { fallWithin, repeatedPenalties } from './repeated-penalties.js';
import {
  clause,
  enterpriseOf,
  outOfPhase,
  standingHazard,
  type CaseDecider,
  type Events,
  type SafetyCase,
} from './state.js';

type Proposal = Omit<Events['SafetyClosureProposed'], 'enterprise'>;

/** Closure: proposed here in the four cases of the law, decided by the government alone (2.4.3). */
export const close: Pick<CaseDecider['decide'], 'ProposeClosureToGov' | 'NoteGovernmentDecision'> = {
  ProposeClosureToGov: (command, state, given) => {
    const proposal = contentOf(command);
    const { proposalId } = proposal;
    const earlier = state.proposals.find((one) => one.proposalId === proposalId);
    if (alreadySays<object>(earlier, proposal)) return [];
    if (!['opened', 'removing', 'suspended', 'applied', 'fit'].includes(state.phase))
      throw outOfPhase('not-proposable', { zh: '提请关闭', en: 'proposed for closure' }, state, {
        wayOut: {
          zh: '只对未结、未提请的案件提请关闭',
          en: 'Propose closure of a case that is open and not yet proposed',
        },
      });
    mustBeNewProposal(law, 'emergency-management', clause, {
      proposalId,
      caseId: given.id,
      earlier: state.proposals.map((one) => one.proposalId),
      lying: given.consulted(proposalStream(proposalId)),
    });
    mustNameLaw(proposal.legalBasis, clause, dayOf(given.occurredAt));
    const rules = [bases[proposal.ground](proposal, state, given)];
    return [{ type: 'SafetyClosureProposed', data: { enterprise: enterpriseOf(state), ...proposal }, rules }];
  },

  NoteGovernmentDecision: (command, state) => {
    const decision = contentOf(command);
    if (alreadySays<object>(state.said.GovernmentDecisionNoted, decision)) return [];
    const isOpen =
      state.phase === 'proposed' || (state.phase === 'suspended-by-government' && decision.decision === 'CLOSED');
    mustAnswerProposal(law, clause, decision, isOpen ? state.proposals.at(-1)?.proposalId : undefined);
    return [{ type: 'GovernmentDecisionNoted', data: decision }];
  },
};

type Basis = (proposal: Proposal, state: SafetyCase, given: Circumstances) => RuleRef;

/** What each ground needs on record, and the row that it rests on. A day on which the law has no such row is refused. */
const bases: Readonly<Record<Proposal['ground'], Basis>> = {
  UNFIT_AFTER_SUSPENSION: (_, state, { occurredAt }) => {
    const rule = lawOn('safety/closure-unfit', dayOf(occurredAt));
    if (state.phase === 'suspended' && state.isUnfit) return ruleRef(rule);
    throw refusal(
      'unfit-not-shown',
      {
        zh: '没有停产停业整顿后审查仍不具备安全生产条件的记录',
        en: 'No examination under the suspension found that it is still unfit',
      },
      {
        ...cite(rule),
        wayOut: { zh: '先审查恢复生产条件', en: 'Examine first whether production may resume' },
        facts: { phase: state.phase },
      },
    );
  },

  REFUSES_ORDER: (_, state, { occurredAt }) => {
    const rule = lawOn('safety/closure-disobedience', dayOf(occurredAt));
    if (state.disobeyed.SUSPENSION) return ruleRef(rule);
    throw refusal(
      'no-refusal-shown',
      { zh: '未查实拒不执行停产停业整顿决定', en: 'That the suspension is not obeyed was not found' },
      { ...cite(rule), wayOut: { zh: '先记录拒不执行', en: 'Record the disobedience first' } },
    );
  },

  ACCIDENT: (_, state, { occurredAt }) => {
    const rule = lawOn('safety/closure-accident', dayOf(occurredAt));
    const isGrave = state.accidents.some(
      ({ level, forWantOfConditions }) => forWantOfConditions && (level === 'MAJOR' || level === 'ESPECIALLY_SERIOUS'),
    );
    if (isGrave) return ruleRef(rule);
    throw refusal(
      'no-such-accident',
      {
        zh: '没有因不具备安全生产条件导致重大、特别重大事故的记录',
        en: 'No major or especially serious accident for want of safety conditions is on record',
      },
      { ...cite(rule), wayOut: { zh: '先据事故调查批复记录事故', en: 'Record the accident from its approved report' } },
    );
  },

  REPEATED_PENALTIES: ({ penalties = [], majorHazardId }, state, given) => {
    const day = dayOf(given.occurredAt);
    const { uscc } = enterpriseOf(state);
    const inDays = lawOn('safety/closure-penalties-in-days', day);
    if (!standingHazard(majorHazardId, uscc, given))
      throw refusal(
        'no-standing-hazard',
        {
          zh: '没有本企业未消除的重大事故隐患记录',
          en: 'No major hazard of this enterprise that still stands is on record',
        },
        {
          ...cite(inDays),
          wayOut: { zh: '填写未核销的 majorHazardId', en: 'Give the `majorHazardId` of one that was not cleared' },
          facts: { majorHazardId: majorHazardId ?? null },
        },
      );
    const penaltyIds = penalties.map(({ penaltyId }) => penaltyId);
    const counted = repeatedPenalties(penaltyIds, uscc, given);
    const met = [inDays, lawOn('safety/closure-penalties-in-year', day)].find((rule) => fallWithin(counted, rule));
    if (met) return ruleRef(met);
    throw refusal(
      'too-few-penalties',
      {
        zh: `计入的处罚${counted.length}次，未达一百八十日内三次或者一年内四次`,
        en: `${counted.length} penalties count; it takes three within 180 days or four within a year`,
      },
      {
        ...cite(inDays),
        wayOut: {
          zh: '只计入依安全生产法对本企业作出、未被撤销的处罚；填写其编号',
          en: 'Only penalties of this enterprise under the Work Safety Law that stand count; name their ids',
        },
        facts: { decidedOn: counted, penaltyIds },
      },
    );
  },
};
