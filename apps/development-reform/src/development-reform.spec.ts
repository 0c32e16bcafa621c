import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { developmentReformDepartment } from './development-reform.js';
import { groundsPolicy } from './grounds.policy.js';
import { project } from './project.decider.js';

const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '惠州某玻璃有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3041' as const,
};

describe('a new project', () => {
  const at = { occurredAt: '2021-06-08T10:00:00+08:00' };
  const swap = { capacitySwapDocument: '产能置换公告〔2021〕3号' };
  const plain = { enterprise, projectName: '平板玻璃生产线〔模拟〕', product: 'FLAT_GLASS' as const };
  const reviewed = { type: 'NewCapacityProjectReviewed', data: { ...plain, ...swap } } as const;
  const refusal = { ...plain, ground: '未附产能置换方案' };
  const refused = { type: 'NewCapacityProjectRefused', data: refusal } as const;

  it.each(['FLAT_GLASS', 'ELECTROLYTIC_ALUMINIUM'] as const)('of %s passes only with a capacity swap', (product) => {
    given(project)
      .when('RecordProjectDecision', { ...plain, ...swap, product, ...at })
      .thenTypes('NewCapacityProjectReviewed');
    given(project)
      .when('RecordProjectDecision', { ...plain, product, ...at })
      .thenRefused('development-reform/capacity-swap-missing', { clause: '1', rule: 'projects/new-capacity@2021' });
  });

  it('of anything else needs none', () =>
    given(project)
      .when('RecordProjectDecision', { ...plain, product: 'OTHER', ...at })
      .thenTypes('NewCapacityProjectReviewed'));

  it('may be refused', () => {
    given(project)
      .when('RefuseNewProject', { ...refusal, ...at })
      .then(refused);
    given(project, refused)
      .when('RefuseNewProject', { ...refusal, ...at })
      .thenNothing();
  });

  it('is decided once', () => {
    given(project, reviewed)
      .when('RecordProjectDecision', { ...plain, ...swap, ...at })
      .thenNothing();
    given(project, reviewed)
      .when('RefuseNewProject', { ...refusal, ...at })
      .thenRefused('development-reform/project-decided');
    given(project, refused)
      .when('RecordProjectDecision', { ...plain, ...swap, ...at })
      .thenRefused('development-reform/project-decided');
  });
});

describe('development and reform', () => {
  it('has a law for each kind of record', () =>
    expect(Object.keys(developmentReformDepartment.deciders)).toEqual(['priceFile', 'project', 'card', 'list']));

  it.each([
    ['energy.RectificationAccepted', 'energy.case-A-1', { ground: 'CASE', groundId: 'A-1' }],
    ['energy.RedCardIssued', 'energy.case-A-1', { ground: 'CASE', groundId: 'A-1' }],
    ['energy.MainEquipmentDismantled', 'energy.equipment-EQ-1', { ground: 'EQUIPMENT', groundId: 'EQ-1' }],
    ['industry.MainEquipmentDismantled', 'industry.exit-EX-1', { ground: 'EXIT', groundId: 'EX-1' }],
    ['industry.ExitAccepted', 'industry.exit-EX-1', { ground: 'EXIT', groundId: 'EX-1' }],
    ['industry.EnterpriseClosed', 'industry.exit-EX-1', { ground: 'ENTERPRISE', endsOn: '2021-09-01' }],
    ['government.ClosureOrdered', 'government.closureProposal-P', { ground: 'ENTERPRISE', endsOn: '2021-09-01' }],
  ])('ends the ground of measures on %s', (type, stream, data) => {
    const end = groundsPolicy.when[type]!;
    const said = { scope: 'ENTERPRISE', closedOn: '2021-09-01', effectiveOn: '2021-09-01' };
    expect(end({ stream, uscc: enterprise.uscc, data: said } as never)).toMatchObject([
      { record: 'priceFile', id: enterprise.uscc, command: 'EndPriceGround', data },
    ]);
    expect(end({ stream, data: said } as never)).toEqual([]);
  });

  it('does not end it when a line or a site closes', () =>
    expect(groundsPolicy.when['government.ClosureOrdered']!({ uscc: 'x', data: { scope: 'LINE' } } as never)).toEqual(
      [],
    ));
});
