import { describe, expect, it } from '@jest/globals';
import type { Recorded, Refusal } from '#decider';
import { governmentDecisions, mustAnswerProposal, mustBeNewProposal } from './closure.js';
import { lawOf } from './department-law.js';

const law = lawOf('environment');
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return (refusal as Refusal).code;
  }
};
const lies = (caseId: string, proposedBy: string) => ({ data: { caseId, proposedBy } }) as Recorded;

describe('a proposal to close', () => {
  const propose = (earlier: readonly string[], lying: readonly Recorded[]) =>
    codeOf(() => mustBeNewProposal(law, 'environment', '2.2.3', { proposalId: 'G-1', caseId: 'HJ-1', earlier, lying }));

  it('takes an id that nobody used', () => expect(propose(['G-0'], [])).toBeUndefined());

  it('takes none that the case, another case or another department used', () => {
    expect(propose(['G-1'], [])).toBe('environment/proposal-id-used');
    expect(propose([], [lies('HJ-2', 'environment')])).toBe('environment/proposal-id-used');
    expect(propose([], [lies('HJ-1', 'energy')])).toBe('environment/proposal-id-used');
  });

  it('that lies before the government for this very case is its own', () =>
    expect(propose([], [lies('HJ-1', 'environment')])).toBeUndefined());
});

describe('a decision of the government', () => {
  const closed = {
    proposalId: 'G-1',
    decision: 'CLOSED',
    effectiveOn: '2021-10-20',
    governmentDocumentNumber: 'x',
  } as const;
  const note = (decision: Parameters<typeof mustAnswerProposal>[2], open?: string) =>
    codeOf(() => mustAnswerProposal(law, '2.2.3', decision, open));

  it('answers the proposal that is open, and bears a document', () => {
    expect(note(closed, 'G-1')).toBeUndefined();
    expect(note(closed)).toBe('environment/no-open-proposal');
    expect(note(closed, 'G-2')).toBe('environment/another-proposal');
    expect(note({ ...closed, governmentDocumentNumber: undefined }, 'G-1')).toBe('environment/no-government-document');
  });

  it('that returns a proposal needs no document', () =>
    expect(note({ proposalId: 'G-1', decision: 'RETURNED', effectiveOn: '2021-10-20' }, 'G-1')).toBeUndefined());

  const policy = governmentDecisions('environment', { record: 'case', command: 'NoteGovernmentDecision' });
  const fact = (proposedBy: string, data: object) =>
    ({
      stream: 'government.closureProposal-G-1',
      occurredAt: '2021-10-15T10:00:00+08:00',
      data: { caseId: 'HJ-1', proposedBy, ...data },
    }) as Recorded;

  it('is noted on the case of the department that proposed', () => {
    const order = fact('environment', { effectiveOn: '2021-10-20', governmentDocumentNumber: 'x' });
    expect(policy.when['government.ClosureOrdered']!(order)).toEqual([
      { record: 'case', id: 'HJ-1', command: 'NoteGovernmentDecision', data: closed },
    ]);
    expect(policy.when['government.ClosureProposalReturned']!(fact('environment', {}))).toEqual([
      {
        record: 'case',
        id: 'HJ-1',
        command: 'NoteGovernmentDecision',
        data: { proposalId: 'G-1', decision: 'RETURNED', effectiveOn: '2021-10-15' },
      },
    ]);
  });

  it('on a proposal of another department is theirs', () =>
    expect(policy.when['government.ClosureOrdered']!(fact('energy', { effectiveOn: '2021-10-20' }))).toEqual([]));
});
