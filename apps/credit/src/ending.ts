import { addDays, dayOf } from '#law';
import { mustHaveCome } from './refusals.js';
import { heldOn, liveOn, opened, type CreditFact, type OpenCredit, type Platform, type Rules } from './record.state.js';
import { liftAll } from './restriction.js';

type Reason = 'TERM' | 'REPAIR' | 'EXIT_COMPLETED';

/** Display stops; the record stays with authorities and auditors. Nothing when nothing is on display. */
export const stopDisplay = (
  platforms: readonly Platform[],
  reason: Reason,
  stoppedOn: string,
): readonly CreditFact[] =>
  platforms.length === 0 ? [] : [{ type: 'DisplayStopped', data: { reason, platforms: [...platforms], stoppedOn } }];

const passed = {
  PUBLISH: (record: OpenCredit, dueOn: string) =>
    record.due.rolledDue === dueOn && !record.isPublicationOverdue && hasYetToBePublished(record)
      ? [{ type: 'PublicationOverdue', data: { dueOn } }]
      : [],
  MIRROR: (record: OpenCredit, dueOn: string) =>
    record.mirrorDue?.rolledDue === dueOn && !record.isMirrorOverdue && hasYetToBeMirrored(record)
      ? [{ type: 'MirrorOverdue', data: { dueOn } }]
      : [],
  WITHDRAW: ({ annulment, stage, isWithdrawalOverdue, ...rest }: OpenCredit, dueOn: string) =>
    annulment?.due?.rolledDue === dueOn &&
    stage !== 'withdrawn' &&
    !isWithdrawalOverdue &&
    heldOn({ stage, ...rest }).length > 0
      ? [{ type: 'WithdrawalOverdue', data: { dueOn } }]
      : [],
  DISPLAY: (record: OpenCredit, dueOn: string) => {
    const over = unstopped(record).filter((platform) => {
      const { until } = record.shown[platform]!;
      return until !== undefined && until <= dueOn;
    });
    const isLast = over.length === unstopped(record).length;
    // A restriction without an end of its own lasts no longer than the display it rests on.
    return [
      ...stopDisplay(over, 'TERM', addDays(dueOn, 1)),
      ...(over.length > 0 && isLast ? liftAll(record, 'EXPIRY', ({ to }) => to === undefined) : []),
    ];
  },
} satisfies Record<string, (record: OpenCredit, dueOn: string) => readonly CreditFact[]>;

const unstopped = ({ shown }: OpenCredit): Platform[] =>
  (Object.keys(shown) as Platform[]).filter((platform) => !shown[platform]!.isStopped);

const hasYetToBePublished = ({ stage, shown, annulment, exitedOn }: OpenCredit): boolean =>
  stage !== 'dropped' &&
  !annulment &&
  exitedOn === undefined &&
  !Object.values(shown).some(({ publishedOn }) => publishedOn !== undefined);

/** Credit China has not followed, and there is still something to follow. */
const hasYetToBeMirrored = (record: OpenCredit): boolean =>
  record.shown.CREDIT_CHINA?.publishedOn === undefined && !record.annulment && liveOn(record).includes('GSXT');

/** What time and a late exit bring to an end. 三(二). */
export const ending = {
  PassTerm: ({ term, dueOn }, state, { now }) =>
    state.stage === 'none' || dueOn >= dayOf(now) ? [] : passed[term](state, dueOn),

  /** Equipment that was never found overdue has no record, and nothing to end. */
  NoteLateExit: ({ exitedOn }, state, given) => {
    if (state.stage === 'none') return [];
    const record = opened(state);
    if (record.subject !== 'NON_COMPLETION' || record.exitedOn !== undefined) return [];
    mustHaveCome('exitedOn', exitedOn, given);
    return [
      { type: 'LateExitNoted', data: { exitedOn } },
      ...liftAll(record, 'EXIT_COMPLETED'),
      ...stopDisplay(unstopped(record), 'EXIT_COMPLETED', dayOf(given.now)),
    ];
  },
} satisfies Partial<Rules>;
