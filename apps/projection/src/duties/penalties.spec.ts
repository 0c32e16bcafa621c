import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { penaltyDuties } from './penalties.js';

const due = { rolledDue: '2021-08-06', rule: 'penalty/payment@2021' };
const served = (data: object) => ({ data, occurredAt: '2021-07-22T10:00:00+08:00' }) as unknown as Recorded;
const pay = penaltyDuties['energy.penalty']!.find(({ kind }) => kind === 'pay-fine')!;

describe('a fine', () => {
  it('is owed from its service to its payment', () => {
    expect(pay.when['energy.PenaltyDecisionServed']!(served({ due }))).toMatchObject({ dueOn: '2021-08-06' });
    expect(pay.when['energy.PenaltyPerformed']!(served({}))).toBeUndefined();
  });

  it('is not owed where the penalty has none', () =>
    expect(pay.when['energy.PenaltyDecisionServed']!(served({ servedOn: '2021-07-22' }))).toBeUndefined());
});
