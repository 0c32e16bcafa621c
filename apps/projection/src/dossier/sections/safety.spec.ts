import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { caseFile } from '../../cases/case.projection.js';
import { registerEntry, rowKey } from '../../registers/register.projection.js';
import { due, foundry } from '../../testing-facts.js';
import { statusOf } from '../dossier.projection.js';
import { dossiersOf } from '../testing-dossiers.js';

const of =
  (record: string, id: string) =>
  (type: string, data: object = {}, besides: Partial<PastFact> = {}): PastFact => ({
    type: `emergencyManagement.${type}`,
    stream: `emergencyManagement.${record}-${id}`,
    uscc: foundry.uscc,
    data: { enterprise: foundry, ...data },
    ...besides,
  });
const inCase = of('case', 'AJ-1');
const hazard = of('majorHazard', 'ZD-1');
const row = (...facts: readonly PastFact[]) => dossiersOf(...facts).get(foundry.uscc)!;
const safetyOf = (...facts: readonly PastFact[]) => row(...facts).safety;
const entry = (register: string, id: string, ...facts: readonly PastFact[]) =>
  rowsOf(registerEntry, recorded(...facts)).get(rowKey(register, id))?.entry;

const opened = inCase('SafetyCaseOpened', { situation: '煤气区域无报警' });
const removal = inCase('HazardRemovalOrdered', { documentNumber: '1号', hazards: ['无报警'], dueOn: '2021-09-22' });
const suspended = inCase('ProductionSuspendedForSafety', {
  ground: 'MAJOR_HAZARD',
  scope: 'SITE',
  documentNumber: '2号',
  due: due('2021-10-08'),
});
const identified = hazard('MajorHazardIdentified', { criterionId: 'METALLURGY-1', place: '煤气柜区' });

describe('work safety in a dossier', () => {
  it('shows the grade of standardisation as it stands', () => {
    const grade = of('standardisation', 'BZ-1');
    const graded = grade('SafetyStandardisationGraded', { level: 3, validTo: '2024-03-31' });
    expect(safetyOf(graded)).toMatchObject({ standardisation: [{ id: 'BZ-1', level: 3, state: 'IN_FORCE' }] });
    expect(safetyOf(graded, grade('SafetyStandardisationWithdrawn', { reason: '造假' }))).toMatchObject({
      standardisation: [{ state: 'WITHDRAWN', reason: '造假' }],
    });
    expect(safetyOf(graded, grade('SafetyStandardisationLapsed'))).toMatchObject({
      standardisation: [{ state: 'LAPSED' }],
    });
  });

  it('shows the file with its trainings and risks', () => {
    const file = of('safetyFile', foundry.uscc);
    const shown = safetyOf(
      file('SafetySupervisionFileOpened', { riskGrade: 'ORANGE', archiveNumber: 'DA-1' }),
      file('SafetyTrainingDelivered', { subject: '有限空间', participants: 4, provider: '机构', heldOn: '2021-05-12' }),
      file('RiskRegisterUpdated', { risks: [{ place: '炉前' }], riskGrade: 'RED', updatedOn: '2021-05-20' }),
    );
    expect(shown).toMatchObject({
      file: {
        riskGrade: 'RED',
        risksAsOf: '2021-05-20',
        risks: [{ place: '炉前' }],
        trainings: [{ subject: '有限空间' }],
      },
    });
  });

  it('shows facilities and parks, inspections and banned equipment', () => {
    const project = of('facilityReview', 'XM-1');
    const park = of('parkAdmission', 'YQ-1');
    const inspection = of('inspection', 'JC-1');
    const shown = safetyOf(
      project('SafetyDesignReviewed', { conclusion: 'FAILED', projectName: '技改' }),
      project('ThreeSimultaneitiesBreachFound', { breach: 'DESIGN_NOT_REVIEWED' }),
      park('SafetyConditionsReviewed', { conclusion: 'MET', parkId: 'P' }),
      park('ParkAdmissionRefused', { ground: 'OUTDATED_CAPACITY', parkId: 'P' }),
      inspection('SafetyInspectionConducted', { result: 'HAZARDS_FOUND' }),
      inspection('ProhibitedSafetyEquipmentFound', { catalogue: 'AJ-2017-142', item: 3 }),
      inspection('ProhibitedSafetyEquipmentFound', { catalogue: 'AJ-2017-142', item: 4 }),
    );
    expect(shown).toMatchObject({
      facilities: [{ state: 'BREACH_FOUND', projectName: '技改' }],
      parkAdmissions: [{ state: 'REFUSED', ground: 'OUTDATED_CAPACITY' }],
      inspections: [{ state: 'HAZARDS_FOUND' }],
      prohibitedEquipment: [{ item: 3 }, { item: 4 }],
    });
    expect(safetyOf(project('SafetyFacilitiesAccepted', { projectName: '技改' }))).toMatchObject({
      facilities: [{ state: 'ACCEPTED' }],
    });
  });

  it('shows a major hazard until it is cleared', () => {
    const supervised = hazard('MajorHazardSupervised', { level: 'CITY', dueOn: '2021-10-15' });
    expect(safetyOf(identified, supervised)).toMatchObject({
      majorHazards: [{ state: 'SUPERVISED', dueOn: '2021-10-15', criterionId: 'METALLURGY-1' }],
    });
    const overdue = [identified, supervised, hazard('MajorHazardClearanceOverdue', { dueOn: '2021-10-15' })];
    expect(safetyOf(...overdue)).toMatchObject({ majorHazards: [{ state: 'OVERDUE' }] });
    expect(safetyOf(...overdue, hazard('MajorHazardCleared', { clearedOn: '2021-10-20' }))).toMatchObject({
      majorHazards: [{ state: 'CLEARED', clearedOn: '2021-10-20' }],
    });
  });

  it('shows orders, disobedience, daily fines and accidents', () => {
    const shown = safetyOf(
      opened,
      removal,
      inCase('HazardRemovalPeriodEnded', { dueOn: '2021-09-22' }),
      inCase('SafetyOrderDisobeyed', { order: 'HAZARD_REMOVAL', realDanger: true }),
      inCase('SafetyDailyFineDecided', { days: 10, totalFen: 20_000_000 }),
      inCase('SafetyAccidentRecorded', { level: 'MAJOR' }),
    );
    expect(shown).toMatchObject({
      hazardOrders: [{ state: 'DISOBEYED', realDanger: true, dueOn: '2021-09-22' }],
      dailyFines: [{ days: 10 }],
      accidents: [{ level: 'MAJOR' }],
    });
  });

  it('shows a suspension, the power that was cut for it, and the way back', () => {
    const dark = [
      opened,
      suspended,
      inCase('SafetyOrderDisobeyed', { order: 'SUSPENSION', realDanger: true }),
      inCase('SafetyPowerCutNotified', { meter: 'M-1' }),
      inCase('PowerCut', { meter: 'M-1', cutAt: '2021-09-28T10:00:00+08:00' }),
    ];
    expect(safetyOf(...dark)).toMatchObject({ suspensions: [{ state: 'DISOBEYED' }], powerCuts: [{ state: 'CUT' }] });
    const back = [
      ...dark,
      inCase('PowerRestored', { meter: 'M-1', reason: 'ORDER_OBEYED' }),
      inCase('SuspensionPeriodEnded', { dueOn: '2021-10-08' }),
      inCase('ResumptionApplied', { summary: '已整顿' }),
      inCase('ResumptionExamined', { fit: true }),
    ];
    expect(safetyOf(...back)).toMatchObject({
      suspensions: [{ state: 'EXAMINED_FIT' }],
      powerCuts: [{ state: 'RESTORED', restoredBecause: 'ORDER_OBEYED' }],
    });
    expect(safetyOf(...back, inCase('ResumptionApproved'))).toMatchObject({ suspensions: [{ state: 'RESUMED' }] });
  });

  it('makes the enterprise a suspended one until production resumes or the government closes', () => {
    expect(statusOf(row(opened))).toBe('OPEN_CASE');
    expect(statusOf(row(opened, suspended))).toBe('SUSPENDED');
    expect(statusOf(row(opened, suspended, inCase('ResumptionApproved')))).toBe('NO_OPEN_MATTER');
    expect(statusOf(row(opened, suspended, inCase('GovernmentDecisionNoted', { decision: 'RETURNED' })))).toBe(
      'SUSPENDED',
    );
    expect(statusOf(row(opened, suspended, inCase('GovernmentDecisionNoted', { decision: 'CLOSED' })))).toBe(
      'NO_OPEN_MATTER',
    );
  });

  it('shows certificates as their issuers answered', () => {
    const certificate = of('certificate', 'ZZ-1');
    const requested = certificate('CertificateRevocationRequested', { kind: 'DISCHARGE_PERMIT', issuer: '局' });
    expect(safetyOf(requested)).toMatchObject({ certificates: [{ state: 'REVOCATION_REQUESTED' }] });
    expect(safetyOf(requested, certificate('CertificateRevoked', { revokedOn: '2021-12-01' }))).toMatchObject({
      certificates: [{ state: 'REVOKED', revokedOn: '2021-12-01' }],
    });
    expect(safetyOf(requested, certificate('CertificateRevocationDeclined', { reason: '无情形' }))).toMatchObject({
      certificates: [{ state: 'DECLINED', declinedBecause: '无情形' }],
    });
  });
});

describe('a safety case as a file', () => {
  const file = (...facts: readonly PastFact[]) => rowsOf(caseFile, recorded(...facts)).get('AJ-1')!;

  it('stands where its last fact put it, and ends when hazards are gone, production resumed or the government closed', () => {
    const stillThere = inCase('HazardsReexamined', { cleared: false, dueOn: '2021-09-22' });
    expect(file(opened, removal, stillThere)).toMatchObject({ state: 'HAZARDS_STILL_THERE', open: true });
    for (const [end, state] of [
      [inCase('HazardsReexamined', { cleared: true, dueOn: '2021-09-22' }), 'HAZARDS_CLEARED'],
      [inCase('ResumptionApproved'), 'RESUMED'],
      [inCase('GovernmentDecisionNoted', { decision: 'CLOSED' }), 'CLOSED'],
    ] as const)
      expect(file(opened, removal, end)).toMatchObject({ state, open: false });
    expect(file(opened, inCase('SafetyAccidentRecorded', { level: 'MAJOR' })).state).toBe('OPENED');
  });

  it('owes the removal of hazards until they are gone, and then rectification under the suspension', () => {
    const owed = (...facts: readonly PastFact[]) => file(...facts).obligations.map(({ kind, dueOn }) => [kind, dueOn]);
    const stillThere = inCase('HazardsReexamined', { cleared: false, dueOn: '2021-09-22' });
    expect(owed(opened, removal, stillThere)).toEqual([['remove-hazards', '2021-09-22']]);
    expect(owed(opened, removal, suspended)).toEqual([['rectify-suspended', '2021-10-08']]);
    expect(owed(opened, suspended, inCase('SafetyClosureProposed', { proposalId: 'G' }))).toEqual([]);
    expect(owed(opened, suspended, inCase('ResumptionApproved'))).toEqual([]);
  });

  it('has the clearing of a major hazard owed by its day', () => {
    const supervised = hazard('MajorHazardSupervised', { level: 'CITY', documentNumber: '督1号', dueOn: '2021-10-15' });
    const { open } = row(identified, supervised).obligations;
    expect(open).toMatchObject([{ dueOn: '2021-10-15', kind: 'clear-major-hazard', documentNumber: '督1号' }]);
  });
});

describe('the registers of work safety', () => {
  it('tell of projects and parks by area', () => {
    const park = of('parkAdmission', 'YQ-1');
    expect(
      entry(
        'park-admissions',
        'YQ-1',
        park('SafetyConditionsReviewed', { conclusion: 'NOT_MET', parkId: 'P' }),
        park('ParkAdmissionRefused', { ground: 'OUTDATED_CAPACITY', parkId: 'P' }),
      ),
    ).toMatchObject({ state: 'REFUSED', county: 'BL', ground: 'OUTDATED_CAPACITY' });
  });

  it('count the inspections of a campaign, and those that found hazards', () => {
    const launched: PastFact = {
      type: 'emergencyManagement.SafetyCampaignLaunched',
      stream: 'emergencyManagement.campaign-ZX-1',
      data: { title: '专项', catalogues: ['AJ-2017-129'] },
    };
    const inspected = (id: string, result: string, campaignId?: string) =>
      of('inspection', id)('SafetyInspectionConducted', { result, ...(campaignId ? { campaignId } : {}) });
    expect(
      entry(
        'safety-campaigns',
        'ZX-1',
        launched,
        inspected('1', 'COMPLIANT', 'ZX-1'),
        inspected('2', 'HAZARDS_FOUND', 'ZX-1'),
        inspected('3', 'HAZARDS_FOUND'),
      ),
    ).toMatchObject({ state: 'LAUNCHED', inspections: 2, withHazards: 1 });
  });

  it('tell of major hazards and of certificates', () => {
    expect(
      entry('major-hazards', 'ZD-1', identified, hazard('MajorHazardCleared', { clearedOn: '2021-10-20' })),
    ).toMatchObject({ state: 'CLEARED', criterionId: 'METALLURGY-1' });
    const certificate = of('certificate', 'ZZ-1');
    expect(
      entry(
        'certificate-requests',
        'ZZ-1',
        certificate('CertificateRevocationRequested', { kind: 'DISCHARGE_PERMIT' }),
        certificate('CertificateRevocationDeclined', { reason: '无情形' }),
      ),
    ).toMatchObject({ state: 'DECLINED', kind: 'DISCHARGE_PERMIT' });
  });
});
