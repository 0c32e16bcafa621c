import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as annual from './annual-report.js';
import * as area from './area.js';
import * as closure from './closure.js';
import * as conduct from './conduct.js';
import * as county from './county-plan.js';
import * as share from './data-share.js';
import * as deployment from './deployment.js';
import * as enforcement from './enforcement.js';
import * as exposure from './exposure.js';
import * as feedback from './feedback.js';
import * as support from './support.js';

export * from './annual-report.js';
export * from './area.js';
export * from './calendar.js';
export * from './closure.js';
export * from './conduct.js';
export * from './county-plan.js';
export * from './data-share.js';
export * from './deployment.js';
export * from './enforcement.js';
export * from './exit-figures.js';
export * from './exposure.js';
export * from './feedback.js';
export * from './support.js';

/** The people's government: the only one who closes (domain rule: departments propose, governments decide). */
export const language = catalogue({
  department: 'government',
  title: { zh: '人民政府', en: 'People’s government' },
  records: {
    closureProposal: {
      path: 'closure-proposals',
      id: 'proposalId',
      commands: {
        ReceiveClosureProposal: closure.ReceiveClosureProposal,
        ReturnClosureProposal: closure.ReturnClosureProposal,
        OrderSuspension: closure.OrderSuspension,
        OrderClosure: closure.OrderClosure,
      },
      events: {
        ClosureProposalReceived: closure.ClosureProposalReceived,
        ClosureProposalReturned: closure.ClosureProposalReturned,
        SuspensionOrdered: closure.SuspensionOrdered,
        ClosureOrdered: closure.ClosureOrdered,
      },
    },
    deployment: {
      path: 'deployments',
      id: 'deploymentId',
      commands: {
        RequireDeployment: deployment.RequireDeployment,
        DeployAnnualWork: deployment.DeployAnnualWork,
        PassDeploymentDeadline: deployment.PassDeploymentDeadline,
      },
      events: {
        DeploymentRequired: deployment.DeploymentRequired,
        DepartmentWorkDeployed: deployment.DepartmentWorkDeployed,
        DeploymentOverdue: deployment.DeploymentOverdue,
      },
    },
    countyPlan: {
      path: 'county-plans',
      id: 'countyPlanId',
      commands: {
        RequireCountyPlan: county.RequireCountyPlan,
        DraftCountyPlan: county.DraftCountyPlan,
        ReturnCountyPlan: county.ReturnCountyPlan,
        ApproveCountyPlan: county.ApproveCountyPlan,
        FileCountyPlan: county.FileCountyPlan,
        PassCountyPlanDeadline: county.PassCountyPlanDeadline,
      },
      events: {
        CountyPlanRequired: county.CountyPlanRequired,
        CountyPlanDrafted: county.CountyPlanDrafted,
        CountyPlanReturned: county.CountyPlanReturned,
        CountyPlanApproved: county.CountyPlanApproved,
        CountyPlanFiled: county.CountyPlanFiled,
        CountyPlanOverdue: county.CountyPlanOverdue,
      },
    },
    enforcementInspection: {
      path: 'enforcement-inspections',
      id: 'inspectionId',
      commands: {
        ConductEnforcement: enforcement.ConductEnforcement,
      },
      events: {
        EnforcementInspectionConducted: enforcement.EnforcementInspectionConducted,
      },
    },
    feedback: {
      path: 'feedback',
      id: 'feedbackId',
      commands: {
        RequireFeedback: feedback.RequireFeedback,
        SubmitFeedback: feedback.SubmitFeedback,
        SupplementFeedback: feedback.SupplementFeedback,
        PassFeedbackDeadline: feedback.PassFeedbackDeadline,
      },
      events: {
        DepartmentFeedbackRequired: feedback.DepartmentFeedbackRequired,
        DepartmentFeedbackSubmitted: feedback.DepartmentFeedbackSubmitted,
        DepartmentFeedbackSupplemented: feedback.DepartmentFeedbackSupplemented,
        DepartmentFeedbackOverdue: feedback.DepartmentFeedbackOverdue,
      },
    },
    dataShare: {
      path: 'data-shares',
      id: 'shareId',
      commands: {
        ShareExitData: share.ShareExitData,
      },
      events: {
        ExitDataShared: share.ExitDataShared,
      },
    },
    annualSummary: {
      path: 'annual-summaries',
      id: 'summaryId',
      commands: {
        RequireAnnualSummary: annual.RequireAnnualSummary,
        SubmitAnnualSummary: annual.SubmitAnnualSummary,
        PassSummaryDeadline: annual.PassSummaryDeadline,
      },
      events: {
        AnnualSummaryRequired: annual.AnnualSummaryRequired,
        AnnualSummarySubmitted: annual.AnnualSummarySubmitted,
        AnnualSummaryOverdue: annual.AnnualSummaryOverdue,
      },
    },
    consolidation: {
      path: 'consolidations',
      id: 'consolidationId',
      commands: {
        RequireConsolidation: annual.RequireConsolidation,
        CompileConsolidation: annual.CompileConsolidation,
        ApproveConsolidation: annual.ApproveConsolidation,
        ReportToProvince: annual.ReportToProvince,
        PassConsolidationDeadline: annual.PassConsolidationDeadline,
      },
      events: {
        ConsolidationRequired: annual.ConsolidationRequired,
        CityConsolidationCompiled: annual.CityConsolidationCompiled,
        CityConsolidationApproved: annual.CityConsolidationApproved,
        ReportedToProvince: annual.ReportedToProvince,
        ConsolidationOverdue: annual.ConsolidationOverdue,
      },
    },
    responsibility: {
      path: 'responsibilities',
      id: 'responsibilityId',
      commands: {
        AssignResponsibility: area.AssignResponsibility,
      },
      events: {
        ResponsibilityAssigned: area.ResponsibilityAssigned,
      },
    },
    stabilityRisk: {
      path: 'stability-risks',
      id: 'riskId',
      commands: {
        LogStabilityRisk: area.LogStabilityRisk,
        HandleStabilityRisk: area.HandleStabilityRisk,
        CloseStabilityRisk: area.CloseStabilityRisk,
      },
      events: {
        StabilityRiskLogged: area.StabilityRiskLogged,
        StabilityRiskHandled: area.StabilityRiskHandled,
        StabilityRiskClosed: area.StabilityRiskClosed,
      },
    },
    supervisionVisit: {
      path: 'supervision-visits',
      id: 'visitId',
      commands: {
        ConductSupervision: area.ConductSupervision,
      },
      events: {
        SupervisionVisitConducted: area.SupervisionVisitConducted,
      },
    },
    areaSupervision: {
      path: 'area-supervisions',
      id: 'areaSupervisionId',
      commands: {
        IssueAreaCircular: area.IssueAreaCircular,
        HoldAreaInterview: area.HoldAreaInterview,
        ReportAreaCorrection: area.ReportAreaCorrection,
      },
      events: {
        AreaCircularIssued: area.AreaCircularIssued,
        AreaInterviewHeld: area.AreaInterviewHeld,
        AreaCorrectionReported: area.AreaCorrectionReported,
      },
    },
    publicity: {
      path: 'publicity-items',
      id: 'publicityId',
      commands: {
        ReleasePublicity: area.ReleasePublicity,
      },
      events: {
        PublicityItemReleased: area.PublicityItemReleased,
      },
    },
    support: {
      path: 'support',
      id: 'supportId',
      commands: {
        GrantSupport: support.GrantSupport,
        AgreeVoluntaryExit: support.AgreeVoluntaryExit,
        RecordConversion: support.RecordConversion,
        ResettleStaff: support.ResettleStaff,
      },
      events: {
        SupportGranted: support.SupportGranted,
        VoluntaryExitAgreed: support.VoluntaryExitAgreed,
        ConversionRecorded: support.ConversionRecorded,
        StaffResettled: support.StaffResettled,
      },
    },
    conduct: {
      path: 'conducts',
      id: 'conductId',
      commands: {
        NoteConductFiled: conduct.NoteConductFiled,
        ClaimFine: conduct.ClaimFine,
        ResolveJurisdiction: conduct.ResolveJurisdiction,
        ReleaseFine: conduct.ReleaseFine,
      },
      events: {
        ConductFiled: conduct.ConductFiled,
        FineClaimed: conduct.FineClaimed,
        FineConflictFound: conduct.FineConflictFound,
        JurisdictionResolved: conduct.JurisdictionResolved,
        FineReleased: conduct.FineReleased,
      },
    },
    exposure: {
      path: 'exposures',
      id: 'exposureId',
      commands: {
        ExposeViolation: exposure.ExposeViolation,
        WithdrawExposure: exposure.WithdrawExposure,
      },
      events: {
        ViolationExposed: exposure.ViolationExposed,
        ExposureWithdrawn: exposure.ExposureWithdrawn,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
