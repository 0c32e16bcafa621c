import { dayOf } from '#law';
import { contentOf } from '#decider';
import { displayOf } from './display.js';
import {
  heldOn,
  isSame,
  isStayed,
  liveOn,
  opened,
  type CreditFact,
  type OpenCredit,
  type Platform,
  type Rules,
} from './record.state.js';

/** Outcomes that leave the decision as it was; the others annul or change it, which is noted on its own. */
const standing = ['UPHELD', 'WITHDRAWN'];

/**
 * Review and lawsuit are shown beside the record and stop nothing of themselves; only an order that stays execution
 * suspends display, until the challenge has ended. Penalty Law art. 73.
 */
export const challenging = {
  NoteChallenge: (command, state) => {
    const record = opened(state);
    const challenge = contentOf(command);
    return isSame(record.challenge, challenge) ? [] : [{ type: 'ChallengeNoted', data: challenge }];
  },

  NoteStay: (command, state, { now }) => {
    const record = opened(state);
    const stay = contentOf(command);
    if (isSame(record.stay, stay)) return [];
    const platforms = liveOn(record);
    const noted: CreditFact = { type: 'StayNoted', data: stay };
    const reason = `停止执行：${stay.orderedBy} ${stay.documentNumber}`;
    return platforms.length === 0
      ? [noted]
      : [noted, { type: 'DisplaySuspended', data: { reason, platforms, suspendedOn: dayOf(now) } }];
  },

  NoteChallengeOutcome: (command, state, { now }) => {
    const record = opened(state);
    const outcome = contentOf(command);
    if (isSame(record.challengeOutcome, outcome)) return [];
    const noted: CreditFact = { type: 'ChallengeOutcomeNoted', data: outcome };
    const suspended = heldOn(record).filter((platform) => record.shown[platform]!.isSuspended);
    return isStayed(record) && standing.includes(outcome.outcome)
      ? [noted, ...resumeDisplay(record, suspended, 'STAY_ENDED', dayOf(now))]
      : [noted];
  },
} satisfies Partial<Rules>;

/** Display begins again where its longest period has not run out, with the content as it now stands. */
export function resumeDisplay(
  { subject, content, shown }: OpenCredit,
  platforms: readonly Platform[],
  reason: 'PROMISE_BROKEN' | 'STAY_ENDED',
  today: string,
): readonly CreditFact[] {
  const displays = platforms
    .map((platform) => {
      const { maxEndsOn: displayUntil } = displayOf(content, platform, shown[platform]?.publishedOn ?? today);
      return { platform, displayUntil };
    })
    .filter(({ displayUntil }) => displayUntil >= today);
  return displays.length === 0 ? [] : [{ type: 'DisplayResumed', data: { reason, subject, content, displays } }];
}
