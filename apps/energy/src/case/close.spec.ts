import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, cases, enterprise, facts } from '../testing-energy.js';
import { energyCase } from './case.decider.js';

const reported = [...cases.rectifying, facts.reported];

describe('the acceptance of a rectification', () => {
  const accept = { opinion: '合格', ...at('2021-09-19') };

  it('clears the yellow card', () =>
    given(energyCase, ...reported, facts.reinspected('WITHIN'))
      .when('AcceptRectification', accept)
      .then(
        { type: 'RectificationAccepted', data: { opinion: '合格' } },
        { type: 'YellowCardCleared', data: { reason: 'RECTIFIED' } },
      ));

  it('needs a re-inspection within the limit', () => {
    for (const shown of [[], [facts.reinspected('OVER')], [facts.reinspected('NOT_MEASURED')]])
      given(energyCase, ...reported, ...shown)
        .when('AcceptRectification', accept)
        .thenRefused('energy/not-within-limit');
  });

  it('goes by the last re-inspection', () =>
    given(energyCase, ...reported, facts.reinspected('WITHIN'), facts.reinspected('OVER'))
      .when('AcceptRectification', accept)
      .thenRefused('energy/not-within-limit'));

  it('ends a suspension, on a re-inspection made under it', () => {
    const suspended = [...cases.proposed, facts.decided('SUSPENDED')];
    given(energyCase, ...suspended)
      .when('AcceptRectification', accept)
      .thenRefused('energy/not-within-limit');
    given(energyCase, ...suspended, facts.reinspected('WITHIN'))
      .when('AcceptRectification', accept)
      .thenTypes('RectificationAccepted', 'YellowCardCleared');
  });

  it('needs a report, and is given once', () => {
    given(energyCase, ...cases.rectifying)
      .when('AcceptRectification', accept)
      .thenRefused('energy/nothing-to-accept');
    given(energyCase, ...reported, facts.reinspected('WITHIN'), facts.accepted, facts.cleared)
      .when('AcceptRectification', accept)
      .thenNothing();
  });
});

describe('the finding that rectification failed', () => {
  const fail = { reason: '逾期未整改', ...at('2021-09-22') };

  it('rests on a deadline that passed', () =>
    given(energyCase, ...cases.rectifying, facts.expired())
      .when('FailRectification', fail)
      .then({ type: 'RectificationFailed', data: { ground: 'NOT_DONE', reason: '逾期未整改' } }));

  it('says itself that it passed when the timer has not', () =>
    given(energyCase, ...cases.rectifying)
      .when('FailRectification', fail)
      .thenTypes('RectificationPeriodExpired', 'RectificationFailed'));

  it('or on a re-inspection over the limit, before the deadline too', () =>
    given(energyCase, ...reported, facts.reinspected('OVER'))
      .when('FailRectification', { ...fail, ...at('2021-09-15') })
      .then({ type: 'RectificationFailed', data: { ground: 'STILL_OVER_LIMIT', reason: '逾期未整改' } }));

  it('or on a report that nothing stands behind when the deadline has passed', () => {
    const empty = given(energyCase, ...reported, facts.reinspected('NOT_MEASURED'));
    empty.when('FailRectification', fail).thenTypes('RectificationFailed');
    empty.when('FailRectification', { ...fail, ...at('2021-09-15') }).thenRefused('energy/failure-not-shown');
  });

  it('is refused while the period runs, while a request is open, and within the limit', () => {
    const inTime = { ...fail, ...at('2021-09-15', '23:59:59') };
    given(energyCase, ...cases.rectifying)
      .when('FailRectification', inTime)
      .thenRefused('energy/failure-not-shown');
    given(energyCase, ...cases.rectifying, facts.requested())
      .when('FailRectification', fail)
      .thenRefused('energy/failure-not-shown');
    given(energyCase, ...reported, facts.reinspected('WITHIN'))
      .when('FailRectification', fail)
      .thenRefused('energy/failure-not-shown');
  });

  it('is made once, and again after a late report that changed nothing', () => {
    given(energyCase, ...cases.failed)
      .when('FailRectification', fail)
      .thenNothing();
    given(energyCase, ...cases.failed, facts.reported, facts.reinspected('OVER'))
      .when('FailRectification', fail)
      .then({ type: 'RectificationFailed', data: { ground: 'STILL_OVER_LIMIT', reason: '逾期未整改' } });
  });
});

describe('a proposal to close', () => {
  const basis = {
    proposalId: 'GB-1',
    grounds: '逾期未整改',
    scope: 'LINE' as const,
    legalBasis: '节约能源法第七十二条',
  };
  const propose = { ...basis, ...at('2021-09-25') };

  it('goes to the government with its legal basis', () =>
    given(energyCase, ...cases.failed)
      .when('ProposeClosure', propose)
      .then({ type: 'ClosureProposed', data: { enterprise, ...basis } }));

  it('follows failed rectification only: expiry is not closure', () =>
    given(energyCase, ...cases.rectifying, facts.expired())
      .when('ProposeClosure', propose)
      .thenRefused('energy/not-failed', { clause: '2.1.3', rule: 'energy/closure@2018' }));

  it('does not rest on the plan alone', () =>
    given(energyCase, ...cases.failed)
      .when('ProposeClosure', { ...propose, legalBasis: '惠州市2021年推动落后产能退出工作计划二(一)3' })
      .thenRefused('energy/plan-is-no-basis', { clause: '2.1.3', rule: 'penalty/legal-basis@2021' }));

  it('is made once, however often it is said', () =>
    given(energyCase, ...cases.proposed)
      .when('ProposeClosure', propose)
      .thenNothing());

  it('is made again under a new id after it came back', () => {
    const returned = given(energyCase, ...cases.proposed, facts.decided('RETURNED'));
    returned.when('ProposeClosure', { ...propose, grounds: '补充证据' }).thenRefused('energy/proposal-id-used');
    returned.when('ProposeClosure', { ...propose, proposalId: 'GB-2' }).thenTypes('ClosureProposed');
  });

  it('does not take the id of another case', () =>
    given(energyCase, ...cases.failed)
      .consulting({
        'government.closureProposal-GB-1': [
          { type: 'government.ClosureProposalReceived', data: { caseId: 'another', proposedBy: 'energy' } },
        ],
      })
      .when('ProposeClosure', propose)
      .thenRefused('energy/proposal-id-used'));
});

describe('what the government decided', () => {
  const closed = { ...facts.decided('CLOSED').data, ...at('2021-10-15') };

  it('is noted on the open proposal', () =>
    given(energyCase, ...cases.proposed)
      .when('NoteGovernmentDecision', closed as never)
      .then({ type: 'GovernmentDecisionNoted', data: facts.decided('CLOSED').data } as never));

  it('may be closure after suspension, and nothing else after it', () => {
    const suspended = given(energyCase, ...cases.proposed, facts.decided('SUSPENDED'));
    suspended.when('NoteGovernmentDecision', closed as never).thenTypes('GovernmentDecisionNoted');
    suspended
      .when('NoteGovernmentDecision', { ...closed, decision: 'RETURNED' } as never)
      .thenRefused('energy/no-open-proposal');
  });

  it('is not noted on another proposal, or without one', () => {
    given(energyCase, ...cases.proposed)
      .when('NoteGovernmentDecision', { ...closed, proposalId: 'GB-9' } as never)
      .thenRefused('energy/another-proposal');
    given(energyCase, ...cases.failed)
      .when('NoteGovernmentDecision', closed as never)
      .thenRefused('energy/no-open-proposal');
  });

  it('bears the number of a document when it suspends or closes', () =>
    given(energyCase, ...cases.proposed)
      .when('NoteGovernmentDecision', { ...closed, governmentDocumentNumber: undefined } as never)
      .thenRefused('energy/no-government-document'));

  it('is noted once, however often it is said', () =>
    given(energyCase, ...cases.proposed, facts.decided('CLOSED'))
      .when('NoteGovernmentDecision', closed as never)
      .thenNothing());
});

describe('a red card', () => {
  const issue = at('2021-10-20', '00:00:00');
  const ordered = [...cases.proposed, facts.decided('CLOSED')];

  it('comes after yellow, failure and closure, on the day that closure is in force', () =>
    given(energyCase, ...ordered)
      .when('IssueRedCard', issue)
      .then(
        {
          type: 'RedCardIssued',
          data: { enterprise, closedOn: '2021-10-20', governmentDocumentNumber: '惠府函〔2021〕88号' },
        },
        { type: 'YellowCardCleared', data: { reason: 'RED_CARD' } },
      ));

  it('does not come a day before', () =>
    given(energyCase, ...ordered)
      .when('IssueRedCard', at('2021-10-19', '23:59:59'))
      .thenRefused('energy/red-card-before-closure', { clause: '4.5', rule: 'lists/red-card@2021' }));

  it('is refused without each of the three', () => {
    given(energyCase, ...cases.over)
      .when('IssueRedCard', issue)
      .thenRefused('energy/red-card-without-yellow');
    given(energyCase, ...cases.rectifying)
      .when('IssueRedCard', issue)
      .thenRefused('energy/red-card-without-failure');
    given(energyCase, ...cases.proposed)
      .when('IssueRedCard', issue)
      .thenRefused('energy/red-card-without-closure');
  });

  it('is issued once', () =>
    given(energyCase, ...ordered, facts.red, { ...facts.cleared, data: { reason: 'RED_CARD' } })
      .when('IssueRedCard', issue)
      .thenNothing());
});
