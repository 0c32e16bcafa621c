import { describe, it } from '@jest/globals';
import { given } from '#decider';
import { ditiao } from './ditiao.decider.js';
import { lead } from './lead.decider.js';
import { patrol } from './patrol.decider.js';
import { at, enterprise, one, two } from './testing-industry.js';
import { zone } from './zone.decider.js';

const assignment = {
  zone: '园洲片区',
  county: 'BL' as const,
  municipalDepartment: '市工业和信息化局',
  countyDepartment: '博罗县科工信局',
  township: '园洲镇',
  village: '某村〔模拟〕',
  dutyOffice: '镇经济发展办',
  effectiveOn: '2021-03-15',
};
const assigned = { type: 'ZoneAssigned', data: assignment } as const;

describe('a zone', () => {
  const assign = { ...assignment, ...at('2021-03-15') };

  it('is answered for at four levels, and may be assigned anew from a later day', () => {
    given(zone).when('AssignZone', assign).then(assigned);
    given(zone, assigned).when('AssignZone', assign).thenNothing();
    const other = { ...assign, municipalDepartment: '市市场监督管理局' };
    given(zone, assigned).when('AssignZone', other).thenRefused('industry/zone-assigned');
    given(zone, assigned)
      .when('AssignZone', { ...other, effectiveOn: '2021-03-16' })
      .thenTypes('ZoneAssigned');
  });
});

describe('a patrol', () => {
  const visit = {
    zoneId: 'Z-1',
    level: 'TOWN' as const,
    places: ['旧厂房'],
    result: 'NOTHING_FOUND' as const,
    findings: '无异常',
    patrolledOn: '2021-04-12',
  };
  const act = { ...visit, ...at('2021-04-12') };
  const done = { type: 'DitiaoPatrolConducted', data: { ...visit, county: 'BL' as const } } as const;
  const follow = {
    enterprise,
    level: 'COUNTY' as const,
    result: 'QUIET' as const,
    findings: '已清空',
    patrolledOn: '2021-10-12',
  };
  const followed = { type: 'FollowUpPatrolConducted', data: follow } as const;
  const there = given(patrol).consulting({ 'industry.zone-Z-1': [{ ...assigned, type: 'industry.ZoneAssigned' }] });

  it('is of a zone that somebody answers for', () => {
    there.when('PatrolForDitiao', act).then(done);
    given(patrol, done).when('PatrolForDitiao', act).thenNothing();
    given(patrol)
      .when('PatrolForDitiao', act)
      .thenRefused('industry/no-such-zone', { facts: { zoneId: 'Z-1' } });
  });

  it('follows exited capacity too, under a number of its own', () => {
    const again = { ...follow, ...at('2021-10-12') };
    given(patrol).when('ContinuePatrol', again).then(followed);
    given(patrol, followed).when('ContinuePatrol', again).thenNothing();
    given(patrol, done).when('ContinuePatrol', again).thenRefused('industry/another-patrol');
    given(patrol, followed)
      .when('ContinuePatrol', { ...again, result: 'SUSPICIOUS' })
      .thenRefused('industry/already-recorded', { clause: '4.3' });
  });
});

describe('a suspicion of ditiao steel', () => {
  const suspicion = {
    county: 'BL' as const,
    place: '某村旧厂房〔模拟〕',
    enterprise,
    source: 'PATROL' as const,
    sourceId: 'PT-1',
    facts: '夜间有炉光',
  };
  const suspected = { type: 'DitiaoActivitySuspected', data: suspicion } as const;
  const proof = {
    evidence: ['SAMPLE' as const, 'EQUIPMENT' as const],
    facts: '现场有中频炉及钢坯',
    confirmedOn: '2021-07-02',
  };
  const dismissal = { reason: '为合法铸造', dismissedOn: '2021-07-02' };
  const dismissed = { type: 'DitiaoSuspicionDismissed', data: dismissal } as const;
  const suspect = { ...suspicion, ...at('2021-07-01') };

  it('is recorded once', () => {
    given(ditiao).when('SuspectDitiao', suspect).then(suspected);
    given(ditiao, suspected).when('SuspectDitiao', suspect).thenNothing();
    given(ditiao, suspected)
      .when('SuspectDitiao', { ...suspect, place: '另一处' })
      .thenRefused('industry/already-recorded');
  });

  it.each([
    ['ConfirmDitiaoProduction', 'DitiaoProductionConfirmed'],
    ['ConfirmDitiaoSale', 'DitiaoSaleConfirmed'],
  ] as const)('%s takes two kinds of evidence and two officers', (command, type) => {
    const confirm = { ...proof, ...at('2021-07-02') };
    const confirmed = { type, data: { enterprise, ...proof } } as const;
    given(ditiao, suspected).when(command, confirm, two).then(confirmed);
    given(ditiao, suspected, confirmed).when(command, confirm, two).thenNothing();
    given(ditiao, suspected).when(command, confirm, one).thenRefused('industry/two-officers');
    given(ditiao, suspected)
      .when(command, { ...confirm, evidence: ['SAMPLE', 'SAMPLE'] }, two)
      .thenRefused('industry/not-proven', { rule: 'industry/ditiao-evidence@2021', facts: { kinds: 1, needed: 2 } });
    given(ditiao, suspected)
      .when(command, { ...confirm, evidence: ['POWER_DATA', 'INVOICE_DATA'] }, two)
      .thenRefused('industry/not-proven');
    given(ditiao, suspected, dismissed).when(command, confirm, two).thenRefused('industry/no-suspicion');
  });

  it('is dismissed while it is not confirmed', () => {
    const dismiss = { ...dismissal, ...at('2021-07-02') };
    given(ditiao, suspected).when('DismissDitiaoSuspicion', dismiss).then(dismissed);
    given(ditiao, suspected, dismissed).when('DismissDitiaoSuspicion', dismiss).thenNothing();
    given(ditiao).when('DismissDitiaoSuspicion', dismiss).thenRefused('industry/no-suspicion');
    given(ditiao, suspected, { type: 'DitiaoSaleConfirmed', data: proof })
      .when('DismissDitiaoSuspicion', dismiss)
      .thenRefused('industry/already-confirmed');
  });
});

describe('a lead', () => {
  const window = { windowFrom: '2021-05-01', windowTo: '2021-05-31' };
  const power = { enterprise, meterId: 'P-1', ...window, consumedKwh: 820_000, pattern: '夜间集中用电' };
  const tax = { enterprise, invoiceCodes: ['109020101'], ...window, pattern: '大量购进废钢而无钢坯销项' };
  const flagged = { type: 'PowerAnomalyFlagged', data: power } as const;
  const flaggedTax = { type: 'TaxAnomalyFlagged', data: tax } as const;
  const followed = { outcome: 'FOLLOWED_UP' as const, ditiaoId: 'DT-1', reason: '现场核查' };

  it('comes from a meter, once', () => {
    const flag = { ...power, ...at('2021-06-02') };
    given(lead).when('FlagPowerAnomaly', flag).then(flagged);
    given(lead, flagged).when('FlagPowerAnomaly', flag).thenNothing();
    given(lead, flaggedTax).when('FlagPowerAnomaly', flag).thenRefused('industry/another-lead');
    given(lead)
      .when('FlagPowerAnomaly', { ...flag, windowTo: '2021-04-30' })
      .thenRefused('industry/before-its-cause');
  });

  it('or from invoices, once', () => {
    const flag = { ...tax, ...at('2021-06-02') };
    given(lead).when('FlagTaxAnomaly', flag).then(flaggedTax);
    given(lead, flaggedTax).when('FlagTaxAnomaly', flag).thenNothing();
    given(lead, flagged).when('FlagTaxAnomaly', flag).thenRefused('industry/another-lead');
  });

  it('is explained, or leads to a suspicion: it is no finding itself', () => {
    const close = { ...followed, ...at('2021-06-10') };
    const closed = { type: 'LeadClosed', data: followed } as const;
    given(lead, flagged).when('CloseLead', close).then(closed);
    given(lead, flagged, closed).when('CloseLead', close).thenNothing();
    given(lead).when('CloseLead', close).thenRefused('industry/no-such-lead');
    given(lead, flagged)
      .when('CloseLead', { outcome: 'FOLLOWED_UP', reason: 'x', ...at('2021-06-10') })
      .thenRefused('industry/lead-without-suspicion');
    given(lead, flagged)
      .when('CloseLead', { ...close, outcome: 'EXPLAINED' })
      .thenRefused('industry/lead-without-suspicion');
  });
});
