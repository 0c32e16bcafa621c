import type { Recorded } from '#decider';
import { caseOf, enterpriseIn } from '../about.js';

/** A step of a case: what happened, by which clock, which event and document say so. */
export interface Milestone {
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly eventId: string;
  readonly documentNumber?: string;
  readonly dueOn?: string;
}

/** Where a case stands, and how it came there. */
export interface Case {
  readonly caseId: string;
  /** Name as it was when the case was opened. */
  readonly partyName?: string;
  readonly theme?: string;
  readonly state: string;
  /** False once nothing more is owed under it. */
  readonly open: boolean;
  readonly milestones: readonly Milestone[];
}

const DECISIONS: Readonly<Record<string, string>> = {
  RETURNED: 'CLOSURE_PROPOSAL_RETURNED',
  SUSPENDED: 'SUSPENDED',
  CLOSED: 'CLOSED',
};

/** The state that a fact of the case's own stream leads to; facts that are not here leave it as it is. */
const states: { readonly [type: string]: (data: any) => string } = {
  'energy.EnergySupervisionTaskAssigned': () => 'TASK_ASSIGNED',
  'energy.EnergySupervisionConducted': ({ result }) => (result === 'COMPLIANT' ? 'COMPLIANT' : 'VIOLATION_FOUND'),
  'energy.EnergyLimitMeasured': () => '',
  'energy.EnergyRectificationOrdered': () => 'RECTIFYING',
  'energy.YellowCardIssued': () => '',
  'energy.YellowCardCleared': () => '',
  'energy.ExtensionRequested': () => 'EXTENSION_REQUESTED',
  'energy.ExtensionGranted': () => 'RECTIFYING',
  'energy.ExtensionRefused': () => 'RECTIFYING',
  'energy.RectificationReported': () => 'RECTIFICATION_REPORTED',
  'energy.RectificationReinspected': () => 'REINSPECTED',
  'energy.RectificationAccepted': () => 'RECTIFIED',
  'energy.RectificationFailed': () => 'RECTIFICATION_FAILED',
  'energy.RectificationPeriodExpired': () => 'PERIOD_EXPIRED',
  'energy.ClosureProposed': () => 'CLOSURE_PROPOSED',
  'energy.GovernmentDecisionNoted': ({ decision }) => DECISIONS[decision as string] ?? '',
  'energy.RedCardIssued': () => 'CLOSED',
};

const ENDED = new Set(['COMPLIANT', 'RECTIFIED', 'CLOSED']);

export const caseTypes: readonly string[] = Object.keys(states);

export const newCase = (caseId: string): Case => ({ caseId, state: 'OPENED', open: true, milestones: [] });

/** The case after one more fact of its stream. */
export function step(before: Case, fact: Recorded): Case {
  const { type, data, occurredAt, recordedAt, id } = fact;
  const state = states[type]?.(data) || before.state;
  const milestone: Milestone = {
    type,
    at: occurredAt,
    recordedAt,
    eventId: id,
    documentNumber: data.documentNumber ?? data.governmentDocumentNumber,
    dueOn: data.due?.rolledDue ?? data.dueOn,
  };
  return {
    ...before,
    partyName: before.partyName ?? enterpriseIn(fact)?.name,
    theme: before.theme ?? data.theme,
    state,
    open: !ENDED.has(state),
    milestones: [...before.milestones, milestone],
  };
}

export const caseIdOf = (fact: Recorded): string => caseOf(fact) ?? '';
