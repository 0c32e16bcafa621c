import type { Recorded } from '#decider';
import { caseOf, categoryOf, enterpriseIn } from '../about.js';
import { cases } from './states/every-case.js';

/** A step of a case: what happened, by which clock, which event and document say so. */
export interface Milestone {
  readonly type: string;
  readonly at: string;
  readonly recordedAt: string;
  readonly eventId: string;
  /** State that the case is in from then on. */
  readonly state: string;
  readonly documentNumber?: string;
  readonly dueOn?: string;
}

/** Where a case stands, and how it came there. */
export interface Case {
  readonly caseId: string;
  /** As paths spell it. */
  readonly department?: string;
  /** Name as it was when the case was opened. */
  readonly partyName?: string;
  readonly theme?: string;
  readonly state: string;
  /** False once nothing more is owed under it. */
  readonly open: boolean;
  readonly milestones: readonly Milestone[];
}

export const newCase = (caseId: string): Case => ({ caseId, state: 'OPENED', open: true, milestones: [] });

/** The case after one more fact of its stream. */
export function step(before: Case, fact: Recorded): Case {
  const { type, data, occurredAt, recordedAt, id } = fact;
  const kind = cases[categoryOf(fact)];
  const state = kind?.states[type]?.(data) || before.state;
  const milestone: Milestone = {
    type,
    at: occurredAt,
    recordedAt,
    eventId: id,
    state,
    documentNumber: data.documentNumber ?? data.governmentDocumentNumber,
    dueOn: data.due?.rolledDue ?? data.dueOn,
  };
  return {
    ...before,
    department: fact.department,
    partyName: before.partyName ?? enterpriseIn(fact)?.name,
    theme: before.theme ?? data.theme,
    state,
    open: !kind?.ended.includes(state),
    milestones: [...before.milestones, milestone],
  };
}

export const caseIdOf = (fact: Recorded): string => caseOf(fact) ?? '';
