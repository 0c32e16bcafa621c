import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import type { Content } from './record.state.js';
import { at, collected, fine, notified, opened, openedWith, publication, pushed, pushedTo } from './record-testing.js';

const push = { occurredAt: at, platform: 'GSXT' } as const;
const ready = [opened, notified, collected];

describe('golden scenario 10: the clocks of market regulation and Credit China diverge', () => {
  const quality: Content = { ...fine, field: 'quality', decidedOn: '2021-09-02', kinds: ['STOP_PRODUCTION', 'FINE'] };
  const both = [
    openedWith(quality),
    notified,
    collected,
    pushed,
    pushedTo('GSXT', 'push-2', { displayUntil: undefined as never }),
  ];

  it('knows no last day on GSXT before publication', () => {
    const [fact] = given(record, openedWith(quality), notified, collected)
      .when('PushCreditInfo', push, { now: '2021-09-10T00:00:00.000Z' })
      .facts();
    expect(fact!.data).not.toHaveProperty('displayUntil');
  });

  it('counts from the decision on one and from publication on the other', () => {
    const until = (platform: 'CREDIT_CHINA' | 'GSXT') => {
      const facts = given(record, ...both)
        .when('RecordPublication', { ...publication, platform, publishedOn: '2021-09-20' })
        .facts();
      return (facts.at(-1)!.data as { displayUntil: string }).displayUntil;
    };
    expect(until('CREDIT_CHINA')).toBe('2022-09-02');
    expect(until('GSXT')).toBe('2024-09-20');
  });

  it('does not show a warning alone on GSXT', () =>
    given(record, openedWith({ ...quality, kinds: ['WARNING'], fineFen: undefined as never }), notified, collected)
      .when('PushCreditInfo', push, { now: '2021-09-10T00:00:00.000Z' })
      .thenRefused('credit/not-shown-there'));

  it('knows no regime of GSXT for a decision before September 2021', () =>
    given(record, ...ready)
      .when('PushCreditInfo', push, { now: '2021-08-05T02:00:00.000Z' })
      .thenRefused('law/no-rule-in-force'));
});
