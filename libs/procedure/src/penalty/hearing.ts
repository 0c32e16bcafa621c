import { contentOf, type RuleRef } from '#decider';
import { alreadySays } from '#decider';
import { ruleRef } from '#law';
import { isOnRecord, mustGoOn, outOfOrder, type Events, type Penalty, type RulesOf } from './state.js';
import type { PenaltyTerms } from './terms.js';
import { cite } from '../department-law.js';

type Names =
  'RecordDefence' | 'RequestHearing' | 'AnnounceHearing' | 'RecordHearing' | 'ReviewLegality' | 'DiscussCollectively';

/** What lies between the notice and the decision. Penalty Law 2021 art. 45, 57, 58, 63–65. */
export function hearing(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede } = law;

  function mustBeNoticed(state: Penalty): Events['PriorNoticeServed'] {
    mustGoOn(terms, state);
    if (!state.PriorNoticeServed || state.PenaltyDecided) throw outOfOrder(terms, '办理该程序', 'heard');
    return state.PriorNoticeServed;
  }

  return {
    RecordDefence: (command, state, given) => {
      const content = contentOf(command);
      if (alreadySays(state.DefenceHeard, content)) return [];
      const { servedOn } = mustBeNoticed(state);
      mustHaveCome(content.receivedOn, given, clause);
      mustNotPrecede(content.receivedOn, servedOn, clause, '送达事先告知', 'the prior notice');
      return [{ type: 'DefenceHeard', data: content }];
    },

    RequestHearing: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'hearing-requested', zh: '听证要求', en: 'request for a hearing' };
      if (isOnRecord(terms, state.HearingRequested, content, words)) return [];
      const { servedOn, due } = mustBeNoticed(state);
      const row = lawOn('penalty/hearing-request', servedOn);
      if (!due)
        throw law.refusal(
          'no-hearing-right',
          { zh: '拟处罚种类不属于可以要求听证的情形', en: 'What is intended carries no right to a hearing' },
          {
            ...cite(lawOn('penalty/hearing', servedOn), clause),
            wayOut: {
              zh: '当事人仍可陈述申辩（record-defence）；较大数额的，应重新告知并注明 isLarge',
              en: 'The party may still be heard in writing (record-defence); for a larger amount, notice anew with `isLarge`',
            },
          },
        );
      mustHaveCome(content.requestedOn, given, clause);
      mustNotPrecede(content.requestedOn, servedOn, clause, '送达事先告知', 'the prior notice');
      if (content.requestedOn > due.rolledDue)
        throw law.refusal(
          'hearing-request-late',
          {
            zh: `要求听证的期限至${due.rolledDue}，${content.requestedOn}已逾期`,
            en: `A hearing could be asked for until ${due.rolledDue}, not on ${content.requestedOn}`,
          },
          {
            ...cite(row, clause),
            wayOut: { zh: '记录为陈述申辩', en: 'Record what the party says as its defence' },
            facts: { requestedOn: content.requestedOn, dueOn: due.rolledDue },
          },
        );
      return [{ type: 'HearingRequested', data: content, rules: [ruleRef(row)] }];
    },

    AnnounceHearing: (command, state, given) => {
      const content = contentOf(command);
      if (alreadySays(state.HearingAnnounced, content)) return [];
      mustBeNoticed(state);
      if (!state.HearingRequested || state.HearingEnded) throw outOfOrder(terms, '通知听证', 'announced');
      mustHaveCome(content.announcedOn, given, clause);
      mustNotPrecede(content.announcedOn, state.HearingRequested.requestedOn, clause, '要求听证', 'the request');
      const row = lawOn('penalty/hearing-notice', content.announcedOn);
      const earliest = dueAfter(row, content.announcedOn).nominalDue;
      if (content.heldOn < earliest)
        throw law.refusal(
          'hearing-too-soon',
          {
            zh: `${content.announcedOn}通知的，听证最早为${earliest}`,
            en: `Announced on ${content.announcedOn}, a hearing is held on ${earliest} at the earliest`,
          },
          {
            ...cite(row, clause),
            wayOut: { zh: `改为${earliest}或者以后`, en: `Hold it on ${earliest} or later` },
            facts: { heldOn: content.heldOn, earliest },
          },
        );
      return [{ type: 'HearingAnnounced', data: content, rules: [ruleRef(row)] }];
    },

    RecordHearing: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'hearing-ended', zh: '听证记录', en: 'hearing' };
      if (isOnRecord(terms, state.HearingEnded, content, words)) return [];
      mustBeNoticed(state);
      const { HearingRequested, HearingAnnounced } = state;
      const before = content.outcome === 'HELD' ? HearingAnnounced?.heldOn : HearingRequested?.requestedOn;
      if (before === undefined) throw outOfOrder(terms, '记录听证', 'recorded as a hearing');
      mustHaveCome(content.on, given, clause);
      mustNotPrecede(content.on, before, clause, '通知的听证', 'the hearing as announced');
      return [{ type: 'HearingEnded', data: content }];
    },

    ReviewLegality: (command, state, given) => {
      const content = contentOf(command);
      if (alreadySays(state.LegalityReviewed, content)) return [];
      mustBeNoticed(state);
      mustHaveCome(content.reviewedOn, given, clause);
      const row = lawOn('penalty/legal-review', content.reviewedOn);
      return [{ type: 'LegalityReviewed', data: content, rules: [ruleRef(row)] }];
    },

    DiscussCollectively: (command, state, given) => {
      const content = contentOf(command);
      if (alreadySays(state.CollectivelyDiscussed, content)) return [];
      mustBeNoticed(state);
      mustHaveCome(content.discussedOn, given, clause);
      const row = lawOn('penalty/collective-discussion', content.discussedOn);
      return [{ type: 'CollectivelyDiscussed', data: content, rules: [ruleRef(row)] }];
    },
  };
}

/** Refuses a decision over the head of a party that may still be heard. Answers with the rows it stood on. */
export function mustBeHeard(
  { clause, law }: PenaltyTerms,
  state: Penalty,
  { decidedOn, isGrave }: { readonly decidedOn: string; readonly isGrave: boolean },
): RuleRef[] {
  const { PriorNoticeServed, DefenceHeard, HearingRequested, HearingEnded, LegalityReviewed } = state;
  const hearingRow = law.lawOn('penalty/hearing', decidedOn);
  const due = PriorNoticeServed?.due;
  const no = (code: string, zh: string, en: string, rule: typeof hearingRow, zhOut: string, enOut: string) =>
    law.refusal(code, { zh, en }, { ...cite(rule, clause), wayOut: { zh: zhOut, en: enOut } });
  if (isGrave && !due)
    throw no(
      'no-hearing-offered',
      '该种类处罚应当告知听证权利，事先告知书未告知',
      'This kind of penalty carries a right to a hearing, which the notice did not offer',
      hearingRow,
      '以新的编号重新告知，在 proposedKinds 中写明拟处罚种类',
      'Notice anew under another id, with the kinds in `proposedKinds`',
    );
  if (HearingRequested && !HearingEnded)
    throw no(
      'hearing-pending',
      '当事人已要求听证，听证尚未举行',
      'A hearing was asked for and has not been held',
      hearingRow,
      '先组织听证（announce-hearing、record-hearing）',
      'Hold it first: announce-hearing, record-hearing',
    );
  if (due && !HearingRequested && DefenceHeard?.stance !== 'WAIVED' && decidedOn <= due.rolledDue)
    throw no(
      'hearing-may-be-requested',
      `当事人可以要求听证至${due.rolledDue}`,
      `The party may ask for a hearing until ${due.rolledDue}`,
      hearingRow,
      `${due.rolledDue}之后决定；当事人书面放弃的，先记录放弃`,
      `Decide after ${due.rolledDue}, or record the waiver first`,
    );
  if (HearingEnded?.outcome !== 'HELD') return due ? [ruleRef(hearingRow)] : [];
  const reviewRow = law.lawOn('penalty/legal-review', decidedOn);
  if (LegalityReviewed?.result !== 'AGREED')
    throw law.refusal(
      'not-reviewed',
      {
        zh: '经过听证的案件，未经法制审核通过，不得作出决定',
        en: 'After a hearing nothing is decided without a legal review that agrees',
      },
      {
        ...cite(reviewRow, clause),
        wayOut: { zh: '先办理法制审核（review-legality）', en: 'Have its legality reviewed first: review-legality' },
      },
    );
  return [ruleRef(hearingRow), ruleRef(reviewRow)];
}
