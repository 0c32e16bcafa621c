import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import { cardRecord } from '../procedure/card.js';
import { cardListRecord } from '../procedure/list.js';
import * as acceptance from './acceptance.js';
import * as ditiao from './ditiao.js';
import * as exit from './exit.js';
import * as furnace from './furnace.js';
import * as isolation from './isolation.js';
import * as lookBack from './look-back.js';
import * as matter from './matter.js';
import * as plan from './plan.js';
import * as screening from './screening.js';

export * from './acceptance.js';
export * from './ditiao.js';
export * from './exit.js';
export * from './furnace.js';
export * from './isolation.js';
export * from './look-back.js';
export * from './matter.js';
export * from './media.js';
export * from './plan.js';
export * from './screening.js';

/** Industry and information technology: the yearly plan, exits and what keeps them exited (二(五), 三(二)). */
export const language = catalogue({
  department: 'industry',
  title: { zh: '工业和信息化', en: 'Industry and information technology' },
  records: {
    annualPlan: {
      path: 'annual-plans',
      id: 'planId',
      commands: {
        AdoptAnnualPlan: plan.AdoptAnnualPlan,
      },
      events: {
        AnnualPlanAdopted: plan.AnnualPlanAdopted,
      },
    },
    screening: {
      path: 'screenings',
      id: 'screeningId',
      commands: {
        ListForScreening: screening.ListForScreening,
        ScreenEnterprise: screening.ScreenEnterprise,
      },
      events: {
        ListedForScreening: screening.ListedForScreening,
        EquipmentScreened: screening.EquipmentScreened,
        OutdatedEquipmentIdentified: screening.OutdatedEquipmentIdentified,
      },
    },
    exit: {
      path: 'exits',
      id: 'exitId',
      commands: {
        OpenExitFile: exit.OpenExitFile,
        OrderElimination: exit.OrderElimination,
        OrderShutdown: exit.OrderShutdown,
        StartDismantling: exit.StartDismantling,
        RecordDismantled: exit.RecordDismantled,
        NoteEnergyDismantling: exit.NoteEnergyDismantling,
        DeferDismantling: exit.DeferDismantling,
        PassDismantlingDeadline: exit.PassDismantlingDeadline,
        DetermineExitNonCompletion: exit.DetermineExitNonCompletion,
        RecheckExited: exit.RecheckExited,
        CutWater: isolation.CutWater,
        CutPower: isolation.CutPower,
        RemovePowerUnit: isolation.RemovePowerUnit,
        SealMainEquipment: isolation.SealMainEquipment,
        PublishPledge: isolation.PublishPledge,
        PublishAnnouncement: isolation.PublishAnnouncement,
        AnnounceExit: isolation.AnnounceExit,
        RecordBreach: isolation.RecordBreach,
        EliminateLine: acceptance.EliminateLine,
        CloseEnterprise: acceptance.CloseEnterprise,
        InspectForAcceptance: acceptance.InspectForAcceptance,
        AcceptExit: acceptance.AcceptExit,
        RejectExit: acceptance.RejectExit,
        FileExitArchive: acceptance.FileExitArchive,
      },
      events: {
        ExitFileOpened: exit.ExitFileOpened,
        EliminationOrdered: exit.EliminationOrdered,
        ProcessShutDown: exit.ProcessShutDown,
        DismantlingStarted: exit.DismantlingStarted,
        MainEquipmentDismantled: exit.MainEquipmentDismantled,
        DismantlingDeferred: exit.DismantlingDeferred,
        DismantlingOverdue: exit.DismantlingOverdue,
        ExitNonCompletionDetermined: exit.ExitNonCompletionDetermined,
        ExitedCapacityRechecked: exit.ExitedCapacityRechecked,
        WaterCut: isolation.WaterCut,
        PowerCut: isolation.PowerCut,
        PowerUnitRemoved: isolation.PowerUnitRemoved,
        MainEquipmentSealed: isolation.MainEquipmentSealed,
        NoResumptionPledgePublished: isolation.NoResumptionPledgePublished,
        ExitAnnounced: isolation.ExitAnnounced,
        ExitIsolated: isolation.ExitIsolated,
        IsolationBreached: isolation.IsolationBreached,
        LineEliminated: acceptance.LineEliminated,
        EnterpriseClosed: acceptance.EnterpriseClosed,
        ExitAcceptanceInspected: acceptance.ExitAcceptanceInspected,
        ExitAccepted: acceptance.ExitAccepted,
        ExitAcceptanceRejected: acceptance.ExitAcceptanceRejected,
        ExitArchiveFiled: acceptance.ExitArchiveFiled,
      },
    },
    furnace: {
      path: 'furnaces',
      id: 'furnaceId',
      commands: {
        RegisterFurnace: furnace.RegisterFurnace,
        ChangeFurnaceUse: furnace.ChangeFurnaceUse,
        DeregisterFurnace: furnace.DeregisterFurnace,
        FindIllegalFurnaceUse: furnace.FindIllegalFurnaceUse,
        ClearIllegalFurnaceUse: furnace.ClearIllegalFurnaceUse,
      },
      events: {
        InductionFurnaceRegistered: furnace.InductionFurnaceRegistered,
        FurnaceUseChanged: furnace.FurnaceUseChanged,
        FurnaceDeregistered: furnace.FurnaceDeregistered,
        IllegalFurnaceUseFound: furnace.IllegalFurnaceUseFound,
        IllegalFurnaceUseCleared: furnace.IllegalFurnaceUseCleared,
      },
    },
    zone: {
      path: 'zones',
      id: 'zoneId',
      commands: {
        AssignZone: ditiao.AssignZone,
      },
      events: {
        ZoneAssigned: ditiao.ZoneAssigned,
      },
    },
    patrol: {
      path: 'patrols',
      id: 'patrolId',
      commands: {
        PatrolForDitiao: ditiao.PatrolForDitiao,
        ContinuePatrol: ditiao.ContinuePatrol,
      },
      events: {
        DitiaoPatrolConducted: ditiao.DitiaoPatrolConducted,
        FollowUpPatrolConducted: ditiao.FollowUpPatrolConducted,
      },
    },
    ditiao: {
      path: 'ditiao-suspicions',
      id: 'ditiaoId',
      commands: {
        SuspectDitiao: ditiao.SuspectDitiao,
        ConfirmDitiaoProduction: ditiao.ConfirmDitiaoProduction,
        ConfirmDitiaoSale: ditiao.ConfirmDitiaoSale,
        DismissDitiaoSuspicion: ditiao.DismissDitiaoSuspicion,
      },
      events: {
        DitiaoActivitySuspected: ditiao.DitiaoActivitySuspected,
        DitiaoProductionConfirmed: ditiao.DitiaoProductionConfirmed,
        DitiaoSaleConfirmed: ditiao.DitiaoSaleConfirmed,
        DitiaoSuspicionDismissed: ditiao.DitiaoSuspicionDismissed,
      },
    },
    lead: {
      path: 'leads',
      id: 'leadId',
      commands: {
        FlagPowerAnomaly: ditiao.FlagPowerAnomaly,
        FlagTaxAnomaly: ditiao.FlagTaxAnomaly,
        CloseLead: ditiao.CloseLead,
      },
      events: {
        PowerAnomalyFlagged: ditiao.PowerAnomalyFlagged,
        TaxAnomalyFlagged: ditiao.TaxAnomalyFlagged,
        LeadClosed: ditiao.LeadClosed,
      },
    },
    lookBackRound: {
      path: 'look-back-rounds',
      id: 'roundId',
      commands: {
        PlanLookBack: plan.PlanLookBack,
      },
      events: {
        LookBackPlanned: plan.LookBackPlanned,
      },
    },
    lookBack: {
      path: 'look-backs',
      id: 'lookBackId',
      commands: {
        RecordLookBack: lookBack.RecordLookBack,
        RecordAccessRefused: lookBack.RecordAccessRefused,
        OrderRemoval: lookBack.OrderRemoval,
        PassRemovalDeadline: lookBack.PassRemovalDeadline,
        PassLookBackRound: lookBack.PassLookBackRound,
      },
      events: {
        LookBackConducted: lookBack.LookBackConducted,
        ResumptionFound: lookBack.ResumptionFound,
        LookBackFindingClosed: lookBack.LookBackFindingClosed,
        LookBackAccessRefused: lookBack.LookBackAccessRefused,
        ResidualRemovalOrdered: lookBack.ResidualRemovalOrdered,
        ResidualRemovalOverdue: lookBack.ResidualRemovalOverdue,
        LookBackMissed: lookBack.LookBackMissed,
      },
    },
    industryLookBack: {
      path: 'industry-look-backs',
      id: 'industryLookBackId',
      commands: {
        RecordIndustryLookBack: lookBack.RecordIndustryLookBack,
      },
      events: {
        IndustryLookBackCompleted: lookBack.IndustryLookBackCompleted,
      },
    },
    supervisionMatter: {
      path: 'supervision-matters',
      id: 'matterId',
      commands: {
        ReceiveSupervisionMatter: matter.ReceiveSupervisionMatter,
        ImplementSupervisionMatter: matter.ImplementSupervisionMatter,
        VerifySupervisionMatter: matter.VerifySupervisionMatter,
        PassMatterDeadline: matter.PassMatterDeadline,
      },
      events: {
        SupervisionMatterReceived: matter.SupervisionMatterReceived,
        SupervisionMatterImplemented: matter.SupervisionMatterImplemented,
        SupervisionMatterVerified: matter.SupervisionMatterVerified,
        SupervisionMatterReturned: matter.SupervisionMatterReturned,
        SupervisionMatterOverdue: matter.SupervisionMatterOverdue,
      },
    },
    case: {
      path: 'cases',
      id: 'caseId',
      commands: {
        OpenCase: matter.OpenCase,
        ReportCase: matter.ReportCase,
        PassCaseReportDay: matter.PassCaseReportDay,
        HandOverCase: matter.HandOverCase,
        ConcludeCase: matter.ConcludeCase,
      },
      events: {
        CaseOpened: matter.CaseOpened,
        CaseReported: matter.CaseReported,
        CaseReportMissed: matter.CaseReportMissed,
        CaseHandedOver: matter.CaseHandedOver,
        CaseConcluded: matter.CaseConcluded,
      },
    },
    card: cardRecord,
    list: cardListRecord,
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
