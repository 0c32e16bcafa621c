import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { registration } from './registration.decider.js';
import { site } from './site.decider.js';

const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县新丰铸造有限公司〔模拟〕',
  county: 'BL' as const,
  industry: '3391' as const,
  synthetic: true,
};
const other = { ...enterprise, uscc: '91441323MA00004100', name: '惠东县华丰铸造有限公司〔模拟〕' };
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const own = { id: enterprise.uscc };

describe('a name', () => {
  const change = { enterprise, formerName: '博罗县永丰铸造有限公司〔模拟〕', changedOn: '2021-06-01' };
  const record = { ...change, ...at('2021-06-02') };
  const renamed = { type: 'EnterpriseRenamed', data: change } as const;

  it('changes under the same code, as often as it does', () => {
    given(registration).when('RecordNameChange', record, own).thenTypes('EnterpriseRenamed');
    given(registration, renamed).when('RecordNameChange', record, own).thenNothing();
    given(registration, renamed)
      .when(
        'RecordNameChange',
        { ...record, formerName: enterprise.name, enterprise: { ...enterprise, name: '三〔模拟〕' } },
        own,
      )
      .thenTypes('EnterpriseRenamed');
  });

  it('is another one, on the record of that code', () => {
    given(registration)
      .when('RecordNameChange', { ...record, formerName: enterprise.name }, own)
      .thenRefused('market-regulation/name-unchanged', { clause: '3.2' });
    given(registration)
      .when('RecordNameChange', record, { id: 'X-1' })
      .thenRefused('market-regulation/registration-id');
  });
});

describe('a code', () => {
  const change = { enterprise, formerUscc: '91441324MA000004XL', changedOn: '2021-06-01' };
  const record = { ...change, ...at('2021-06-02') };

  it('may be replaced by another, which keeps the way back', () => {
    given(registration).when('RecordCodeChange', record, own).then({ type: 'EnterpriseRecoded', data: change });
    given(registration, { type: 'EnterpriseRecoded', data: change })
      .when('RecordCodeChange', record, own)
      .thenNothing();
    given(registration)
      .when('RecordCodeChange', { ...record, formerUscc: enterprise.uscc }, own)
      .thenRefused('market-regulation/code-unchanged');
  });
});

describe('a merger', () => {
  const merger = {
    successor: enterprise,
    from: [{ uscc: other.uscc, name: other.name }],
    manner: 'ABSORPTION' as const,
    scope: '全部权利义务',
    succeededOn: '2021-08-01',
  };
  const record = { ...merger, ...at('2021-08-02') };
  const merged = { type: 'EnterpriseSucceeded', data: merger } as const;

  it('passes rights and duties on to the successor', () => {
    given(registration).when('RecordSuccession', record, own).then(merged);
    given(registration, merged).when('RecordSuccession', record, own).thenNothing();
    given(registration)
      .when('RecordSuccession', { ...record, from: [{ uscc: enterprise.uscc, name: 'x' }] }, own)
      .thenRefused('market-regulation/succeeds-itself');
  });
});

describe('the end of an enterprise', () => {
  const end = { enterprise, deregisteredOn: '2021-10-01' };
  const record = { ...end, ...at('2021-10-08') };
  const gone = { type: 'EnterpriseDeregistered', data: end } as const;

  it('is its deregistration, after which nothing about it changes', () => {
    given(registration).when('RecordDeregistration', record, own).then(gone);
    given(registration, gone).when('RecordDeregistration', record, own).thenNothing();
    given(registration, gone)
      .when('RecordDeregistration', { ...record, deregisteredOn: '2021-10-02' }, own)
      .thenRefused('market-regulation/deregistered');
    given(registration)
      .when('RecordDeregistration', record, { ...own, now: '2021-09-30T00:00:00Z' })
      .thenRefused('market-regulation/in-the-future');
  });
});

describe('a site', () => {
  const siteCode = '91441322MA00TT0126001P';
  const content = { enterprise, siteCode, address: '博罗县园洲镇〔模拟〕', landlord: other.uscc, since: '2020-01-01' };
  const register = { ...content, ...at('2021-03-10') };
  const registered = { type: 'SiteRegistered', data: content } as const;
  const change = { role: 'OPERATOR' as const, enterprise: other, since: '2021-07-01' };
  const changed = { type: 'SiteRoleChanged', data: { siteCode, ...change, former: enterprise.uscc } } as const;

  it('has its code as id, and is registered once', () => {
    given(site).when('RegisterSite', register, { id: siteCode }).then(registered);
    given(site, registered).when('RegisterSite', register, { id: siteCode }).thenNothing();
    given(site).when('RegisterSite', register, { id: 'X-1' }).thenRefused('market-regulation/site-id');
    given(site, registered)
      .when('RegisterSite', { ...register, address: '其他' }, { id: siteCode })
      .thenRefused('market-regulation/already-recorded');
  });

  it('may be operated, owned and let by three, each over time', () => {
    given(site, registered)
      .when('ChangeSiteRole', { ...change, ...at('2021-07-01') })
      .then(changed);
    given(site, registered, changed)
      .when('ChangeSiteRole', { ...change, ...at('2021-07-01') })
      .thenNothing();
    given(site, registered)
      .when('ChangeSiteRole', { ...change, enterprise, ...at('2021-07-01') })
      .thenNothing();
    given(site)
      .when('ChangeSiteRole', { ...change, ...at('2021-07-01') })
      .thenRefused('market-regulation/site-unknown');
    given(site, registered)
      .when('ChangeSiteRole', { ...change, since: '2019-12-31', ...at('2021-07-01') })
      .thenRefused('market-regulation/before-its-cause');
  });

  it('is its operator’s in the envelope', () =>
    expect(
      site.subject?.({ registered: content, roles: { OPERATOR: { uscc: other.uscc, since: '2021-07-01' } } }, siteCode),
    ).toEqual({
      uscc: other.uscc,
      siteId: siteCode,
    }));
});
