import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { sample } from './sample.decider.js';
import {
  at,
  conforming,
  enterprise,
  established,
  failing,
  objected,
  objectionDue,
  rechecked,
  samples,
  served,
  take,
} from './testing-quality.js';

describe('a test that failed', () => {
  const serve = { servedOn: '2021-06-10', ...at('2021-06-10') };

  it('is served, and open to objection for fifteen days from then', () => {
    expect(objectionDue).toMatchObject({ nominalDue: '2021-06-25', rolledDue: '2021-06-25' });
    given(sample, ...samples.failed)
      .when('ServeTestResult', serve)
      .then({ type: 'TestResultServed', data: served.data });
    given(sample, ...samples.served)
      .when('ServeTestResult', serve)
      .thenNothing();
    given(sample, ...samples.passed)
      .when('ServeTestResult', serve)
      .thenRefused('market-regulation/nothing-to-serve');
    given(sample, ...samples.failed)
      .when('ServeTestResult', { ...serve, servedOn: '2021-06-06' })
      .thenRefused('market-regulation/before-its-cause');
  });
});

describe('an objection', () => {
  const object = { ...objected.data, ...at('2021-06-25') };

  it('is filed on the last day and not on the day after', () => {
    given(sample, ...samples.served)
      .when('FileTestObjection', object)
      .then({ type: 'TestObjectionFiled', data: objected.data });
    given(sample, ...samples.served)
      .when('FileTestObjection', { ...object, filedOn: '2021-06-26' })
      .thenRefused('market-regulation/objection-too-late', { rule: 'quality/test-objection@2018' });
  });

  it('filed in time is taken even when it is posted late', () =>
    given(sample, ...samples.final)
      .when('FileTestObjection', { ...object, ...at('2021-07-02') })
      .thenTypes('TestObjectionFiled'));

  it('is to a result that was served, once', () => {
    given(sample, ...samples.failed)
      .when('FileTestObjection', object)
      .thenRefused('market-regulation/nothing-to-object-to');
    given(sample, ...samples.objected)
      .when('FileTestObjection', object)
      .thenNothing();
    given(sample, ...samples.objected)
      .when('FileTestObjection', { ...object, reason: '其他' })
      .thenRefused('market-regulation/already-recorded');
  });
});

describe('a recheck', () => {
  const report = { ...failing, reportNumber: 'F-1', reportedOn: '2021-07-09', ...at('2021-07-09') };

  it('that fails too establishes it', () =>
    given(sample, ...samples.objected)
      .when('ReportRecheck', report)
      .then(
        { type: 'RecheckReported', data: rechecked(false).data },
        { type: 'NonconformityEstablished', data: { by: 'RECHECK', establishedOn: '2021-07-09' } },
      ));

  it('that conforms ends it', () => {
    given(sample, ...samples.objected)
      .when('ReportRecheck', { ...report, items: conforming.items })
      .thenTypes('RecheckReported');
    given(sample, ...samples.refuted)
      .when('PublishNonconforming', { url: 'https://example.org/1', ...at('2021-08-01') })
      .thenRefused('market-regulation/not-established');
  });

  it('answers an objection, once', () => {
    given(sample, ...samples.served)
      .when('ReportRecheck', report)
      .thenRefused('market-regulation/nothing-to-recheck');
    given(sample, ...samples.objected, rechecked(false), established('RECHECK', '2021-07-09'))
      .when('ReportRecheck', report)
      .thenNothing();
  });
});

describe('the time to object', () => {
  const pass = { dueOn: '2021-06-25', ...at('2021-06-26', '00:00:00') };

  it('is over at 24:00 of the last day and not a minute before', () => {
    given(sample, ...samples.served)
      .when('PassObjectionPeriod', pass, { now: '2021-06-25T16:00:00.000Z' })
      .then({
        type: 'NonconformityEstablished',
        data: { by: 'OBJECTION_PERIOD_OVER', establishedOn: '2021-06-25' },
      });
    given(sample, ...samples.served)
      .when('PassObjectionPeriod', pass, { now: '2021-06-25T15:59:00.000Z' })
      .thenRefused('market-regulation/period-still-runs');
  });

  it('means nothing once somebody objected, or it was said', () => {
    for (const past of [samples.objected, samples.final, samples.refuted])
      given(sample, ...past)
        .when('PassObjectionPeriod', pass)
        .thenNothing();
  });
});

describe('the publication of a product', () => {
  const publish = { url: 'https://example.org/1', ...at('2021-06-28') };
  const { product, brand, batch } = take;
  const data = { enterprise, product, brand, batch, failedItems: failing.items, url: publish.url };
  const published = { type: 'NonconformingProductPublished', data, ...at('2021-06-28') } as const;
  const publication = { type: published.type, data } as const;
  const down = { reason: '迟到的异议复检合格', withdrawnOn: '2021-07-12', ...at('2021-07-12') };
  const withdrawal = {
    type: 'NonconformingPublicationWithdrawn',
    data: { reason: down.reason, withdrawnOn: down.withdrawnOn },
  } as const;

  it('waits until the test stands', () => {
    given(sample, ...samples.final)
      .when('PublishNonconforming', publish)
      .then(publication);
    for (const past of [samples.failed, samples.objected, samples.passed])
      given(sample, ...past)
        .when('PublishNonconforming', publish)
        .thenRefused('market-regulation/not-established', { rule: 'quality/publish-nonconforming@2021' });
    given(sample, ...samples.final, published)
      .when('PublishNonconforming', publish)
      .thenNothing();
  });

  it('on the last day to object is refused, and on the next says that it stands', () => {
    given(sample, ...samples.served)
      .when('PublishNonconforming', { ...publish, ...at('2021-06-25', '23:59:59') })
      .thenRefused('market-regulation/not-established');
    given(sample, ...samples.served)
      .when('PublishNonconforming', { ...publish, ...at('2021-06-26', '00:00:00') })
      .thenTypes('NonconformityEstablished', 'NonconformingProductPublished');
  });

  it('is taken down, once, where there is one', () => {
    given(sample, ...samples.final, published)
      .when('WithdrawNonconformingPublication', down)
      .then(withdrawal);
    given(sample, ...samples.final)
      .when('WithdrawNonconformingPublication', down)
      .thenRefused('market-regulation/nothing-published');
    given(sample, ...samples.final, published, withdrawal)
      .when('WithdrawNonconformingPublication', down)
      .thenNothing();
  });

  it('is shared with the credit system while it stands, once with each platform', () => {
    const share = { platform: '信用广东', ...at('2021-06-29') };
    const shared = {
      type: 'QualityInfoSharedWithCredit',
      data: { enterprise, product, batch, platform: '信用广东' },
    } as const;
    given(sample, ...samples.final, published)
      .when('ShareQualityInfo', share)
      .then(shared);
    given(sample, ...samples.final, published, shared)
      .when('ShareQualityInfo', share)
      .thenNothing();
    given(sample, ...samples.final)
      .when('ShareQualityInfo', share)
      .thenRefused('market-regulation/not-published');
    given(sample, ...samples.final, published, withdrawal)
      .when('ShareQualityInfo', share)
      .thenRefused('market-regulation/not-published');
  });
});
