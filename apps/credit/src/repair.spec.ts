import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import type { Content } from './record.state.js';
import {
  acknowledged,
  applied,
  at,
  collected,
  fine,
  missedExitOnDisplay,
  notified,
  onDisplay,
  opened,
  openedWith,
  proposed,
  published,
  publishedOn,
  pushed,
  pushedTo,
} from './record-testing.js';

const apply = (appliedOn: string, more = {}) => ({
  occurredAt: `${appliedOn}T10:00:00+08:00`,
  promise: '不再使用淘汰设备，违诺愿受最长期限公示',
  dutiesPerformedOn: '2021-08-20',
  appliedOn,
  ...more,
});
const displayed = (content: Content) => [openedWith(content), notified, collected, pushed, acknowledged, published];
const later = { now: '2026-01-01T00:00:00.000Z' };

describe('golden scenario 11: repair before and after the minimum', () => {
  it('is refused on the last day before three months from the decision are over, and taken on the next', () => {
    given(record, ...onDisplay)
      .when('ApplyForRepair', apply('2021-11-01'))
      .thenRefused('credit/repair-too-early', {
        rule: 'publicity/credit-china-general@2019',
        facts: { minEndsOn: '2021-11-02' },
      });
    const { occurredAt: _, ...application } = apply('2021-11-02');
    given(record, ...onDisplay)
      .when('ApplyForRepair', apply('2021-11-02'))
      .then({ type: 'RepairApplied', data: application });
  });

  it('follows the regime of the day of the decision: a year for work safety from May 2023', () => {
    const before = displayed({ ...fine, field: 'work-safety', decidedOn: '2023-04-30' });
    const after = displayed({ ...fine, field: 'work-safety', decidedOn: '2023-05-01' });
    given(record, ...before)
      .when('ApplyForRepair', apply('2023-07-30'), later)
      .thenTypes('RepairApplied');
    given(record, ...after)
      .when('ApplyForRepair', apply('2024-04-30'), later)
      .thenRefused('credit/repair-too-early');
    given(record, ...after)
      .when('ApplyForRepair', apply('2024-05-01'), later)
      .thenTypes('RepairApplied');
  });

  it('takes six months, training and a report at the serious level', () => {
    const serious = displayed({ ...fine, seriousness: 'serious' });
    given(record, ...serious)
      .when('ApplyForRepair', apply('2022-02-01'), later)
      .thenRefused('credit/repair-too-early');
    given(record, ...serious)
      .when('ApplyForRepair', apply('2022-02-02'), later)
      .thenRefused('credit/repair-needs-training');
    given(record, ...serious)
      .when('ApplyForRepair', apply('2022-02-02', { trainedOn: '2022-01-10', creditReport: 'BG-1' }), later)
      .thenTypes('RepairApplied');
  });

  it('is not for a stop order in the field of the environment under the rules of 2019', () =>
    given(record, ...displayed({ ...fine, field: 'environment', kinds: ['STOP_PRODUCTION', 'FINE'] }))
      .when('ApplyForRepair', apply('2023-08-02'), later)
      .thenRefused('credit/no-repair', { rule: 'publicity/credit-china-specific@2019' }));

  it('goes the way of market regulation for what its register shows: never for a stop order', () => {
    const quality = { ...fine, field: 'quality', decidedOn: '2021-09-02', kinds: ['STOP_PRODUCTION', 'FINE'] } as const;
    const gsxt = [pushedTo('GSXT', 'push-2'), publishedOn('GSXT', '2021-09-20', '2024-09-20')];
    given(record, ...displayed({ ...quality, kinds: [...quality.kinds] }), ...gsxt)
      .when('ApplyForRepair', apply('2022-09-02'), later)
      .thenRefused('credit/no-repair', { rule: 'publicity/market-regulation@2021' });
    given(record, ...displayed({ ...quality, kinds: ['FINE'] }), ...gsxt)
      .when('ApplyForRepair', apply('2021-10-02'))
      .thenTypes('RepairApplied');
  });
});

describe('an application for repair', () => {
  const asked = { type: 'RepairApplied', data: { ...apply('2021-11-02'), occurredAt: undefined } };

  it('comes after the duties were performed', () =>
    given(record, ...onDisplay)
      .when('ApplyForRepair', apply('2021-11-02', { dutiesPerformedOn: '2021-11-03' }))
      .thenRefused('credit/duties-not-performed'));

  it('is about what is on public display', () =>
    given(record, opened, notified, collected, pushed)
      .when('ApplyForRepair', apply('2021-11-02'))
      .thenRefused('credit/not-published'));

  it('is not for a missed exit: the exit itself ends the display', () =>
    given(record, ...missedExitOnDisplay)
      .when('ApplyForRepair', apply('2021-11-02'))
      .thenRefused('credit/exit-comes-first'));

  it('is filed once, and no other while it waits', () => {
    given(record, ...onDisplay, asked)
      .when('ApplyForRepair', apply('2021-11-02'))
      .thenNothing();
    given(record, ...onDisplay, asked)
      .when('ApplyForRepair', apply('2021-11-03'))
      .thenRefused('credit/repair-pending');
    given(record, ...onDisplay, asked, { type: 'RepairRefused', data: { reason: '未缴清罚款' } })
      .when('ApplyForRepair', apply('2021-11-03'))
      .thenTypes('RepairApplied');
  });

  it('is approved: display stops early, restrictions end, the record stays', () => {
    const now = '2021-11-09T02:00:00.000Z';
    const sentence = given(
      record,
      ...onDisplay,
      proposed('PRODUCTION_LICENCE'),
      applied('PRODUCTION_LICENCE'),
      asked,
    ).when(
      'DecideRepair',
      { occurredAt: '2021-11-09T10:00:00+08:00', decision: 'APPROVED', reason: '符合条件' },
      { now },
    );
    sentence.then(
      { type: 'RepairApproved', data: { reason: '符合条件' } },
      { type: 'CreditRestrictionLifted', data: { field: 'PRODUCTION_LICENCE', reason: 'REPAIR' } },
      { type: 'DisplayStopped', data: { reason: 'REPAIR', platforms: ['CREDIT_GUANGDONG'], stoppedOn: '2021-11-09' } },
    );
    expect(sentence.facts()).toHaveLength(3);
  });

  it('is refused: display goes on', () =>
    given(record, ...onDisplay, asked)
      .when('DecideRepair', { occurredAt: at, decision: 'REFUSED', reason: '未缴清罚款' })
      .then({ type: 'RepairRefused', data: { reason: '未缴清罚款' } }));

  it('is decided once', () => {
    const refuse = { occurredAt: at, decision: 'REFUSED', reason: '未缴清罚款' } as const;
    const refused = { type: 'RepairRefused', data: { reason: '未缴清罚款' } };
    given(record, ...onDisplay)
      .when('DecideRepair', refuse)
      .thenRefused('credit/no-repair-application');
    given(record, ...onDisplay, asked, refused)
      .when('DecideRepair', refuse)
      .thenNothing();
    given(record, ...onDisplay, asked, refused)
      .when('DecideRepair', { ...refuse, decision: 'APPROVED' })
      .thenRefused('credit/no-repair-application');
  });
});
