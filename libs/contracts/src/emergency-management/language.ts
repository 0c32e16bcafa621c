import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import { cardRecord } from '../procedure/card.js';
import { cardListRecord } from '../procedure/list.js';
import { penaltyRecord } from '../procedure/record.js';
import * as certificates from './certificates.js';
import * as hazards from './hazards.js';
import * as inspections from './inspections.js';
import * as prevention from './prevention.js';
import * as projects from './projects.js';
import * as suspension from './suspension.js';

export * from './certificates.js';
export * from './hazards.js';
export * from './inspections.js';
export * from './prevention.js';
export * from './projects.js';
export * from './suspension.js';

/** Work safety: prevention, campaigns and inspections, hazards, suspensions, closure proposals, certificates (二(四)). */
export const language = catalogue({
  department: 'emergency-management',
  title: { zh: '应急管理（安全生产）', en: 'Emergency management (work safety)' },
  records: {
    standardisation: {
      path: 'standardisations',
      id: 'standardisationId',
      commands: {
        RecordStandardisation: prevention.RecordStandardisation,
        WithdrawStandardisation: prevention.WithdrawStandardisation,
        LapseStandardisation: prevention.LapseStandardisation,
      },
      events: {
        SafetyStandardisationGraded: prevention.SafetyStandardisationGraded,
        SafetyStandardisationWithdrawn: prevention.SafetyStandardisationWithdrawn,
        SafetyStandardisationLapsed: prevention.SafetyStandardisationLapsed,
      },
    },
    safetyFile: {
      path: 'safety-files',
      id: 'uscc',
      commands: {
        OpenSafetyArchive: prevention.OpenSafetyArchive,
        RecordTraining: prevention.RecordTraining,
        RecordRiskControl: prevention.RecordRiskControl,
      },
      events: {
        SafetySupervisionFileOpened: prevention.SafetySupervisionFileOpened,
        SafetyTrainingDelivered: prevention.SafetyTrainingDelivered,
        RiskRegisterUpdated: prevention.RiskRegisterUpdated,
      },
    },
    facilityReview: {
      path: 'facility-reviews',
      id: 'projectId',
      commands: {
        ReviewSafetyDesign: projects.ReviewSafetyDesign,
        AcceptSafetyFacilities: projects.AcceptSafetyFacilities,
        RecordThreeSimultaneitiesBreach: projects.RecordThreeSimultaneitiesBreach,
      },
      events: {
        SafetyDesignReviewed: projects.SafetyDesignReviewed,
        SafetyFacilitiesAccepted: projects.SafetyFacilitiesAccepted,
        ThreeSimultaneitiesBreachFound: projects.ThreeSimultaneitiesBreachFound,
      },
    },
    parkAdmission: {
      path: 'park-admissions',
      id: 'admissionId',
      commands: {
        ReviewProjectSafetyConditions: projects.ReviewProjectSafetyConditions,
        RefuseParkAdmission: projects.RefuseParkAdmission,
      },
      events: {
        SafetyConditionsReviewed: projects.SafetyConditionsReviewed,
        ParkAdmissionRefused: projects.ParkAdmissionRefused,
      },
    },
    campaign: {
      path: 'campaigns',
      id: 'campaignId',
      commands: { RunSafetyCampaign: inspections.RunSafetyCampaign },
      events: { SafetyCampaignLaunched: inspections.SafetyCampaignLaunched },
    },
    inspection: {
      path: 'inspections',
      id: 'inspectionId',
      commands: {
        ConductSafetyInspection: inspections.ConductSafetyInspection,
        RecordProhibitedEquipment: inspections.RecordProhibitedEquipment,
      },
      events: {
        SafetyInspectionConducted: inspections.SafetyInspectionConducted,
        ProhibitedSafetyEquipmentFound: inspections.ProhibitedSafetyEquipmentFound,
      },
    },
    majorHazard: {
      path: 'major-hazards',
      id: 'hazardId',
      commands: {
        RecordMajorHazard: inspections.RecordMajorHazard,
        SuperviseMajorHazard: inspections.SuperviseMajorHazard,
        PassClearanceDeadline: inspections.PassClearanceDeadline,
        ClearMajorHazard: inspections.ClearMajorHazard,
      },
      events: {
        MajorHazardIdentified: inspections.MajorHazardIdentified,
        MajorHazardSupervised: inspections.MajorHazardSupervised,
        MajorHazardClearanceOverdue: inspections.MajorHazardClearanceOverdue,
        MajorHazardCleared: inspections.MajorHazardCleared,
      },
    },
    case: {
      path: 'cases',
      id: 'caseId',
      commands: {
        OpenSafetyCase: hazards.OpenSafetyCase,
        OrderHazardRemoval: hazards.OrderHazardRemoval,
        PassHazardDeadline: hazards.PassHazardDeadline,
        ReexamineHazards: hazards.ReexamineHazards,
        RecordDisobedience: hazards.RecordDisobedience,
        DecideDailyFine: hazards.DecideDailyFine,
        RecordSafetyAccident: hazards.RecordSafetyAccident,
        OrderStopForRectification: suspension.OrderStopForRectification,
        PassSuspensionDeadline: suspension.PassSuspensionDeadline,
        ApplyForResumption: suspension.ApplyForResumption,
        ExamineResumption: suspension.ExamineResumption,
        ApproveResumption: suspension.ApproveResumption,
        NotifyPowerCut: suspension.NotifyPowerCut,
        RecordPowerCut: suspension.RecordPowerCut,
        RestorePower: suspension.RestorePower,
        ProposeClosureToGov: suspension.ProposeClosureToGov,
        NoteGovernmentDecision: suspension.NoteGovernmentDecision,
      },
      events: {
        SafetyCaseOpened: hazards.SafetyCaseOpened,
        HazardRemovalOrdered: hazards.HazardRemovalOrdered,
        HazardRemovalPeriodEnded: hazards.HazardRemovalPeriodEnded,
        HazardsReexamined: hazards.HazardsReexamined,
        SafetyOrderDisobeyed: hazards.SafetyOrderDisobeyed,
        SafetyDailyFineDecided: hazards.SafetyDailyFineDecided,
        SafetyAccidentRecorded: hazards.SafetyAccidentRecorded,
        ProductionSuspendedForSafety: suspension.ProductionSuspendedForSafety,
        SuspensionPeriodEnded: suspension.SuspensionPeriodEnded,
        ResumptionApplied: suspension.ResumptionApplied,
        ResumptionExamined: suspension.ResumptionExamined,
        ResumptionApproved: suspension.ResumptionApproved,
        SafetyPowerCutNotified: suspension.SafetyPowerCutNotified,
        PowerCut: suspension.PowerCut,
        PowerRestored: suspension.PowerRestored,
        SafetyClosureProposed: suspension.SafetyClosureProposed,
        GovernmentDecisionNoted: suspension.GovernmentDecisionNoted,
      },
    },
    penalty: { ...penaltyRecord, carriesOut: { clause: '2.4.3', rows: [46, 48] } },
    certificate: {
      path: 'certificates',
      id: 'requestId',
      commands: {
        RequestCertificateRevocation: certificates.RequestCertificateRevocation,
        RecordCertificateRevoked: certificates.RecordCertificateRevoked,
        RecordRevocationDeclined: certificates.RecordRevocationDeclined,
      },
      events: {
        CertificateRevocationRequested: certificates.CertificateRevocationRequested,
        CertificateRevoked: certificates.CertificateRevoked,
        CertificateRevocationDeclined: certificates.CertificateRevocationDeclined,
      },
    },
    card: cardRecord,
    list: cardListRecord,
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
