import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import { exceedanceListRecord } from '../procedure/list.js';
import { penaltyRecord } from '../procedure/record.js';
import * as closure from './closure.js';
import * as elimination from './elimination.js';
import * as eia from './eia.js';
import * as inspection from './inspection.js';
import * as measures from './measures.js';
import * as monitor from './monitor.js';
import * as permit from './permit.js';
import * as permitLife from './permit-life.js';
import * as plan from './plan.js';
import * as violation from './violation.js';

export * from './closure.js';
export * from './eia.js';
export * from './elimination.js';
export * from './inspection.js';
export * from './measures.js';
export * from './monitor.js';
export * from './permit.js';
export * from './permit-life.js';
export * from './plan.js';
export * from './violation.js';

/** Environment: assessments, discharge permits, enforcement, and what follows a violation (二(二)). */
export const language = catalogue({
  department: 'environment',
  title: { zh: '生态环境', en: 'Ecology and environment' },
  records: {
    eia: {
      path: 'eias',
      id: 'projectId',
      commands: {
        SubmitEia: eia.SubmitEia,
        ApproveEia: eia.ApproveEia,
        RefuseEia: eia.RefuseEia,
        RecordConstructionStart: eia.RecordConstructionStart,
      },
      events: {
        EiaSubmitted: eia.EiaSubmitted,
        EiaApproved: eia.EiaApproved,
        EiaRefused: eia.EiaRefused,
        ConstructionStarted: eia.ConstructionStarted,
        UnapprovedConstructionFound: eia.UnapprovedConstructionFound,
      },
    },
    permit: {
      path: 'permits',
      id: 'siteCode',
      commands: {
        AcceptPermitApplication: permit.AcceptPermitApplication,
        RejectPermitApplication: permit.RejectPermitApplication,
        PassReviewDeadline: permit.PassReviewDeadline,
        IssuePermit: permit.IssuePermit,
        BringInPermit: permit.BringInPermit,
        NoteElimination: elimination.NoteElimination,
        RefusePermit: permit.RefusePermit,
        RenewPermit: permit.RenewPermit,
        RegisterDischarge: permit.RegisterDischarge,
        ChangePermit: permitLife.ChangePermit,
        AnnulPermit: permitLife.AnnulPermit,
        RevokePermit: permitLife.RevokePermit,
        WithdrawPermit: permitLife.WithdrawPermit,
        CancelPermit: permitLife.CancelPermit,
        ExpirePermit: permitLife.ExpirePermit,
        CheckPermitCompliance: permitLife.CheckPermitCompliance,
      },
      events: {
        PermitApplicationAccepted: permit.PermitApplicationAccepted,
        PermitApplicationRejected: permit.PermitApplicationRejected,
        PermitReviewOverdue: permit.PermitReviewOverdue,
        DischargePermitIssued: permit.DischargePermitIssued,
        EliminationNoted: elimination.EliminationNoted,
        DischargePermitRefused: permit.DischargePermitRefused,
        DischargePermitRenewed: permit.DischargePermitRenewed,
        DischargeRegistered: permit.DischargeRegistered,
        DischargePermitChanged: permitLife.DischargePermitChanged,
        DischargePermitAnnulled: permitLife.DischargePermitAnnulled,
        DischargePermitRevoked: permitLife.DischargePermitRevoked,
        DischargePermitWithdrawn: permitLife.DischargePermitWithdrawn,
        DischargePermitCancelled: permitLife.DischargePermitCancelled,
        DischargePermitExpired: permitLife.DischargePermitExpired,
        PermitComplianceChecked: permitLife.PermitComplianceChecked,
        DischargeWithoutPermitFound: permitLife.DischargeWithoutPermitFound,
      },
    },
    enforcementPlan: {
      path: 'enforcement-plans',
      id: 'planId',
      commands: {
        SetAnnualEnvTasks: plan.SetAnnualEnvTasks,
        AdoptEnforcementPlan: plan.AdoptEnforcementPlan,
      },
      events: {
        AnnualEnvTasksSet: plan.AnnualEnvTasksSet,
        EnvEnforcementPlanAdopted: plan.EnvEnforcementPlanAdopted,
      },
    },
    inspection: {
      path: 'inspections',
      id: 'inspectionId',
      commands: {
        RecordInspection: inspection.RecordInspection,
        TakeSample: inspection.TakeSample,
        ReportSampleResult: inspection.ReportSampleResult,
      },
      events: {
        EnvInspectionConducted: inspection.EnvInspectionConducted,
        SampleTaken: inspection.SampleTaken,
        SampleResultReported: inspection.SampleResultReported,
      },
    },
    monitor: {
      path: 'monitors',
      id: 'deviceId',
      commands: {
        ConnectAutoMonitoring: monitor.ConnectAutoMonitoring,
        RecordMonitoringAlert: monitor.RecordMonitoringAlert,
        FlagMonitoringAnomaly: monitor.FlagMonitoringAnomaly,
        RecordDisconnection: monitor.RecordDisconnection,
        ReviewMonitoringData: monitor.ReviewMonitoringData,
      },
      events: {
        AutoMonitorConnected: monitor.AutoMonitorConnected,
        AutoMonitorExceedanceDetected: monitor.AutoMonitorExceedanceDetected,
        AutoMonitorDataAnomalyFlagged: monitor.AutoMonitorDataAnomalyFlagged,
        AutoMonitorDisconnected: monitor.AutoMonitorDisconnected,
        AutoMonitorDataReviewed: monitor.AutoMonitorDataReviewed,
      },
    },
    case: {
      path: 'cases',
      id: 'caseId',
      commands: {
        FindViolation: violation.FindViolation,
        DetermineSeriousness: violation.DetermineSeriousness,
        OrderCorrection: violation.OrderCorrection,
        RecheckCorrection: violation.RecheckCorrection,
        PassRecheckDeadline: violation.PassRecheckDeadline,
        DecideDailyPenalty: violation.DecideDailyPenalty,
        ReferForDetention: violation.ReferForDetention,
        CloseCase: violation.CloseCase,
        SealProperty: measures.SealProperty,
        ApproveUrgentSeal: measures.ApproveUrgentSeal,
        ExtendSeal: measures.ExtendSeal,
        RecordSealAppraisal: measures.RecordSealAppraisal,
        LiftSeal: measures.LiftSeal,
        PassSealPeriod: measures.PassSealPeriod,
        LimitProduction: measures.LimitProduction,
        ExtendProductionLimit: measures.ExtendProductionLimit,
        PassProductionLimit: measures.PassProductionLimit,
        StopProduction: measures.StopProduction,
        ResumeProduction: measures.ResumeProduction,
        ReportForClosure: closure.ReportForClosure,
        NoteGovernmentDecision: closure.NoteGovernmentDecision,
      },
      events: {
        EnvViolationFound: violation.EnvViolationFound,
        SeriousViolationDetermined: violation.SeriousViolationDetermined,
        CorrectionOrdered: violation.CorrectionOrdered,
        CorrectionRechecked: violation.CorrectionRechecked,
        RecheckOverdue: violation.RecheckOverdue,
        DailyPenaltyDecided: violation.DailyPenaltyDecided,
        DetentionReferred: violation.DetentionReferred,
        EnvCaseClosed: violation.EnvCaseClosed,
        PropertySealedCoercively: measures.PropertySealedCoercively,
        UrgentSealApproved: measures.UrgentSealApproved,
        SealExtended: measures.SealExtended,
        SealAppraisalRecorded: measures.SealAppraisalRecorded,
        PropertySealLifted: measures.PropertySealLifted,
        SealPeriodExpired: measures.SealPeriodExpired,
        ProductionLimited: measures.ProductionLimited,
        ProductionLimitExtended: measures.ProductionLimitExtended,
        ProductionLimitExpired: measures.ProductionLimitExpired,
        ProductionStoppedForTreatment: measures.ProductionStoppedForTreatment,
        ProductionResumed: measures.ProductionResumed,
        EnvClosureReported: closure.EnvClosureReported,
        GovernmentDecisionNoted: closure.GovernmentDecisionNoted,
      },
    },
    complianceTarget: {
      path: 'compliance-targets',
      id: 'targetId',
      commands: {
        SetComplianceTarget: plan.SetComplianceTarget,
        AssessComplianceTarget: plan.AssessComplianceTarget,
      },
      events: {
        IndustrialSourceComplianceTargetSet: plan.IndustrialSourceComplianceTargetSet,
        IndustrialSourceComplianceTargetAssessed: plan.IndustrialSourceComplianceTargetAssessed,
      },
    },
    penalty: { ...penaltyRecord, carriesOut: { clause: '2.2.3', rows: [28] } },
    list: exceedanceListRecord,
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
