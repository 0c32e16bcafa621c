import { describe, expect, it } from '@jest/globals';
import type { PastFact } from '#projection';
import { dossiersOf } from '../testing-dossiers.js';

const successor = { uscc: '91441322MA00TT0126', name: '新丰〔模拟〕', county: 'BL', industry: '3391', synthetic: true };
const merged: PastFact = {
  type: 'marketRegulation.EnterpriseSucceeded',
  stream: `marketRegulation.registration-${successor.uscc}`,
  data: {
    successor,
    from: [{ uscc: '91441323MA00004100', name: '华丰〔模拟〕' }],
    manner: 'ABSORPTION',
    scope: '全部权利义务',
    succeededOn: '2021-08-01',
  },
};
const site: PastFact = {
  type: 'marketRegulation.SiteRegistered',
  stream: 'marketRegulation.site-91441322MA00TT0126001P',
  uscc: successor.uscc,
  data: { enterprise: successor, siteCode: '91441322MA00TT0126001P', address: '园洲镇〔模拟〕', since: '2020-01-01' },
};
const rows = (...facts: PastFact[]) => dossiersOf(...facts);

describe('a merger', () => {
  it('is filed with both: one inherits, the other was succeeded', () => {
    const all = rows(merged);
    expect(all.get(successor.uscc)?.registration).toMatchObject({
      inheritedFrom: [{ uscc: '91441323MA00004100', name: '华丰〔模拟〕', on: '2021-08-01' }],
      succeededBy: [],
    });
    expect(all.get('91441323MA00004100')?.registration).toMatchObject({
      inheritedFrom: [],
      succeededBy: [{ uscc: successor.uscc }],
    });
  });

  it('does not give the predecessor the name of its successor', () =>
    expect(rows(merged).get('91441323MA00004100')?.identity.name).toBeNull());
});

describe('a site', () => {
  const former = '91441323MA00004100';
  const passed: PastFact = {
    type: 'marketRegulation.SiteRoleChanged',
    stream: site.stream,
    data: { siteCode: '91441322MA00TT0126001P', role: 'OPERATOR', enterprise: successor, former, since: '2021-08-01' },
  };

  it('that passes on tells both, and gives the former operator no other name', () => {
    const all = rows(passed);
    expect(all.get(successor.uscc)?.identity.name).toBe(successor.name);
    expect(all.get(former)?.registration.sites).toMatchObject([{ roles: { OPERATOR: { uscc: successor.uscc } } }]);
    expect(all.get(former)?.identity).toMatchObject({ uscc: former, name: null, names: [] });
  });

  it('tells who operates it', () =>
    expect(rows(site).get(successor.uscc)?.registration.sites).toMatchObject([
      { siteCode: '91441322MA00TT0126001P', roles: { OPERATOR: { uscc: successor.uscc } } },
    ]));
});
