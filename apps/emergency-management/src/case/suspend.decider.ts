import { alreadySays, contentOf, type Circumstances } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import type { emergencyManagement } from '#contracts';
import { cite, dueAfter, enoughOfficers, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal } from '../law.js';
import {
  clause,
  enterpriseOf,
  isSameMoment,
  outOfPhase,
  standingHazard,
  standingPenalty,
  type CaseDecider,
  type SafetyCase,
} from './state.js';

type Suspend =
  | 'OrderStopForRectification'
  | 'PassSuspensionDeadline'
  | 'ApplyForResumption'
  | 'ExamineResumption'
  | 'ApproveResumption';

/** Suspension for rectification, and the way back to production: applied for, examined, consented to (2.4.3). */
export const suspend: Pick<CaseDecider['decide'], Suspend> = {
  OrderStopForRectification: (command, state, given) => {
    const { days, ...order } = contentOf(command);
    const { ProductionSuspendedForSafety: ordered } = state.said;
    if (ordered?.due.length === days && alreadySays<object>(ordered, order)) return [];
    const rule = lawOn('safety/suspension', order.servedOn);
    if (state.phase !== 'opened' && state.phase !== 'removing')
      throw outOfPhase('suspension-not-open', { zh: '责令停产停业整顿', en: 'suspended' }, state, {
        ...cite(rule),
        wayOut: { zh: '先登记案件；一案只责令一次', en: 'Open the case first; a case has one suspension' },
      });
    mustNameLaw(order.legalBasis, clause, order.servedOn);
    mustHaveGround(order, state, given);
    mustHaveCome(order.servedOn, given, clause);
    mustNotPrecede(order.servedOn, state.openedOn ?? order.servedOn, clause, '登记案件', 'the opening of the case');
    const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
    const data = { enterprise: enterpriseOf(state), ...order, due };
    return [{ type: 'ProductionSuspendedForSafety', data, rules: [ruleRef(rule)] }];
  },

  PassSuspensionDeadline: ({ dueOn }, { phase, said, isSuspensionOver }, { now }) => {
    const isOwn = said.ProductionSuspendedForSafety?.due.rolledDue === dueOn;
    if (phase !== 'suspended' || !isOwn || isSuspensionOver) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `整顿期限至${dueOn}24时届满，尚未届满`, en: `The time to put it right runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'SuspensionPeriodEnded', data: { dueOn } }];
  },

  ApplyForResumption: (command, state, given) => {
    const application = contentOf(command);
    if (isSameMoment(state, 'ResumptionApplied', application, given)) return [];
    if (state.phase !== 'suspended')
      throw outOfPhase('no-suspension', { zh: '申请恢复生产', en: 'the subject of an application to resume' }, state, {
        wayOut: { zh: '停产停业整顿期间方可申请', en: 'Apply while production is suspended' },
      });
    return [{ type: 'ResumptionApplied', data: application }];
  },

  ExamineResumption: (command, state, given) => {
    const examination = contentOf(command);
    if (isSameMoment(state, 'ResumptionExamined', examination, given)) return [];
    const rule = lawOn('safety/resumption', dayOf(given.occurredAt));
    if (state.phase !== 'applied' && !isPastDue(state, given))
      throw outOfPhase('nothing-to-examine', { zh: '审查恢复生产条件', en: 'examined for resumption' }, state, {
        ...cite(rule),
        wayOut: {
          zh: '审查在企业申请之后，或者整顿期限届满之后进行',
          en: 'Examine after the enterprise applied, or after the time to put it right has ended',
        },
      });
    return [{ type: 'ResumptionExamined', data: examination, rules: [ruleRef(rule), enoughOfficers(given, clause)] }];
  },

  ApproveResumption: (command, state, given) => {
    const consent = contentOf(command);
    if (alreadySays(state.said.ResumptionApproved, consent)) return [];
    const rule = lawOn('safety/resumption', dayOf(given.occurredAt));
    if (state.phase !== 'fit')
      throw outOfPhase('not-examined-as-fit', { zh: '同意恢复生产', en: 'allowed to resume' }, state, {
        ...cite(rule),
        wayOut: { zh: '先审查，审查合格后方可同意恢复', en: 'Examine it first; consent follows when it is fit' },
      });
    const { majorHazardId } = state.said.ProductionSuspendedForSafety ?? {};
    if (majorHazardId && standingHazard(majorHazardId, enterpriseOf(state).uscc, given))
      throw refusal(
        'major-hazard-stands',
        {
          zh: `重大事故隐患“${majorHazardId}”尚未核销，不能恢复生产`,
          en: `The major hazard ${majorHazardId} has not been cleared; production cannot resume`,
        },
        {
          ...cite(rule),
          wayOut: { zh: '先核查并核销重大事故隐患', en: 'Examine and clear the major hazard first' },
          facts: { majorHazardId },
        },
      );
    if (state.power !== 'on')
      throw refusal(
        'power-is-off',
        { zh: '停电措施尚未解除，不能同意恢复生产', en: 'The power cut, or its notice, has not been lifted' },
        {
          ...cite(rule),
          wayOut: { zh: '先恢复供电或者撤回通知', en: 'Restore power or withdraw the notice first' },
          facts: { power: state.power },
        },
      );
    return [{ type: 'ResumptionApproved', data: consent, rules: [ruleRef(rule)] }];
  },
};

type Order = Omit<emergencyManagement.ProductionSuspendedForSafety, 'enterprise' | 'due'>;

/** A major hazard that stands, or a penalty that orders the stop: refusal to remove hazards needs to be shown besides. */
function mustHaveGround(order: Order, state: SafetyCase, given: Circumstances): void {
  const { uscc } = enterpriseOf(state);
  const grounds = cite(lawOn('safety/suspension', order.servedOn));
  if (order.ground === 'MAJOR_HAZARD') {
    if (standingHazard(order.majorHazardId, uscc, given)) return;
    throw refusal(
      'no-standing-hazard',
      {
        zh: '没有本企业未消除的重大事故隐患记录',
        en: 'No major hazard of this enterprise that still stands is on record under that id',
      },
      {
        ...grounds,
        wayOut: {
          zh: '先按判定标准认定重大事故隐患，并填写 majorHazardId',
          en: 'Identify the major hazard by its criterion first, and give its `majorHazardId`',
        },
        facts: { majorHazardId: order.majorHazardId ?? null },
      },
    );
  }
  const penalty = standingPenalty(order.penaltyId, uscc, given);
  if (!penalty?.kinds.includes('STOP_PRODUCTION'))
    throw refusal(
      'suspension-is-a-penalty',
      {
        zh: '除重大事故隐患的现场措施外，责令停产停业整顿属于行政处罚，须先依法作出处罚决定',
        en: 'But for the measure on a major hazard, a suspension is a penalty, and the penalty must have been decided',
      },
      {
        ...grounds,
        wayOut: {
          zh: '先经告知、决定作出种类含 STOP_PRODUCTION 的处罚，并填写 penaltyId',
          en: 'Decide first, after notice, a penalty whose kinds include STOP_PRODUCTION, and give its `penaltyId`',
        },
        facts: { penaltyId: order.penaltyId ?? null, kinds: penalty?.kinds ?? [] },
      },
    );
  if (order.ground === 'REFUSED_REMOVAL' && !state.disobeyed.HAZARD_REMOVAL)
    throw refusal(
      'no-refusal-shown',
      { zh: '未查实拒不执行消除隐患的决定', en: 'That the order to remove hazards is refused was not found' },
      {
        ...cite(lawOn('safety/hazard-removal', order.servedOn)),
        wayOut: { zh: '先记录拒不执行', en: 'Record the disobedience first' },
      },
    );
}

const isPastDue = ({ phase, said, isSuspensionOver }: SafetyCase, { occurredAt }: Circumstances): boolean => {
  const due = said.ProductionSuspendedForSafety?.due;
  return phase === 'suspended' && due !== undefined && (isSuspensionOver || isOver(due.rolledDue, occurredAt));
};
