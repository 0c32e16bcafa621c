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

  it('lets tips be read by those who deal with them, and who told by fewer', () => {
    expect(permits(holding('hotline:read'), 'read-tips')).toBe(true);
    for (const role of ['hotline:read', 'department:hotline:post', 'auditor', 'operator', 'government:decide'])
      expect(permits(holding(role), 'read-identity')).toBe(false);
    for (const role of ['hotline:identity', 'department:hotline:post', 'auditor', 'operator', 'government:decide'])
      expect(permits(holding(role), 'read-tips')).toBe(false);
    expect(permits(holding('hotline:identity'), 'read-identity')).toBe(true);
    expect(permits(holding('auditor'), 'read-identity-log')).toBe(true);
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
    expect(isRole('hotline:identity')).toBe(true);
    expect(isRole('hotline:everything')).toBe(false);
    expect(isRole('department:*:post')).toBe(false);
  });
});
