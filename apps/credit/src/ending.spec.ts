import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { record } from './record.decider.js';
import {
  applied,
  at,
  collected,
  missedExit,
  missedExitOnDisplay,
  notified,
  onDisplay,
  opened,
  openedWith,
  proposed,
  publishBy,
  publishedOn,
  pushed,
  pushedTo,
} from './record-testing.js';

describe('the seven working days to publish', () => {
  const pass = { occurredAt: '2021-08-12T00:00:00+08:00', term: 'PUBLISH', dueOn: publishBy } as const;
  const overdue = { type: 'PublicationOverdue', data: { dueOn: publishBy } } as const;

  it('are over when the last of them has ended in China', () => {
    given(record, opened).when('PassTerm', pass, { now: '2021-08-11T15:59:59.000Z' }).thenNothing();
    given(record, opened).when('PassTerm', pass, { now: '2021-08-11T16:00:00.000Z' }).then(overdue);
  });

  it('are not kept by pushing alone', () =>
    given(record, opened, notified, collected, pushed).when('PassTerm', pass).then(overdue));

  it('are said to be over once', () => given(record, opened, overdue).when('PassTerm', pass).thenNothing());

  it('do not matter to what is published, dropped or annulled, nor to another deadline', () => {
    given(record, ...onDisplay)
      .when('PassTerm', pass)
      .thenNothing();
    given(record, opened, notified, { type: 'ObjectionUpheld', data: { reason: '属实' } })
      .when('PassTerm', pass)
      .thenNothing();
    given(record, opened, { type: 'AnnulmentNoted', data: { annulledOn: '2021-08-05', reason: '撤销' } })
      .when('PassTerm', pass)
      .thenNothing();
    given(record, opened)
      .when('PassTerm', { ...pass, dueOn: '2021-08-10' })
      .thenNothing();
    given(record).when('PassTerm', pass).thenNothing();
  });
});

describe('the end of display', () => {
  const pass = { occurredAt: '2022-08-03T00:00:00+08:00', term: 'DISPLAY', dueOn: '2022-08-02' } as const;
  const now = '2022-08-02T16:00:00.000Z';
  const stopped = {
    type: 'DisplayStopped',
    data: { reason: 'TERM', platforms: ['CREDIT_GUANGDONG'], stoppedOn: '2022-08-03' },
  } as const;

  it('comes when its last day has ended', () => {
    given(record, ...onDisplay)
      .when('PassTerm', pass, { now: '2022-08-02T15:59:59.000Z' })
      .thenNothing();
    given(record, ...onDisplay)
      .when('PassTerm', pass, { now })
      .then(stopped as never);
    given(record, ...onDisplay, stopped)
      .when('PassTerm', pass, { now })
      .thenNothing();
  });

  it('comes to what was pushed and never reported as shown', () =>
    given(record, opened, notified, collected, pushed)
      .when('PassTerm', pass, { now })
      .then(stopped as never));

  it('does not come to a platform with a longer clock, nor after a correction that moved it', () => {
    const gsxt = [pushedTo('GSXT', 'push-2'), publishedOn('GSXT', '2021-09-20', '2024-09-20')];
    given(record, ...onDisplay, ...gsxt)
      .when('PassTerm', pass, { now })
      .then(stopped as never);
    given(record, ...onDisplay)
      .when('PassTerm', { ...pass, dueOn: '2022-07-30' }, { now })
      .thenNothing();
  });

  it('lifts a restriction that has no end of its own, and leaves one that has', () =>
    given(
      record,
      ...onDisplay,
      proposed('PRODUCTION_LICENCE'),
      applied('PRODUCTION_LICENCE'),
      proposed('GOV_PROCUREMENT'),
      applied('GOV_PROCUREMENT', '2024-08-02'),
    )
      .when('PassTerm', pass, { now })
      .then(stopped as never, {
        type: 'CreditRestrictionLifted',
        data: { field: 'PRODUCTION_LICENCE', reason: 'EXPIRY' },
      }));
});

describe('golden scenario 15: overdue, non-completion, credit, late exit, lifted', () => {
  const exit = { occurredAt: '2021-09-01T10:00:00+08:00', exitedOn: '2021-08-31' };
  const now = '2021-09-01T02:00:00.000Z';
  const noted = { type: 'LateExitNoted', data: { exitedOn: '2021-08-31' } } as const;

  it('applies a restriction with a basis and shares the rest while the capacity runs', () => {
    given(record, ...missedExitOnDisplay, proposed('PRODUCTION_LICENCE'))
      .when('ApplyRestriction', { occurredAt: at, field: 'PRODUCTION_LICENCE', from: '2021-08-10' })
      .thenTypes('CreditRestrictionApplied');
    given(record, ...missedExitOnDisplay, proposed('TAX_MANAGEMENT'))
      .when('ApplyRestriction', { occurredAt: at, field: 'TAX_MANAGEMENT', from: '2021-08-10' })
      .thenTypes('CreditInfoSharedOnly');
  });

  it('lifts every restriction and stops display when the capacity exits after all', () =>
    given(record, ...missedExitOnDisplay, proposed('PRODUCTION_LICENCE'), applied('PRODUCTION_LICENCE'))
      .when('NoteLateExit', exit, { now })
      .then(
        noted,
        { type: 'CreditRestrictionLifted', data: { field: 'PRODUCTION_LICENCE', reason: 'EXIT_COMPLETED' } },
        {
          type: 'DisplayStopped',
          data: { reason: 'EXIT_COMPLETED', platforms: ['CREDIT_GUANGDONG'], stoppedOn: '2021-09-01' },
        },
      ));

  it('has nothing to stop when nothing was pushed', () =>
    given(record, openedWith(missedExit, 'NON_COMPLETION'), notified).when('NoteLateExit', exit).then(noted));

  it('is said once, and says nothing where there is no record', () => {
    given(record, ...missedExitOnDisplay, noted)
      .when('NoteLateExit', exit)
      .thenNothing();
    given(record).when('NoteLateExit', exit).thenNothing();
  });

  it('allows no new restriction afterwards', () =>
    given(record, ...missedExitOnDisplay, noted)
      .when('ProposeRestriction', { occurredAt: at, field: 'LAND_SUPPLY', measure: '供地审查时参考' })
      .thenRefused('credit/exit-completed'));
});
