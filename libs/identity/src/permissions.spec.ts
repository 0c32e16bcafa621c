import { describe, expect, it } from '@jest/globals';
import { demand, isRole, permits, systemOf, type Principal } from './permissions.js';

const holding = (...roles: string[]): Principal => ({ subject: 'li', client: 'energy-system', roles });

describe('the table of permissions', () => {
  it('lets an auditor read what is sealed, and a department not', () => {
    expect(permits(holding('auditor'), 'read-sealed')).toBe(true);
    expect(permits(holding('department:energy:post'), 'read-sealed')).toBe(false);
  });

  it('lets any department read dossiers, and a token without roles not', () => {
    expect(permits(holding('department:energy:post'), 'read-dossiers')).toBe(true);
    expect(permits(holding(), 'read-dossiers')).toBe(false);
  });

  it('keeps one department from posting for another', () =>
    expect(() => demand(holding('department:energy:post'), 'department:government:post')).toThrow(
      'The token lacks the role department:government:post',
    ));

  it('says how a token gets the missing role, in both languages', () => {
    try {
      demand(holding(), 'government:decide');
      throw new Error('it was let in');
    } catch (refusal) {
      expect(refusal).toMatchObject({
        code: 'identity/role-missing',
        status: 403,
        roles: ['government:decide'],
        wayOut: { zh: expect.stringContaining('令牌'), en: expect.stringContaining('--role government:decide') },
      });
    }
  });

  it('knows no role that would make a token the ledger itself', () => {
    expect(isRole(systemOf('energy').roles[0])).toBe(false);
    expect(isRole('department:energy:post')).toBe(true);
    expect(isRole('department:*:post')).toBe(false);
  });
});
