import { catalogue, type CommandsOf, type EventsOf } from '../catalogue.js';
import { cardRecord } from '../procedure/card.js';
import { cardListRecord } from '../procedure/list.js';
import { penaltyRecord } from '../procedure/record.js';
import * as cases from './cases.js';
import * as licences from './licences.js';
import * as lists from './lists.js';
import * as registration from './registration.js';
import * as sampling from './sampling.js';

export * from './cases.js';
export * from './licences.js';
export * from './lists.js';
export * from './registration.js';
export * from './sampling.js';

/** Market regulation: production licences, sampling of products, violations of the law of quality (二(三)). */
export const language = catalogue({
  department: 'market-regulation',
  title: { zh: '市场监管（质量）', en: 'Market regulation (quality)' },
  records: {
    application: {
      path: 'licence-applications',
      id: 'applicationId',
      commands: { RejectLicenceApplication: licences.RejectLicenceApplication },
      events: { ProductionLicenceApplicationRejected: licences.ProductionLicenceApplicationRejected },
    },
    licence: {
      path: 'licences',
      id: 'licenceId',
      commands: {
        RecordLicenceIssued: licences.RecordLicenceIssued,
        InspectLicensee: licences.InspectLicensee,
        RequestLicenceCancellation: licences.RequestLicenceCancellation,
        RecordCancellationDeclined: licences.RecordCancellationDeclined,
        RecordLicenceCancelled: licences.RecordLicenceCancelled,
        RecordLicenceRevoked: licences.RecordLicenceRevoked,
        ExpireLicence: licences.ExpireLicence,
      },
      events: {
        ProductionLicenceIssued: licences.ProductionLicenceIssued,
        LicenseeSpecialInspectionConducted: licences.LicenseeSpecialInspectionConducted,
        LicenceCancellationRequested: licences.LicenceCancellationRequested,
        LicenceCancellationDeclined: licences.LicenceCancellationDeclined,
        ProductionLicenceCancelled: licences.ProductionLicenceCancelled,
        ProductionLicenceRevoked: licences.ProductionLicenceRevoked,
        ProductionLicenceExpired: licences.ProductionLicenceExpired,
      },
    },
    registration: {
      path: 'registrations',
      id: 'uscc',
      commands: {
        RecordNameChange: registration.RecordNameChange,
        RecordCodeChange: registration.RecordCodeChange,
        RecordSuccession: registration.RecordSuccession,
        RecordDeregistration: registration.RecordDeregistration,
      },
      events: {
        EnterpriseRenamed: registration.EnterpriseRenamed,
        EnterpriseRecoded: registration.EnterpriseRecoded,
        EnterpriseSucceeded: registration.EnterpriseSucceeded,
        EnterpriseDeregistered: registration.EnterpriseDeregistered,
      },
    },
    site: {
      path: 'sites',
      id: 'siteCode',
      commands: { RegisterSite: registration.RegisterSite, ChangeSiteRole: registration.ChangeSiteRole },
      events: { SiteRegistered: registration.SiteRegistered, SiteRoleChanged: registration.SiteRoleChanged },
    },
    keyProduct: {
      path: 'key-products',
      id: 'catalogueId',
      commands: { ListKeyProduct: sampling.ListKeyProduct },
      events: { KeySupervisedProductListed: sampling.KeySupervisedProductListed },
    },
    samplingPlan: {
      path: 'sampling-plans',
      id: 'planId',
      commands: { AdoptSamplingPlan: sampling.AdoptSamplingPlan },
      events: { SamplingPlanAdopted: sampling.SamplingPlanAdopted },
    },
    sample: {
      path: 'samples',
      id: 'sampleId',
      commands: {
        SampleProduct: sampling.SampleProduct,
        ReportTest: sampling.ReportTest,
        ServeTestResult: sampling.ServeTestResult,
        FileTestObjection: sampling.FileTestObjection,
        ReportRecheck: sampling.ReportRecheck,
        PassObjectionPeriod: sampling.PassObjectionPeriod,
        PublishNonconforming: sampling.PublishNonconforming,
        WithdrawNonconformingPublication: sampling.WithdrawNonconformingPublication,
        ShareQualityInfo: sampling.ShareQualityInfo,
      },
      events: {
        ProductSampled: sampling.ProductSampled,
        TestReported: sampling.TestReported,
        TestResultServed: sampling.TestResultServed,
        TestObjectionFiled: sampling.TestObjectionFiled,
        RecheckReported: sampling.RecheckReported,
        NonconformityEstablished: sampling.NonconformityEstablished,
        NonconformingProductPublished: sampling.NonconformingProductPublished,
        NonconformingPublicationWithdrawn: sampling.NonconformingPublicationWithdrawn,
        QualityInfoSharedWithCredit: sampling.QualityInfoSharedWithCredit,
      },
    },
    producer: {
      path: 'producers',
      id: 'producerId',
      commands: { NoteSampledBatch: sampling.NoteSampledBatch },
      events: {
        SampledBatchNoted: sampling.SampledBatchNoted,
        DuplicateSamplingFound: sampling.DuplicateSamplingFound,
      },
    },
    case: {
      path: 'cases',
      id: 'caseId',
      commands: {
        RecordUnlicensedProduction: cases.RecordUnlicensedProduction,
        RecordSubstandardProduction: cases.RecordSubstandardProduction,
        OrderQualityCorrection: cases.OrderQualityCorrection,
        ReportQualityCorrection: cases.ReportQualityCorrection,
        RecheckQuality: cases.RecheckQuality,
        PassCorrectionDeadline: cases.PassCorrectionDeadline,
        RecordQualityNotice: cases.RecordQualityNotice,
        SuspendForRectification: cases.SuspendForRectification,
        RevokeBusinessLicence: cases.RevokeBusinessLicence,
        CloseQualityCase: cases.CloseQualityCase,
      },
      events: {
        UnlicensedProductionFound: cases.UnlicensedProductionFound,
        SubstandardProductionFound: cases.SubstandardProductionFound,
        QualityCorrectionOrdered: cases.QualityCorrectionOrdered,
        QualityCorrectionReported: cases.QualityCorrectionReported,
        QualityRechecked: cases.QualityRechecked,
        QualityCorrectionOverdue: cases.QualityCorrectionOverdue,
        QualityNoticePublished: cases.QualityNoticePublished,
        SuspendedForRectification: cases.SuspendedForRectification,
        BusinessLicenceRevoked: cases.BusinessLicenceRevoked,
        QualityCaseClosed: cases.QualityCaseClosed,
      },
    },
    penalty: { ...penaltyRecord, carriesOut: { clause: '2.3.3', rows: [37, 38] } },
    card: cardRecord,
    list: {
      ...cardListRecord,
      carriesOut: { clause: '2.3.1', rows: [31, 36, 86, 87] },
      events: {
        ...cardListRecord.events,
        LicenceHolderListPublished: lists.LicenceHolderListPublished,
        NonconformingListPublished: lists.NonconformingListPublished,
      },
    },
  },
});

export type Commands<Kind extends keyof (typeof language)['records']> = CommandsOf<typeof language, Kind>;
export type Events<Kind extends keyof (typeof language)['records']> = EventsOf<typeof language, Kind>;
