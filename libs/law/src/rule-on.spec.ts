import { describe, expect, it } from '@jest/globals';
import {
  NoRuleInForce,
  addDays,
  findRule,
  restrictionBases,
  ruleNamed,
  ruleOn,
  ruleRef,
  rules,
  ruleText,
  type RuleId,
} from './index.js';
import { restrictionFieldCodes } from '#codes';

describe.each(rules.map((rule) => [ruleText(rule), rule] as const))('the row %s', (text, rule) => {
  it('is found on its first day and not on the day before', () => {
    expect(findRule(rule.id, rule.inForceFrom)).toBe(rule);
    expect(findRule(rule.id, addDays(rule.inForceFrom, -1))).not.toBe(rule);
  });

  it('is found on its last day and not on the day after', () => {
    expect(findRule(rule.id, rule.inForceTo ?? '2099-12-31')).toBe(rule);
    if (rule.inForceTo) expect(findRule(rule.id, addDays(rule.inForceTo, 1))).not.toBe(rule);
  });

  it('has a name of its own and is alone on every day', () => {
    expect(rules.filter((other) => ruleText(other) === text)).toEqual([rule]);
    const others = rules.filter(({ id }) => id === rule.id).filter((other) => other !== rule);
    for (const { inForceFrom, inForceTo = '2099-12-31' } of others)
      expect((rule.inForceTo ?? '2099-12-31') < inForceFrom || inForceTo < rule.inForceFrom).toBe(true);
  });

  it('speaks both languages, of a number only where it has one', () => {
    for (const { zh, en } of [rule.says, ...rule.citations.map(({ instrument }) => instrument)])
      expect(zh && en).toBeTruthy();
    expect(rule.length === undefined).toBe(rule.unit === undefined);
    expect(rule.amount === undefined).toBe(rule.amountUnit === undefined);
    if (rule.configurable) expect([rule.length, rule.amount, rule.fineFen]).toEqual([undefined, undefined, undefined]);
    if (rule.configurable || rule.evidence === 'own?') expect(rule.note).toBeTruthy();
  });
});

describe('the law of a day', () => {
  it('is the old Penalty Law on 14 July 2021 and the new one on 15 July', () => {
    expect(ruleText(ruleOn('penalty/two-officers', '2021-07-14'))).toBe('penalty/two-officers@2017');
    expect(ruleText(ruleOn('penalty/two-officers', '2021-07-15'))).toBe('penalty/two-officers@2021');
    expect(ruleOn('penalty/two-officers', '2021-07-14').amount).toBe(2);
  });

  it('is that of the day in China when an instant is given', () => {
    expect(ruleOn('penalty/kinds', '2021-07-14T23:59:59+08:00').version).toBe('1996');
    expect(ruleOn('penalty/kinds', '2021-07-14T16:00:00Z').version).toBe('2021');
  });

  it('says so when nothing is in force, in both languages', () => {
    expect(() => ruleOn('penalty/publicity-withdrawal', '2021-07-14')).toThrow(NoRuleInForce);
    expect(new NoRuleInForce('a/b', '2021-07-14')).toMatchObject({
      code: 'law/no-rule-in-force',
      sentence: { zh: '2021-07-14没有生效的规则“a/b”', en: 'No rule a/b is in force on 2021-07-14' },
      grounds: { facts: { ruleId: 'a/b', day: '2021-07-14' } },
    });
    expect(() => ruleOn('a/b' as RuleId, '2021-07-14')).toThrow(NoRuleInForce);
  });

  it('carries the numbers of the plan', () => {
    expect(ruleOn('energy/rectification-period', '2021-06-01')).toMatchObject({ length: 6, unit: 'months' });
    expect(ruleOn('energy/extension', '2021-06-01')).toMatchObject({ length: 3, unit: 'months' });
    expect(ruleOn('energy/extension-count', '2021-06-01')).toMatchObject({ amount: 1, isDefault: true });
    expect(ruleOn('energy/total-period', '2021-06-01').length).toBe(9);
    expect(ruleOn('penalty/publicity', '2021-06-01')).toMatchObject({ length: 7, unit: 'working-days' });
  });

  it('has no number for what nobody has read', () => {
    for (const id of ['price/cement-tiers', 'price/water-over-quota', 'price/punitive', 'penalty/hearing'] as const)
      expect(ruleOn(id, '2021-08-01')).toMatchObject({ configurable: true });
  });
});

describe('a row', () => {
  it('is referred to by id and version', () => {
    const row = ruleOn('energy/extension', '2021-06-01');
    expect(ruleRef(row)).toEqual({ ruleId: 'energy/extension', version: '2021' });
    expect(ruleNamed('energy/extension@2021')).toBe(row);
    expect(ruleNamed('energy/extension@2020')).toBeUndefined();
  });
});

describe('a restriction', () => {
  it('of 2021 has a basis in procurement and production licences only', () => {
    const grounded = restrictionFieldCodes.filter((field) => restrictionBases(field, '2021-12-01').length > 0);
    expect(grounded).toEqual(['PRODUCTION_LICENCE', 'GOV_PROCUREMENT']);
  });

  it('of tax, bonds and safety licences has none at all', () => {
    for (const field of ['TAX_MANAGEMENT', 'BOND_ISSUE', 'SAFETY_LICENCE'] as const)
      expect(restrictionBases(field, '2024-01-01')).toEqual([]);
  });
});
