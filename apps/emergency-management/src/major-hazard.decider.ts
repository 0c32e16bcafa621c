import type { emergencyManagement } from '#contracts';
import { contentOf, type Decider, type Refusal } from '#decider';
import { isMajorHazardCriterion, majorHazardCriteria } from '#codes';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = emergencyManagement.Events<'majorHazard'>;

interface MajorHazard {
  readonly identified?: Events['MajorHazardIdentified'];
  readonly identifiedOn?: string;
  readonly supervised?: Events['MajorHazardSupervised'];
  readonly isOverdue: boolean;
  readonly cleared?: Events['MajorHazardCleared'];
}

const clause = '2.4.3';

/** A major hazard: identified by a criterion, supervised by name (挂牌督办), cleared after examination. */
export const majorHazard: Decider<MajorHazard, emergencyManagement.Commands<'majorHazard'>, Events> = {
  name: 'emergencyManagement.majorHazard',
  initial: { isOverdue: false },

  decide: {
    RecordMajorHazard: (command, { identified }, given) => {
      const hazard = contentOf(command);
      if (isRepeated(identified, hazard, { zh: '重大事故隐患', en: 'major hazard', clause })) return [];
      const officers = enoughOfficers(given, clause);
      const day = dayOf(given.occurredAt);
      const criteria = lawOn('safety/major-hazard-criteria', day);
      if (!isMajorHazardCriterion(hazard.criterionId))
        throw refusal(
          'no-such-criterion',
          {
            zh: `“${hazard.criterionId}”不是2017版判定标准的条目`,
            en: `${hazard.criterionId} is no criterion of the standard of 2017`,
          },
          {
            ...cite(criteria),
            wayOut: {
              zh: `填写类别和序号，例如 METALLURGY-1；各类条目数：${counts}`,
              en: `Give group and number, such as METALLURGY-1; how many each has: ${counts}`,
            },
            facts: { criterionId: hazard.criterionId },
          },
        );
      const rules = [ruleRef(criteria), ruleRef(lawOn('safety/major-hazard', day)), officers];
      return [{ type: 'MajorHazardIdentified', data: hazard, rules }];
    },

    SuperviseMajorHazard: (command, state, given) => {
      const supervision = contentOf(command);
      if (isRepeated(state.supervised, supervision, { zh: '挂牌督办', en: 'listed supervision', clause })) return [];
      const day = dayOf(given.occurredAt);
      if (!state.identified || state.cleared) throw notStanding(state, day);
      mustNotPrecede(supervision.dueOn, state.identifiedOn ?? day, clause, '认定隐患', 'the finding');
      const rule = lawOn('safety/major-hazard', day);
      return [{ type: 'MajorHazardSupervised', data: supervision, rules: [ruleRef(rule)] }];
    },

    PassClearanceDeadline: ({ dueOn }, { supervised, isOverdue, cleared }, { now }) => {
      if (supervised?.dueOn !== dueOn || isOverdue || (cleared && cleared.clearedOn <= dueOn)) return [];
      if (!isOver(dueOn, now))
        throw refusal(
          'period-still-runs',
          { zh: `治理期限至${dueOn}24时届满，尚未届满`, en: `The time to clear it runs until 24:00 of ${dueOn}` },
          { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
        );
      return [{ type: 'MajorHazardClearanceOverdue', data: { dueOn } }];
    },

    ClearMajorHazard: (command, state, given) => {
      const clearance = contentOf(command);
      if (isRepeated(state.cleared, clearance, { zh: '隐患核销', en: 'clearance', clause })) return [];
      if (!state.identified) throw notStanding(state, dayOf(given.occurredAt));
      mustHaveCome(clearance.clearedOn, given, clause);
      mustNotPrecede(clearance.clearedOn, state.identifiedOn ?? clearance.clearedOn, clause, '认定隐患', 'the finding');
      const officers = enoughOfficers(given, clause);
      const rule = lawOn('safety/major-hazard', clearance.clearedOn);
      return [{ type: 'MajorHazardCleared', data: clearance, rules: [ruleRef(rule), officers] }];
    },
  },

  evolve: {
    MajorHazardIdentified: (state, identified, { occurredAt }) => ({
      ...state,
      identified,
      identifiedOn: dayOf(occurredAt),
    }),
    MajorHazardSupervised: (state, supervised) => ({ ...state, supervised }),
    MajorHazardClearanceOverdue: (state) => ({ ...state, isOverdue: true }),
    MajorHazardCleared: (state, cleared) => ({ ...state, cleared }),
  },

  subject: ({ identified }) => ({ uscc: identified?.enterprise.uscc, siteId: identified?.enterprise.siteId }),
};

const counts = Object.entries(majorHazardCriteria)
  .map(([group, { count }]) => `${group} ${count}`)
  .join(', ');

const notStanding = ({ cleared }: MajorHazard, day: string): Refusal =>
  refusal(
    'no-major-hazard',
    cleared
      ? { zh: `该隐患已于${cleared.clearedOn}消除`, en: `The hazard was cleared on ${cleared.clearedOn}` }
      : { zh: '该编号下没有重大事故隐患', en: 'No major hazard is on record here' },
    {
      ...cite(lawOn('safety/major-hazard', day)),
      wayOut: { zh: '先按判定标准认定重大事故隐患', en: 'Identify the major hazard by its criterion first' },
    },
  );
