import type { environment } from '#contracts';
import type { Decider } from '#decider';
import type { Due } from '#law';
import type { GovernmentDecision } from '#procedure';
import { refusal } from '../law.js';

export type Events = environment.Events<'case'>;

export interface Seal {
  readonly sealed: Events['PropertySealedCoercively'];
  readonly sealedAt: string;
  /** The end in force. Its nominal day counts: a rest day never lengthens coercion. */
  readonly due: Due;
  readonly approved?: Events['UrgentSealApproved'];
  readonly extended?: Events['SealExtended'];
  readonly appraisals: readonly Events['SealAppraisalRecorded'][];
  readonly hasExpired: boolean;
  readonly lifted?: Events['PropertySealLifted'];
}

export interface Limit {
  readonly limited: Events['ProductionLimited'];
  readonly due: Due;
  readonly extended?: Events['ProductionLimitExtended'];
  readonly hasExpired: boolean;
}

/** Days on which an order to correct was not obeyed, as the recheck found. Both days count. */
export interface RefusedRound {
  readonly round: number;
  readonly fromOn: string;
  readonly toOn: string;
}

/** One violation, and everything that follows: parts that run side by side, so no single phase tells it. */
export interface EnvCase {
  readonly found?: Events['EnvViolationFound'];
  readonly foundOn?: string;
  readonly serious?: Events['SeriousViolationDetermined'];
  readonly order?: Events['CorrectionOrdered'];
  /** The recheck of the order in force. */
  readonly recheck?: Events['CorrectionRechecked'];
  /** Rounds whose recheck found that it goes on; a later round does not undo them. */
  readonly refused: readonly RefusedRound[];
  readonly isRecheckOverdue: boolean;
  readonly daily: readonly Events['DailyPenaltyDecided'][];
  readonly seals: Readonly<Record<string, Seal>>;
  readonly limit?: Limit;
  readonly stop?: Events['ProductionStoppedForTreatment'];
  readonly resumed?: Events['ProductionResumed'];
  readonly wasLimited: boolean;
  readonly detention?: Events['DetentionReferred'];
  readonly reports: readonly Events['EnvClosureReported'][];
  readonly decisions: readonly GovernmentDecision[];
  readonly closed?: Events['EnvCaseClosed'];
}

export type CaseDecider = Decider<EnvCase, environment.Commands<'case'>, Events>;

export const clause = '2.2.3';

/** Whether a recheck showed that the violation goes on, or was obstructed. */
export const isRefused = ({ recheck }: EnvCase): boolean => recheck !== undefined && recheck.result !== 'CORRECTED';

/** The report to the government that is not decided yet. A suspension leaves it open to be followed by closure. */
export function openReport({ reports, decisions }: EnvCase): string | undefined {
  const last = reports.at(-1);
  if (!last) return undefined;
  const answer = decisions.findLast(({ proposalId }) => proposalId === last.proposalId);
  return !answer || answer.decision === 'SUSPENDED' ? last.proposalId : undefined;
}

export const isClosedByGovernment = ({ decisions }: EnvCase): boolean =>
  decisions.some(({ decision }) => decision === 'CLOSED');

/** The violation of a case that is open. Refuses anything before it is found and after it is closed. */
export function openCase({ found, closed }: EnvCase): Events['EnvViolationFound'] {
  if (found && !closed) return found;
  throw refusal(
    closed ? 'case-closed' : 'no-violation',
    closed
      ? { zh: '该案件已结案', en: 'The case is closed' }
      : { zh: '该案件编号下尚未认定违法行为', en: 'No violation was found under this case number' },
    {
      clause,
      wayOut: closed
        ? { zh: '新的违法行为使用新的案件编号', en: 'Another violation takes a case number of its own' }
        : { zh: '先认定违法行为（find-violation）', en: 'Find the violation first (find-violation)' },
    },
  );
}
