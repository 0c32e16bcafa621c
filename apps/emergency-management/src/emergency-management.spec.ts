import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { deadlines } from './emergency-management.deadlines.js';
import { emergencyManagementDepartment } from './emergency-management.js';
import { facts } from './testing-safety.js';

const fact = (type: string, data: object, stream = 'emergencyManagement.case-AJ-1') =>
  ({ type, data, stream, occurredAt: '2021-09-08T10:00:00+08:00' }) as Recorded;
const changes = (type: string, data: object, stream?: string) =>
  deadlines.when[`emergencyManagement.${type}`]!(fact(type, data, stream));

describe('emergency management', () => {
  it('has a law for each kind of record', () =>
    expect(Object.keys(emergencyManagementDepartment.deciders)).toEqual([
      'standardisation',
      'safetyFile',
      'facilityReview',
      'parkAdmission',
      'campaign',
      'inspection',
      'majorHazard',
      'case',
      'penalty',
      'certificate',
      'card',
      'list',
    ]));

  it('notes what the government decides on its own proposals, and on nobody else’s', () => {
    const [policy] = emergencyManagementDepartment.policies!;
    const closed = (proposedBy: string) =>
      policy!.when['government.ClosureOrdered']!(
        fact(
          'ClosureOrdered',
          { caseId: 'AJ-1', proposedBy, effectiveOn: '2021-11-01', governmentDocumentNumber: '惠府函〔2021〕88号' },
          'government.closureProposal-AJ-G1',
        ),
      );
    expect(closed('energy')).toEqual([]);
    expect(closed('emergency-management')).toEqual([
      {
        record: 'case',
        id: 'AJ-1',
        command: 'NoteGovernmentDecision',
        data: {
          proposalId: 'AJ-G1',
          decision: 'CLOSED',
          effectiveOn: '2021-11-01',
          governmentDocumentNumber: '惠府函〔2021〕88号',
        },
      },
    ]);
  });
});

describe('the deadlines of work safety', () => {
  it('are those of hazards, of suspensions, of major hazards and of grades', () => {
    expect(changes('HazardRemovalOrdered', facts.removal().data)).toMatchObject([
      { set: { key: 'case/AJ-1/removal', dueOn: '2021-09-22', command: 'PassHazardDeadline' } },
    ]);
    expect(changes('MajorHazardSupervised', { dueOn: '2021-10-15' }, 'emergencyManagement.majorHazard-ZD-1')).toEqual([
      {
        set: {
          key: 'majorHazard/ZD-1/clearance',
          dueOn: '2021-10-15',
          record: 'majorHazard',
          id: 'ZD-1',
          command: 'PassClearanceDeadline',
          data: { dueOn: '2021-10-15' },
        },
      },
    ]);
    expect(
      changes('SafetyStandardisationGraded', { validTo: '2024-03-31' }, 'emergencyManagement.standardisation-BZ-1'),
    ).toMatchObject([{ set: { command: 'LapseStandardisation', data: { validTo: '2024-03-31' } } }]);
  });

  it('let a suspension end the time to remove hazards, and resumption or closure that of the suspension', () => {
    expect(changes('ProductionSuspendedForSafety', facts.suspended().data)).toMatchObject([
      { clear: 'case/AJ-1/removal' },
      { set: { key: 'case/AJ-1/suspension', dueOn: '2021-10-08' } },
    ]);
    expect(changes('ResumptionApproved', {})).toEqual([{ clear: 'case/AJ-1/suspension' }]);
    expect(changes('GovernmentDecisionNoted', { decision: 'CLOSED' })).toHaveLength(2);
    expect(changes('GovernmentDecisionNoted', { decision: 'RETURNED' })).toEqual([]);
  });

  it('stay while hazards are found still there', () => {
    expect(changes('HazardsReexamined', { cleared: false })).toEqual([]);
    expect(changes('HazardsReexamined', { cleared: true })).toEqual([{ clear: 'case/AJ-1/removal' }]);
  });
});
