import { alreadySays, contentOf } from '#decider';
import { addDays, isOver, ruleRef } from '#law';
import { cite } from '../department-law.js';
import { isPassed } from './filing.js';
import { fineOf, isChallenged, isOnRecord, outOfOrder, type Penalty, type RulesOf } from './state.js';
import type { PenaltyTerms } from './terms.js';

type Names =
  | 'ServePenaltyDecision'
  | 'RecordPenaltyPerformed'
  | 'PassPaymentDeadline'
  | 'AddLateSurcharge'
  | 'DemandPerformance'
  | 'ApplyForCourtEnforcement'
  | 'RecordCourtEnforcement'
  | 'ClosePenaltyCase';

/** From service to closing. Penalty Law 2021 art. 61, 67, 72, 73; Coercion Law art. 53, 54. */
export function performance(terms: PenaltyTerms): RulesOf<Names> {
  const { clause, law } = terms;
  const { lawOn, dueAfter, mustHaveCome, mustNotPrecede } = law;

  function mustBeServed(state: Penalty, zh: string, en: string) {
    if (!state.PenaltyDecisionServed || state.PenaltyAnnulled) throw outOfOrder(terms, zh, en, state);
    return state.PenaltyDecisionServed;
  }

  return {
    ServePenaltyDecision: (command, state, given) => {
      const service = contentOf(command);
      const { PenaltyDecided, PenaltyDecisionServed, PenaltyAnnulled } = state;
      const day = PenaltyDecisionServed?.servedOn;
      const words = { code: 'already-served', zh: '决定书送达', en: 'service of the decision', day };
      if (isOnRecord(terms, PenaltyDecisionServed, service, words)) return [];
      if (!PenaltyDecided || PenaltyAnnulled) throw outOfOrder(terms, '送达决定书', 'served', state);
      const { servedOn } = service;
      mustNotPrecede(servedOn, PenaltyDecided.decidedOn, clause, '处罚决定', 'the decision');
      mustHaveCome(servedOn, given, clause);
      const row = lawOn('penalty/service', PenaltyDecided.decidedOn);
      const isLate = servedOn > dueAfter(row, PenaltyDecided.decidedOn).rolledDue;
      const due = fineOf(state) > 0 ? { due: dueAfter(lawOn('penalty/payment', servedOn), servedOn) } : {};
      const data = { ...service, ...(isLate ? { isLate } : {}), ...due };
      return [{ type: 'PenaltyDecisionServed', data, rules: [ruleRef(row)] }];
    },

    RecordPenaltyPerformed: (command, state, given) => {
      const done = contentOf(command);
      const { PenaltyPerformed } = state;
      const words = {
        code: 'already-performed',
        zh: '处罚履行',
        en: 'performance',
        day: PenaltyPerformed?.performedOn,
      };
      if (isOnRecord(terms, PenaltyPerformed, done, words)) return [];
      const { servedOn } = mustBeServed(state, '履行', 'performed');
      mustNotPrecede(done.performedOn, servedOn, clause, '送达决定书', 'the service of the decision');
      mustHaveCome(done.performedOn, given, clause);
      return [{ type: 'PenaltyPerformed', data: done }];
    },

    PassPaymentDeadline: ({ dueOn }, state, { now }) => {
      const { PenaltyDecisionServed, PenaltyPerformed, PenaltyAnnulled, PenaltyPaymentOverdue } = state;
      if (!isPassed(PenaltyDecisionServed?.due, dueOn, now)) return [];
      return PenaltyPerformed || PenaltyAnnulled || PenaltyPaymentOverdue
        ? []
        : [{ type: 'PenaltyPaymentOverdue', data: { dueOn } }];
    },

    AddLateSurcharge: (command, state, given) => {
      const { throughOn } = contentOf(command);
      const { LateSurchargeAdded, PenaltyPerformed } = state;
      if (alreadySays(LateSurchargeAdded, { throughOn })) return [];
      const { due } = mustBeServed(state, '加处罚款', 'charged for being late');
      mustHaveCome(throughOn, given, clause);
      const last =
        PenaltyPerformed && PenaltyPerformed.performedOn < throughOn ? PenaltyPerformed.performedOn : throughOn;
      if (!due || last <= due.rolledDue)
        throw law.refusal(
          'not-late',
          { zh: '罚款未逾期，没有可以加处的日数', en: 'The fine is not late: there is no day to charge for' },
          {
            clause,
            wayOut: { zh: '缴款期限届满后再加处', en: 'Charge once the time to pay is over' },
            facts: { throughOn, dueOn: due?.rolledDue },
          },
        );
      if (LateSurchargeAdded)
        mustNotPrecede(throughOn, LateSurchargeAdded.throughOn, clause, '上次加处', 'the last surcharge');
      const row = lawOn('penalty/late-surcharge', due.rolledDue);
      const days = lateDays(addDays(due.rolledDue, 1), last, state);
      const fine = fineOf(state);
      const surchargeFen = Math.min(fine, Math.floor((fine * row.amount * days) / 100));
      return [{ type: 'LateSurchargeAdded', data: { throughOn, days, surchargeFen }, rules: [ruleRef(row)] }];
    },

    DemandPerformance: (command, state, given) => {
      const demand = contentOf(command);
      if (alreadySays(state.PerformanceDemanded, demand)) return [];
      const { servedOn } = mustBeServed(state, '催告', 'demanded');
      if (state.PenaltyPerformed) throw outOfOrder(terms, '催告：处罚已履行', 'demanded: it was performed');
      mustNotPrecede(demand.servedOn, servedOn, clause, '送达决定书', 'the service of the decision');
      mustHaveCome(demand.servedOn, given, clause);
      const row = lawOn('coercion/demand', demand.servedOn);
      const due = dueAfter(row, demand.servedOn);
      return [{ type: 'PerformanceDemanded', data: { ...demand, due }, rules: [ruleRef(row)] }];
    },

    ApplyForCourtEnforcement: (command, state, given) => {
      const application = contentOf(command);
      const words = { code: 'court-asked', zh: '强制执行申请', en: 'application to the court' };
      if (isOnRecord(terms, state.CourtEnforcementApplied, application, words)) return [];
      mustBeServed(state, '申请强制执行', 'enforced by the court');
      const { appliedOn } = application;
      mustHaveCome(appliedOn, given, clause);
      const demandRow = lawOn('coercion/demand', appliedOn);
      const demandedUntil = state.PerformanceDemanded?.due.rolledDue;
      if (demandedUntil === undefined || appliedOn <= demandedUntil)
        throw law.refusal(
          'demand-not-run',
          {
            zh: demandedUntil ? `催告期限至${demandedUntil}` : '尚未催告',
            en: demandedUntil ? `The demand runs until ${demandedUntil}` : 'No demand was served',
          },
          {
            ...cite(demandRow, clause),
            wayOut: { zh: '送达催告书十个工作日后申请', en: 'Apply ten working days after serving a demand' },
            facts: { appliedOn, demandedUntil },
          },
        );
      mustBeInTimeForCourt(terms, state, appliedOn);
      const rules = [ruleRef(demandRow), ruleRef(lawOn('coercion/court-application', appliedOn))];
      return [{ type: 'CourtEnforcementApplied', data: application, rules }];
    },

    RecordCourtEnforcement: (command, state, given) => {
      const ended = contentOf(command);
      const words = { code: 'court-ended', zh: '法院执行结果', en: 'result of the court' };
      if (isOnRecord(terms, state.CourtEnforcementEnded, ended, words)) return [];
      const applied = state.CourtEnforcementApplied;
      if (!applied) throw outOfOrder(terms, '记录法院执行：尚未申请', 'ended by the court: it was not asked');
      mustHaveCome(ended.endedOn, given, clause);
      mustNotPrecede(ended.endedOn, applied.appliedOn, clause, '申请强制执行', 'the application');
      return [{ type: 'CourtEnforcementEnded', data: ended }];
    },

    ClosePenaltyCase: (command, state, given) => {
      const closing = contentOf(command);
      const words = { code: 'already-closed', zh: '结案', en: 'closing', day: state.PenaltyCaseClosed?.closedOn };
      if (isOnRecord(terms, state.PenaltyCaseClosed, closing, words)) return [];
      const { PenaltyPerformed, PenaltyAnnulled, NoPenaltyDecided, CourtEnforcementEnded, CriminalJudgmentRecorded } =
        state;
      const isOver =
        PenaltyPerformed ?? PenaltyAnnulled ?? NoPenaltyDecided ?? CourtEnforcementEnded ?? CriminalJudgmentRecorded;
      if (!isOver || isChallenged(state))
        throw law.refusal(
          'not-over',
          { zh: '案件尚未了结，不能结案', en: 'The case is not over and cannot be closed' },
          {
            clause,
            wayOut: {
              zh: '履行、撤销、不予处罚、法院执行终结或者刑事处理之后，且没有未决的复议诉讼，方可结案',
              en: 'Close it after performance, annulment, no penalty, the court’s or the criminal result, with no challenge pending',
            },
          },
        );
      mustHaveCome(closing.closedOn, given, clause);
      return [{ type: 'PenaltyCaseClosed', data: closing }];
    },
  };
}

/** Days from the first to the last that count: those under review or before a court do not. Penalty Law art. 73. */
function lateDays(first: string, last: string, { challenges = [] }: Penalty): number {
  let days = 0;
  for (let day = first; day <= last; day = addDays(day, 1))
    if (!challenges.some(({ from, to }) => from <= day && (to === undefined || day <= to))) days++;
  return days;
}

/** The court is asked after the time for remedies, and within three months of its end. Coercion Law art. 53. */
function mustBeInTimeForCourt({ clause, law }: PenaltyTerms, state: Penalty, appliedOn: string): void {
  const row = law.lawOn('coercion/court-application', appliedOn);
  const opensAfter = remedyEnd(law, state);
  const until = opensAfter && law.dueAfter(row, opensAfter).rolledDue;
  if (opensAfter && until && isOver(opensAfter, `${appliedOn}T12:00:00+08:00`) && appliedOn <= until) return;
  const isEarly = !opensAfter || appliedOn <= opensAfter;
  throw law.refusal(
    isEarly ? 'remedy-open' : 'court-too-late',
    isEarly
      ? {
          zh: `救济期限尚未届满（${opensAfter ?? '复议或诉讼未决'}）`,
          en: `Remedies are open until ${opensAfter ?? 'a decision'}`,
        }
      : { zh: `申请期限已于${until}届满`, en: `The court could be asked until ${until}` },
    {
      ...cite(row, clause),
      wayOut: isEarly
        ? { zh: '救济期限届满后三个月内申请', en: 'Apply within three months after the time for remedies' }
        : { zh: '逾期的，法院不予受理；依法另行处理', en: 'The court no longer takes it' },
      facts: { appliedOn, opensAfter, until },
    },
  );
}

/** Last day on which the party may still challenge; nothing while a challenge is pending. */
function remedyEnd({ lawOn, dueAfter }: PenaltyTerms['law'], state: Penalty): string | undefined {
  if (isChallenged(state)) return undefined;
  const { PenaltyChallenged, ChallengeDecided, PenaltyDecisionServed } = state;
  if (PenaltyChallenged && ChallengeDecided)
    return PenaltyChallenged.remedy === 'LAWSUIT'
      ? ChallengeDecided.decidedOn
      : dueAfter(lawOn('remedy/lawsuit-after-review', ChallengeDecided.decidedOn), ChallengeDecided.decidedOn)
          .rolledDue;
  const { servedOn } = PenaltyDecisionServed!;
  return dueAfter(lawOn('remedy/lawsuit', servedOn), servedOn).rolledDue;
}
