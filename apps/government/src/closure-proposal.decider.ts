import type { government } from '#contracts';
import { alreadySays, contentOf, Refusal, type Bilingual, type Decider, type RuleRef } from '#decider';
import { dayOf, findRule, ruleRef } from '#law';

type Events = government.Events<'closureProposal'>;

interface ClosureProposal {
  readonly received?: Events['ClosureProposalReceived'];
  readonly receivedOn?: string;
  readonly returned?: Events['ClosureProposalReturned'];
  readonly suspended?: Events['SuspensionOrdered'];
  readonly closed?: Events['ClosureOrdered'];
}

const clause = '2.1.3';
const breadth = { LINE: 1, SITE: 2, ENTERPRISE: 3 } as const;

/**
 * A department's proposal to close, and what the people's government decides on it. Departments propose, governments
 * close: nobody else's facts say that anything is closed. Energy Conservation Law art. 72.
 */
export const closureProposal: Decider<ClosureProposal, government.Commands<'closureProposal'>, Events> = {
  name: 'government.closureProposal',
  initial: {},

  decide: {
    ReceiveClosureProposal: (command, { received }) => {
      const proposal = contentOf(command);
      if (alreadySays(received, proposal)) return [];
      if (received)
        throw no(
          'proposal-id-used',
          {
            zh: `提请编号已用于${received.proposedBy}的案件${received.caseId}`,
            en: `The id is taken by the proposal of ${received.proposedBy} on case ${received.caseId}`,
          },
          { zh: '使用新的提请编号', en: 'Propose under a new id' },
        );
      return [{ type: 'ClosureProposalReceived', data: proposal }];
    },

    ReturnClosureProposal: (command, state) => {
      const { reason } = contentOf(command);
      if (alreadySays(state.returned, { reason })) return [];
      const { caseId, proposedBy } = mustBeOpen(state);
      if (state.suspended)
        throw no(
          'already-suspended',
          { zh: '已责令停业整顿，不能退回提请', en: 'Suspension was ordered; the proposal cannot be returned' },
          { zh: '可以责令关闭，或由部门验收结案', en: 'Order closure, or let the department accept the rectification' },
        );
      return [{ type: 'ClosureProposalReturned', data: { caseId, proposedBy, reason } }];
    },

    OrderSuspension: (command, state, { occurredAt }) => {
      const order = contentOf(command);
      if (alreadySays(state.suspended, order)) return [];
      const { enterprise, caseId, proposedBy } = mustBeOpen(state);
      if (state.suspended)
        throw no(
          'already-suspended',
          {
            zh: `已责令停业整顿（${state.suspended.governmentDocumentNumber}）`,
            en: `Suspension was ordered (${state.suspended.governmentDocumentNumber})`,
          },
          { zh: '此后只能责令关闭', en: 'Only closure can follow' },
        );
      mustFollow(order.effectiveOn, state);
      const data = { enterprise, caseId, proposedBy, ...order };
      return [{ type: 'SuspensionOrdered', data, rules: basis(proposedBy, occurredAt) }];
    },

    OrderClosure: (command, state, { occurredAt }) => {
      const order = contentOf(command);
      if (alreadySays(state.closed, order)) return [];
      const { enterprise, caseId, proposedBy, scope } = mustBeOpen(state);
      if (breadth[order.scope] > breadth[scope])
        throw no(
          'wider-than-proposed',
          {
            zh: `提请关闭范围为${scope}，不能扩大为${order.scope}`,
            en: `What was proposed is to close the ${scope}, not the ${order.scope}`,
          },
          { zh: '在提请范围内决定，或退回后重新提请', en: 'Decide within the proposal, or return it to be made anew' },
          { proposed: scope, ordered: order.scope },
        );
      mustFollow(order.effectiveOn, state);
      const data = { enterprise, caseId, proposedBy, ...order };
      return [{ type: 'ClosureOrdered', data, rules: basis(proposedBy, occurredAt) }];
    },
  },

  evolve: {
    ClosureProposalReceived: (_, received, { occurredAt }) => ({ received, receivedOn: dayOf(occurredAt) }),
    ClosureProposalReturned: (state, returned) => ({ ...state, returned }),
    SuspensionOrdered: (state, suspended) => ({ ...state, suspended }),
    ClosureOrdered: (state, closed) => ({ ...state, closed }),
  },

  subject: ({ received }) => ({
    uscc: received?.enterprise.uscc,
    siteId: received?.enterprise.siteId,
    caseId: received?.caseId,
  }),
};

/** The proposal, unless there is none or it was returned or ended in closure. */
function mustBeOpen({ received, returned, closed }: ClosureProposal): Events['ClosureProposalReceived'] {
  if (received && !returned && !closed) return received;
  if (!received)
    throw no(
      'no-proposal',
      { zh: '没有受理该提请', en: 'No such proposal was received' },
      { zh: '政府的决定以主管部门的提请为前提', en: 'The government decides on what a department proposed' },
    );
  throw no(
    'proposal-decided',
    returned
      ? { zh: '该提请已退回', en: 'The proposal was returned' }
      : { zh: '该提请已决定关闭', en: 'The proposal has ended in closure' },
    { zh: '部门补充后以新的编号重新提请', en: 'The department may propose again under a new id' },
  );
}

function mustFollow(effectiveOn: string, { receivedOn }: ClosureProposal): void {
  if (receivedOn === undefined || effectiveOn >= receivedOn) return;
  throw no(
    'effective-before-proposal',
    {
      zh: `生效日${effectiveOn}早于提请日${receivedOn}`,
      en: `It cannot be in force from ${effectiveOn}, before the proposal of ${receivedOn}`,
    },
    { zh: `生效日应不早于${receivedOn}`, en: `It is in force from ${receivedOn} at the earliest` },
    { effectiveOn, receivedOn },
  );
}

/** The row of the law that a department proposes under, where it has one for every ground. */
const closureRules: Readonly<Record<string, string>> = {
  energy: 'energy/closure',
  environment: 'environment/closure',
};

const basis = (proposedBy: string, occurredAt: string): RuleRef[] => {
  const row = findRule(closureRules[proposedBy] ?? '', occurredAt);
  return row ? [ruleRef(row)] : [];
};

const no = (code: string, says: Bilingual, wayOut: Bilingual, facts?: Readonly<Record<string, unknown>>): Refusal =>
  new Refusal(`government/${code}`, says, { clause, wayOut, ...(facts ? { facts } : {}) });
