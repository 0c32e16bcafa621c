import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { deployment } from './deployment.decider.js';
import { governmentDepartment } from './government.js';
import { proposalsPolicy } from './proposals.policy.js';

describe('the deployment of a year', () => {
  const work = { year: 2021, bureau: 'ENR' as const, documentNumber: '惠市能重〔2021〕8号' };
  const deploy = { ...work, occurredAt: '2021-04-30T15:00:00+08:00' };
  const deployed = { type: 'DepartmentWorkDeployed', data: work } as const;

  it('happens once for a bureau and a year', () => {
    given(deployment).when('DeployAnnualWork', deploy, { id: '2021-ENR' }).then(deployed);
    given(deployment, deployed).when('DeployAnnualWork', deploy, { id: '2021-ENR' }).thenNothing();
    given(deployment, deployed)
      .when('DeployAnnualWork', { ...deploy, documentNumber: '其他' }, { id: '2021-ENR' })
      .thenRefused('government/already-deployed');
    given(deployment)
      .when('DeployAnnualWork', deploy, { id: '2021-DRC' })
      .thenRefused('government/deployment-id', { clause: '3.1', facts: { expected: '2021-ENR' } });
  });

  it('rests on the plan in the year of the plan, and may be late', () => {
    const rulesOf = (data: typeof deploy) =>
      given(deployment)
        .when('DeployAnnualWork', data, { id: `${data.year}-ENR` })
        .facts()[0]?.rules;
    expect(rulesOf({ ...deploy, occurredAt: '2021-05-01T09:00:00+08:00' })).toEqual([
      { ruleId: 'plan/deployment', version: '2021' },
    ]);
    expect(rulesOf({ ...deploy, year: 2022 })).toEqual([]);
  });
});

describe('the government', () => {
  it('has a law for each kind of record', () =>
    expect(Object.keys(governmentDepartment.deciders)).toEqual(['closureProposal', 'deployment']));

  it('receives what energy proposes, under the id of the proposal', () => {
    const proposal = { grounds: '逾期', scope: 'LINE', legalBasis: '节约能源法第七十二条', enterprise: {} };
    expect(
      proposalsPolicy.when['energy.ClosureProposed']!({
        stream: 'energy.case-A-1',
        data: { ...proposal, proposalId: 'GB-1' },
      } as never),
    ).toEqual([
      {
        record: 'closureProposal',
        id: 'GB-1',
        command: 'ReceiveClosureProposal',
        data: { ...proposal, caseId: 'A-1', proposedBy: 'energy' },
      },
    ]);
  });
});
