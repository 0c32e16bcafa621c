import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import * as challenge from './challenge.js';
import * as delivery from './delivery.js';
import * as promise from './promise.js';
import * as record from './record.js';
import * as repair from './repair.js';
import * as restriction from './restriction.js';
import * as seriousList from './serious-list.js';

export * from './challenge.js';
export * from './content.js';
export * from './delivery.js';
export * from './promise.js';
export * from './receipts.js';
export * from './record.js';
export * from './repair.js';
export * from './restriction.js';
export * from './serious-list.js';

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
        NoteBrokenPromise: repair.NoteBrokenPromise,
        NoteChallenge: challenge.NoteChallenge,
        NoteStay: challenge.NoteStay,
        NoteChallengeOutcome: challenge.NoteChallengeOutcome,
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
        RepairPromiseBroken: repair.RepairPromiseBroken,
        DisplayResumed: record.DisplayResumed,
        ChallengeNoted: challenge.ChallengeNoted,
        StayNoted: challenge.StayNoted,
        DisplaySuspended: challenge.DisplaySuspended,
        ChallengeOutcomeNoted: challenge.ChallengeOutcomeNoted,
        CreditRestrictionProposed: restriction.CreditRestrictionProposed,
        CreditRestrictionApplied: restriction.CreditRestrictionApplied,
        CreditInfoSharedOnly: restriction.CreditInfoSharedOnly,
        CreditRestrictionLifted: restriction.CreditRestrictionLifted,
      },
    },
    promise: {
      path: 'promises',
      id: 'promiseId',
      commands: {
        RegisterPromise: promise.RegisterPromise,
        RegisterRepairPromise: promise.RegisterRepairPromise,
        AssessPromise: promise.AssessPromise,
        NoteBreach: promise.NoteBreach,
      },
      events: {
        PromiseRegistered: promise.PromiseRegistered,
        PromiseAssessed: promise.PromiseAssessed,
      },
    },
    delivery: {
      path: 'deliveries',
      id: 'itemId',
      commands: { AcknowledgeItem: delivery.AcknowledgeItem, RejectItem: delivery.RejectItem },
      events: { ItemAcknowledged: delivery.ItemAcknowledged, ItemRejected: delivery.ItemRejected },
    },
    seriousEntry: {
      path: 'serious-list-entries',
      id: 'entryId',
      commands: {
        ImportSeriousListEntry: seriousList.ImportSeriousListEntry,
        ImportSeriousListRemoval: seriousList.ImportSeriousListRemoval,
        RecordListDisplayStopped: seriousList.RecordListDisplayStopped,
        PassListTerm: seriousList.PassListTerm,
      },
      events: {
        SeriousListEntryImported: seriousList.SeriousListEntryImported,
        SeriousListEntryRemoved: seriousList.SeriousListEntryRemoved,
        ListDisplayStopped: seriousList.ListDisplayStopped,
        ListDisplayOverdue: seriousList.ListDisplayOverdue,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
