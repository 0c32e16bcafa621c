import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, plan } from '../testing-environment.js';
import { envCase } from './case.decider.js';
import { facts } from './testing-case.js';

const { enterprise: _, ...report } = facts.reported().data;
const make = { ...report, scope: 'SITE' as const, ...at('2021-09-10') };
const serious = [facts.found(), facts.serious];
const reported = [...serious, facts.reported()];
const id = { id: 'HJ-1' };

describe('a report for closure', () => {
  it('is made of what is serious', () => {
    given(envCase, ...serious)
      .when('ReportForClosure', make, id)
      .then({ type: 'EnvClosureReported', data: { ...facts.reported().data, scope: 'SITE' } });
    given(envCase, facts.found())
      .when('ReportForClosure', make, id)
      .thenRefused('environment/not-serious', { rule: 'environment/closure@2021' });
  });

  it('rests on law, under an id that nobody used', () => {
    given(envCase, ...serious)
      .when('ReportForClosure', { ...make, legalBasis: plan }, id)
      .thenRefused('environment/plan-is-no-basis');
    given(envCase, ...serious)
      .consulting({
        'government.closureProposal-HJ-G1': [
          { type: 'government.ClosureProposalReceived', data: { caseId: 'EN-1', proposedBy: 'energy' } },
        ],
      })
      .when('ReportForClosure', make, id)
      .thenRefused('environment/proposal-id-used');
  });

  it('is made once, and again under another id when it was returned', () => {
    const again = { ...make, proposalId: 'HJ-G2', ...at('2021-10-18') };
    given(envCase, ...reported)
      .when('ReportForClosure', make, id)
      .thenNothing();
    given(envCase, ...reported)
      .when('ReportForClosure', again, id)
      .thenRefused('environment/already-reported');
    given(envCase, ...reported, facts.decided('RETURNED'))
      .when('ReportForClosure', again, id)
      .thenTypes('EnvClosureReported');
    given(envCase, ...reported, facts.decided('CLOSED'))
      .when('ReportForClosure', again, id)
      .thenRefused('environment/already-reported');
  });
});

describe('the government’s decision on a report', () => {
  const note = (decision: 'RETURNED' | 'SUSPENDED' | 'CLOSED') => ({
    ...facts.decided(decision).data,
    decision,
    ...at('2021-10-15'),
  });

  it('is noted on the case', () =>
    given(envCase, ...reported)
      .when('NoteGovernmentDecision', note('CLOSED'))
      .then({ type: 'GovernmentDecisionNoted', data: { ...facts.decided('CLOSED').data, decision: 'CLOSED' } }));

  it('answers the open report, once', () => {
    given(envCase, ...serious)
      .when('NoteGovernmentDecision', note('CLOSED'))
      .thenRefused('environment/no-open-proposal');
    given(envCase, ...reported)
      .when('NoteGovernmentDecision', { ...note('CLOSED'), proposalId: 'HJ-G9' })
      .thenRefused('environment/another-proposal');
    given(envCase, ...reported, facts.decided('CLOSED'))
      .when('NoteGovernmentDecision', note('CLOSED'))
      .thenNothing();
  });

  it('may close after it suspended', () =>
    given(envCase, ...reported, facts.decided('SUSPENDED'))
      .when('NoteGovernmentDecision', note('CLOSED'))
      .thenTypes('GovernmentDecisionNoted'));
});
