import { alreadySays, contentOf } from '#decider';
import { ruleRef } from '#law';
import { cite } from '../department-law.js';
import { isOnRecord, mustBeFiled, outOfOrder, type RulesOf } from './state.js';
import type { PenaltyTerms } from './terms.js';

type Names = 'ReferToPolice' | 'RecordPoliceAnswer' | 'RequestReferralReview' | 'RecordJudgment';

/** A suspected crime goes to the police. Regulation on referral (2020) art. 5, 8, 9; 二(三)3. */
export function referral(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede } = law;

  return {
    ReferToPolice: (command, state, given) => {
      const content = contentOf(command);
      const words = {
        code: 'already-referred',
        zh: '移送',
        en: 'referral',
        day: state.CaseReferredToPolice?.referredOn,
      };
      if (isOnRecord(terms, state.CaseReferredToPolice, content, words)) return [];
      const { filedOn } = mustBeFiled(terms, state);
      const { approvedOn, referredOn } = content;
      mustNotPrecede(approvedOn, filedOn, clause, '立案', 'the filing');
      mustNotPrecede(referredOn, approvedOn, clause, '批准移送', 'the approval');
      mustHaveCome(referredOn, given, clause);
      const handover = lawOn('referral/handover', approvedOn);
      const answer = lawOn('referral/police-answer', referredOn);
      const isLate = referredOn > dueAfter(handover, approvedOn).nominalDue;
      const data = { ...content, isLate, due: dueAfter(answer, referredOn) };
      return [{ type: 'CaseReferredToPolice', data, rules: [ruleRef(handover), ruleRef(answer)] }];
    },

    RecordPoliceAnswer: (command, state, given) => {
      const { answer, ...content } = contentOf(command);
      const { CaseReferredToPolice, PoliceFiled, PoliceDeclined, ReferralReviewRequested } = state;
      if (alreadySays(answer === 'FILED' ? PoliceFiled : PoliceDeclined, content)) return [];
      if (!CaseReferredToPolice) throw outOfOrder(terms, '记录公安答复：尚未移送', 'answered: it was not referred');
      if (PoliceFiled || (PoliceDeclined && !ReferralReviewRequested))
        throw law.refusal(
          'police-answered',
          { zh: '公安机关已答复', en: 'The police have answered' },
          {
            clause,
            wayOut: {
              zh: '不服不予立案的，先提请复议（request-referral-review）',
              en: 'Against a refusal, ask them to reconsider first: request-referral-review',
            },
          },
        );
      mustHaveCome(content.answeredOn, given, clause);
      mustNotPrecede(content.answeredOn, CaseReferredToPolice.referredOn, clause, '移送', 'the referral');
      return [{ type: answer === 'FILED' ? 'PoliceFiled' : 'PoliceDeclined', data: content }];
    },

    RequestReferralReview: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'reconsideration-requested', zh: '复议提请', en: 'request to reconsider' };
      if (isOnRecord(terms, state.ReferralReviewRequested, content, words)) return [];
      const { PoliceDeclined, PoliceFiled } = state;
      if (!PoliceDeclined || PoliceFiled)
        throw outOfOrder(terms, '提请复议：没有不予立案', 'reconsidered: nothing was declined');
      const { requestedOn } = content;
      mustHaveCome(requestedOn, given, clause);
      mustNotPrecede(requestedOn, PoliceDeclined.answeredOn, clause, '不予立案', 'the refusal');
      const row = lawOn('referral/reconsideration', requestedOn);
      const { rolledDue } = dueAfter(row, PoliceDeclined.answeredOn);
      if (requestedOn > rolledDue)
        throw law.refusal(
          'reconsideration-late',
          { zh: `提请复议的期限至${rolledDue}`, en: `The police could be asked until ${rolledDue}` },
          {
            ...cite(row, clause),
            wayOut: { zh: '可以建议检察机关立案监督', en: 'The procuratorate may be asked to supervise' },
            facts: { requestedOn, dueOn: rolledDue },
          },
        );
      return [{ type: 'ReferralReviewRequested', data: content, rules: [ruleRef(row)] }];
    },

    RecordJudgment: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'judgment-recorded', zh: '刑事处理结果', en: 'criminal result' };
      if (isOnRecord(terms, state.CriminalJudgmentRecorded, content, words)) return [];
      if (!state.PoliceFiled) throw outOfOrder(terms, '记录刑事处理：公安未立案', 'judged: the police have no case');
      mustHaveCome(content.judgedOn, given, clause);
      mustNotPrecede(content.judgedOn, state.PoliceFiled.answeredOn, clause, '公安立案', 'the filing by the police');
      return [{ type: 'CriminalJudgmentRecorded', data: content }];
    },
  };
}
