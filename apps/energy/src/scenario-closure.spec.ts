import { describe, expect, it } from '@jest/globals';
import { at, enterprise, within } from './testing-energy.js';
import { failed, listed, officers, onCase, ordered, told } from './testing-scenario.js';

const proposal = { grounds: '逾期未整改', scope: 'LINE', legalBasis: '节约能源法第七十二条' };
const decision = { enterprise, caseId: 'A-1', proposedBy: 'energy' };
const closure = { ...decision, governmentDocumentNumber: '惠府函〔2021〕88号', scope: 'LINE' };

describe('scenario 6: closure proposed, returned, proposed again', () => {
  it('ends in closure, and in a red card on the day that it is in force', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.ClosureProposalReturned', 'government.closureProposal-G-1', at('2021-10-20').occurredAt, {
      caseId: 'A-1',
      proposedBy: 'energy',
      reason: '补充材料',
    });
    const again = { ...at('2021-11-03'), ...proposal };
    expect(story.refusalOf('case', 'A-1', 'ProposeClosure', { ...again, proposalId: 'G-1', scope: 'SITE' })).toBe(
      'energy/proposal-id-used',
    );
    onCase(story, 'ProposeClosure', { ...again, proposalId: 'G-2' });
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-2', at('2021-11-24').occurredAt, {
      ...closure,
      effectiveOn: '2021-12-01',
    });
    story.passTo('2021-11-30T23:59:59+08:00');
    expect(told(story)).not.toContain('RedCardIssued');
    story.passTo('2021-12-01T00:00:00+08:00');
    expect(told(story).slice(2)).toEqual([
      'RectificationPeriodExpired',
      'RectificationFailed',
      'ClosureProposed',
      'GovernmentDecisionNoted',
      'ClosureProposed',
      'GovernmentDecisionNoted',
      'RedCardIssued',
      'YellowCardCleared',
    ]);
    expect(story.running).toEqual([]);
    expect(listed(story, 'yellow-card')).toEqual([]);
    expect(listed(story, 'red-card')).toEqual([['A-1', undefined]]);
    expect(listed(story, 'violators')).toEqual([['A-1', '2021-09-17']]);
    expect(story.refused).toEqual([]);
  });

  it('brings the red card at once when the closure is in force already', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    const orderedAt = at('2021-11-24').occurredAt;
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-1', orderedAt, {
      ...closure,
      effectiveOn: '2021-11-24',
    });
    story.passTo(orderedAt);
    expect(story.facts('case', 'A-1').find(({ type }) => type === 'energy.RedCardIssued')?.occurredAt).toBe(orderedAt);
  });

  it('leaves alone what the government decides for others', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.ClosureOrdered', 'government.closureProposal-G-1', at('2021-11-24').occurredAt, {
      ...closure,
      proposedBy: 'environment',
      effectiveOn: '2021-11-24',
    });
    expect(told(story).at(-1)).toBe('ClosureProposed');
  });

  it('may pass through suspension and end well', () => {
    const story = failed(ordered('2021-03-17'), '2021-09-28');
    onCase(story, 'ProposeClosure', { ...at('2021-10-11'), proposalId: 'G-1', ...proposal });
    story.hears('government.SuspensionOrdered', 'government.closureProposal-G-1', at('2021-11-01').occurredAt, {
      ...decision,
      governmentDocumentNumber: '惠府函〔2021〕77号',
      effectiveOn: '2021-11-01',
    });
    onCase(story, 'ReinspectRectification', { ...at('2021-12-14'), findings: '达标', measurement: within, officers });
    onCase(story, 'AcceptRectification', { ...at('2021-12-17'), opinion: '合格' });
    expect(told(story).slice(-3)).toEqual(['RectificationReinspected', 'RectificationAccepted', 'YellowCardCleared']);
    expect(listed(story, 'violators')).toEqual([]);
  });
});
