import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { caseFile } from '../../cases/case.projection.js';
import { obligation } from '../../obligations/obligation.projection.js';
import { registerEntry, rowKey } from '../../registers/register.projection.js';
import { due, foundry } from '../../testing-facts.js';
import { statusOf } from '../dossier.projection.js';
import { dossiersOf } from '../testing-dossiers.js';

const of =
  (record: string, id: string) =>
  (type: string, data: object = {}): PastFact => ({
    type: `environment.${type}`,
    stream: `environment.${record}-${id}`,
    uscc: foundry.uscc,
    ...(record === 'case' ? { caseId: id } : {}),
    data: { enterprise: foundry, ...data },
  });
const inCase = of('case', 'HJ-1');
const site = `${foundry.uscc}001P`;
const onSite = of('permit', site);
const row = (...facts: readonly PastFact[]) => dossiersOf(...facts).get(foundry.uscc)!;
const owed = (key: string, ...facts: readonly PastFact[]) => rowsOf(obligation, recorded(...facts)).get(key)?.owed;
const entry = (register: string, id: string, ...facts: readonly PastFact[]) =>
  rowsOf(registerEntry, recorded(...facts)).get(rowKey(register, id))?.entry;

const accepted = onSite('PermitApplicationAccepted', {
  applicationId: 'SQ-1',
  purpose: 'FIRST',
  due: due('2021-06-18'),
});
const issued = onSite('DischargePermitIssued', {
  applicationId: 'SQ-1',
  permitNumber: site,
  validTo: '2026-05-31',
  renewBy: '2026-04-01',
});
const found = inCase('EnvViolationFound', { kind: 'AIR_STD', facts: '超标', exceedance: { ratio: 2 } });
const ordered = inCase('CorrectionOrdered', { round: 1, documentNumber: '1号', due: due('2021-08-04') });
const sealed = inCase('PropertySealedCoercively', {
  sealId: 'CF-1',
  documentNumber: '2号',
  items: ['风机'],
  due: due('2021-08-04'),
});
const limited = inCase('ProductionLimited', { documentNumber: '3号', content: '限产', due: due('2021-10-12') });
const stopped = inCase('ProductionStoppedForTreatment', { documentNumber: '4号', content: '停产' });
const resumed = inCase('ProductionResumed', { measure: 'STOPPED' });

describe('permits in a dossier', () => {
  const permitOf = (...facts: readonly PastFact[]) => row(...facts).permits.permits[0];

  it('are one a site, from the application to the permit', () => {
    expect(permitOf(accepted)).toMatchObject({
      siteCode: site,
      state: 'NONE',
      applications: [{ applicationId: 'SQ-1', state: 'ACCEPTED', decideBy: '2021-06-18' }],
    });
    const overdue = onSite('PermitReviewOverdue', { applicationId: 'SQ-1' });
    expect(permitOf(accepted, overdue)).toMatchObject({ applications: [{ state: 'OVERDUE' }] });
    expect(permitOf(accepted, issued)).toMatchObject({
      state: 'IN_FORCE',
      content: { validTo: '2026-05-31' },
      applications: [{ state: 'GRANTED' }],
    });
  });

  it('tell of a refusal for elimination, and what is due', () => {
    const note = (isDue: boolean) => onSite('EliminationNoted', { source: 'energy.capacity-L', what: '电炉', isDue });
    const refused = onSite('DischargePermitRefused', {
      applicationId: 'SQ-1',
      ground: 'DUE_FOR_ELIMINATION',
      records: ['energy.capacity-L'],
    });
    expect(permitOf(note(true), accepted, refused)).toMatchObject({
      state: 'NONE',
      dueForElimination: [{ source: 'energy.capacity-L' }],
      applications: [{ state: 'REFUSED', ground: 'DUE_FOR_ELIMINATION', records: ['energy.capacity-L'] }],
    });
    expect(permitOf(note(true), note(false))).toMatchObject({ dueForElimination: [] });
    const rejected = onSite('PermitApplicationRejected', { applicationId: 'SQ-2', ground: 'BARRED', reason: '禁止期' });
    expect(permitOf(rejected)).toMatchObject({ applications: [{ state: 'REJECTED', ground: 'BARRED' }] });
  });

  it.each([
    ['DischargePermitExpired', 'EXPIRED'],
    ['DischargePermitAnnulled', 'ANNULLED'],
    ['DischargePermitRevoked', 'REVOKED'],
    ['DischargePermitWithdrawn', 'WITHDRAWN'],
  ])('end by %s, and are cancelled after it', (type, state) => {
    expect(permitOf(issued, onSite(type))).toMatchObject({ state, ends: [{ how: state }] });
    expect(permitOf(issued, onSite(type), onSite('DischargePermitCancelled'))).toMatchObject({
      state: 'CANCELLED',
      ends: [{ how: state }, { how: 'CANCELLED' }],
    });
    expect(entry('discharge-permits', site, issued, onSite(type))).toMatchObject({ state });
  });

  it('are renewed, changed, registered and checked', () => {
    expect(permitOf(issued, onSite('DischargePermitRenewed', { validTo: '2031-05-31' }))).toMatchObject({
      content: { validTo: '2031-05-31' },
    });
    const changed = onSite('DischargePermitChanged', {
      change: 'NAME',
      isLate: true,
      enterprise: { ...foundry, name: '新' },
    });
    expect(permitOf(issued, changed)).toMatchObject({
      content: { validTo: '2026-05-31', enterprise: { name: '新' } },
      changes: [{ change: 'NAME', isLate: true }],
    });
    expect(permitOf(onSite('DischargeRegistered', { measures: 'x' }))).toMatchObject({ state: 'REGISTERED' });
    const checked = onSite('PermitComplianceChecked', { checkId: 'CK-1', result: 'NOT_COMPLIANT', findings: 'x' });
    expect(permitOf(checked, onSite('DischargeWithoutPermitFound', { checkId: 'CK-1' }))).toMatchObject({
      checks: [{ checkId: 'CK-1', withoutPermit: true }],
    });
  });

  it('owe a decision, and then a renewal', () => {
    expect(owed(`environment.permit-${site}/decide-permit`, accepted)).toMatchObject({ dueOn: '2021-06-18' });
    expect(owed(`environment.permit-${site}/decide-permit`, accepted, issued)).toBeUndefined();
    expect(owed(`environment.permit-${site}/renew-permit`, issued)).toMatchObject({ dueOn: '2026-04-01' });
    expect(owed(`environment.permit-${site}/renew-permit`, issued, onSite('DischargePermitRevoked'))).toBeUndefined();
  });
});

describe('environment in a dossier', () => {
  it('shows inspections with their samples', () => {
    const visit = of('inspection', 'JC-1');
    expect(
      row(
        visit('EnvInspectionConducted', { kind: 'ROUTINE', result: 'SUSPECTED', findings: 'x' }),
        visit('SampleTaken', { sampleId: 'S-1', pollutants: ['颗粒物'] }),
        visit('SampleResultReported', { sampleId: 'S-1', pollutant: '颗粒物', isOver: true }),
      ).environment,
    ).toMatchObject({
      inspections: [{ inspectionId: 'JC-1', samples: [{ sampleId: 'S-1', results: [{ isOver: true }] }] }],
    });
  });

  it('shows what a monitor signals, and what of it is evidence', () => {
    const device = of('monitor', 'ZD-1');
    const past = [
      device('AutoMonitorConnected', { outletId: 'DA001' }),
      device('AutoMonitorExceedanceDetected', { alertId: 'A-1', exceedance: { ratio: 2 } }),
      device('AutoMonitorDataAnomalyFlagged', { alertId: 'A-2', anomaly: 'ZERO' }),
      device('AutoMonitorDataReviewed', { alertId: 'A-1', isEvidence: true }),
      device('AutoMonitorDisconnected'),
    ];
    expect(row(...past).environment).toMatchObject({
      monitors: [{ state: 'DISCONNECTED', alerts: [{ state: 'EVIDENCE' }, { state: 'SIGNAL', anomaly: 'ZERO' }] }],
    });
    expect(row(...past, device('AutoMonitorConnected')).environment).toMatchObject({
      monitors: [{ state: 'CONNECTED', alerts: { length: 2 } }],
    });
  });

  it('shows violations, and the fine by the day', () => {
    const serious = inCase('SeriousViolationDetermined', { grounds: '多次' });
    const daily = inCase('DailyPenaltyDecided', { days: 20, totalFen: 5 });
    expect(row(found, serious, daily).environment).toMatchObject({
      violations: [{ caseId: 'HJ-1', exceedance: { ratio: 2 }, serious: '多次' }],
      dailyPenalties: [{ days: 20, totalFen: 5 }],
    });
  });

  it('shows seals until they are lifted', () => {
    const longer = inCase('SealExtended', { sealId: 'CF-1', due: due('2021-09-03') });
    const appraised = inCase('SealAppraisalRecorded', { sealId: 'CF-1', due: due('2021-09-08') });
    const over = inCase('SealPeriodExpired', { sealId: 'CF-1' });
    expect(row(found, sealed).environment.seals).toMatchObject([{ state: 'SEALED', endsOn: '2021-08-04' }]);
    expect(row(found, sealed, longer, appraised).environment.seals).toMatchObject([{ endsOn: '2021-09-08' }]);
    expect(row(found, sealed, over).environment.seals).toMatchObject([{ state: 'EXPIRED' }]);
    expect(row(found, sealed, over, inCase('PropertySealLifted', { sealId: 'CF-1' })).environment.seals).toMatchObject([
      { state: 'LIFTED' },
    ]);
  });

  it('shows limits and stops, and an enterprise that is stopped as suspended', () => {
    const over = inCase('ProductionLimitExpired');
    const longer = inCase('ProductionLimitExtended', { due: due('2022-01-12') });
    expect(row(found, limited, longer).environment.restraints).toMatchObject([{ endsOn: '2022-01-12' }]);
    const file = row(found, limited, over, stopped);
    expect(file.environment.restraints).toMatchObject([
      { state: 'REPLACED' },
      { measure: 'STOPPED', state: 'IN_FORCE' },
    ]);
    expect(statusOf(file)).toBe('SUSPENDED');
    expect(statusOf(row(found, limited, stopped, resumed))).toBe('OPEN_CASE');
  });

  it('shows targets, here and in the register of the plan', () => {
    const target = of('complianceTarget', 'DB-1');
    const facts = [
      target('IndustrialSourceComplianceTargetSet', { target: '达标', dueOn: '2021-10-29' }),
      target('IndustrialSourceComplianceTargetAssessed', { result: 'MET' }),
    ];
    expect(row(...facts).environment).toMatchObject({ targets: [{ targetId: 'DB-1', result: 'MET' }] });
    expect(entry('full-compliance-plan', 'DB-1', ...facts)).toMatchObject({
      state: 'MET',
      county: 'BL',
      target: '达标',
    });
    const key = 'environment.complianceTarget-DB-1/meet-discharge-target';
    expect(owed(key, facts[0]!)).toMatchObject({ dueOn: '2021-10-29' });
    expect(owed(key, ...facts)).toBeUndefined();
  });

  it('shows assessments among the projects', () => {
    const project = of('eia', 'XM-1');
    const submitted = project('EiaSubmitted', { projectName: '技改' });
    expect(row(submitted, project('EiaApproved', { documentNumber: '9号' })).projects).toMatchObject({
      assessments: [{ projectName: '技改', state: 'APPROVED', documentNumber: '9号' }],
    });
    expect(row(submitted, project('EiaRefused', { ground: 'DUE_FOR_ELIMINATION' })).projects).toMatchObject({
      assessments: [{ state: 'REFUSED' }],
    });
    expect(row(project('UnapprovedConstructionFound', { projectName: '技改' })).projects).toMatchObject({
      assessments: [{ state: 'NONE', isUnapproved: true }],
    });
    expect(row(submitted, project('ConstructionStarted', { startedOn: '2021-05-10' })).projects).toMatchObject({
      assessments: [{ state: 'SUBMITTED', startedOn: '2021-05-10' }],
    });
  });
});

describe('a case of environment', () => {
  const file = (...facts: readonly PastFact[]) => rowsOf(caseFile, recorded(...facts)).get('HJ-1')!;

  it('stands where its last step left it, and owes its recheck, its seal and its treatment', () => {
    expect(file(found)).toMatchObject({ state: 'VIOLATION_FOUND', open: true });
    expect(file(found, ordered, sealed, limited)).toMatchObject({
      state: 'PRODUCTION_LIMITED',
      obligations: [{ kind: 'recheck' }, { kind: 'lift-seal' }, { kind: 'treat-pollution' }],
    });
    expect(file(found, ordered, inCase('CorrectionRechecked', { result: 'CORRECTED' }))).toMatchObject({
      state: 'CORRECTION_FOUND_DONE',
      obligations: [],
    });
  });

  it('owes the approval of an urgent seal the next day', () => {
    const urgent = inCase('PropertySealedCoercively', {
      sealId: 'CF-2',
      isUrgent: true,
      items: [],
      due: due('2021-08-04'),
    });
    const key = 'environment.case-HJ-1/approve-seal';
    expect(owed(key, found, urgent)).toBeDefined();
    expect(owed(key, found, urgent, inCase('UrgentSealApproved'))).toBeUndefined();
  });

  it('ends corrected, or closed by the government', () => {
    expect(file(found, inCase('EnvCaseClosed', { outcome: 'CORRECTED' }))).toMatchObject({
      state: 'CORRECTED',
      open: false,
    });
    const reported = inCase('EnvClosureReported', { proposalId: 'G-1' });
    expect(file(found, reported, inCase('GovernmentDecisionNoted', { decision: 'CLOSED' }))).toMatchObject({
      state: 'CLOSED_BY_GOVERNMENT',
      open: false,
    });
  });
});

describe('the plans of environment', () => {
  it('are in the register of enforcement plans', () => {
    const plan = of('enforcementPlan', '2021');
    expect(entry('enforcement-plans', '2021', plan('AnnualEnvTasksSet', { tasks: ['整治'] }))).toMatchObject({
      state: 'TASKS_SET',
    });
    expect(
      entry(
        'enforcement-plans',
        '2021',
        plan('AnnualEnvTasksSet', { tasks: ['整治'] }),
        plan('EnvEnforcementPlanAdopted', { campaigns: ['造纸'] }),
      ),
    ).toMatchObject({ state: 'ADOPTED', tasks: ['整治'], campaigns: ['造纸'] });
  });
});
