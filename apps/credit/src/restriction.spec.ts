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
  notified,
  onDisplay,
  opened,
  openedWith,
  proposed,
  published,
  pushed,
} from './record-testing.js';

const propose = { occurredAt: at, field: 'PRODUCTION_LICENCE', measure: '不予新发许可' } as const;
const apply = { occurredAt: at, field: 'PRODUCTION_LICENCE', from: '2021-08-10' } as const;
const lifted = { type: 'CreditRestrictionLifted', data: { field: 'PRODUCTION_LICENCE', reason: 'EXPIRY' } };
const onDisplayWith = (content: Content) => [openedWith(content), notified, collected, pushed, acknowledged, published];

describe('a restriction', () => {
  it('is proposed after notice, once for a field at a time', () => {
    given(record, opened).when('ProposeRestriction', propose).thenRefused('credit/not-notified');
    given(record, opened, notified).when('ProposeRestriction', propose).thenTypes('CreditRestrictionProposed');
    given(record, opened, notified, proposed('PRODUCTION_LICENCE')).when('ProposeRestriction', propose).thenNothing();
    given(record, opened, notified, proposed('PRODUCTION_LICENCE'))
      .when('ProposeRestriction', { ...propose, measure: '从严审查' })
      .thenRefused('credit/restriction-exists');
  });

  it.each(['列入严重失信主体名单', '纳入黑名单管理', 'entry in the serious dishonesty list'])(
    'is never an entry in a list of serious dishonesty: %s',
    (measure) =>
      given(record, ...onDisplay)
        .when('ProposeRestriction', { ...propose, measure })
        .thenRefused('credit/no-serious-list'),
  );

  it('is applied on the row of law of its field, to what is on public display', () => {
    const sentence = given(record, ...onDisplay, proposed('PRODUCTION_LICENCE')).when('ApplyRestriction', apply);
    sentence.then({
      type: 'CreditRestrictionApplied',
      data: {
        field: 'PRODUCTION_LICENCE',
        measure: '不予新发许可',
        legalBasis: '《工业产品生产许可证管理条例（2005年）》第9(7)条',
        from: '2021-08-10',
      },
    });
    expect(sentence.facts()[0]!.rules).toEqual([{ ruleId: 'credit/restriction-production-licence', version: '2005' }]);
    given(record, opened, notified, collected, pushed, proposed('PRODUCTION_LICENCE'))
      .when('ApplyRestriction', apply)
      .thenRefused('credit/not-published');
  });

  it('without a basis is sharing only, once it is collected', () => {
    const bonds = { ...apply, field: 'BOND_ISSUE' } as const;
    const shared = { type: 'CreditInfoSharedOnly', data: { field: 'BOND_ISSUE', measure: '不予新发许可' } } as const;
    given(record, opened, notified, proposed('BOND_ISSUE'))
      .when('ApplyRestriction', bonds)
      .thenRefused('credit/not-collected');
    given(record, opened, notified, collected, proposed('BOND_ISSUE')).when('ApplyRestriction', bonds).then(shared);
    given(record, opened, notified, collected, proposed('BOND_ISSUE'), shared)
      .when('ApplyRestriction', bonds)
      .thenNothing();
  });

  it('that was shared only is applied when a basis is named', () =>
    given(record, ...onDisplay, proposed('BOND_ISSUE'), {
      type: 'CreditInfoSharedOnly',
      data: { field: 'BOND_ISSUE', measure: '不予新发许可' },
    })
      .when('ApplyRestriction', { ...apply, field: 'BOND_ISSUE', legalBasis: '《企业债券管理条例》第十二条' })
      .thenTypes('CreditRestrictionApplied'));

  it('does not rest on the plan alone', () =>
    given(record, ...onDisplay, proposed('LAND_SUPPLY'))
      .when('ApplyRestriction', {
        ...apply,
        field: 'LAND_SUPPLY',
        legalBasis: '惠州市2021年推动落后产能退出工作计划三(二)',
      })
      .thenRefused('credit/plan-is-no-basis', { rule: 'credit/restriction-needs-basis@2021' }));

  it('names a row of its own field that was in force on both days', () => {
    const procurement = { ...apply, field: 'GOV_PROCUREMENT' } as const;
    given(record, ...onDisplay, proposed('GOV_PROCUREMENT'))
      .when('ApplyRestriction', { ...procurement, legalBasis: 'credit/restriction-procurement@2015' })
      .thenTypes('CreditRestrictionApplied');
    given(record, ...onDisplay, proposed('LAND_SUPPLY'))
      .when('ApplyRestriction', {
        ...apply,
        field: 'LAND_SUPPLY',
        legalBasis: 'credit/restriction-procurement@2015',
      })
      .thenRefused('credit/no-basis-in-this-field');
    given(record, ...onDisplay, proposed('GOV_PROCUREMENT'))
      .when('ApplyRestriction', {
        ...procurement,
        from: '2022-12-01',
        legalBasis: 'credit/restriction-environment-rating@2022',
      })
      .thenRefused('credit/no-basis-in-this-field');
  });

  it('in procurement follows of itself from a stop order, not from a fine', () => {
    const procurement = { ...apply, field: 'GOV_PROCUREMENT' } as const;
    given(record, ...onDisplay, proposed('GOV_PROCUREMENT'))
      .when('ApplyRestriction', procurement)
      .thenTypes('CreditInfoSharedOnly');
    given(record, ...onDisplayWith({ ...fine, kinds: ['FINE', 'STOP_PRODUCTION'] }), proposed('GOV_PROCUREMENT'))
      .when('ApplyRestriction', procurement)
      .thenTypes('CreditRestrictionApplied');
  });

  it('is applied after it was proposed, once, and does not end before it begins', () => {
    given(record, ...onDisplay)
      .when('ApplyRestriction', apply)
      .thenRefused('credit/restriction-not-proposed');
    const inForce = [...onDisplay, proposed('PRODUCTION_LICENCE'), applied('PRODUCTION_LICENCE')];
    given(record, ...inForce)
      .when('ApplyRestriction', apply)
      .thenNothing();
    given(record, ...inForce)
      .when('ApplyRestriction', { ...apply, to: '2022-08-10' })
      .thenRefused('credit/restriction-applied');
    given(record, ...onDisplay, proposed('PRODUCTION_LICENCE'))
      .when('ApplyRestriction', { ...apply, to: '2021-08-10' })
      .thenTypes('CreditRestrictionApplied');
    given(record, ...onDisplay, proposed('PRODUCTION_LICENCE'))
      .when('ApplyRestriction', { ...apply, to: '2021-08-09' })
      .thenRefused('credit/restriction-ends-before-it-begins');
  });

  it('is lifted for a ground that has come about', () => {
    const lift = (reason: 'EXPIRY' | 'REPAIR' | 'ANNULMENT' | 'EXIT_COMPLETED', occurredAt = at) => ({
      occurredAt,
      field: 'PRODUCTION_LICENCE' as const,
      reason,
    });
    const inForce = [...onDisplay, proposed('PRODUCTION_LICENCE'), applied('PRODUCTION_LICENCE', '2022-02-10')];
    for (const reason of ['REPAIR', 'ANNULMENT', 'EXIT_COMPLETED'] as const)
      given(record, ...inForce)
        .when('LiftRestriction', lift(reason))
        .thenRefused('credit/no-ground-to-lift');
    given(record, ...inForce)
      .when('LiftRestriction', lift('EXPIRY', '2022-02-10T23:59:59+08:00'))
      .thenRefused('credit/no-ground-to-lift');
    given(record, ...inForce)
      .when('LiftRestriction', lift('EXPIRY', '2022-02-11T00:00:00+08:00'))
      .then(lifted as never);
    given(record, ...inForce, lifted)
      .when('LiftRestriction', lift('EXPIRY'))
      .thenNothing();
    given(record, ...onDisplay)
      .when('LiftRestriction', lift('EXPIRY'))
      .thenRefused('credit/not-restricted');
  });

  it('may be proposed again once it was lifted', () =>
    given(record, ...onDisplay, proposed('PRODUCTION_LICENCE'), applied('PRODUCTION_LICENCE'), lifted)
      .when('ProposeRestriction', propose)
      .thenTypes('CreditRestrictionProposed'));
});
