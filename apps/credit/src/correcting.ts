import { deadline, dayOf, findRule, ruleRef, ruleText } from '#law';
import { mustBeComplete } from './content-gap.js';
import { displayOf } from './display.js';
import { mustHaveCome, mustHaveGround, refuse } from './refusals.js';
import {
  heldOn,
  isSame,
  liveOn,
  opened,
  type CreditFact,
  type OpenCredit,
  type Platform,
  type Rules,
} from './record.state.js';
import { liftAll } from './restriction.js';

/** An error is corrected, an annulled decision is withdrawn; nothing is deleted. 三(二). */
export const correcting = {
  CorrectCreditInfo: ({ content, reason }, state, given) => {
    const record = opened(state);
    if (isSame(content, record.content)) return [];
    mustHaveGround(record);
    mustBeComplete(record.subject, content);
    const displays = endsOf({ ...record, content }, dayOf(given.now));
    const { subject, content: before } = record;
    const data = { subject, before, content, reason, ...(displays.length === 0 ? {} : { displays }) };
    // What nobody was shown is nobody's business when it is put right.
    const visibility = liveOn(record).length === 0 ? 'government' : 'public';
    return [{ type: 'CreditInfoCorrected', data, visibility }];
  },

  NoteAnnulment: ({ annulledOn, reason }, state, given) => {
    const record = opened(state);
    if (record.annulment) return [];
    mustHaveCome('annulledOn', annulledOn, given);
    // Penalty Law 2021 art. 48. For an annulment before its first day no law sets a term, and none is invented.
    const row = heldOn(record).length === 0 ? undefined : findRule('penalty/publicity-withdrawal', annulledOn);
    const { length, unit } = row ?? {};
    const due =
      row && length !== undefined && unit !== undefined
        ? { due: deadline({ rule: { id: row.id, version: row.version, length, unit }, startsOn: annulledOn }) }
        : {};
    return [
      { type: 'AnnulmentNoted', data: { annulledOn, reason, ...due }, rules: row ? [ruleRef(row)] : [] },
      ...liftAll(record, 'ANNULMENT'),
    ];
  },

  WithdrawCreditInfo: ({ reason }, state, given) => {
    const record = opened(state);
    if (record.withdrawnBecause === reason) return [];
    if (record.withdrawnBecause !== undefined)
      refuse(
        'already-withdrawn',
        ['已撤下', 'It was withdrawn before'],
        ['无需再次办理', 'There is nothing more to do'],
        { facts: { reason: record.withdrawnBecause } },
      );
    const { annulment } = record;
    if (!annulment)
      return refuse(
        'not-annulled',
        ['原决定未被变更、撤销、确认违法或者无效，不得撤下', 'The decision stands: what rests on it is not withdrawn'],
        [
          '内容有误的更正；期满或修复的停止公示；决定机关撤销后方可撤下',
          'Correct an error, apply for repair to stop display, or wait for the annulment by the authority',
        ],
      );
    if (heldOn(record).length === 0)
      refuse(
        'not-displayed',
        ['没有正在公示的信息', 'Nothing is on display'],
        ['无需撤下', 'There is nothing to withdraw'],
      );
    const withdrawn: CreditFact = { type: 'CreditInfoWithdrawn', data: { reason }, rules: rulesOf(annulment) };
    const isLate = annulment.due && !record.isWithdrawalOverdue && dayOf(given.occurredAt) > annulment.due.rolledDue;
    return isLate ? [{ type: 'WithdrawalOverdue', data: { dueOn: annulment.due!.rolledDue } }, withdrawn] : [withdrawn];
  },
} satisfies Partial<Rules>;

const rulesOf = ({ annulledOn, due }: NonNullable<OpenCredit['annulment']>) => {
  const row = due && findRule('penalty/publicity-withdrawal', annulledOn);
  return row && ruleText(row) === due.rule ? [ruleRef(row)] : [];
};

/** Ends of display after a correction: another day of decision or other kinds may mean another period. */
function endsOf(record: OpenCredit, today: string): { platform: Platform; displayUntil: string }[] {
  return liveOn(record).flatMap((platform) => {
    const { until, publishedOn = today } = record.shown[platform]!;
    if (until === undefined) return [];
    const { maxEndsOn } = displayOf(record.content, platform, publishedOn);
    return [{ platform, displayUntil: maxEndsOn }];
  });
}
