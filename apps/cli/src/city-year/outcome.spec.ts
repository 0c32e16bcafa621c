import { describe, expect, it } from '@jest/globals';
import type { Outcome } from '../ledger.js';
import { mustBeForeseen } from './outcome.js';
import type { CityStep } from './tale.js';

const step = (more: Partial<CityStep> = {}): CityStep => ({
  at: '2021-05-10T17:45:00+08:00',
  department: 'environment',
  path: 'inspections',
  id: 'HJ-1',
  command: 'RecordInspection',
  body: {},
  key: 'city-year/1/environment/HJ-1/RecordInspection/1',
  wave: 0,
  segment: 1,
  role: 'department:environment:post',
  ...more,
});
const taken = (more: object = {}): Outcome => ({
  status: 201,
  receipt: { stream: 's', revision: 0, position: 1, events: [{ id: '1', type: 't' }], ...more },
});
const refused = (code: string, field?: string): Outcome => ({
  status: 400,
  problem: { type: `urn:taizhang:${code}`, ...(field ? { errors: [{ field, zh: '', en: '' }] } : {}) },
});
const first = { isRerun: false };
const wrong = step({ refusedWith: 'request/fields-wrong', refusedField: 'enterprise.uscc', dirt: 'uscc-missing' });

describe('what becomes of a row', () => {
  it('is foreseen when it is taken, or refused as it must be', () => {
    expect(() => mustBeForeseen(step(), taken(), first)).not.toThrow();
    expect(() => mustBeForeseen(wrong, refused('request/fields-wrong', 'enterprise.uscc'), first)).not.toThrow();
    expect(() => mustBeForeseen(step({ isRepeat: true }), taken({ replayed: true }), first)).not.toThrow();
  });

  it('ends the run, naming the row, when a refusal was not foreseen', () =>
    expect(() => mustBeForeseen(step(), refused('environment/no'), first)).toThrow(
      /environment\/inspections\/HJ-1\/record-inspection[^]*environment\/no/,
    ));

  it('ends the run, naming the dirt, when dirt was taken', () =>
    expect(() => mustBeForeseen(wrong, taken(), first)).toThrow(/\[uscc-missing\][^]*it was taken/));

  it('ends the run when another field, or another rule, refused it', () => {
    expect(() => mustBeForeseen(wrong, refused('request/fields-wrong', 'kind'), first)).toThrow('enterprise.uscc');
    expect(() => mustBeForeseen(wrong, refused('environment/no'), first)).toThrow('request/fields-wrong');
  });

  it('ends the run when a row that came twice was recorded twice', () =>
    expect(() => mustBeForeseen(step({ isRepeat: true }), taken(), first)).toThrow('recorded twice'));

  it('may be refused by another rule of the law in a second run, but never be taken', () => {
    const lawful = step({ refusedWith: 'environment/due-for-elimination' });
    expect(() => mustBeForeseen(lawful, refused('environment/no-such-application'), { isRerun: true })).not.toThrow();
    expect(() => mustBeForeseen(lawful, taken(), { isRerun: true })).toThrow('it was taken');
  });
});
