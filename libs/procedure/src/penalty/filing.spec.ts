import { describe, expect, it } from '@jest/globals';
import { deadline, ruleOn } from '#law';
import {
  after,
  annulled,
  at,
  byTwo,
  concluded,
  conclusion,
  decided,
  dueOf,
  enterprise,
  filed,
  filing,
  noticed,
} from './testing-penalty.js';

describe('the filing of a case', () => {
  const file = { ...filing, ...at('2021-06-21') };

  it('opens a case, once', () => {
    after().when('FileCase', file).then(filed);
    after(filed).when('FileCase', file).thenNothing();
    after(filed)
      .when('FileCase', { ...file, suspicion: '其他' })
      .thenRefused('energy/already-filed', { clause: '2.1.3' });
  });

  it('has ninety days from 15 July 2021 on; the law before had no such period', () => {
    const late = { ...file, discoveredOn: '2021-07-15', filedOn: '2021-07-15' };
    const { occurredAt: _, ...data } = late;
    const due = dueOf('penalty/decision-period', '2021-07-15');
    expect(due.nominalDue).toBe('2021-10-13');
    after()
      .when('FileCase', late)
      .then({ type: 'CaseFiled', data: { ...data, due } });
  });

  it('follows the discovery, on a day that has come', () => {
    after()
      .when('FileCase', { ...file, discoveredOn: '2021-06-22' })
      .thenRefused('energy/before-its-cause');
    after().when('FileCase', file, { now: '2021-06-20T15:59:59Z' }).thenRefused('energy/in-the-future');
  });

  it('comes too late for what ended more than two years before it was discovered', () => {
    after()
      .when('FileCase', { ...file, conductEndedOn: '2019-06-20' })
      .thenTypes('CaseFiled');
    after()
      .when('FileCase', { ...file, conductEndedOn: '2019-06-19' })
      .thenRefused('energy/time-barred', { rule: 'penalty/limitation@2017', facts: { lastDay: '2021-06-19' } });
  });

  it('has five years where life or health was harmed, under the law of 2021', () => {
    const grave = { ...file, conductEndedOn: '2017-07-16', endangersLife: true };
    after()
      .when('FileCase', { ...grave, discoveredOn: '2021-07-15', filedOn: '2021-07-15' })
      .thenTypes('CaseFiled');
    after().when('FileCase', grave).thenRefused('energy/time-barred', { rule: 'penalty/limitation@2017' });
    after()
      .when('FileCase', { ...grave, conductEndedOn: '2016-07-14', discoveredOn: '2021-07-15', filedOn: '2021-07-15' })
      .thenRefused('energy/time-barred', { rule: 'penalty/limitation-grave@2021' });
  });

  it('may be declined, and not afterwards', () => {
    const decline = { enterprise, reason: '没有违法事实', ...at('2021-06-21') };
    const declined = { type: 'FilingDeclined', data: { enterprise, reason: '没有违法事实' } } as const;
    after().when('DeclineFiling', decline).then(declined);
    after(declined).when('DeclineFiling', decline).thenNothing();
    after(declined)
      .when('DeclineFiling', { ...decline, reason: '其他' })
      .thenRefused('energy/already-declined');
    after(filed).when('DeclineFiling', decline).thenRefused('energy/no-penalty-yet');
    after(declined)
      .when('FileCase', file)
      .thenRefused('energy/case-ended', { facts: { ending: 'FilingDeclined' } });
  });
});

describe('evidence that may be lost', () => {
  const preserve = { items: ['账册'], custodian: '监察科', preservedOn: '2021-06-22', ...at('2021-06-22') };
  const due = deadline({ rule: ruleOn('penalty/evidence-preservation', '2021-06-22'), startsOn: '2021-06-22' });
  const preserved = {
    type: 'EvidencePreserved' as const,
    data: { items: ['账册'], custodian: '监察科', preservedOn: '2021-06-22', due },
  };
  const settle = { outcome: 'RELEASED' as const, settledOn: '2021-06-25', ...at('2021-06-25') };
  const settled = { type: 'PreservedEvidenceSettled', data: { outcome: 'RELEASED', settledOn: '2021-06-25' } } as const;

  it('is preserved by two officers, in a case that was filed', () => {
    after(filed).when('PreserveEvidence', preserve, byTwo).then(preserved);
    after().when('PreserveEvidence', preserve, byTwo).thenRefused('energy/not-filed');
    after(filed).when('PreserveEvidence', preserve).thenRefused('energy/two-officers');
    after(filed, preserved).when('PreserveEvidence', preserve, byTwo).thenNothing();
    after(filed, preserved)
      .when('PreserveEvidence', { ...preserve, items: ['电脑'] }, byTwo)
      .thenRefused('energy/evidence-pending');
  });

  it('is decided on in seven days, working days from 15 July 2021 on', () => {
    expect(due.nominalDue).toBe('2021-06-29');
    const working = deadline({ rule: ruleOn('penalty/evidence-preservation', '2021-07-15'), startsOn: '2021-07-15' });
    expect(working.nominalDue).toBe('2021-07-26');
  });

  it('is decided on once', () => {
    after(filed, preserved).when('SettleEvidence', settle).then(settled);
    after(filed, preserved, settled).when('SettleEvidence', settle).thenNothing();
    after(filed, preserved, settled)
      .when('SettleEvidence', { ...settle, outcome: 'SEIZED' })
      .thenRefused('energy/evidence-settled');
    after(filed).when('SettleEvidence', settle).thenRefused('energy/no-penalty-yet');
  });

  it('is free again when nobody decided in time, and may be preserved anew', () => {
    const pass = { dueOn: '2021-06-29', ...at('2021-06-30') };
    const lapsed = { type: 'EvidencePreservationLapsed', data: { dueOn: '2021-06-29' } } as const;
    after(filed, preserved).when('LapsePreservation', pass, { now: '2021-06-29T16:00:00Z' }).then(lapsed);
    after(filed, preserved).when('LapsePreservation', pass, { now: '2021-06-29T15:59:59Z' }).thenNothing();
    after(filed, preserved, settled).when('LapsePreservation', pass).thenNothing();
    after(filed, preserved, lapsed).when('SettleEvidence', settle).thenRefused('energy/no-penalty-yet');
    after(filed, preserved, lapsed).when('PreserveEvidence', preserve, byTwo).thenTypes('EvidencePreserved');
  });
});

describe('an investigation', () => {
  const conclude = { ...conclusion, ...at('2021-06-28') };

  it('is concluded by two officers, once', () => {
    after(filed).when('ConcludeInvestigation', conclude, byTwo).then(concluded);
    after().when('ConcludeInvestigation', conclude, byTwo).thenRefused('energy/not-filed');
    after(filed).when('ConcludeInvestigation', conclude).thenRefused('energy/two-officers');
    after(filed, concluded).when('ConcludeInvestigation', conclude, byTwo).thenNothing();
    after(filed, concluded)
      .when('ConcludeInvestigation', { ...conclude, proposal: 'NO_PENALTY' }, byTwo)
      .thenRefused('energy/already-concluded');
  });
});

describe('a decision that there is no penalty', () => {
  const none = { ground: 'MINOR_CORRECTED' as const, reason: '当日改正', decidedOn: '2021-07-05', ...at('2021-07-05') };
  const { occurredAt: _, ...data } = none;
  const spared = { type: 'NoPenaltyDecided', data } as const;

  it('follows the investigation, once, and ends the case', () => {
    after(filed, concluded).when('DecideNoPenalty', none).then(spared);
    after(filed).when('DecideNoPenalty', none).thenRefused('energy/no-penalty-yet');
    after(filed, concluded, noticed, decided).when('DecideNoPenalty', none).thenRefused('energy/no-penalty-yet');
    after(filed, concluded, spared).when('DecideNoPenalty', none).thenNothing();
    after(filed, concluded, spared)
      .when('DecideNoPenalty', { ...none, reason: '其他' })
      .thenRefused('energy/already-decided');
  });

  it('rests on grounds that the law of the day names', () => {
    const first = { ...none, ground: 'FIRST_MINOR_CORRECTED' as const };
    after(filed, concluded)
      .when('DecideNoPenalty', { ...first, decidedOn: '2021-07-14' })
      .thenRefused('energy/ground-not-in-law', { rule: 'penalty/none@2017' });
    after(filed, concluded)
      .when('DecideNoPenalty', { ...first, decidedOn: '2021-07-15' })
      .thenTypes('NoPenaltyDecided');
  });
});

describe('the time to decide', () => {
  const due = dueOf('penalty/decision-period', '2021-07-20');
  const open = { ...filed, data: { ...filing, filedOn: '2021-07-20', due } };
  const pass = { dueOn: due.rolledDue, ...at('2021-10-19') };

  it('passes once, at the end of its last day, for what was not decided', () => {
    after(open).when('PassDecisionDeadline', pass).thenTypes('PenaltyDecisionOverdue');
    after(open)
      .when('PassDecisionDeadline', pass, { now: `${due.rolledDue}T15:59:59Z` })
      .thenNothing();
    after(open, { type: 'PenaltyDecisionOverdue', data: { dueOn: due.rolledDue } })
      .when('PassDecisionDeadline', pass)
      .thenNothing();
    after(open, decided).when('PassDecisionDeadline', pass).thenNothing();
    after(open)
      .when('PassDecisionDeadline', { ...pass, dueOn: '2021-10-01' })
      .thenNothing();
    after(filed, annulled).when('PassDecisionDeadline', pass).thenNothing();
  });
});
