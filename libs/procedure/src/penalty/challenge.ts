import { alreadySays, contentOf } from '#decider';
import { ruleRef } from '#law';
import { cite } from '../department-law.js';
import { conductOf, isChallenged, isOnRecord, outOfOrder, type RulesOf } from './state.js';
import type { PenaltyTerms } from './terms.js';

type Names = 'RecordChallenge' | 'RecordStay' | 'RecordChallengeOutcome';

/** Review and lawsuit. They do not stop execution unless somebody orders it. Penalty Law art. 73. */
export function challenge(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede } = law;

  return {
    RecordChallenge: (command, state, given) => {
      const content = contentOf(command);
      const { PenaltyDecisionServed, PenaltyAnnulled, PenaltyChallenged, ChallengeDecided } = state;
      if (alreadySays(PenaltyChallenged, content)) return [];
      if (!PenaltyDecisionServed || PenaltyAnnulled) throw outOfOrder(terms, '复议或诉讼', 'challenged', state);
      const words = { code: 'challenge-pending', zh: '未决的复议或诉讼', en: 'challenge' };
      if (isChallenged(state)) isOnRecord(terms, PenaltyChallenged, content, words);
      const { remedy, filedOn, admittedLate } = content;
      mustHaveCome(filedOn, given, clause);
      const afterReview = remedy === 'LAWSUIT' && PenaltyChallenged?.remedy === 'REVIEW' && ChallengeDecided;
      const from = afterReview ? afterReview.decidedOn : PenaltyDecisionServed.servedOn;
      mustNotPrecede(filedOn, from, clause, '送达', 'service');
      const row = afterReview
        ? lawOn('remedy/lawsuit-after-review', filedOn)
        : lawOn(remedy === 'REVIEW' ? 'remedy/review' : 'remedy/lawsuit', filedOn);
      const { rolledDue } = dueAfter(row, from);
      if (filedOn > rolledDue && !admittedLate)
        throw law.refusal(
          'challenge-late',
          { zh: `救济期限至${rolledDue}`, en: `The remedy was open until ${rolledDue}` },
          {
            ...cite(row, clause),
            wayOut: {
              zh: '受理机关已受理的，注明 admittedLate',
              en: 'If the forum took it nonetheless, say `admittedLate`',
            },
            facts: { filedOn, dueOn: rolledDue },
          },
        );
      return [{ type: 'PenaltyChallenged', data: content, rules: [ruleRef(row)] }];
    },

    RecordStay: (command, state, given) => {
      const stay = contentOf(command);
      if (alreadySays(state.ExecutionStayed, stay)) return [];
      if (!isChallenged(state)) throw outOfOrder(terms, '停止执行：没有未决的复议或诉讼', 'stayed: nothing is pending');
      mustHaveCome(stay.stayedFrom, given, clause);
      return [{ type: 'ExecutionStayed', data: stay }];
    },

    RecordChallengeOutcome: (command, state, given) => {
      const { changedContent, changedFineFen, ...decided } = contentOf(command);
      const { outcome, decidedOn, documentNumber, reason } = decided;
      const words = { code: 'challenge-decided', zh: '复议或诉讼结果', en: 'outcome' };
      if (!isChallenged(state)) {
        if (isOnRecord(terms, state.ChallengeDecided, decided, words)) return [];
        throw outOfOrder(terms, '记录结果：没有未决的复议或诉讼', 'decided: nothing is pending');
      }
      mustHaveCome(decidedOn, given, clause);
      mustNotPrecede(decidedOn, state.PenaltyChallenged!.filedOn, clause, '提起', 'the filing of the challenge');
      const told = { type: 'ChallengeDecided', data: decided } as const;
      if (outcome === 'ANNULLED' || outcome === 'UNLAWFUL')
        return [
          told,
          { type: 'PenaltyAnnulled', data: { annulledOn: decidedOn, reason, documentNumber, ...conductOf(state) } },
        ];
      if (outcome !== 'CHANGED') return [told];
      if (!changedContent)
        throw law.refusal(
          'no-changed-content',
          { zh: '变更处罚的，应写明变更后的内容', en: 'A change says what the penalty is now' },
          {
            clause,
            wayOut: {
              zh: '填写 changedContent（及 changedFineFen）',
              en: 'Give `changedContent`, and `changedFineFen`',
            },
          },
        );
      const fine = changedFineFen === undefined ? {} : { fineFen: changedFineFen };
      const data = { content: changedContent, ...fine, changedOn: decidedOn, reason, documentNumber };
      return [told, { type: 'PenaltyChanged', data }];
    },
  };
}
