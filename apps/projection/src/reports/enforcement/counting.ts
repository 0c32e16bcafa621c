import { fieldsOf, languages } from '#contracts';
import { namespaceOf } from '#decider';
import { inEveryPenalty } from '../../penalties.js';
import type { Counting, Keeping } from '../counting.js';
import type { Counts } from './figures.js';

const areaOf = (data: any): object => {
  const county = (data.enterprise?.county ?? data.target?.county ?? data.county) as string | undefined;
  return county === undefined ? {} : { county };
};

const counts = (count: Counts | ((data: any) => Counts), on?: string): Keeping => ({
  on,
  keeps: (data) => ({ ...areaOf(data), counts: typeof count === 'function' ? count(data) : count }),
});
const inspection = counts({ inspections: 1 });
const violation = (on?: string) => counts({ violations: 1 }, on);
const order = counts({ correctionOrders: 1 }, 'servedOn');

const penalties = inEveryPenalty<Keeping>({
  PenaltyDecided: {
    on: 'decidedOn',
    keeps: (data) => ({ ...areaOf(data), step: 'DECIDED', fineFen: data.fineFen ?? 0 }),
  },
  PenaltyChanged: { on: 'changedOn', keeps: ({ fineFen }) => ({ step: 'CHANGED', fineFen }) },
  PenaltyAnnulled: { on: 'annulledOn', keeps: () => ({ step: 'ANNULLED' }) },
});

const counted: Counting = {
  // Equipment of the elimination category is counted where it is found, so that nothing is counted twice.
  'energy.EnergySupervisionConducted': counts(({ result }) => ({
    inspections: 1,
    violations: result === 'OVER_LIMIT' || result === 'BOTH' ? 1 : 0,
  })),
  'energy.EliminatedEquipmentFound': violation(),
  'energy.EnergyRectificationOrdered': order,
  'energy.StopUseOrdered': order,
  'environment.EnvInspectionConducted': inspection,
  'environment.PermitComplianceChecked': inspection,
  'environment.EnvViolationFound': violation(),
  'environment.CorrectionOrdered': order,
  'marketRegulation.LicenseeSpecialInspectionConducted': inspection,
  'marketRegulation.UnlicensedProductionFound': violation(),
  'marketRegulation.SubstandardProductionFound': violation(),
  'marketRegulation.QualityCorrectionOrdered': order,
  'marketRegulation.SuspendedForRectification': order,
  // Banned equipment is a particular of the inspection that found it; so is a major hazard that names one.
  'emergencyManagement.SafetyInspectionConducted': counts(({ result }) => ({
    inspections: 1,
    violations: result === 'HAZARDS_FOUND' ? 1 : 0,
  })),
  'emergencyManagement.MajorHazardIdentified': counts(({ inspectionId }) => ({ violations: inspectionId ? 0 : 1 })),
  'emergencyManagement.ThreeSimultaneitiesBreachFound': violation(),
  'emergencyManagement.HazardRemovalOrdered': order,
  'emergencyManagement.ProductionSuspendedForSafety': order,
  'industry.DitiaoPatrolConducted': counts({ inspections: 1 }, 'patrolledOn'),
  'industry.FollowUpPatrolConducted': counts({ inspections: 1 }, 'patrolledOn'),
  'industry.LookBackConducted': counts({ lookBacks: 1 }, 'visitedOn'),
  'industry.IndustryLookBackCompleted': counts({ lookBacks: 1 }, 'completedOn'),
  'industry.ResumptionFound': violation('foundOn'),
  'industry.DitiaoProductionConfirmed': violation('confirmedOn'),
  'industry.DitiaoSaleConfirmed': violation('confirmedOn'),
  'industry.IllegalFurnaceUseFound': violation('foundOn'),
  'industry.EliminationOrdered': order,
  'industry.ResidualRemovalOrdered': order,
  // Joint and zoned inspections say how many they saw; what the bureaux found there is counted under the bureaux.
  'government.EnforcementInspectionConducted': counts(
    ({ enterprisesInspected, problemsFound }) => ({ campaigns: 1, enterprisesInspected, problemsFound }),
    'inspectedOn',
  ),
  ...penalties,
};

/** Facts that tell the enterprise of a record in which something else is counted. */
const telling: Counting = Object.fromEntries(
  languages.flatMap(({ department, records }) =>
    Object.values(records).flatMap(({ events }) => {
      const types = Object.keys(events).map((name) => `${namespaceOf(department)}.${name}`);
      if (!types.some((type) => type in counted)) return [];
      return Object.entries(events)
        .filter(([, payload]) => fieldsOf(payload).has('enterprise'))
        .map(([name]): [string, Keeping] => [`${namespaceOf(department)}.${name}`, { counts: false, keeps: areaOf }]);
    }),
  ),
);

/** What the departments did to enforce the plan, and where (三(二)). */
export const enforcementCounting: Counting = { ...telling, ...counted };
