import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { capacity } from './capacity.decider.js';
import { keyUser } from './key-user.decider.js';
import { publication } from './publication.decider.js';
import { standard } from './standard.decider.js';
import { support } from './support.decider.js';
import { at, cases, enterprise, facts } from './testing-energy.js';

const another = { ...enterprise, uscc: '91441302MA00TT0214' };

describe('the classification of capacity', () => {
  const line = { enterprise, product: '电炉钢', capacity: 12, unit: '万吨/年', grounds: ['ENERGY' as const] };
  const eliminated = { ...line, grounds: ['ELIMINATION_CATEGORY' as const], catalogueItem: '淘汰类 钢铁5' };
  const classified = { type: 'CapacityClassified', data: line } as const;

  it('rests on one ground at least, and is said once', () => {
    given(capacity)
      .when('ClassifyCapacity', { ...line, ...at('2021-05-01') })
      .then(classified);
    given(capacity, classified)
      .when('ClassifyCapacity', { ...line, ...at('2021-05-02') })
      .thenNothing();
  });

  it('of the elimination category names the item of the catalogue', () => {
    given(capacity)
      .when('ClassifyCapacity', { ...eliminated, ...at('2021-05-01') })
      .thenTypes('CapacityClassified');
    given(capacity)
      .when('ClassifyCapacity', { ...eliminated, catalogueItem: undefined, ...at('2021-05-01') })
      .thenRefused('energy/no-catalogue-item', { clause: '1' });
  });

  it('may change, but not to another enterprise', () => {
    given(capacity, classified)
      .when('ClassifyCapacity', { ...eliminated, ...at('2021-06-01') })
      .thenTypes('CapacityClassified');
    given(capacity, classified)
      .when('ClassifyCapacity', { ...line, enterprise: another, ...at('2021-06-01') })
      .thenRefused('energy/line-of-another');
  });
});

describe('a key energy user', () => {
  const registration = {
    enterprise,
    annualTce: 10_000,
    level: 'NATIONAL' as const,
    reportYear: 2020,
    reportDueOn: '2021-04-30',
  };
  const register = { ...registration, ...at('2021-03-08') };
  const registered = { type: 'KeyEnergyUserDesignated', data: registration } as const;
  const report = { reportYear: 2020, tce: 9_800 };
  const filed = { type: 'EnergyReportFiled', data: report } as const;
  const missed = { type: 'EnergyReportMissed', data: { reportYear: 2020, dueOn: '2021-04-30' } } as const;

  it.each([
    [10_000, 'NATIONAL', 'energy/key-user-threshold'],
    [9_999.9, 'DESIGNATED', 'energy/designated-user-threshold'],
    [5_000, 'DESIGNATED', 'energy/designated-user-threshold'],
  ] as const)('of %d tce is %s', (annualTce, level, ruleId) =>
    expect(
      given(keyUser)
        .when('RegisterKeyEnergyUser', { ...register, annualTce, level })
        .facts()[0]?.rules,
    ).toEqual([{ ruleId, version: '2018' }]),
  );

  it.each([
    [9_999.9, 'NATIONAL'],
    [10_000, 'DESIGNATED'],
    [4_999.9, 'DESIGNATED'],
  ] as const)('of %d tce is not %s', (annualTce, level) =>
    given(keyUser)
      .when('RegisterKeyEnergyUser', { ...register, annualTce, level })
      .thenRefused('energy/key-user-level', { clause: '2.1.1' }),
  );

  it('is registered once for a year, and again for the next', () => {
    given(keyUser, registered).when('RegisterKeyEnergyUser', register).thenNothing();
    given(keyUser, registered)
      .when('RegisterKeyEnergyUser', { ...register, annualTce: 12_000 })
      .thenRefused('energy/key-user-registered');
    given(keyUser, registered)
      .when('RegisterKeyEnergyUser', { ...register, reportYear: 2021, reportDueOn: '2022-03-31' })
      .thenTypes('KeyEnergyUserDesignated');
  });

  it('reports until the last day; a day later the report was missed first', () => {
    given(keyUser, registered)
      .when('FileEnergyReport', { ...report, ...at('2021-04-30', '23:59:59') })
      .then(filed);
    given(keyUser, registered)
      .when('FileEnergyReport', { ...report, ...at('2021-05-01', '00:00:00') })
      .then(missed, filed);
    given(keyUser, registered, missed)
      .when('FileEnergyReport', { ...report, ...at('2021-05-20') })
      .then(filed);
  });

  it('reports a year once, and only one that it owes', () => {
    const again = { ...report, ...at('2021-04-30') };
    given(keyUser).when('FileEnergyReport', again).thenRefused('energy/no-report-expected');
    given(keyUser, registered, filed).when('FileEnergyReport', again).thenNothing();
    given(keyUser, registered, filed)
      .when('FileEnergyReport', { ...again, tce: 1 })
      .thenRefused('energy/no-report-expected', { rule: 'energy/key-user-report@2018' });
  });

  it('misses it when the last day is over', () => {
    const pass = { reportYear: 2020, dueOn: '2021-04-30', ...at('2021-05-01', '00:00:00') };
    given(keyUser, registered).when('PassReportDeadline', pass, { now: '2021-04-30T16:00:00.000Z' }).then(missed);
    given(keyUser, registered)
      .when('PassReportDeadline', pass, { now: '2021-04-30T15:59:59.000Z' })
      .thenRefused('energy/period-still-runs');
    given(keyUser, registered, filed).when('PassReportDeadline', pass).thenNothing();
    given(keyUser, registered, missed).when('PassReportDeadline', pass).thenNothing();
    given(keyUser, registered)
      .when('PassReportDeadline', { ...pass, dueOn: '2021-03-31' })
      .thenNothing();
  });
});

describe('the publication of a result', () => {
  const publish = { enterprise, caseId: 'A-1', url: 'https://energy.example/A-1', ...at('2021-06-01') };
  const { occurredAt: _, ...content } = publish;
  const qualified = (history: readonly { type: string; data: object }[]) =>
    history.map((fact) => ({ ...fact, type: `energy.${fact.type}` }));
  const about = (...history: { type: string; data: object }[]) =>
    given(publication).consulting({ 'energy.case-A-1': qualified(history) });
  const stopped = { type: 'energy.StopUseOrdered', data: { enterprise } };

  it('of compliance follows the supervision', () =>
    about(facts.assigned, facts.conducted('COMPLIANT'))
      .when('PublishSupervisionResult', publish)
      .then({ type: 'SupervisionResultPublished', data: { ...content, result: 'COMPLIANT' } }));

  it('of too much consumption follows the order', () => {
    about(...cases.rectifying)
      .when('PublishSupervisionResult', publish)
      .thenTypes('SupervisionResultPublished');
    about(...cases.over)
      .when('PublishSupervisionResult', publish)
      .thenRefused('energy/not-decided', { clause: '2.1.1', rule: 'energy/publish-results@2021' });
    given(publication).when('PublishSupervisionResult', publish).thenRefused('energy/not-decided');
  });

  it('of eliminated equipment follows the order to stop its use', () => {
    const found = about(facts.assigned, facts.conducted('ELIMINATED_EQUIPMENT'));
    found.when('PublishSupervisionResult', publish).thenRefused('energy/not-decided');
    found
      .consulting({ 'energy.equipment-E-1': [stopped] })
      .when('PublishSupervisionResult', { ...publish, equipmentId: 'E-1' })
      .thenTypes('SupervisionResultPublished');
  });

  it('of both follows both', () => {
    const both = about(facts.assigned, facts.conducted('BOTH'), facts.measured, facts.ordered());
    both.when('PublishSupervisionResult', publish).thenRefused('energy/not-decided');
    both
      .consulting({ 'energy.equipment-E-1': [stopped] })
      .when('PublishSupervisionResult', { ...publish, equipmentId: 'E-1' })
      .thenTypes('SupervisionResultPublished');
  });

  it('is about the enterprise of the case and of the equipment', () => {
    about(facts.assigned, facts.conducted('COMPLIANT'))
      .when('PublishSupervisionResult', { ...publish, enterprise: another })
      .thenRefused('energy/result-of-another');
    about(facts.assigned, facts.conducted('ELIMINATED_EQUIPMENT'))
      .consulting({ 'energy.equipment-E-1': [{ ...stopped, data: { enterprise: another } }] })
      .when('PublishSupervisionResult', { ...publish, equipmentId: 'E-1' })
      .thenRefused('energy/result-of-another');
  });

  it('happens once under its number', () => {
    const published = { type: 'SupervisionResultPublished', data: { ...content, result: 'COMPLIANT' } };
    given(publication, published).when('PublishSupervisionResult', publish).thenNothing();
    given(publication, published)
      .when('PublishSupervisionResult', { ...publish, caseId: 'A-2' })
      .thenRefused('energy/already-published');
  });
});

describe('voluntary support', () => {
  const diagnosis = { enterprise, provider: '节能诊断机构〔模拟〕', savingPotentialTce: 400 };
  const retrofit = { enterprise, project: '余热回收', subsidyFen: 20_000_000 };

  it('is recorded whenever it is given, and each time once', () => {
    const diagnosed = { type: 'EnergyDiagnosisCompleted', data: diagnosis } as const;
    const supported = { type: 'TechRetrofitSupported', data: retrofit } as const;
    given(support)
      .when('RecordDiagnosis', { ...diagnosis, ...at('2021-05-01') })
      .then(diagnosed);
    given(support)
      .when('RecordRetrofit', { ...retrofit, ...at('2021-05-01') })
      .then(supported);
    given(support, diagnosed, supported)
      .when('RecordDiagnosis', { ...diagnosis, ...at('2021-05-01') })
      .thenNothing();
    given(support, diagnosed, supported)
      .when('RecordRetrofit', { ...retrofit, ...at('2021-05-01') })
      .thenNothing();
    given(support, diagnosed)
      .when('RecordDiagnosis', { ...diagnosis, savingPotentialTce: 401, ...at('2021-06-01') })
      .thenTypes('EnergyDiagnosisCompleted');
  });
});

describe('a standard', () => {
  const text = { code: 'HZJN-01', version: '2021', title: '节能监察数据规范〔模拟〕' };
  const published = { type: 'StandardPublished', data: text } as const;

  it('is published version by version', () => {
    given(standard)
      .when('PublishStandard', { ...text, ...at('2021-04-08') })
      .then(published);
    given(standard, published)
      .when('PublishStandard', { ...text, ...at('2021-04-08') })
      .thenNothing();
    given(standard, published)
      .when('PublishStandard', { ...text, version: '2022', ...at('2021-12-01') })
      .thenTypes('StandardPublished');
    given(standard, published)
      .when('PublishStandard', { ...text, title: '另一标题', ...at('2021-04-09') })
      .thenRefused('energy/version-published');
  });
});
