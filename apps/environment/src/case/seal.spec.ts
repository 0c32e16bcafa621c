import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { approved, at, byTwo, enterprise, plan } from '../testing-environment.js';
import { envCase } from './case.decider.js';
import { dueOf, facts, seal } from './testing-case.js';

const set = { ...seal, isWitnessed: true, ...at('2021-07-05') };
const open = [facts.found(), facts.sealed()];

describe('a coercive seal', () => {
  it('lasts thirty days, to the nominal day', () => {
    given(envCase, facts.found())
      .when('SealProperty', set, approved)
      .then({
        type: 'PropertySealedCoercively',
        data: { enterprise, ...seal, due: dueOf('coercion/seal', '2021-07-05') },
      });
    expect(dueOf('coercion/seal', '2021-07-05').nominalDue).toBe('2021-08-04');
  });

  it('is approved before and witnessed, unless it is urgent', () => {
    given(envCase, facts.found())
      .when('SealProperty', set, byTwo)
      .thenRefused('environment/seal-procedure', { rule: 'coercion/seal-procedure@2012' });
    given(envCase, facts.found())
      .when('SealProperty', { ...set, isWitnessed: false }, approved)
      .thenRefused('environment/seal-procedure');
    given(envCase, facts.found())
      .when('SealProperty', { ...set, isUrgent: true }, byTwo)
      .thenTypes('PropertySealedCoercively');
  });

  it('takes two officers, law, and a violation', () => {
    given(envCase, facts.found())
      .when('SealProperty', set, { actor: { client: 'spec', officers: ['粤环-1'], approver: '局长' } })
      .thenRefused('environment/two-officers');
    given(envCase, facts.found())
      .when('SealProperty', { ...set, legalBasis: plan }, approved)
      .thenRefused('environment/plan-is-no-basis');
    given(envCase).when('SealProperty', set, approved).thenRefused('environment/no-violation');
  });

  it('is set once under a number', () => {
    given(envCase, ...open)
      .when('SealProperty', set, approved)
      .thenNothing();
    given(envCase, ...open)
      .when('SealProperty', { ...set, place: '别处' }, approved)
      .thenRefused('environment/already-recorded');
  });

  const approve = (approvedAt: string) => ({ sealId: 'CF-1', approvedAt, occurredAt: approvedAt });

  it('that was urgent is approved within 24 hours, to the second', () => {
    const urgent = [facts.found(), facts.sealed(true)];
    const inTime = { sealId: 'CF-1', approvedAt: '2021-07-06T10:00:00+08:00', isLate: false };
    given(envCase, ...urgent)
      .when('ApproveUrgentSeal', approve('2021-07-06T10:00:00+08:00'))
      .then({ type: 'UrgentSealApproved', data: inTime });
    given(envCase, ...urgent)
      .when('ApproveUrgentSeal', approve('2021-07-06T10:00:01+08:00'))
      .then({ type: 'UrgentSealApproved', data: { ...inTime, approvedAt: '2021-07-06T10:00:01+08:00', isLate: true } });
    given(envCase, ...urgent, { type: 'UrgentSealApproved', data: inTime })
      .when('ApproveUrgentSeal', approve('2021-07-06T10:00:00+08:00'))
      .thenNothing();
    given(envCase, ...open)
      .when('ApproveUrgentSeal', approve('2021-07-06T10:00:00+08:00'))
      .thenRefused('environment/nothing-to-approve');
  });

  const extend = { sealId: 'CF-1', days: 30, reason: '案情复杂' };

  it('is lengthened once, before it ends, by thirty days at most', () => {
    given(envCase, ...open)
      .when('ExtendSeal', { ...extend, ...at('2021-08-04', '23:59:59') })
      .then({ type: 'SealExtended', data: facts.extended.data });
    expect(facts.extended.data.due.nominalDue).toBe('2021-09-03');
    given(envCase, ...open)
      .when('ExtendSeal', { ...extend, ...at('2021-08-05', '00:00:00') })
      .thenRefused('environment/seal-not-extended');
    given(envCase, ...open)
      .when('ExtendSeal', { ...extend, days: 31, ...at('2021-08-03') })
      .thenRefused('environment/seal-not-extended', { rule: 'coercion/seal-extension@2012' });
    given(envCase, ...open, facts.extended)
      .when('ExtendSeal', { ...extend, ...at('2021-08-03') })
      .thenNothing();
    given(envCase, ...open, facts.extended)
      .when('ExtendSeal', { ...extend, days: 5, ...at('2021-08-20') })
      .thenRefused('environment/seal-not-extended');
  });

  it('does not count the days of an appraisal', () => {
    const appraisal = { sealId: 'CF-1', subject: '危险废物鉴定', fromOn: '2021-07-12', toOn: '2021-07-16' };
    const recorded = {
      type: 'SealAppraisalRecorded',
      data: { ...appraisal, due: dueOf('coercion/seal', '2021-08-04', 5) },
    } as const;
    const record = { ...appraisal, ...at('2021-07-19') };
    given(envCase, ...open)
      .when('RecordSealAppraisal', record)
      .then(recorded);
    expect(recorded.data.due.nominalDue).toBe('2021-08-09');
    given(envCase, ...open, recorded)
      .when('RecordSealAppraisal', record)
      .thenNothing();
    given(envCase, ...open, recorded)
      .when('RecordSealAppraisal', { ...record, fromOn: '2021-07-16', toOn: '2021-07-18' })
      .thenRefused('environment/appraisal-period');
    given(envCase, ...open)
      .when('RecordSealAppraisal', { ...record, fromOn: '2021-07-04' })
      .thenRefused('environment/appraisal-period');
  });

  it('is lifted once, by two', () => {
    const lift = { ...facts.lifted.data, ...at('2021-08-02') };
    given(envCase, ...open)
      .when('LiftSeal', lift, byTwo)
      .then({ type: 'PropertySealLifted', data: facts.lifted.data });
    given(envCase, ...open, facts.lifted)
      .when('LiftSeal', lift, byTwo)
      .thenNothing();
    given(envCase, ...open, facts.lifted)
      .when('LiftSeal', { ...lift, liftedOn: '2021-08-03', ...at('2021-08-03') }, byTwo)
      .thenRefused('environment/no-such-seal');
    given(envCase, facts.found()).when('LiftSeal', lift, byTwo).thenRefused('environment/no-such-seal');
  });

  it('is over at the end of its nominal day, unless it was lifted or lengthened', () => {
    const pass = { sealId: 'CF-1', dueOn: '2021-08-04', occurredAt: '2021-08-04T16:00:00Z' };
    const over = { type: 'SealPeriodExpired', data: { sealId: 'CF-1', dueOn: '2021-08-04' } } as const;
    given(envCase, ...open)
      .when('PassSealPeriod', pass)
      .then(over);
    given(envCase, ...open)
      .when('PassSealPeriod', pass, { now: '2021-08-04T15:59:59.999Z' })
      .thenRefused('environment/period-still-runs');
    given(envCase, ...open, over)
      .when('PassSealPeriod', pass)
      .thenNothing();
    given(envCase, ...open, facts.lifted)
      .when('PassSealPeriod', pass)
      .thenNothing();
    given(envCase, ...open, facts.extended)
      .when('PassSealPeriod', pass)
      .thenNothing();
  });
});
