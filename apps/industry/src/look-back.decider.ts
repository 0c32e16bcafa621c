import type { industry } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider, type FactOf } from '#decider';
import { dayOf, isOver, ruleRef, type Due } from '#law';
import { contradiction } from './exit/isolate.decider.js';
import { cite, dueAfter, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, no } from './law.js';
import { lookBackIdOf } from './record-ids.js';

type Events = industry.Events<'lookBack'>;
type Target = Events['LookBackConducted']['target'];

interface LookBack {
  readonly target?: Target;
  readonly roundId?: string;
  readonly visited?: Events['LookBackConducted'];
  readonly refused?: Events['LookBackAccessRefused'];
  readonly ordered?: Events['ResidualRemovalOrdered'];
  readonly due?: Due;
  readonly isOverdue: boolean;
  readonly isMissed: boolean;
  /** Whether the last finding is still open. */
  readonly isOpen: boolean;
}

const clause = '2.5.4';

/** One target of one round: not resumed and not resumable, or what follows (二(五)4). A visit never closes a site. */
export const lookBack: Decider<LookBack, industry.Commands<'lookBack'>, Events> = {
  name: 'industry.lookBack',
  initial: { isOverdue: false, isMissed: false, isOpen: false },

  decide: {
    RecordLookBack: (command, state, given) => {
      const { roundId, targetId, ...visit } = contentOf(command);
      if (alreadySays<object>(state.visited, { roundId, ...visit })) return [];
      const target = targetOf({ roundId, targetId }, given);
      mustBeTheTarget(visit.enterprise, target);
      if (visit.resumed && !visit.resumable) throw contradiction(clause);
      mustHaveCome(visit.visitedOn, given, clause);
      const last = state.visited?.visitedOn ?? state.refused?.visitedOn;
      if (last) mustNotPrecede(visit.visitedOn, last, clause, '上次到场', 'the last visit');
      mustBeGeotagged(visit, given);
      const rules = [ruleRef(lawOn('industry/look-back', visit.visitedOn)), enoughOfficers(given, clause)];
      const outcome = visit.resumed ? 'RESUMED' : visit.resumable ? 'WEAK' : 'CLEAR';
      const conducted = { roundId, target, ...visit, outcome } as const;
      return [
        { type: 'LookBackConducted', data: conducted, rules },
        ...after(conducted, state).map((fact) => ({ ...fact, rules: rules.slice(0, 1) })),
      ];
    },

    RecordAccessRefused: (command, state, given) => {
      const { targetId, ...refusal } = contentOf(command);
      if (alreadySays<object>(state.refused, refusal)) return [];
      const target = targetOf({ roundId: refusal.roundId, targetId }, given);
      mustHaveCome(refusal.visitedOn, given, clause);
      if (state.visited)
        mustNotPrecede(refusal.visitedOn, state.visited.visitedOn, clause, '上次到场', 'the last visit');
      const rules = [ruleRef(lawOn('industry/look-back', refusal.visitedOn)), enoughOfficers(given, clause)];
      return [{ type: 'LookBackAccessRefused', data: { target, ...refusal }, rules }];
    },

    OrderRemoval: (command, state, given) => {
      const { days, ...order } = contentOf(command);
      const { ordered, target, visited } = state;
      if (ordered?.due.length === days && alreadySays<object>(ordered, order)) return [];
      isRepeated<object>(state.due && ordered, { ...order, days }, { zh: '责令消除', en: 'order of removal', clause });
      const rule = lawOn('industry/look-back', dayOf(given.occurredAt));
      if (!target || visited?.outcome !== 'WEAK')
        throw no(
          'nothing-to-remove',
          { zh: '没有“未恢复但能恢复”的“回头看”', en: 'No look-back has found it resumable' },
          { zh: '先记录“回头看”；已恢复生产的立即封存', en: 'Record the look-back first; what produces is isolated' },
          { ...cite(rule), facts: { outcome: visited?.outcome ?? null } },
        );
      mustHaveCome(order.servedOn, given, clause);
      mustNotPrecede(order.servedOn, visited.visitedOn, clause, '“回头看”', 'the look-back');
      const due = dueAfter({ ...rule, length: days, unit: 'days' }, order.servedOn);
      return [{ type: 'ResidualRemovalOrdered', data: { target, ...order, due }, rules: [ruleRef(rule)] }];
    },

    PassRemovalDeadline: ({ dueOn }, { target, due, isOverdue }, { now }) => {
      if (!target || due?.rolledDue !== dueOn || isOverdue) return [];
      mustBeOver(dueOn, now);
      return [{ type: 'ResidualRemovalOverdue', data: { target, dueOn } }];
    },

    PassLookBackRound: (command, { visited, refused, isMissed }, { now }) => {
      const missed = contentOf(command);
      if (visited || refused || isMissed) return [];
      mustBeOver(missed.dueOn, now);
      const rule = lawOn('industry/look-back-cadence', missed.dueOn);
      return [{ type: 'LookBackMissed', data: missed, rules: [ruleRef(rule)] }];
    },
  },

  evolve: {
    LookBackConducted: (state, visited) => ({
      ...state,
      visited,
      target: visited.target,
      roundId: visited.roundId,
      due: undefined,
      isOverdue: false,
      isOpen: visited.outcome !== 'CLEAR' || state.isOpen,
    }),
    ResumptionFound: (state) => state,
    LookBackFindingClosed: (state) => ({ ...state, isOpen: false }),
    LookBackAccessRefused: (state, refused) => ({
      ...state,
      refused,
      target: refused.target,
      roundId: refused.roundId,
    }),
    ResidualRemovalOrdered: (state, ordered) => ({ ...state, ordered, due: ordered.due }),
    ResidualRemovalOverdue: (state) => ({ ...state, isOverdue: true }),
    LookBackMissed: (state, { target, roundId }) => ({ ...state, target, roundId, isMissed: true }),
  },

  subject: ({ target }) => ({ uscc: target?.uscc }),

  consults: {
    RecordLookBack: ({ roundId }) => [`industry.lookBackRound-${roundId}`],
    RecordAccessRefused: ({ roundId }) => [`industry.lookBackRound-${roundId}`],
  },
};

/** What a visit entails: resumption, or that what was found before is gone. */
function after(
  { roundId, target, enterprise, visitedOn, outcome, findings }: Events['LookBackConducted'],
  { isOpen }: LookBack,
): FactOf<Events>[] {
  if (outcome === 'RESUMED')
    return [
      {
        type: 'ResumptionFound',
        data: { roundId, target, ...(enterprise ? { enterprise } : {}), facts: findings, foundOn: visitedOn },
      },
    ];
  if (outcome === 'CLEAR' && isOpen)
    return [{ type: 'LookBackFindingClosed', data: { roundId, target, closedOn: visitedOn } }];
  return [];
}

interface Place {
  readonly roundId: string;
  readonly targetId: string;
}

/** The target as its round names it. Refuses another id than round and target make, and targets of no round. */
function targetOf({ roundId, targetId }: Place, { id, consulted, occurredAt }: Circumstances): Target {
  const expected = lookBackIdOf(roundId, targetId);
  if (id !== expected)
    throw no(
      'look-back-id',
      { zh: `该对象该轮次的编号应为“${expected}”`, en: `The look-back at this target in this round is ${expected}` },
      { zh: `提交至 look-backs/${expected}`, en: `Post it to look-backs/${expected}` },
      { clause, facts: { id, expected } },
    );
  const round = consulted(`industry.lookBackRound-${roundId}`).find(({ type }) => type === 'industry.LookBackPlanned');
  const target = (round?.data.targets as readonly Target[] | undefined)?.find((one) => one.targetId === targetId);
  if (target) return target;
  throw no(
    'not-a-target',
    { zh: `“${roundId}”轮次没有对象“${targetId}”`, en: `The round ${roundId} has no target ${targetId}` },
    { zh: '先部署该轮次及对象（plan-look-back）', en: 'Plan the round with this target first (plan-look-back)' },
    { ...cite(lawOn('industry/look-back', dayOf(occurredAt))), facts: { roundId, targetId } },
  );
}

function mustBeTheTarget(enterprise: industry.RecordLookBack['enterprise'], { uscc, targetId }: Target): void {
  if (!enterprise || !uscc || enterprise.uscc === uscc) return;
  throw no(
    'another-enterprise',
    { zh: `对象“${targetId}”是${uscc}，不是${enterprise.uscc}`, en: `The target ${targetId} is ${uscc}, not this one` },
    { zh: '核对企业与对象编号', en: 'Check the enterprise and the number of the target' },
    { clause, facts: { uscc } },
  );
}

/** A visit is shown by a photo or video of that day with its place. */
function mustBeGeotagged(
  { media, visitedOn }: Pick<industry.RecordLookBack, 'media' | 'visitedOn'>,
  { occurredAt }: Circumstances,
): void {
  if (media.some(({ capturedAt, place }) => place !== undefined && dayOf(capturedAt) === visitedOn)) return;
  throw no(
    'no-photo-of-the-visit',
    { zh: `没有${visitedOn}当日带地点的影像`, en: `No photo or video of ${visitedOn} names its place` },
    { zh: '附上当日拍摄并载明地点的影像', en: 'Add one that was taken on the day, with `place`' },
    { ...cite(lawOn('industry/look-back', dayOf(occurredAt))), facts: { visitedOn } },
  );
}

function mustBeOver(dueOn: string, now: string): void {
  if (isOver(dueOn, now)) return;
  throw no(
    'period-still-runs',
    { zh: `期限至${dueOn}24时届满，尚未届满`, en: `The time runs until 24:00 of ${dueOn}` },
    { zh: '届满后再记录', en: 'Record it when the day is over' },
    { clause, facts: { dueOn, now } },
  );
}
