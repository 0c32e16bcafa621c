import { describe, expect, it } from '@jest/globals';
import { given, type Recorded } from '#decider';
import { list } from './list.js';
import { listsPolicy } from './lists.policy.js';
import { marketRegulationDepartment } from './market-regulation.js';
import { at, enterprise, failing, grant } from './testing-quality.js';

const entry = {
  uscc: enterprise.uscc,
  name: enterprise.name,
  county: 'BL',
  industry: '3130',
  caseId: 'XK-1',
  ground: '(粤)XK05-001-00001 钢筋，有效期至2026-04-05',
  since: '2021-04-06',
};
const holders = { id: 'licence-holders' };
const listed = { type: 'EnterpriseListed', data: { entry }, ...at('2021-04-06') } as const;
const delisted = {
  type: 'EnterpriseDelisted',
  data: { caseId: 'XK-1', reason: '已注销' },
  ...at('2021-11-05'),
} as const;

describe('the list of licence holders', () => {
  it('has whoever was entered on the day of the issue, which has a number', () => {
    const first = { issueNumber: 1, asOf: '2021-06-30', entries: [entry] };
    expect(given(list, listed).when('PublishList', at('2021-06-30'), holders).facts()).toEqual([
      {
        type: 'LicenceHolderListPublished',
        data: first,
        rules: [{ ruleId: 'quality/publish-holders', version: '2021' }],
      },
    ]);
    const published = { type: 'LicenceHolderListPublished', data: first, ...at('2021-06-30') };
    given(list, listed, published).when('PublishList', at('2021-06-30'), holders).thenNothing();
    given(list, listed, published)
      .when('PublishList', at('2021-06-29'), holders)
      .thenRefused('market-regulation/issue-out-of-order');
    expect(given(list, listed, published, delisted).when('PublishList', at('2021-11-05'), holders).facts()).toEqual([
      expect.objectContaining({ data: { issueNumber: 2, asOf: '2021-11-05', entries: [] } }),
    ]);
  });

  it('is another than that of products, and there are no more', () => {
    given(list)
      .when('PublishList', at('2021-06-30'), { id: 'nonconforming-products' })
      .thenTypes('NonconformingListPublished');
    given(list)
      .when('PublishList', at('2021-06-30'), { id: 'violators' })
      .thenRefused('market-regulation/unknown-list');
  });
});

describe('what happens to licences and products', () => {
  const told = (type: string, stream: string, data: object) =>
    listsPolicy.when[`marketRegulation.${type}`]!({ stream, data, ...at('2021-06-28') } as unknown as Recorded);
  const licence = 'marketRegulation.licence-XK-1';
  const sample = 'marketRegulation.sample-CY-1';

  it('enters the lists', () => {
    expect(told('ProductionLicenceIssued', licence, grant)).toEqual([
      { record: 'list', id: 'licence-holders', command: 'ListEnterprise', data: { entry } },
    ]);
    const product = { enterprise, product: '热轧带肋钢筋', brand: '永丰', batch: 'B1', failedItems: failing.items };
    expect(told('NonconformingProductPublished', sample, product)).toMatchObject([
      {
        id: 'nonconforming-products',
        command: 'ListEnterprise',
        data: {
          entry: {
            caseId: 'CY-1',
            ground: '热轧带肋钢筋（商标永丰，批号B1）：下屈服强度不合格',
            since: '2021-06-28',
          },
        },
      },
    ]);
  });

  it.each([
    ['ProductionLicenceCancelled', licence, 'licence-holders', 'XK-1', '已注销'],
    ['ProductionLicenceRevoked', licence, 'licence-holders', 'XK-1', '已吊销'],
    ['ProductionLicenceExpired', licence, 'licence-holders', 'XK-1', '已到期'],
    ['NonconformingPublicationWithdrawn', sample, 'nonconforming-products', 'CY-1', '复检合格'],
  ])('leaves them: %s', (type, stream, id, caseId, reason) =>
    expect(told(type, stream, { reason: '复检合格' })).toEqual([
      { record: 'list', id, command: 'DelistEnterprise', data: { caseId, reason } },
    ]),
  );
});

describe('market regulation', () => {
  const { deadlines } = marketRegulationDepartment;
  const changes = (type: string, stream: string, data: object) =>
    deadlines!.when[`marketRegulation.${type}`]!({ stream, data } as unknown as Recorded);
  const due = { rolledDue: '2021-06-25' };

  it('watches the time to object, the time to correct and the last day of a licence', () => {
    expect(changes('TestResultServed', 'marketRegulation.sample-CY-1', { due })).toMatchObject([
      { set: { key: 'sample/CY-1/objection', dueOn: '2021-06-25', command: 'PassObjectionPeriod' } },
    ]);
    expect(changes('QualityCorrectionOrdered', 'marketRegulation.case-SJ-1', { due })).toMatchObject([
      { set: { key: 'case/SJ-1/correction', command: 'PassCorrectionDeadline', data: { dueOn: '2021-06-25' } } },
    ]);
    expect(changes('ProductionLicenceIssued', 'marketRegulation.licence-XK-1', grant)).toMatchObject([
      { set: { key: 'licence/XK-1/validity', command: 'ExpireLicence', data: { validTo: '2026-04-05' } } },
    ]);
  });

  it.each([
    ['TestObjectionFiled', 'sample', 'objection'],
    ['NonconformityEstablished', 'sample', 'objection'],
    ['QualityCorrectionOverdue', 'case', 'correction'],
    ['QualityCaseClosed', 'case', 'correction'],
    ['BusinessLicenceRevoked', 'case', 'correction'],
    ['ProductionLicenceExpired', 'licence', 'validity'],
    ['ProductionLicenceCancelled', 'licence', 'validity'],
    ['ProductionLicenceRevoked', 'licence', 'validity'],
  ])('watches no longer after %s', (type, record, what) =>
    expect(changes(type, `marketRegulation.${record}-1`, {})).toEqual([{ clear: `${record}/1/${what}` }]),
  );
});
