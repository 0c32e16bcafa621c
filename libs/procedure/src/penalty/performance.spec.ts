import { describe, expect, it } from '@jest/globals';
import { deadline, ruleOn } from '#law';
import { after, annulled, at, decided, performed, served, toNotice, toService } from './testing-penalty.js';
import { penaltyDeadlines } from './penalty.deadlines.js';

const challenged = {
  type: 'PenaltyChallenged',
  data: { remedy: 'REVIEW', forum: '市政府', filedOn: '2021-08-10' },
} as const;
const upheld = {
  type: 'ChallengeDecided',
  data: { outcome: 'UPHELD', decidedOn: '2021-08-19', documentNumber: '惠府行复〔2021〕2号', reason: '事实清楚' },
} as const;

describe('service of a decision', () => {
  const serve = { servedOn: '2021-07-22', ...at('2021-07-22') };

  it('starts the time to pay', () => {
    after(...toNotice, decided)
      .when('ServePenaltyDecision', serve)
      .then(served);
    after(...toNotice)
      .when('ServePenaltyDecision', serve)
      .thenRefused('energy/no-penalty-yet');
    after(...toNotice, decided)
      .when('ServePenaltyDecision', { ...serve, servedOn: '2021-07-19' })
      .thenRefused('energy/before-its-cause');
    after(...toService)
      .when('ServePenaltyDecision', serve)
      .thenNothing();
    after(...toService)
      .when('ServePenaltyDecision', { ...serve, servedOn: '2021-07-23' })
      .thenRefused('energy/already-served');
  });

  it('is late after seven working days, and says so', () => {
    const lateness = (servedOn: string) =>
      after(...toNotice, decided)
        .when('ServePenaltyDecision', { servedOn, ...at(servedOn) })
        .facts()[0]!.data;
    expect(lateness('2021-07-29')).not.toHaveProperty('isLate');
    expect(lateness('2021-07-30')).toMatchObject({ isLate: true });
  });
});

describe('performance', () => {
  const perform = { performedOn: '2021-07-30', ...at('2021-07-30') };

  it('follows service, once', () => {
    after(...toService)
      .when('RecordPenaltyPerformed', perform)
      .then(performed);
    after(...toNotice, decided)
      .when('RecordPenaltyPerformed', perform)
      .thenRefused('energy/no-penalty-yet');
    after(...toService, performed)
      .when('RecordPenaltyPerformed', perform)
      .thenNothing();
    after(...toService, performed)
      .when('RecordPenaltyPerformed', { ...perform, performedOn: '2021-07-31' })
      .thenRefused('energy/already-performed');
  });

  it('is overdue when fifteen days are over', () => {
    expect(served.data.due.rolledDue).toBe('2021-08-06');
    const pass = { dueOn: '2021-08-06', ...at('2021-08-07') };
    const overdue = { type: 'PenaltyPaymentOverdue', data: { dueOn: '2021-08-06' } } as const;
    after(...toService)
      .when('PassPaymentDeadline', pass, { now: '2021-08-06T16:00:00Z' })
      .then(overdue);
    after(...toService)
      .when('PassPaymentDeadline', pass, { now: '2021-08-06T15:59:59Z' })
      .thenNothing();
    after(...toService, performed)
      .when('PassPaymentDeadline', pass)
      .thenNothing();
    after(...toService, annulled)
      .when('PassPaymentDeadline', pass)
      .thenNothing();
    after(...toService, overdue)
      .when('PassPaymentDeadline', pass)
      .thenNothing();
  });
});

describe('the surcharge for late payment', () => {
  const until = (throughOn: string) => ({ throughOn, ...at('2021-12-01') });
  const added = (days: number, surchargeFen: number, throughOn: string) =>
    ({ type: 'LateSurchargeAdded', data: { throughOn, days, surchargeFen } }) as const;

  it('is three per cent a day from the day after the last', () => {
    after(...toService)
      .when('AddLateSurcharge', until('2021-08-07'))
      .then(added(1, 360_000, '2021-08-07'));
    after(...toService)
      .when('AddLateSurcharge', until('2021-08-06'))
      .thenRefused('energy/not-late');
    after(...toNotice, decided)
      .when('AddLateSurcharge', until('2021-08-07'))
      .thenRefused('energy/no-penalty-yet');
    after(...toService, added(1, 360_000, '2021-08-07'))
      .when('AddLateSurcharge', until('2021-08-07'))
      .thenNothing();
    after(...toService, added(2, 720_000, '2021-08-08'))
      .when('AddLateSurcharge', until('2021-08-07'))
      .thenRefused('energy/before-its-cause');
  });

  it('never exceeds the fine', () => {
    after(...toService)
      .when('AddLateSurcharge', until('2021-09-08'))
      .then(added(33, 11_880_000, '2021-09-08'));
    after(...toService)
      .when('AddLateSurcharge', until('2021-09-09'))
      .then(added(34, 12_000_000, '2021-09-09'));
  });

  it('rests while the penalty is under review', () => {
    after(...toService, challenged)
      .when('AddLateSurcharge', until('2021-08-31'))
      .then(added(3, 1_080_000, '2021-08-31'));
    after(...toService, challenged, upheld)
      .when('AddLateSurcharge', until('2021-08-20'))
      .then(added(4, 1_440_000, '2021-08-20'));
  });

  it('ends with payment', () => {
    const paid = { type: 'PenaltyPerformed', data: { performedOn: '2021-08-08' } } as const;
    after(...toService, paid)
      .when('AddLateSurcharge', until('2021-08-31'))
      .then(added(2, 720_000, '2021-08-31'));
    after(...toService, performed)
      .when('AddLateSurcharge', until('2021-08-31'))
      .thenRefused('energy/not-late');
  });
});

describe('enforcement by the court', () => {
  const demandedOn = '2022-02-08';
  const due = deadline({ rule: ruleOn('coercion/demand', demandedOn), startsOn: demandedOn });
  const demand = { documentNumber: '惠能催〔2022〕1号', servedOn: demandedOn, ...at(demandedOn) };
  const demanded = {
    type: 'PerformanceDemanded',
    data: { documentNumber: '惠能催〔2022〕1号', servedOn: demandedOn, due },
  } as const;
  const now = { now: '2022-06-01T00:00:00Z' };
  const apply = (appliedOn: string) => ({ court: '惠城区人民法院', appliedOn, ...at(appliedOn) });
  const applied = {
    type: 'CourtEnforcementApplied',
    data: { court: '惠城区人民法院', appliedOn: '2022-03-01' },
  } as const;

  it('follows a demand', () => {
    after(...toService)
      .when('DemandPerformance', demand, now)
      .then(demanded);
    after(...toService, performed)
      .when('DemandPerformance', demand, now)
      .thenRefused('energy/no-penalty-yet');
    after(...toService, demanded)
      .when('DemandPerformance', demand, now)
      .thenNothing();
    expect(due.rolledDue).toBe('2022-02-22');
    after(...toService, demanded)
      .when('ApplyForCourtEnforcement', apply('2022-02-23'), now)
      .thenTypes('CourtEnforcementApplied');
    after(...toService, demanded)
      .when('ApplyForCourtEnforcement', apply('2022-02-22'), now)
      .thenRefused('energy/demand-not-run', { rule: 'coercion/demand@2012' });
    after(...toService)
      .when('ApplyForCourtEnforcement', apply('2022-02-23'), now)
      .thenRefused('energy/demand-not-run');
  });

  it('is asked for after the six months for a lawsuit, and within three more', () => {
    const early = { ...demanded, data: { ...demanded.data, due: { ...due, rolledDue: '2021-09-01' } } };
    after(...toService, early)
      .when('ApplyForCourtEnforcement', apply('2022-01-24'), now)
      .thenRefused('energy/remedy-open', { facts: { opensAfter: '2022-01-24' } });
    after(...toService, early)
      .when('ApplyForCourtEnforcement', apply('2022-01-25'), now)
      .thenTypes('CourtEnforcementApplied');
    after(...toService, early)
      .when('ApplyForCourtEnforcement', apply('2022-04-24'), now)
      .thenTypes('CourtEnforcementApplied');
    after(...toService, early)
      .when('ApplyForCourtEnforcement', apply('2022-04-25'), now)
      .thenRefused('energy/court-too-late');
    after(...toService, early, challenged)
      .when('ApplyForCourtEnforcement', apply('2022-02-01'), now)
      .thenRefused('energy/remedy-open');
    after(...toService, early, challenged, upheld)
      .when('ApplyForCourtEnforcement', apply('2021-09-06'), now)
      .thenTypes('CourtEnforcementApplied');
    after(...toService, early, challenged, upheld)
      .when('ApplyForCourtEnforcement', apply('2021-09-03'), now)
      .thenRefused('energy/remedy-open');
  });

  it('is asked for once, and ends', () => {
    const ended = { result: 'ENFORCED' as const, endedOn: '2022-05-10', documentNumber: '（2022）粤1302行审1号' };
    after(...toService, demanded, applied)
      .when('ApplyForCourtEnforcement', apply('2022-03-01'), now)
      .thenNothing();
    after(...toService, demanded, applied)
      .when('ApplyForCourtEnforcement', apply('2022-03-02'), now)
      .thenRefused('energy/court-asked');
    const end = { ...ended, ...at('2022-05-10') };
    after(...toService, applied)
      .when('RecordCourtEnforcement', end, now)
      .then({ type: 'CourtEnforcementEnded', data: ended });
    after(...toService)
      .when('RecordCourtEnforcement', end, now)
      .thenRefused('energy/no-penalty-yet');
    after(...toService, applied, { type: 'CourtEnforcementEnded', data: ended })
      .when('RecordCourtEnforcement', end, now)
      .thenNothing();
  });
});

describe('the closing of a case', () => {
  const close = { closedOn: '2021-08-30', ...at('2021-08-30') };
  const closed = { type: 'PenaltyCaseClosed', data: { closedOn: '2021-08-30' } } as const;

  it('follows performance or another end, with nothing pending', () => {
    after(...toService, performed)
      .when('ClosePenaltyCase', close)
      .then(closed);
    after(...toNotice, decided, annulled)
      .when('ClosePenaltyCase', close)
      .then(closed);
    after(...toService)
      .when('ClosePenaltyCase', close)
      .thenRefused('energy/not-over');
    after(...toService, performed, challenged)
      .when('ClosePenaltyCase', close)
      .thenRefused('energy/not-over');
    after(...toService, performed, closed)
      .when('ClosePenaltyCase', close)
      .thenNothing();
  });
});

describe('the periods of the procedure', () => {
  const when = penaltyDeadlines('market-regulation');

  it('are set with the day that the fact names, and cleared by what follows', () => {
    const fact = { stream: 'marketRegulation.penalty-P-1', ...served } as never;
    expect(when['marketRegulation.PenaltyDecisionServed']!(fact)).toEqual([
      {
        set: {
          key: 'penalty/P-1/payment',
          dueOn: '2021-08-06',
          record: 'penalty',
          id: 'P-1',
          command: 'PassPaymentDeadline',
          data: { dueOn: '2021-08-06' },
        },
      },
    ]);
    expect(when['marketRegulation.PenaltyPerformed']!(fact)).toEqual([{ clear: 'penalty/P-1/payment' }]);
  });

  it('are not set where there is none', () => {
    const fact = { stream: 'marketRegulation.penalty-P-1', data: { servedOn: '2021-07-22' } } as never;
    expect(when['marketRegulation.PenaltyDecisionServed']!(fact)).toEqual([]);
  });
});
