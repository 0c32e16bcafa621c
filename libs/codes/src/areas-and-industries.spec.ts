import { describe, expect, it } from '@jest/globals';
import {
  areaCodes,
  areas,
  city,
  industries,
  industryCodes,
  industryGroups,
  isConfirmedIndustry,
  restrictionFieldCodes,
  restrictionFields,
} from './index.js';

describe('the areas of the city', () => {
  it('are seven, each with its two names and a statistical parent in the city', () => {
    expect([...areaCodes].sort()).toEqual(Object.keys(areas).sort());
    expect(areaCodes).toHaveLength(7);
    for (const { zh, en, gb2260Parent } of Object.values(areas)) {
      expect(zh && en).toBeTruthy();
      expect(gb2260Parent.slice(0, 4)).toBe(city.gb2260.slice(0, 4));
    }
  });

  it('hold two development zones that only their parents have codes for', () => {
    expect(areas.DYW).toMatchObject({ gb2260Parent: '441303', hasGb2260Code: false });
    expect(areas.ZK).toMatchObject({ gb2260Parent: '441302', hasGb2260Code: false });
  });
});

describe('the industries in scope', () => {
  it('are four-digit classes of a known group', () => {
    for (const code of industryCodes) {
      expect(code).toMatch(/^\d{4}$/);
      expect(industryGroups).toHaveProperty([industries[code].group]);
    }
  });

  it('are eight by name, and candidates that nobody has confirmed', () => {
    const groups = Object.values(industryGroups);
    expect(groups.filter(({ confirmed }) => confirmed)).toHaveLength(8);
    expect(isConfirmedIndustry('3120')).toBe(true);
    expect(isConfirmedIndustry('3843')).toBe(false);
  });

  it('watch ferrous casting for ditiao steel in disguise', () => {
    expect(industries['3391']).toMatchObject({ group: 'steel', role: 'watch-list' });
  });
});

describe('the fields of joint restriction', () => {
  it('are the nine of the plan', () => {
    expect(restrictionFieldCodes).toHaveLength(9);
    expect([...restrictionFieldCodes].sort()).toEqual(Object.keys(restrictionFields).sort());
  });
});
