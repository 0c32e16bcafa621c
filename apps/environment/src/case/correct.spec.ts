import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { at, byOne, byTwo, enterprise, plan } from '../testing-environment.js';
import { envCase } from './case.decider.js';
import { dueOf, facts, order } from './testing-case.js';

const id = { id: 'HJ-1' };

describe('an order to correct', () => {
  const give = { ...order, ...at('2021-07-05') };

  it('begins the first round, to be rechecked in thirty days', () =>
    given(envCase, facts.found())
      .when('OrderCorrection', give)
      .then({ type: 'CorrectionOrdered', data: facts.ordered().data }));

  it('follows a violation, and rests on law', () => {
    given(envCase).when('OrderCorrection', give).thenRefused('environment/no-violation');
    given(envCase, facts.found())
      .when('OrderCorrection', { ...give, legalBasis: plan })
      .thenRefused('environment/plan-is-no-basis', { clause: '2.2.3' });
    given(envCase, facts.found())
      .when('OrderCorrection', { ...give, servedOn: '2021-07-04' })
      .thenRefused('environment/before-its-cause');
  });

  it('is not given twice while one runs, nor after it was kept', () => {
    const again = { ...give, documentNumber: '惠市环责改〔2021〕9号', servedOn: '2021-07-26', ...at('2021-07-26') };
    given(envCase, facts.found(), facts.ordered()).when('OrderCorrection', give).thenNothing();
    given(envCase, facts.found(), facts.ordered())
      .when('OrderCorrection', again)
      .thenRefused('environment/correction-ordered');
    given(envCase, facts.found(), facts.ordered(), facts.rechecked('CORRECTED'))
      .when('OrderCorrection', again)
      .thenRefused('environment/correction-ordered');
  });

  it('begins another round after a recheck that failed', () => {
    const again = { ...order, documentNumber: '惠市环责改〔2021〕9号', servedOn: '2021-07-26' };
    given(envCase, facts.found(), facts.ordered(), facts.rechecked('OBSTRUCTED'))
      .when('OrderCorrection', { ...again, ...at('2021-07-26') })
      .then({
        type: 'CorrectionOrdered',
        data: { round: 2, ...again, due: dueOf('environment/correction-recheck', '2021-07-26') },
      });
  });
});

describe('a recheck', () => {
  const open = [facts.found(), facts.ordered()];
  const recheck = { result: 'CORRECTED' as const, findings: '复查', recheckedOn: '2021-08-04' };
  const make = (recheckedOn: string) => ({ ...recheck, recheckedOn, ...at(recheckedOn) });

  it('is in time on the thirtieth day, and late on the next', () => {
    given(envCase, ...open)
      .when('RecheckCorrection', make('2021-08-04'), byTwo)
      .then({ type: 'CorrectionRechecked', data: { round: 1, ...recheck, isLate: false } });
    given(envCase, ...open)
      .when('RecheckCorrection', make('2021-08-05'), byTwo)
      .then({ type: 'CorrectionRechecked', data: { round: 1, ...recheck, recheckedOn: '2021-08-05', isLate: true } });
  });

  it('comes the day after service at the earliest, by two', () => {
    given(envCase, ...open)
      .when('RecheckCorrection', make('2021-07-05'), byTwo)
      .thenRefused('environment/before-its-cause');
    given(envCase, ...open)
      .when('RecheckCorrection', make('2021-07-06'), byTwo)
      .thenTypes('CorrectionRechecked');
    given(envCase, ...open)
      .when('RecheckCorrection', make('2021-07-06'), byOne)
      .thenRefused('environment/two-officers');
  });

  it('is made once an order', () => {
    given(envCase, facts.found())
      .when('RecheckCorrection', make('2021-07-25'), byTwo)
      .thenRefused('environment/nothing-to-recheck');
    given(envCase, ...open, facts.rechecked('CORRECTED'))
      .when('RecheckCorrection', make('2021-07-25'), byTwo)
      .thenNothing();
    given(envCase, ...open, facts.rechecked('STILL_VIOLATING'))
      .when('RecheckCorrection', make('2021-07-25'), byTwo)
      .thenRefused('environment/nothing-to-recheck');
  });

  it('is overdue when its last day has ended without one', () => {
    const pass = { dueOn: '2021-08-04', occurredAt: '2021-08-04T16:00:00Z' };
    given(envCase, ...open)
      .when('PassRecheckDeadline', pass)
      .then({ type: 'RecheckOverdue', data: { round: 1, dueOn: '2021-08-04' } });
    given(envCase, ...open)
      .when('PassRecheckDeadline', pass, { now: '2021-08-04T15:59:59.999Z' })
      .thenRefused('environment/period-still-runs');
    given(envCase, ...open, facts.rechecked('CORRECTED'))
      .when('PassRecheckDeadline', pass)
      .thenNothing();
    given(envCase, ...open, { type: 'RecheckOverdue', data: { round: 1, dueOn: '2021-08-04' } })
      .when('PassRecheckDeadline', pass)
      .thenNothing();
  });
});

describe('a daily penalty', () => {
  // Served on 5 July and rechecked on the 25th: twenty days, the 6th and the 25th among them.
  const refused = [facts.found(), facts.ordered(), facts.rechecked('STILL_VIOLATING')];
  const decided = (fineFen: number, decidedOn: string, caseId = 'HJ-1') => [
    {
      type: 'environment.PenaltyDecided',
      data: { enterprise, caseId, fineFen, decidedOn, documentNumber: '惠市环罚〔2021〕30号' },
    },
  ];
  const penalties = (totalFen = 200_000_000, decidedOn = '2021-08-20') => ({
    'environment.penalty-P-1': decided(10_000_000, '2021-07-30'),
    'environment.penalty-P-2': decided(totalFen, decidedOn),
  });
  const decide = { originalPenaltyId: 'P-1', penaltyId: 'P-2', ...at('2021-08-20') };
  const daily = {
    enterprise,
    originalPenaltyId: 'P-1',
    penaltyId: 'P-2',
    documentNumber: '惠市环罚〔2021〕30号',
    round: 1,
    fromOn: '2021-07-06',
    toOn: '2021-07-25',
    days: 20,
    originalFineFen: 10_000_000,
    totalFen: 200_000_000,
  };

  it('is the original fine for each day from the day after service to the recheck', () =>
    given(envCase, ...refused)
      .consulting(penalties())
      .when('DecideDailyPenalty', decide, id)
      .then({ type: 'DailyPenaltyDecided', data: daily }));

  it('of another amount is refused with the amount that it must be', () =>
    given(envCase, ...refused)
      .consulting(penalties(190_000_000))
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/daily-penalty-amount', {
        rule: 'environment/daily-penalty@2014',
        facts: { days: 20, totalFen: 200_000_000, decidedFen: 190_000_000 },
      }));

  it('comes after the original decision, of the same case, which was not annulled', () => {
    given(envCase, ...refused)
      .consulting(penalties(200_000_000, '2021-07-29'))
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/daily-penalty-amount');
    given(envCase, ...refused)
      .consulting({ ...penalties(), 'environment.penalty-P-1': decided(10_000_000, '2021-07-30', 'HJ-2') })
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/no-original-penalty');
    given(envCase, ...refused)
      .consulting({
        ...penalties(),
        'environment.penalty-P-1': [
          ...decided(10_000_000, '2021-07-30'),
          { type: 'environment.PenaltyAnnulled', data: {} },
        ],
      })
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/no-original-penalty');
  });

  it('follows a recheck that found it goes on, once a round', () => {
    given(envCase, facts.found(), facts.ordered(), facts.rechecked('CORRECTED'))
      .consulting(penalties())
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/corrected-or-not-rechecked');
    given(envCase, ...refused, { type: 'DailyPenaltyDecided', data: daily })
      .consulting(penalties())
      .when('DecideDailyPenalty', { ...decide, penaltyId: 'P-3' }, id)
      .thenRefused('environment/corrected-or-not-rechecked');
    given(envCase, ...refused, { type: 'DailyPenaltyDecided', data: daily })
      .consulting(penalties())
      .when('DecideDailyPenalty', decide, id)
      .thenNothing();
  });

  it('counts anew in the next round, from the original fine', () => {
    const secondRound = [facts.ordered(2, '2021-07-26'), facts.rechecked('OBSTRUCTED', '2021-07-28', 2)];
    given(envCase, ...refused, { type: 'DailyPenaltyDecided', data: daily }, ...secondRound)
      .consulting({ ...penalties(), 'environment.penalty-P-3': decided(20_000_000, '2021-09-01') })
      .when('DecideDailyPenalty', { ...decide, penaltyId: 'P-3', ...at('2021-09-01') }, id)
      .thenTypes('DailyPenaltyDecided');
    given(envCase, ...refused, { type: 'DailyPenaltyDecided', data: daily }, ...secondRound)
      .consulting(penalties())
      .when('DecideDailyPenalty', { originalPenaltyId: 'P-2', penaltyId: 'P-3', ...at('2021-09-01') }, id)
      .thenRefused('environment/no-original-penalty');
  });

  it('is for the round that was refused, though a later one was obeyed', () =>
    given(envCase, ...refused, facts.ordered(2, '2021-07-26'), facts.rechecked('CORRECTED', '2021-07-28', 2))
      .consulting(penalties())
      .when('DecideDailyPenalty', decide, id)
      .then({ type: 'DailyPenaltyDecided', data: daily }));

  it('is not for what does not go on from day to day', () =>
    given(envCase, facts.found('UNAPPROVED_CONSTRUCTION'), facts.ordered(), facts.rechecked('STILL_VIOLATING'))
      .consulting(penalties())
      .when('DecideDailyPenalty', decide, id)
      .thenRefused('environment/no-daily-penalty'));
});
