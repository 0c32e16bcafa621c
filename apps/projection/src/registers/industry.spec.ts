import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { industryRegisters } from './industry.js';
import { registerEntry, rowKey } from './register.projection.js';

const fact = (type: string, stream: string, data: object): PastFact => ({
  type: `industry.${type}`,
  stream: `industry.${stream}`,
  data,
});
const entry = (register: string, id: string, ...facts: readonly PastFact[]) =>
  rowsOf(registerEntry, recorded(...facts)).get(rowKey(register, id))?.entry;

describe('the coverage of the screening', () => {
  const listed = (site: string) => fact('ListedForScreening', `screening-${site}`, { year: 2021, enterprise: foundry });
  const screened = (site: string) => fact('EquipmentScreened', `screening-${site}`, { enterprise: foundry });

  it('is what was screened of what was listed, and names what is left', () =>
    expect(entry('screening-coverage', 'BL', listed('a'), listed('b'), listed('c'), screened('b'))).toMatchObject({
      listed: 3,
      screened: 1,
      coveragePercent: 33.3,
      unscreened: ['a', 'c'],
    }));

  it('counts a site once, however often it is screened', () =>
    expect(entry('screening-coverage', 'BL', listed('a'), screened('a'), screened('a'))).toMatchObject({
      screened: 1,
      coveragePercent: 100,
      unscreened: [],
    }));
});

describe('the registers of industry', () => {
  it('put patrols with the zone that they were of', () =>
    expect(
      entry(
        'zones',
        'Z-1',
        fact('ZoneAssigned', 'zone-Z-1', { zone: '园洲片区', county: 'BL' }),
        fact('DitiaoPatrolConducted', 'patrol-P-1', { zoneId: 'Z-1', result: 'NOTHING_FOUND' }),
      ),
    ).toMatchObject({ zone: '园洲片区', state: 'ASSIGNED', patrols: [{ result: 'NOTHING_FOUND' }] }));

  it('have a cell for each area and industry, confirmed or not', () =>
    expect(
      entry(
        'look-back-matrix',
        '2021-BL-coking',
        fact('IndustryLookBackCompleted', 'industryLookBack-2021-BL-coking', {
          county: 'BL',
          industry: 'coking',
          confirmed: false,
          problems: [],
        }),
      ),
    ).toMatchObject({ state: 'CLEAR', confirmed: false }));

  it('show everyone announcements and pledges, and nothing else', () => {
    expect(industryRegisters.filter(({ readers }) => readers === 'everyone').map(({ name }) => name)).toEqual([
      'exit-announcements',
      'pledges',
    ]);
    const announced = { enterprise: foundry, purpose: 'ISOLATION', url: 'https://example.org' };
    expect(entry('exit-announcements', 'GX-1.isolation', fact('ExitAnnounced', 'exit-GX-1', announced))).toMatchObject({
      state: 'ISOLATION',
      county: 'BL',
    });
  });

  it('follow an exit, a furnace, a matter and a look-back to where they stand', () => {
    expect(
      entry(
        'exits',
        'GX-1',
        fact('ExitFileOpened', 'exit-GX-1', { enterprise: foundry }),
        fact('ExitIsolated', 'exit-GX-1', {}),
      ),
    ).toMatchObject({ state: 'ISOLATED', county: 'BL' });
    expect(entry('furnaces', 'F-1', fact('FurnaceDeregistered', 'furnace-F-1', {}))?.state).toBe('DEREGISTERED');
    expect(
      entry('supervision-matters', 'M-1', fact('SupervisionMatterOverdue', 'supervisionMatter-M-1', {}))?.state,
    ).toBe('OVERDUE');
    expect(
      entry('look-backs', 'R.T-1', fact('LookBackMissed', 'lookBack-R.T-1', { target: { county: 'BL' } })),
    ).toMatchObject({ state: 'MISSED', county: 'BL' });
  });
});
