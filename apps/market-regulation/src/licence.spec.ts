import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { application } from './application.decider.js';
import { licence } from './licence.decider.js';
import { at, enterprise, grant, issued, one, two } from './testing-quality.js';

describe('an application for a production licence', () => {
  const reject = {
    enterprise,
    product: 'REBAR' as const,
    ground: 'INDUSTRIAL_POLICY' as const,
    reason: '使用淘汰类工频炉',
    documentNumber: '惠市监许不受〔2021〕2号',
    filedOn: '2021-05-10',
    ...at('2021-05-12'),
  };
  const { occurredAt: _, ...rejection } = reject;
  const rejected = { type: 'ProductionLicenceApplicationRejected', data: rejection } as const;

  it('that industrial policy excludes is not accepted', () => {
    expect(given(application).when('RejectLicenceApplication', reject).facts()).toEqual([
      { ...rejected, rules: [{ ruleId: 'quality/licence-conditions', version: '2005' }] },
    ]);
    given(application, rejected).when('RejectLicenceApplication', reject).thenNothing();
    given(application, rejected)
      .when('RejectLicenceApplication', { ...reject, product: 'CEMENT' })
      .thenRefused('market-regulation/already-recorded');
  });

  it('is rejected on the rules of a product only where it is one that has them', () => {
    given(application)
      .when('RejectLicenceApplication', { ...reject, product: 'CEMENT', ground: 'RULES' })
      .thenTypes('ProductionLicenceApplicationRejected');
    given(application)
      .when('RejectLicenceApplication', { ...reject, product: 'OTHER', ground: 'RULES' })
      .thenRefused('market-regulation/rules-of-another-product', { rule: 'quality/licence-conditions@2005' });
  });

  it('is rejected on the day it was filed, and not before', () => {
    given(application)
      .when('RejectLicenceApplication', { ...reject, filedOn: '2021-05-12' })
      .thenTypes('ProductionLicenceApplicationRejected');
    given(application)
      .when('RejectLicenceApplication', { ...reject, filedOn: '2021-05-13' })
      .thenRefused('market-regulation/before-its-cause');
  });
});

describe('a production licence', () => {
  const record = { ...grant, ...at('2021-04-06') };

  it('is mirrored with all that a publisher of licences needs, once', () => {
    given(licence).when('RecordLicenceIssued', record).then(issued);
    given(licence, issued).when('RecordLicenceIssued', record).thenNothing();
    given(licence, issued)
      .when('RecordLicenceIssued', { ...record, licenceNumber: '（粤）ＸＫ05-001-00001' })
      .thenNothing();
    given(licence, issued)
      .when('RecordLicenceIssued', { ...record, content: '光圆钢筋' })
      .thenRefused('market-regulation/already-recorded');
  });

  it('has a number that can be read', () =>
    given(licence)
      .when('RecordLicenceIssued', { ...record, licenceNumber: '粤XK-1' })
      .thenRefused('market-regulation/licence-number', { rule: 'quality/licence-number@2005' }));

  it('lasts five years at the most', () => {
    given(licence)
      .when('RecordLicenceIssued', { ...record, validTo: '2026-04-06' })
      .thenTypes('ProductionLicenceIssued');
    given(licence)
      .when('RecordLicenceIssued', { ...record, validTo: '2026-04-07' })
      .thenRefused('market-regulation/licence-too-long', {
        rule: 'quality/licence-validity@2005',
        facts: { latest: '2026-04-06' },
      });
    given(licence)
      .when('RecordLicenceIssued', { ...record, validTo: '2021-04-05' })
      .thenRefused('market-regulation/before-its-cause');
  });

  it('was decided before it is recorded', () =>
    given(licence)
      .when('RecordLicenceIssued', record, { now: '2021-04-05T15:59:59.000Z' })
      .thenRefused('market-regulation/in-the-future'));

  it('names its holder on the envelope', () =>
    expect(licence.subject?.({ issued: grant }, 'X')).toMatchObject({ uscc: enterprise.uscc }));
});

describe('a special inspection', () => {
  const inspect = { findings: '检验设备完好', meetsConditions: true, problems: [], ...at('2021-06-15') };
  const { occurredAt: _, ...inspection } = inspect;
  const inspected = {
    type: 'LicenseeSpecialInspectionConducted',
    data: { licenceNumber: grant.licenceNumber, ...inspection },
    ...at('2021-06-15'),
  } as const;

  it('is made of a licence in force by two officers', () => {
    given(licence, issued).when('InspectLicensee', inspect, two).then({ type: inspected.type, data: inspected.data });
    given(licence, issued)
      .when('InspectLicensee', inspect, one)
      .thenRefused('market-regulation/two-officers', { rule: 'penalty/two-officers@2017' });
    given(licence).when('InspectLicensee', inspect, two).thenRefused('market-regulation/no-such-licence');
    given(licence, issued, inspected).when('InspectLicensee', inspect, two).thenNothing();
  });

  it('names problems when the conditions are not met, and none when they are', () => {
    given(licence, issued)
      .when('InspectLicensee', { ...inspect, problems: ['无出厂检验'] }, two)
      .thenRefused('market-regulation/verdict-and-problems');
    given(licence, issued)
      .when('InspectLicensee', { ...inspect, meetsConditions: false }, two)
      .thenRefused('market-regulation/verdict-and-problems');
    given(licence, issued)
      .when('InspectLicensee', { ...inspect, meetsConditions: false, problems: ['无出厂检验'] }, two)
      .thenTypes('LicenseeSpecialInspectionConducted');
  });
});

describe('the end of a licence’s time', () => {
  const expire = { validTo: '2026-04-05', ...at('2026-04-06', '00:00:00') };
  const expired = {
    type: 'ProductionLicenceExpired',
    data: { licenceNumber: grant.licenceNumber, validTo: '2026-04-05' },
  } as const;

  it('is 24:00 of its last day', () => {
    given(licence, issued).when('ExpireLicence', expire, { now: '2026-04-05T16:00:00.000Z' }).then(expired);
    given(licence, issued)
      .when('ExpireLicence', expire, { now: '2026-04-05T15:59:59.000Z' })
      .thenRefused('market-regulation/period-still-runs');
  });

  it('means nothing for a licence that has ended, or whose last day is another', () => {
    given(licence, issued, expired).when('ExpireLicence', expire, { now: '2026-04-06T00:00:00.000Z' }).thenNothing();
    given(licence, issued)
      .when('ExpireLicence', { ...expire, validTo: '2026-04-04' }, { now: '2026-04-06T00:00:00.000Z' })
      .thenNothing();
  });
});
