import { contentOf } from '#decider';
import { dayOf, findRule, isOver, ruleRef, type Due, type Period } from '#law';
import { cite } from '../department-law.js';
import { isOnRecord, mustBeFiled, mustGoOn, outOfOrder, type Commands, type RulesOf } from './state.js';
import type { PenaltyTerms } from './terms.js';

type Names =
  | 'FileCase'
  | 'DeclineFiling'
  | 'PreserveEvidence'
  | 'SettleEvidence'
  | 'LapsePreservation'
  | 'ConcludeInvestigation'
  | 'DecideNoPenalty'
  | 'PassDecisionDeadline';

/** From a lead to the end of the investigation. Penalty Law 2021 art. 33, 36, 42, 54–57, 60. */
export function filing(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede, enoughOfficers } = law;

  return {
    FileCase: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'already-filed', zh: '立案', en: 'filing', day: state.CaseFiled?.filedOn };
      if (isOnRecord(terms, state.CaseFiled, content, words)) return [];
      mustGoOn(terms, state);
      const { discoveredOn, filedOn } = content;
      mustHaveCome(filedOn, given, clause);
      mustNotPrecede(filedOn, discoveredOn, clause, '发现', 'the discovery');
      mustNotBeTimeBarred(terms, content);
      const row = periodOn('penalty/decision-period', filedOn);
      const due = row && dueAfter(row, filedOn);
      return [{ type: 'CaseFiled', data: { ...content, ...(due ? { due } : {}) }, rules: row ? [ruleRef(row)] : [] }];
    },

    DeclineFiling: (command, state) => {
      const content = contentOf(command);
      const words = { code: 'already-declined', zh: '不予立案', en: 'reason not to file' };
      if (isOnRecord(terms, state.FilingDeclined, content, words)) return [];
      if (state.CaseFiled) throw outOfOrder(terms, '改为不予立案', 'declined: the case was filed');
      return [{ type: 'FilingDeclined', data: content }];
    },

    PreserveEvidence: (command, state, given) => {
      const content = contentOf(command);
      const { EvidencePreserved, PreservedEvidenceSettled, EvidencePreservationLapsed } = state;
      const isPending = EvidencePreserved && !PreservedEvidenceSettled && !EvidencePreservationLapsed;
      const words = { code: 'evidence-pending', zh: '先行登记保存', en: 'preservation' };
      if (isOnRecord(terms, isPending ? EvidencePreserved : undefined, content, words)) return [];
      const { filedOn } = mustBeFiled(terms, state);
      mustHaveCome(content.preservedOn, given, clause);
      mustNotPrecede(content.preservedOn, filedOn, clause, '立案', 'the filing');
      const officers = enoughOfficers(given, clause);
      const row = lawOn('penalty/evidence-preservation', content.preservedOn);
      const due = dueAfter(row, content.preservedOn);
      return [{ type: 'EvidencePreserved', data: { ...content, due }, rules: [ruleRef(row), officers] }];
    },

    SettleEvidence: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'evidence-settled', zh: '证据处理', en: 'decision on the evidence' };
      if (isOnRecord(terms, state.PreservedEvidenceSettled, content, words)) return [];
      const { EvidencePreserved, EvidencePreservationLapsed } = state;
      if (!EvidencePreserved || EvidencePreservationLapsed)
        throw outOfOrder(terms, '处理证据：没有仍在保存的证据', 'decided on: nothing is preserved any longer');
      mustHaveCome(content.settledOn, given, clause);
      mustNotPrecede(content.settledOn, EvidencePreserved.preservedOn, clause, '登记保存', 'the preservation');
      return [{ type: 'PreservedEvidenceSettled', data: content }];
    },

    LapsePreservation: ({ dueOn }, state, { now }) => {
      const { EvidencePreserved, PreservedEvidenceSettled, EvidencePreservationLapsed } = state;
      if (!isPassed(EvidencePreserved?.due, dueOn, now)) return [];
      return PreservedEvidenceSettled || EvidencePreservationLapsed
        ? []
        : [{ type: 'EvidencePreservationLapsed', data: { dueOn } }];
    },

    ConcludeInvestigation: (command, state, given) => {
      const content = contentOf(command);
      const words = { code: 'already-concluded', zh: '调查终结', en: 'conclusion' };
      if (isOnRecord(terms, state.InvestigationConcluded, content, words)) return [];
      const { filedOn } = mustBeFiled(terms, state);
      mustNotPrecede(dayOf(given.occurredAt), filedOn, clause, '立案', 'the filing');
      return [{ type: 'InvestigationConcluded', data: content, rules: [enoughOfficers(given, clause)] }];
    },

    DecideNoPenalty: (command, state, given) => {
      const content = contentOf(command);
      const { ground, decidedOn } = content;
      const words = { code: 'already-decided', zh: '不予处罚决定', en: 'decision', day: decidedOn };
      if (isOnRecord(terms, state.NoPenaltyDecided, content, words)) return [];
      mustBeFiled(terms, state);
      if (!state.InvestigationConcluded || state.PenaltyDecided)
        throw outOfOrder(terms, '决定不予处罚', 'left without a penalty');
      mustHaveCome(decidedOn, given, clause);
      const row = lawOn('penalty/none', decidedOn);
      if (row.version === '2017' && (ground === 'FIRST_MINOR_CORRECTED' || ground === 'NO_FAULT'))
        throw law.refusal(
          'ground-not-in-law',
          {
            zh: '当日施行的行政处罚法没有这一不予处罚情形',
            en: 'The Penalty Law of that day does not name this ground',
          },
          {
            ...cite(row, clause),
            wayOut: {
              zh: '2021年7月15日起方可适用；此前适用“轻微并及时纠正”或者“事实不能成立”',
              en: 'It applies from 15 July 2021; before, MINOR_CORRECTED or NOT_PROVEN',
            },
            facts: { ground, decidedOn },
          },
        );
      return [{ type: 'NoPenaltyDecided', data: content, rules: [ruleRef(row)] }];
    },

    PassDecisionDeadline: ({ dueOn }, state, { now }) => {
      const { CaseFiled, PenaltyDecided, NoPenaltyDecided, PenaltyDecisionOverdue } = state;
      if (!isPassed(CaseFiled?.due, dueOn, now)) return [];
      return PenaltyDecided || NoPenaltyDecided || PenaltyDecisionOverdue
        ? []
        : [{ type: 'PenaltyDecisionOverdue', data: { dueOn } }];
    },
  };
}

/** Whether this is the deadline that stands, and its day has ended. */
export const isPassed = (due: Pick<Due, 'rolledDue'> | undefined, dueOn: string, now: string): boolean =>
  due?.rolledDue === dueOn && isOver(dueOn, now);

/** The period of a rule on a day when there is one; the old Penalty Law was silent on some. */
export function periodOn(id: string, day: string): Period | undefined {
  const row = findRule(id, day);
  const { length, unit } = row ?? {};
  return row && length !== undefined && unit !== undefined ? { ...row, length, unit } : undefined;
}

function mustNotBeTimeBarred(
  { clause, law }: PenaltyTerms,
  {
    conductEndedOn,
    discoveredOn,
    endangersLife,
  }: Pick<Commands['FileCase'], 'conductEndedOn' | 'discoveredOn' | 'endangersLife'>,
): void {
  if (!conductEndedOn) return;
  const grave = endangersLife ? periodOn('penalty/limitation-grave', discoveredOn) : undefined;
  const row = grave ?? law.lawOn('penalty/limitation', discoveredOn);
  const due = law.dueAfter(row, conductEndedOn);
  if (discoveredOn <= due.nominalDue) return;
  throw law.refusal(
    'time-barred',
    {
      zh: `违法行为${conductEndedOn}终了，${discoveredOn}才发现，已超过追责期限（${due.nominalDue}）`,
      en: `The conduct ended on ${conductEndedOn} and was discovered on ${discoveredOn}, after ${due.nominalDue}`,
    },
    {
      clause,
      rule: due.rule,
      wayOut: {
        zh: '不予立案；涉及生命健康安全、金融安全且有危害后果的，注明 endangersLife',
        en: 'Decline to file; where life, health or financial safety was harmed, say `endangersLife`',
      },
      facts: { conductEndedOn, discoveredOn, lastDay: due.nominalDue },
    },
  );
}
