import { alreadySays, contentOf } from '#decider';
import { dayOf } from '#law';
import { cite, lawOn, mustNameLaw, refusal } from './law.js';
import { mustTellNobody } from './sealed-words.js';
import { isAnonymous, outOfPhase, type Phase, type TipDecider } from './tip.state.js';

const clause = '4.3';
const verifiedOnce: readonly Phase[] = ['verified', 'replied', 'revisited', 'closed'];

/** Who told is told, called again and, where law says so, rewarded; then the tip is closed (四(三)). */
export const concluded: Pick<TipDecider['decide'], 'ReplyToTip' | 'RevisitTip' | 'RewardTip' | 'CloseTip'> = {
  ReplyToTip: (command, state, { occurredAt }) => {
    const reply = contentOf(command);
    if (alreadySays(state.said.TipReplied, reply)) return [];
    mustTellNobody(reply, occurredAt);
    if (state.phase !== 'none' && isAnonymous(state))
      throw refusal(
        'anonymous-has-no-reply',
        { zh: '匿名举报没有答复环节', en: 'Nobody is there to reply to: the tip is anonymous' },
        {
          ...cite(lawOn('hotline/reply', dayOf(occurredAt)), clause),
          wayOut: { zh: '核实后直接办结', en: 'Close it once it is verified' },
        },
      );
    if (state.phase !== 'verified')
      throw outOfPhase(
        state,
        { zh: '答复', en: 'replied to' },
        { zh: '核实后答复，一件答复一次', en: 'It is replied to once, after it was verified' },
      );
    return [{ type: 'TipReplied', data: reply }];
  },

  RevisitTip: (command, state) => {
    const call = contentOf(command);
    if (alreadySays(state.said.TipRevisited, call)) return [];
    if (state.phase !== 'replied')
      throw outOfPhase(
        state,
        { zh: '回访', en: 'followed up' },
        { zh: '答复后、办结前回访一次', en: 'Who told is called once, after the reply and before it is closed' },
      );
    return [{ type: 'TipRevisited', data: call }];
  },

  RewardTip: (command, state, { occurredAt }) => {
    const reward = contentOf(command);
    if (alreadySays(state.said.TipRewarded, reward)) return [];
    mustNameLaw(reward.legalBasis, clause, dayOf(occurredAt));
    if (!verifiedOnce.includes(state.phase) || !state.said.TipVerified?.substantiated)
      throw refusal(
        'reward-without-substance',
        { zh: '只有属实的举报可以奖励', en: 'Only what turned out to be so is rewarded' },
        { clause, wayOut: { zh: '先核实', en: 'Verify it first' }, facts: { phase: state.phase } },
      );
    if (state.said.TipRewarded)
      throw refusal(
        'rewarded-before',
        { zh: '一件举报奖励一次', en: 'A tip is rewarded once' },
        { clause, wayOut: { zh: '更正请核对原记录', en: 'Compare it with what was recorded' } },
      );
    return [{ type: 'TipRewarded', data: reward }];
  },

  CloseTip: (command, state, { occurredAt }) => {
    const end = contentOf(command);
    if (alreadySays(state.said.TipClosed, end)) return [];
    mustTellNobody(end, occurredAt);
    const isOpen = state.phase === 'replied' || state.phase === 'revisited';
    if (!isOpen && !(state.phase === 'verified' && isAnonymous(state)))
      throw outOfPhase(
        state,
        { zh: '办结', en: 'closed' },
        {
          zh: '实名举报答复后办结，匿名举报核实后办结',
          en: 'A named tip is closed after the reply, an anonymous one after the verification',
        },
      );
    return [{ type: 'TipClosed', data: end }];
  },
};
