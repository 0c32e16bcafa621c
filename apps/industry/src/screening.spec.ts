import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { screening } from './screening.decider.js';
import { at, enterprise, one, two } from './testing-industry.js';

const listing = { year: 2021, enterprise };
const listed = { type: 'ListedForScreening', data: listing } as const;
const modern = { equipmentId: 'E-1', model: '电弧炉 100t' };
const outdated = { equipmentId: 'E-2', model: '中频感应电炉 5t', catalogueItem: '淘汰类〔模拟条目〕' };

describe('the list of sites to be screened', () => {
  const list = { ...listing, ...at('2021-03-10') };

  it('has each site once', () => {
    given(screening).when('ListForScreening', list).then(listed);
    given(screening, listed).when('ListForScreening', list).thenNothing();
    given(screening, listed)
      .when('ListForScreening', { ...list, year: 2022 })
      .thenRefused('industry/already-recorded');
  });

  it('has sites, not enterprises', () => {
    const { siteId: _, ...whole } = enterprise;
    given(screening)
      .when('ListForScreening', { ...list, enterprise: whole })
      .thenRefused('industry/no-site', { rule: 'industry/screening@2021' });
  });
});

describe('a screening', () => {
  const visit = { screenedOn: '2021-04-06', equipment: [modern, outdated] };
  const screen = { ...visit, ...at('2021-04-06') };
  const screened = { type: 'EquipmentScreened', data: { enterprise, ...visit, result: 'OUTDATED_FOUND' } } as const;
  const identified = { type: 'OutdatedEquipmentIdentified', data: { enterprise, ...outdated } } as const;

  it('identifies what the catalogue names', () => {
    given(screening, listed).when('ScreenEnterprise', screen, two).then(screened, identified);
    given(screening, listed, screened, identified).when('ScreenEnterprise', screen, two).thenNothing();
  });

  it('is clear where the catalogue names nothing', () =>
    expect(
      given(screening, listed)
        .when('ScreenEnterprise', { ...screen, equipment: [modern] }, two)
        .facts()
        .map(({ data }) => data),
    ).toMatchObject([{ result: 'CLEAR' }]));

  it('may come again, and identifies a thing once', () =>
    given(screening, listed, screened, identified)
      .when('ScreenEnterprise', { ...screen, screenedOn: '2021-08-06', ...at('2021-08-06') }, two)
      .thenTypes('EquipmentScreened'));

  it('is of a listed site, by two, with each thing named once, and not tomorrow', () => {
    given(screening).when('ScreenEnterprise', screen, two).thenRefused('industry/not-listed');
    given(screening, listed).when('ScreenEnterprise', screen, one).thenRefused('industry/two-officers');
    given(screening, listed)
      .when('ScreenEnterprise', { ...screen, equipment: [modern, modern] }, two)
      .thenRefused('industry/equipment-named-twice', { facts: { equipmentId: 'E-1' } });
    given(screening, listed)
      .when('ScreenEnterprise', screen, { ...two, now: '2021-04-05T10:00:00.000Z' })
      .thenRefused('industry/in-the-future');
  });
});
