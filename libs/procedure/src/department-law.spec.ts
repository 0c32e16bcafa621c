import { describe, expect, it } from '@jest/globals';
import { Refusal } from '#decider';
import { lawOf } from './department-law.js';

const law = lawOf('market-regulation');
const codeOf = (act: () => unknown): string | undefined => {
  try {
    act();
    return undefined;
  } catch (refusal) {
    return (refusal as Refusal).code;
  }
};

describe('the law of a department', () => {
  it('refuses under the codes of that department', () =>
    expect(codeOf(() => law.mustHaveCome('2021-07-02', { now: '2021-07-01T15:59:59Z' }, '2.3.2'))).toBe(
      'market-regulation/in-the-future',
    ));

  it('takes a day that has begun in China', () =>
    expect(codeOf(() => law.mustHaveCome('2021-07-02', { now: '2021-07-01T16:00:00Z' }, '2.3.2'))).toBeUndefined());

  it('takes the day of a cause, and none before it', () => {
    expect(codeOf(() => law.mustNotPrecede('2021-07-02', '2021-07-02', '2.3.2', '抽样', 'the sample'))).toBeUndefined();
    expect(codeOf(() => law.mustNotPrecede('2021-07-01', '2021-07-02', '2.3.2', '抽样', 'the sample'))).toBe(
      'market-regulation/before-its-cause',
    );
  });

  it('has nothing to say of days that no row covers, and says so', () =>
    expect(codeOf(() => law.lawOn('penalty/decision-period', '2021-07-14'))).toBe('market-regulation/law-silent'));

  it('moves a fixed day past rest days, and refuses a year without a calendar', () => {
    const rule = law.lawOn('plan/county-plan', '2021-03-01');
    expect(law.dueBy(rule, '2021-06-12').rolledDue).toBe('2021-06-15');
    expect(codeOf(() => law.dueBy(rule, '2099-06-12'))).toBe('market-regulation/law-silent');
  });

  it('lets a record say the same again, and nothing else', () => {
    const what = { zh: '抽样', en: 'sample', clause: '2.3.2' };
    expect(law.isRepeated<object>(undefined, { batch: 'a' }, what)).toBe(false);
    expect(law.isRepeated({ batch: 'a' }, { batch: 'a' }, what)).toBe(true);
    expect(codeOf(() => law.isRepeated({ batch: 'a' }, { batch: 'b' }, what))).toBe(
      'market-regulation/already-recorded',
    );
  });
});
