import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as record from './record.js';
import * as repair from './repair.js';
import * as restriction from './restriction.js';

export * from './content.js';
export * from './receipts.js';
export * from './record.js';
export * from './repair.js';
export * from './restriction.js';

/** Credit: collects, pushes, publishes, restricts, repairs. One record per penalty or missed exit. */
export const language = catalogue({
  department: 'credit',
  title: { zh: '信用', en: 'Credit' },
  records: {
    record: {
      path: 'records',
      id: 'recordId',
      commands: {
        OpenCreditRecord: record.OpenCreditRecord,
        NotifySubject: record.NotifySubject,
        FileObjection: record.FileObjection,
        AnswerObjection: record.AnswerObjection,
        CollectCreditInfo: record.CollectCreditInfo,
        PushCreditInfo: record.PushCreditInfo,
        AcknowledgeCreditInfo: record.AcknowledgeCreditInfo,
        RejectCreditInfo: record.RejectCreditInfo,
        RecordPublication: record.RecordPublication,
        CorrectCreditInfo: record.CorrectCreditInfo,
        WithdrawCreditInfo: record.WithdrawCreditInfo,
        NoteAnnulment: record.NoteAnnulment,
        PassTerm: record.PassTerm,
        NoteLateExit: record.NoteLateExit,
        ApplyForRepair: repair.ApplyForRepair,
        DecideRepair: repair.DecideRepair,
        ProposeRestriction: restriction.ProposeRestriction,
        ApplyRestriction: restriction.ApplyRestriction,
        LiftRestriction: restriction.LiftRestriction,
      },
      events: {
        CreditRecordOpened: record.CreditRecordOpened,
        SubjectNotified: record.SubjectNotified,
        ObjectionFiled: record.ObjectionFiled,
        ObjectionRejected: record.ObjectionRejected,
        ObjectionUpheld: record.ObjectionUpheld,
        CreditInfoCollected: record.CreditInfoCollected,
        CreditInfoPushed: record.CreditInfoPushed,
        CreditInfoAcknowledged: record.CreditInfoAcknowledged,
        CreditInfoRejected: record.CreditInfoRejected,
        CreditInfoPublished: record.CreditInfoPublished,
        CreditInfoCorrected: record.CreditInfoCorrected,
        CreditInfoWithdrawn: record.CreditInfoWithdrawn,
        AnnulmentNoted: record.AnnulmentNoted,
        PublicationOverdue: record.PublicationOverdue,
        MirrorOverdue: record.MirrorOverdue,
        WithdrawalOverdue: record.WithdrawalOverdue,
        DisplayStopped: record.DisplayStopped,
        LateExitNoted: record.LateExitNoted,
        RepairApplied: repair.RepairApplied,
        RepairApproved: repair.RepairApproved,
        RepairRefused: repair.RepairRefused,
        CreditRestrictionProposed: restriction.CreditRestrictionProposed,
        CreditRestrictionApplied: restriction.CreditRestrictionApplied,
        CreditInfoSharedOnly: restriction.CreditInfoSharedOnly,
        CreditRestrictionLifted: restriction.CreditRestrictionLifted,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
