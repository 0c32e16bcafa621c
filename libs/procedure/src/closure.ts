import { recordIdOf, type Bilingual, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';
import type { DepartmentLaw } from './department-law.js';

/** What the government decided, as a department notes it on its case. */
export interface GovernmentDecision {
  readonly proposalId: string;
  readonly decision: 'RETURNED' | 'SUSPENDED' | 'CLOSED';
  readonly effectiveOn: string;
  readonly governmentDocumentNumber?: string;
}

/** Where else a proposal may lie: to be consulted before its id is used. */
export const proposalStream = (proposalId: string): string => `government.closureProposal-${proposalId}`;

/** Refuses, as `proposal-id-used`, an id under which the case, or anybody else, has proposed before. */
export function mustBeNewProposal(
  law: DepartmentLaw,
  department: string,
  clause: string,
  {
    proposalId,
    caseId,
    earlier,
    lying,
  }: {
    readonly proposalId: string;
    readonly caseId: string;
    /** Ids under which the case proposed before. */
    readonly earlier: readonly string[];
    /** What lies before the government under the id. */
    readonly lying: readonly Recorded[];
  },
): void {
  const isAnothers = ({ data }: Recorded): boolean => data.caseId !== caseId || data.proposedBy !== department;
  if (!earlier.includes(proposalId) && !lying.some(isAnothers)) return;
  throw law.refusal(
    'proposal-id-used',
    { zh: `提请编号“${proposalId}”已使用`, en: `The proposal id ${proposalId} was used before` },
    { clause, wayOut: { zh: '再次提请使用新的编号', en: 'Propose again under a new id' }, facts: { proposalId } },
  );
}

/** Refuses a decision that answers no open proposal, or another one, or bears no document. */
export function mustAnswerProposal(
  law: DepartmentLaw,
  clause: string,
  { proposalId, decision, governmentDocumentNumber }: GovernmentDecision,
  open: string | undefined,
): void {
  const no = (code: string, says: Bilingual, wayOut: Bilingual) =>
    law.refusal(code, says, { clause, wayOut, facts: { open: open ?? null } });
  if (open === undefined)
    throw no(
      'no-open-proposal',
      { zh: '没有未决的关闭提请', en: 'No proposal to close is open' },
      { zh: '政府决定以未决的提请为前提', en: 'A decision answers a proposal that is open' },
    );
  if (open !== proposalId)
    throw no(
      'another-proposal',
      { zh: `未决的提请不是“${proposalId}”`, en: `The open proposal is not ${proposalId}` },
      { zh: '按未决提请的编号记录', en: 'Note the decision under the id of the open proposal' },
    );
  if (decision !== 'RETURNED' && !governmentDocumentNumber)
    throw no(
      'no-government-document',
      {
        zh: '停业整顿、关闭决定应有政府文号',
        en: 'A suspension or closure bears the number of the government’s document',
      },
      { zh: '填写 governmentDocumentNumber', en: 'Give the `governmentDocumentNumber`' },
    );
}

/** What the government decides on proposals of a department is noted on its cases; others' are theirs. */
export function governmentDecisions(department: string, to: Pick<OwnCommand, 'record' | 'command'>): Policy {
  const noted = (
    fact: Recorded,
    decision: GovernmentDecision['decision'],
    effectiveOn: string = dayOf(fact.occurredAt),
  ): readonly OwnCommand[] => {
    const { caseId, proposedBy, governmentDocumentNumber } = fact.data;
    const data: GovernmentDecision = {
      proposalId: recordIdOf(fact),
      decision,
      effectiveOn,
      ...(governmentDocumentNumber ? { governmentDocumentNumber } : {}),
    };
    return proposedBy === department ? [{ ...to, id: caseId, data }] : [];
  };
  return {
    name: 'government-decisions-reach-the-case',
    when: {
      'government.ClosureProposalReturned': (fact) => noted(fact, 'RETURNED'),
      'government.SuspensionOrdered': (fact) => noted(fact, 'SUSPENDED', fact.data.effectiveOn),
      'government.ClosureOrdered': (fact) => noted(fact, 'CLOSED', fact.data.effectiveOn),
    },
  };
}
