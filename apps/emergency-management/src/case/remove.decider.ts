import type { emergencyManagement } from '#contracts';
import { alreadySays, contentOf, type Circumstances } from '#decider';
import { addDays, dayOf, findRule, isOver, ruleRef } from '#law';
import { cite, dueAfter, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from '../law.js';
import {
  clause,
  enterpriseOf,
  factsOf,
  isSameMoment,
  outOfPhase,
  standingPenalty,
  type CaseDecider,
  type SafetyCase,
} from './state.js';

type Remove =
  | 'OpenSafetyCase'
  | 'OrderHazardRemoval'
  | 'PassHazardDeadline'
  | 'ReexamineHazards'
  | 'RecordDisobedience'
  | 'DecideDailyFine'
  | 'RecordSafetyAccident';

/** Hazards: ordered to be removed, examined again, and what follows when they are not (2.4.3). */
export const remove: Pick<CaseDecider['decide'], Remove> = {
  OpenSafetyCase: (command, { said }, given) => {
    const opening = contentOf(command);
    if (isRepeated(said.SafetyCaseOpened, opening, { zh: '案件', en: 'case', clause })) return [];
    const { inspectionId, enterprise } = opening;
    if (inspectionId !== undefined) mustHaveFoundHazards(inspectionId, enterprise.uscc, given);
    return [{ type: 'SafetyCaseOpened', data: opening }];
  },

  OrderHazardRemoval: (command, state, given) => {
    const { days, ...order } = contentOf(command);
    const { HazardRemovalOrdered: ordered } = state.said;
    if (ordered && ordered.due?.length === days && alreadySays(ordered, order)) return [];
    const rule = lawOn('safety/hazard-removal', order.servedOn);
    if (state.phase !== 'opened')
      throw outOfPhase('order-not-open', { zh: '责令消除隐患', en: 'ordered to remove hazards' }, state, {
        ...cite(rule),
        wayOut: { zh: '一案一次责令；新的隐患另立案件', en: 'A case has one such order; new hazards are a new case' },
      });
    mustHaveCome(order.servedOn, given, clause);
    mustNotPrecede(order.servedOn, state.openedOn ?? order.servedOn, clause, '登记案件', 'the opening of the case');
    const due = days === undefined ? undefined : dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
    const dueOn = due?.rolledDue ?? order.servedOn;
    const data = { ...order, dueOn, ...(due ? { due } : {}) };
    return [{ type: 'HazardRemovalOrdered', data, rules: [ruleRef(rule)] }];
  },

  PassHazardDeadline: ({ dueOn }, { phase, said, isRemovalOverdue }, { now }) => {
    if (phase !== 'removing' || said.HazardRemovalOrdered?.dueOn !== dueOn || isRemovalOverdue) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        {
          zh: `消除期限至${dueOn}24时届满，尚未届满`,
          en: `The time to remove the hazards runs until 24:00 of ${dueOn}`,
        },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'HazardRemovalPeriodEnded', data: { dueOn } }];
  },

  ReexamineHazards: (command, state, given) => {
    const examination = contentOf(command);
    if (isSameMoment(state, 'HazardsReexamined', examination, given)) return [];
    const rule = lawOn('safety/hazard-removal', dayOf(given.occurredAt));
    if (state.phase !== 'removing')
      throw outOfPhase('nothing-to-reexamine', { zh: '复查隐患', en: 're-examined for hazards' }, state, {
        ...cite(rule),
        wayOut: { zh: '复查以责令消除隐患为前提', en: 'Re-examine after hazards were ordered to be removed' },
      });
    const { dueOn } = state.said.HazardRemovalOrdered!;
    const rules = [ruleRef(rule), enoughOfficers(given, clause)];
    return [{ type: 'HazardsReexamined', data: { ...examination, dueOn }, rules }];
  },

  RecordDisobedience: (command, state, given) => {
    const disobedience = contentOf(command);
    if (isSameMoment(state, 'SafetyOrderDisobeyed', disobedience, given)) return [];
    const inForce = disobedience.order === 'SUSPENSION' ? isSuspended(state) : state.phase === 'removing';
    if (!inForce)
      throw outOfPhase('no-order-to-obey', { zh: '记录拒不执行', en: 'found to disobey that order' }, state, {
        wayOut: {
          zh: '拒不执行以送达且有效的责令消除隐患或者停产停业整顿决定为前提',
          en: 'What is not obeyed must have been ordered: the removal of hazards, or a suspension, in force',
        },
      });
    return [{ type: 'SafetyOrderDisobeyed', data: disobedience, rules: [enoughOfficers(given, clause)] }];
  },

  DecideDailyFine: (command, state, given) => {
    const fine = contentOf(command);
    if (state.dailyFines.some((one) => alreadySays<object>(one, fine))) return [];
    const rule = mustKnowDailyFines(fine.fromOn);
    const ordered = state.said.HazardRemovalOrdered;
    if (!ordered || !(state.disobeyed.HAZARD_REMOVAL || state.isStillThere))
      throw outOfPhase('no-refusal-shown', { zh: '按日连续处罚', en: 'fined day by day' }, state, {
        ...cite(rule),
        wayOut: {
          zh: '先责令消除隐患，并以复查未消除或者拒不执行为据',
          en: 'It takes an order to remove the hazards, and a re-examination or finding that it is not obeyed',
        },
      });
    const penalty = standingPenalty(fine.penaltyId, enterpriseOf(state).uscc, given);
    if (!penalty?.fineFen)
      throw refusal(
        'no-fine-to-repeat',
        {
          zh: `处罚“${fine.penaltyId}”不是对本企业作出的、有效的罚款`,
          en: `${fine.penaltyId} is no fine of this enterprise that stands`,
        },
        {
          ...cite(rule),
          wayOut: { zh: '按日连续处罚以原罚款为前提', en: 'A daily fine repeats a fine that was decided' },
          facts: { penaltyId: fine.penaltyId },
        },
      );
    mustNotPrecede(fine.fromOn, addDays(ordered.servedOn, 1), clause, '责令改正次日', 'the day after the order');
    const last = state.dailyFines.at(-1);
    if (last)
      mustNotPrecede(fine.fromOn, addDays(last.toOn, 1), clause, '上次处罚截止次日', 'the day after the last fine');
    mustNotPrecede(fine.toOn, fine.fromOn, clause, '起算日', 'the first day');
    mustHaveCome(fine.toOn, given, clause);
    const days = Math.round((Date.parse(fine.toOn) - Date.parse(fine.fromOn)) / DAY_MS) + 1;
    const data = { ...fine, days, dailyFen: penalty.fineFen, totalFen: days * penalty.fineFen };
    return [{ type: 'SafetyDailyFineDecided', data, rules: [ruleRef(rule)] }];
  },

  RecordSafetyAccident: (command, state, given) => {
    const accident = contentOf(command);
    if (state.accidents.some((one) => alreadySays(one, accident))) return [];
    if (state.phase === 'none')
      throw outOfPhase('no-case', { zh: '记录事故', en: 'told of an accident' }, state, {
        wayOut: { zh: '先登记案件', en: 'Open the case first' },
      });
    mustHaveCome(accident.happenedOn, given, clause);
    return [{ type: 'SafetyAccidentRecorded', data: accident }];
  },
};

const DAY_MS = 86_400_000;

const isSuspended = ({ phase }: SafetyCase): boolean => ['suspended', 'applied', 'fit'].includes(phase);

function mustHaveFoundHazards(inspectionId: string, uscc: string, given: Circumstances): void {
  const [inspected] = factsOf<emergencyManagement.SafetyInspectionConducted>(
    given,
    'inspection',
    inspectionId,
    'SafetyInspectionConducted',
  );
  if (inspected?.data.enterprise.uscc === uscc && inspected.data.result === 'HAZARDS_FOUND') return;
  throw refusal(
    'inspection-does-not-bear',
    {
      zh: `检查“${inspectionId}”不是对本企业的、发现隐患的检查`,
      en: `${inspectionId} is no inspection of this enterprise that found hazards`,
    },
    {
      clause,
      wayOut: {
        zh: '填写发现隐患的检查编号；没有检查的，不填 inspectionId',
        en: 'Name the inspection that found the hazards, or leave `inspectionId` out',
      },
      facts: { inspectionId, result: inspected?.data.result ?? null },
    },
  );
}

/** The row of daily fines, which the law has only from the day on which it changed. */
function mustKnowDailyFines(day: string) {
  if (findRule('safety/daily-fine', day)) return lawOn('safety/daily-fine', day);
  throw refusal(
    'no-daily-fine-yet',
    {
      zh: `按日连续处罚自2021年9月1日起施行，${day}不能适用`,
      en: `Fines for each day exist from 1 September 2021; they cannot fall on ${day}`,
    },
    {
      clause,
      wayOut: { zh: '起算日填写2021-09-01或者以后', en: 'Let the first day fined be 2021-09-01 or later' },
      facts: { fromOn: day },
    },
  );
}
