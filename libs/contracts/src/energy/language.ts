import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as lists from '../procedure/list.js';
import { penaltyRecord } from '../procedure/record.js';
import * as equipment from './equipment.js';
import * as rectification from './rectification.js';
import * as registers from './registers.js';
import * as supervision from './supervision.js';

export * from './equipment.js';
export * from '../procedure/list.js';
export * from '../procedure/penalty.js';
export * from '../procedure/performance.js';
export * from './rectification.js';
export * from './registers.js';
export * from './supervision.js';

/** Energy: supervision, rectification, closure proposals, eliminated equipment, price grounds (二(一)). */
export const language = catalogue({
  department: 'energy',
  title: { zh: '能源（节能监察）', en: 'Energy conservation' },
  records: {
    supervisionPlan: {
      path: 'supervision-plans',
      id: 'planId',
      commands: { AdoptSupervisionPlan: supervision.AdoptSupervisionPlan },
      events: { EnergySupervisionPlanAdopted: supervision.EnergySupervisionPlanAdopted },
    },
    case: {
      path: 'cases',
      id: 'caseId',
      commands: {
        AssignSupervisionTask: supervision.AssignSupervisionTask,
        RecordSupervision: supervision.RecordSupervision,
        OrderRectification: rectification.OrderRectification,
        RequestExtension: rectification.RequestExtension,
        GrantExtension: rectification.GrantExtension,
        RefuseExtension: rectification.RefuseExtension,
        ReportRectification: rectification.ReportRectification,
        ReinspectRectification: rectification.ReinspectRectification,
        AcceptRectification: rectification.AcceptRectification,
        FailRectification: rectification.FailRectification,
        ExpireRectification: rectification.ExpireRectification,
        ProposeClosure: rectification.ProposeClosure,
        NoteGovernmentDecision: rectification.NoteGovernmentDecision,
        IssueRedCard: rectification.IssueRedCard,
      },
      events: {
        EnergySupervisionTaskAssigned: supervision.EnergySupervisionTaskAssigned,
        EnergySupervisionConducted: supervision.EnergySupervisionConducted,
        EnergyLimitMeasured: supervision.EnergyLimitMeasured,
        EnergyRectificationOrdered: rectification.EnergyRectificationOrdered,
        YellowCardIssued: rectification.YellowCardIssued,
        YellowCardCleared: rectification.YellowCardCleared,
        ExtensionRequested: rectification.ExtensionRequested,
        ExtensionGranted: rectification.ExtensionGranted,
        ExtensionRefused: rectification.ExtensionRefused,
        RectificationReported: rectification.RectificationReported,
        RectificationReinspected: rectification.RectificationReinspected,
        RectificationAccepted: rectification.RectificationAccepted,
        RectificationFailed: rectification.RectificationFailed,
        RectificationPeriodExpired: rectification.RectificationPeriodExpired,
        ClosureProposed: rectification.ClosureProposed,
        GovernmentDecisionNoted: rectification.GovernmentDecisionNoted,
        RedCardIssued: rectification.RedCardIssued,
      },
    },
    equipment: {
      path: 'equipment',
      id: 'equipmentId',
      commands: {
        RecordEliminatedEquipment: equipment.RecordEliminatedEquipment,
        OrderStopUse: equipment.OrderStopUse,
        ConfiscateEquipment: equipment.ConfiscateEquipment,
        PassDismantlingDeadline: equipment.PassDismantlingDeadline,
        RecordDismantling: equipment.RecordDismantling,
        CorrectDismantling: equipment.CorrectDismantling,
        DetermineExitNonCompletion: equipment.DetermineExitNonCompletion,
      },
      events: {
        EliminatedEquipmentFound: equipment.EliminatedEquipmentFound,
        StopUseOrdered: equipment.StopUseOrdered,
        EquipmentConfiscated: equipment.EquipmentConfiscated,
        DismantlingOverdue: equipment.DismantlingOverdue,
        MainEquipmentDismantled: equipment.MainEquipmentDismantled,
        ExitNonCompletionDetermined: equipment.ExitNonCompletionDetermined,
      },
    },
    penalty: { ...penaltyRecord, carriesOut: { clause: '2.1.3', rows: [10] } },
    capacity: {
      path: 'capacity-lines',
      id: 'lineId',
      commands: { ClassifyCapacity: registers.ClassifyCapacity },
      events: { CapacityClassified: registers.CapacityClassified },
    },
    keyUser: {
      path: 'key-users',
      id: 'keyUserId',
      commands: {
        RegisterKeyEnergyUser: registers.RegisterKeyEnergyUser,
        FileEnergyReport: registers.FileEnergyReport,
        PassReportDeadline: registers.PassReportDeadline,
      },
      events: {
        KeyEnergyUserDesignated: registers.KeyEnergyUserDesignated,
        EnergyReportFiled: registers.EnergyReportFiled,
        EnergyReportMissed: registers.EnergyReportMissed,
      },
    },
    publication: {
      path: 'publications',
      id: 'publicationId',
      commands: { PublishSupervisionResult: registers.PublishSupervisionResult },
      events: { SupervisionResultPublished: registers.SupervisionResultPublished },
    },
    support: {
      path: 'support',
      id: 'supportId',
      commands: { RecordDiagnosis: registers.RecordDiagnosis, RecordRetrofit: registers.RecordRetrofit },
      events: {
        EnergyDiagnosisCompleted: registers.EnergyDiagnosisCompleted,
        TechRetrofitSupported: registers.TechRetrofitSupported,
      },
    },
    standard: {
      path: 'standards',
      id: 'standardId',
      commands: { PublishStandard: registers.PublishStandard },
      events: { StandardPublished: registers.StandardPublished },
    },
    list: {
      ...lists.listRecord,
      events: {
        ...lists.listRecord.events,
        YellowListPublished: lists.YellowListPublished,
        RedListPublished: lists.RedListPublished,
        ViolatorListPublished: registers.ViolatorListPublished,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
