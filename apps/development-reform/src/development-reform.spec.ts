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

  it.each(['energy.RectificationAccepted', 'energy.RedCardIssued'])('ends the ground of measures on %s', (type) => {
    const end = groundsPolicy.when[type]!;
    expect(end({ stream: 'energy.case-A-1', uscc: enterprise.uscc, data: {} } as never)).toMatchObject([
      { record: 'priceFile', id: enterprise.uscc, command: 'EndPriceGround', data: { caseId: 'A-1' } },
    ]);
    expect(end({ stream: 'energy.case-A-1', data: {} } as never)).toEqual([]);
  });
});
