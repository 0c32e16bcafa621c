import { recordIdOf, type Recorded } from '#decider';
import { caseOf, change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

/** Something on record under an id, with what its facts said of it, and where it stands. */
interface Matter extends Said {
  readonly id: string;
  readonly state: string;
  readonly [field: string]: unknown;
}

const matters = [
  'standardisation',
  'facilities',
  'parkAdmissions',
  'inspections',
  'prohibitedEquipment',
  'majorHazards',
  'hazardOrders',
  'suspensions',
  'powerCuts',
  'dailyFines',
  'accidents',
  'certificates',
] as const;
type Kind = (typeof matters)[number];

interface File extends Said {
  readonly riskGrade: string;
  readonly archiveNumber: string;
  readonly trainings: readonly (Said & { readonly subject: string; readonly heldOn: string })[];
  readonly risks: readonly object[];
  readonly risksAsOf?: string;
}

/** Work safety: standardisation, its file, facilities, hazards, suspensions, power cuts, certificates. */
export type Safety = { readonly [Name in Kind]: readonly Matter[] } & { readonly file?: File };

const ENDED = new Set(['RESUMED', 'CLOSED']);

/** Whether a suspension for safety is in force. */
export const isSuspended = ({ suspensions }: Safety): boolean => suspensions.some(({ state }) => !ENDED.has(state));

type Fold = (state: Safety, fact: Recorded) => Safety;

const without = ({ enterprise: _, ...told }: { readonly enterprise?: object }): object => told;

/** The matter of this record begins, or begins anew, in a state. */
const begins =
  (kind: Kind, state: string): Fold =>
  (safety, fact) => {
    const id = recordIdOf(fact);
    const matter = { id, state, caseId: caseOf(fact), ...without(fact.data), ...said(fact) };
    return {
      ...safety,
      [kind]: put(
        safety[kind],
        (one) => one.id === id,
        (before) => ({ ...before, ...matter }),
      ),
    };
  };

/** One more matter of a record that may have several. */
const adds =
  (kind: Kind, state: string): Fold =>
  (safety, fact) => {
    const matter = { id: recordIdOf(fact), state, caseId: caseOf(fact), ...without(fact.data), ...said(fact) };
    return { ...safety, [kind]: [...safety[kind], matter] };
  };

/** The matter of this record moves to a state, and is told more. */
const moves =
  (kind: Kind, state: string | ((data: any) => string), besides: (fact: Recorded) => object = () => ({})): Fold =>
  (safety, fact) => ({
    ...safety,
    [kind]: change(safety[kind], ({ id }) => id === recordIdOf(fact), {
      state: typeof state === 'string' ? state : state(fact.data),
      ...besides(fact),
    }),
  });

/** The last of the matters of this record moves: earlier ones are over. */
const movesLast =
  (kind: Kind, state: string, besides: (fact: Recorded) => object = () => ({})): Fold =>
  (safety, fact) => {
    const at = safety[kind].findLastIndex(({ id }) => id === recordIdOf(fact));
    const last = safety[kind][at];
    return last ? { ...safety, [kind]: safety[kind].with(at, { ...last, state, ...besides(fact) }) } : safety;
  };

const inFile =
  (changed: (file: File, fact: Recorded) => Partial<File>): Fold =>
  (safety, fact) =>
    safety.file ? { ...safety, file: { ...safety.file, ...changed(safety.file, fact) } } : safety;

const telling =
  (...fields: readonly string[]) =>
  ({ data }: Recorded): object =>
    Object.fromEntries(fields.filter((field) => data[field] !== undefined).map((field) => [field, data[field]]));

export const safety = section<Safety>({
  blank: Object.fromEntries(matters.map((kind) => [kind, []])) as unknown as Safety,
  when: {
    'emergencyManagement.SafetyStandardisationGraded': begins('standardisation', 'IN_FORCE'),
    'emergencyManagement.SafetyStandardisationWithdrawn': moves('standardisation', 'WITHDRAWN', telling('reason')),
    'emergencyManagement.SafetyStandardisationLapsed': moves('standardisation', 'LAPSED'),

    'emergencyManagement.SafetySupervisionFileOpened': (state, fact) => {
      const { riskGrade, archiveNumber } = fact.data;
      return { ...state, file: { riskGrade, archiveNumber, trainings: [], risks: [], ...said(fact) } };
    },
    'emergencyManagement.SafetyTrainingDelivered': inFile(({ trainings }, fact) => {
      const { subject, participants, provider, heldOn } = fact.data;
      return { trainings: [...trainings, { subject, participants, provider, heldOn, ...said(fact) }] };
    }),
    'emergencyManagement.RiskRegisterUpdated': inFile((_, { data }) => ({
      risks: data.risks,
      riskGrade: data.riskGrade,
      risksAsOf: data.updatedOn,
    })),

    'emergencyManagement.SafetyDesignReviewed': (state, fact) =>
      begins('facilities', fact.data.conclusion === 'PASSED' ? 'DESIGN_PASSED' : 'DESIGN_FAILED')(state, fact),
    'emergencyManagement.SafetyFacilitiesAccepted': begins('facilities', 'ACCEPTED'),
    'emergencyManagement.ThreeSimultaneitiesBreachFound': begins('facilities', 'BREACH_FOUND'),

    'emergencyManagement.SafetyConditionsReviewed': (state, fact) =>
      begins('parkAdmissions', fact.data.conclusion === 'MET' ? 'CONDITIONS_MET' : 'CONDITIONS_NOT_MET')(state, fact),
    'emergencyManagement.ParkAdmissionRefused': begins('parkAdmissions', 'REFUSED'),

    'emergencyManagement.SafetyInspectionConducted': (state, fact) =>
      begins('inspections', fact.data.result)(state, fact),
    'emergencyManagement.ProhibitedSafetyEquipmentFound': adds('prohibitedEquipment', 'FOUND'),

    'emergencyManagement.MajorHazardIdentified': begins('majorHazards', 'STANDING'),
    'emergencyManagement.MajorHazardSupervised': moves('majorHazards', 'SUPERVISED', telling('level', 'dueOn')),
    'emergencyManagement.MajorHazardClearanceOverdue': moves('majorHazards', 'OVERDUE'),
    'emergencyManagement.MajorHazardCleared': moves('majorHazards', 'CLEARED', telling('clearedOn')),

    'emergencyManagement.HazardRemovalOrdered': begins('hazardOrders', 'ORDERED'),
    'emergencyManagement.HazardRemovalPeriodEnded': moves('hazardOrders', 'OVERDUE'),
    'emergencyManagement.HazardsReexamined': moves('hazardOrders', ({ cleared }) =>
      cleared ? 'CLEARED' : 'STILL_THERE',
    ),
    'emergencyManagement.SafetyOrderDisobeyed': (state, fact) => {
      const { order, realDanger } = fact.data;
      const kind = order === 'SUSPENSION' ? 'suspensions' : 'hazardOrders';
      return moves(kind, 'DISOBEYED', () => ({ realDanger }))(state, fact);
    },
    'emergencyManagement.SafetyDailyFineDecided': adds('dailyFines', 'DECIDED'),
    'emergencyManagement.SafetyAccidentRecorded': adds('accidents', 'RECORDED'),

    'emergencyManagement.ProductionSuspendedForSafety': begins('suspensions', 'IN_FORCE'),
    'emergencyManagement.SuspensionPeriodEnded': moves('suspensions', 'PERIOD_ENDED'),
    'emergencyManagement.ResumptionApplied': moves('suspensions', 'RESUMPTION_APPLIED'),
    'emergencyManagement.ResumptionExamined': moves('suspensions', ({ fit }) => (fit ? 'EXAMINED_FIT' : 'STILL_UNFIT')),
    'emergencyManagement.ResumptionApproved': moves('suspensions', 'RESUMED', ({ occurredAt }) => ({
      resumedAt: occurredAt,
    })),

    'emergencyManagement.GovernmentDecisionNoted': (state, fact) =>
      fact.data.decision === 'CLOSED' ? moves('suspensions', 'CLOSED')(state, fact) : state,

    'emergencyManagement.SafetyPowerCutNotified': adds('powerCuts', 'NOTIFIED'),
    'emergencyManagement.PowerCut': movesLast('powerCuts', 'CUT', telling('cutAt')),
    'emergencyManagement.PowerRestored': movesLast('powerCuts', 'RESTORED', ({ data, occurredAt }) => ({
      restoredAt: occurredAt,
      restoredBecause: data.reason,
    })),

    'emergencyManagement.CertificateRevocationRequested': begins('certificates', 'REVOCATION_REQUESTED'),
    'emergencyManagement.CertificateRevoked': moves('certificates', 'REVOKED', telling('revokedOn', 'documentNumber')),
    'emergencyManagement.CertificateRevocationDeclined': moves('certificates', 'DECLINED', ({ data }) => ({
      declinedBecause: data.reason,
    })),
  },
});
