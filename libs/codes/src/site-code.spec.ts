import { describe, expect, it } from '@jest/globals';
import { MalformedCode, checkSiteCode, isSiteWithoutUscc, makeSiteCode, parseSiteCode } from './index.js';

const english = (value: unknown) => checkSiteCode(value)?.[1];

describe('a site code', () => {
  it.each(['91130200699229617X001P', '91130200699229617X002P', '91441322MA00TT0126001P'])(
    'such as %s is right',
    (code) => expect(checkSiteCode(code)).toBeUndefined(),
  );

  it('begins with a right unified social credit code', () => {
    expect(english('91441322MA00TT0125001P')).toMatch(/check character in place 18 should be 6/);
    expect(english('91441322MAO0TT0126001P')).toMatch(/looks like O for 0 in place 11/);
  });

  it('ends with three digits and P', () => {
    expect(english('91441322MA00TT012600AP')).toMatch(/places 19 to 21/);
    expect(english('91441322MA00TT0126001Q')).toMatch(/place 22; it is P/);
    expect(english('91441322MA00TT0126')).toMatch(/22 characters .*, has 18/);
    expect(english(5)).toMatch(/must be a site code/);
  });

  it('of a unit without a unified social credit code is known and explained', () => {
    expect(isSiteWithoutUscc('H9441322000000001A')).toBe(true);
    expect(isSiteWithoutUscc('91441322MA00TT0126001P')).toBe(false);
    expect(english('H9441322000000001A')).toMatch(/unit without a unified social credit code/);
  });

  it('comes apart and is made', () => {
    expect(parseSiteCode('91130200699229617X002P')).toEqual({
      siteCode: '91130200699229617X002P',
      uscc: '91130200699229617X',
      sequence: '002',
    });
    expect(makeSiteCode('91441322MA00TT0126', 1)).toBe('91441322MA00TT0126001P');
    expect(() => makeSiteCode('91441322MA00TT0126', 1000)).toThrow(MalformedCode);
  });
});
