import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { closureProposal } from './closure-proposal.decider.js';

const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3120' as const,
};
const proposal = {
  enterprise,
  caseId: 'A-1',
  proposedBy: 'energy',
  grounds: '逾期未整改',
  scope: 'SITE' as const,
  legalBasis: '节约能源法第七十二条',
};
const closure = { governmentDocumentNumber: '惠府函〔2021〕88号', scope: 'SITE' as const, effectiveOn: '2021-10-20' };
const suspension = { governmentDocumentNumber: '惠府函〔2021〕77号', effectiveOn: '2021-10-10' };
const about = { enterprise, caseId: 'A-1', proposedBy: 'energy' };

const received = { type: 'ClosureProposalReceived', data: proposal, ...at('2021-09-25') } as const;
const returned = {
  type: 'ClosureProposalReturned',
  data: { caseId: 'A-1', proposedBy: 'energy', reason: '补充材料' },
} as const;
const suspended = { type: 'SuspensionOrdered', data: { ...about, ...suspension } } as const;
const closed = { type: 'ClosureOrdered', data: { ...about, ...closure } } as const;

describe('a proposal to close', () => {
  it('is received once', () => {
    const receive = { ...proposal, ...at('2021-09-25') };
    given(closureProposal).when('ReceiveClosureProposal', receive).then(received);
    given(closureProposal, received).when('ReceiveClosureProposal', receive).thenNothing();
    given(closureProposal, received)
      .when('ReceiveClosureProposal', { ...receive, caseId: 'A-2' })
      .thenRefused('government/proposal-id-used', { clause: '2.1.3' });
  });

  it('may be returned while nothing was ordered', () => {
    const back = { reason: '补充材料', ...at('2021-10-09') };
    given(closureProposal, received).when('ReturnClosureProposal', back).then(returned);
    given(closureProposal).when('ReturnClosureProposal', back).thenRefused('government/no-proposal');
    given(closureProposal, received, suspended)
      .when('ReturnClosureProposal', back)
      .thenRefused('government/already-suspended');
    given(closureProposal, received, returned).when('ReturnClosureProposal', back).thenNothing();
  });

  it('names the enterprise and the case on the envelope', () =>
    expect(closureProposal.subject?.({ received: proposal }, 'GB-1')).toEqual({
      uscc: enterprise.uscc,
      siteId: undefined,
      caseId: 'A-1',
    }));
});

describe('an order of suspension', () => {
  const order = { ...suspension, ...at('2021-10-09') };

  it('answers a proposal, once', () => {
    given(closureProposal, received).when('OrderSuspension', order).then(suspended);
    given(closureProposal).when('OrderSuspension', order).thenRefused('government/no-proposal');
    given(closureProposal, received, suspended).when('OrderSuspension', order).thenNothing();
    given(closureProposal, received, suspended)
      .when('OrderSuspension', { ...order, effectiveOn: '2021-10-11' })
      .thenRefused('government/already-suspended');
    given(closureProposal, received, closed).when('OrderSuspension', order).thenRefused('government/proposal-decided');
  });
});

describe('an order of closure', () => {
  const order = { ...closure, ...at('2021-10-15') };

  it('answers a proposal, under the law that the department proposed on', () => {
    given(closureProposal, received).when('OrderClosure', order).then(closed);
    expect(given(closureProposal, received).when('OrderClosure', order).facts()[0]?.rules).toEqual([
      { ruleId: 'energy/closure', version: '2018' },
    ]);
    const others = { ...received, data: { ...proposal, proposedBy: 'emergency-management' } };
    expect(given(closureProposal, others).when('OrderClosure', order).facts()[0]?.rules).toEqual([]);
  });

  it('may follow suspension', () =>
    given(closureProposal, received, suspended).when('OrderClosure', order).thenTypes('ClosureOrdered'));

  it('is nobody’s idea but a department’s, and nothing follows a return', () => {
    given(closureProposal).when('OrderClosure', order).thenRefused('government/no-proposal');
    given(closureProposal, received, returned).when('OrderClosure', order).thenRefused('government/proposal-decided');
  });

  it('closes what was proposed or less', () => {
    given(closureProposal, received)
      .when('OrderClosure', { ...order, scope: 'LINE' })
      .thenTypes('ClosureOrdered');
    given(closureProposal, received)
      .when('OrderClosure', { ...order, scope: 'ENTERPRISE' })
      .thenRefused('government/wider-than-proposed', { facts: { proposed: 'SITE', ordered: 'ENTERPRISE' } });
  });

  it('is in force from the day of the proposal at the earliest', () => {
    given(closureProposal, received)
      .when('OrderClosure', { ...order, effectiveOn: '2021-09-25' })
      .thenTypes('ClosureOrdered');
    given(closureProposal, received)
      .when('OrderClosure', { ...order, effectiveOn: '2021-09-24' })
      .thenRefused('government/effective-before-proposal');
  });

  it('is given once, however often it is said', () => {
    given(closureProposal, received, closed).when('OrderClosure', order).thenNothing();
    given(closureProposal, received, closed)
      .when('OrderClosure', { ...order, scope: 'LINE' })
      .thenRefused('government/proposal-decided');
  });
});
