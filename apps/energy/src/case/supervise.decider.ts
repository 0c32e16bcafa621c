import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal } from '#decider';
import { dayOf } from '#law';
import { enoughOfficers } from '../law.js';
import { outOfPhase, type CaseDecider } from './state.js';

const clause = '2.1.1';

/** Tasks under the yearly plan, and what the supervision found (2.1.1). */
export const supervise: Pick<CaseDecider['decide'], 'AssignSupervisionTask' | 'RecordSupervision'> = {
  AssignSupervisionTask: (command, { phase, said }, { consulted }) => {
    const task = contentOf(command);
    if (alreadySays(said.EnergySupervisionTaskAssigned, task)) return [];
    if (phase !== 'none')
      throw new Refusal(
        'energy/task-already-assigned',
        { zh: '该案件编号已有监察任务', en: 'A supervision task was assigned under this case number' },
        {
          clause,
          wayOut: { zh: '新任务使用新的案件编号', en: 'A new task takes a case number of its own' },
          facts: { planId: said.EnergySupervisionTaskAssigned?.planId },
        },
      );
    const isAdopted = ({ type }: { type: string }) => type === 'energy.EnergySupervisionPlanAdopted';
    if (!consulted(`energy.supervisionPlan-${task.planId}`).some(isAdopted))
      throw new Refusal(
        'energy/no-supervision-plan',
        {
          zh: `年度节能监察计划“${task.planId}”尚未制定，不能下达任务`,
          en: `There is no adopted supervision plan ${task.planId}, and a task must belong to one`,
        },
        {
          clause,
          wayOut: {
            zh: `先制定计划：supervision-plans/${task.planId}/adopt-supervision-plan`,
            en: `Adopt it first: supervision-plans/${task.planId}/adopt-supervision-plan`,
          },
          facts: { planId: task.planId },
        },
      );
    return [{ type: 'EnergySupervisionTaskAssigned', data: task }];
  },

  RecordSupervision: (command, state, given) => {
    const { said } = state;
    const { mode, findings, measurement, eliminatedEquipment } = contentOf(command);
    const isOverLimit = measurement !== undefined && measurement.unitConsumption > measurement.limitValue;
    const conducted = { mode, findings, result: results[`${isOverLimit}/${eliminatedEquipment}`] };
    const measured = measurement && { ...measurement, result: isOverLimit ? ('OVER' as const) : ('WITHIN' as const) };

    const isMeasuredAlike = measured ? alreadySays(said.EnergyLimitMeasured, measured) : !said.EnergyLimitMeasured;
    if (alreadySays(said.EnergySupervisionConducted, conducted) && isMeasuredAlike) return [];
    if (state.phase !== 'tasked')
      throw outOfPhase('not-tasked', { zh: '记录监察', en: 'supervised now' }, state, {
        clause,
        wayOut: {
          zh: '监察以年度计划下的任务为前提，一案一次；再次监察请下达新任务',
          en: 'A supervision follows a task under the plan, once a case; assign a new task to supervise again',
        },
      });
    mustBeMeasured(said.EnergySupervisionTaskAssigned?.theme, measurement, eliminatedEquipment);
    if (measurement) mustBePast(measurement, dayOf(given.occurredAt));
    const rules = mode === 'ON_SITE' ? [enoughOfficers(given, clause)] : [];
    return [
      { type: 'EnergySupervisionConducted', data: conducted, rules },
      ...(measured ? [{ type: 'EnergyLimitMeasured' as const, data: measured }] : []),
    ];
  },
};

/** Whether over the limit / whether eliminated equipment was found. */
const results: Readonly<Record<`${boolean}/${boolean}`, energy.EnergySupervisionConducted['result']>> = {
  'false/false': 'COMPLIANT',
  'true/false': 'OVER_LIMIT',
  'false/true': 'ELIMINATED_EQUIPMENT',
  'true/true': 'BOTH',
};

// Nobody can be found within a limit that was not measured.
function mustBeMeasured(
  theme: energy.EnergySupervisionTaskAssigned['theme'] | undefined,
  measurement: energy.Measurement | undefined,
  eliminatedEquipment: boolean,
): void {
  if (theme !== 'MANDATORY_LIMIT' || measurement || eliminatedEquipment) return;
  throw new Refusal(
    'energy/nothing-measured',
    {
      zh: '强制性能耗限额监察未附能耗测算，不能得出合格结论',
      en: 'A supervision of mandatory limits without a measurement cannot find that the enterprise complies',
    },
    { clause, wayOut: { zh: '补充 measurement', en: 'Add the `measurement`' } },
  );
}

function mustBePast({ periodFrom, periodTo }: energy.Measurement, day: string): void {
  if (periodFrom <= periodTo && periodTo <= day) return;
  throw new Refusal(
    'energy/measured-period',
    {
      zh: `测算期间${periodFrom}至${periodTo}应先后有序，且不晚于监察日${day}`,
      en: `The measured period ${periodFrom} to ${periodTo} must be in order and end by the supervision on ${day}`,
    },
    {
      clause,
      wayOut: { zh: '更正 periodFrom 与 periodTo', en: 'Correct `periodFrom` and `periodTo`' },
      facts: { periodFrom, periodTo, supervisedOn: day },
    },
  );
}
