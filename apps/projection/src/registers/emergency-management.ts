import { moves, tells, type Fold, type Register } from './register.js';

const readers = 'read-registers';

/** Whom the entry is about comes before the rest, and its area makes the entry findable by it. */
const about =
  (state: string | ((data: any) => string)): Fold =>
  (entry, fact, key) => {
    const county = fact.data.enterprise?.county as string | undefined;
    const word = typeof state === 'string' ? state : state(fact.data);
    return tells(word, () => (county ? { county } : {}))(entry, fact, key);
  };

/** An inspection counts for the campaign that it belongs to. */
const inspected: Fold = (entry, { data }) => {
  const counted = (field: string, one: boolean) => ((entry[field] as number | undefined) ?? 0) + (one ? 1 : 0);
  return {
    ...entry,
    inspections: counted('inspections', true),
    withHazards: counted('withHazards', data.result === 'HAZARDS_FOUND'),
  };
};

/** Work safety: projects in parks, campaigns, major hazards, certificates asked for (二(四)). */
export const safetyRegisters: readonly Register[] = [
  {
    name: 'park-admissions',
    title: { zh: '园区项目准入登记', en: 'Projects and parks' },
    readers,
    when: {
      'emergencyManagement.SafetyConditionsReviewed': about(({ conclusion }) =>
        conclusion === 'MET' ? 'CONDITIONS_MET' : 'CONDITIONS_NOT_MET',
      ),
      'emergencyManagement.ParkAdmissionRefused': about('REFUSED'),
    },
  },
  {
    name: 'safety-campaigns',
    title: { zh: '安全生产专项执法', en: 'Safety campaigns' },
    readers,
    keepsHistory: false,
    key: ({ data, stream }) =>
      stream.startsWith('emergencyManagement.campaign-') ? stream.slice(stream.indexOf('-') + 1) : data.campaignId,
    when: {
      'emergencyManagement.SafetyCampaignLaunched': tells('LAUNCHED'),
      'emergencyManagement.SafetyInspectionConducted': inspected,
    },
  },
  {
    name: 'major-hazards',
    title: { zh: '重大事故隐患台账', en: 'Major hazards' },
    readers,
    when: {
      'emergencyManagement.MajorHazardIdentified': about('STANDING'),
      'emergencyManagement.MajorHazardSupervised': tells('SUPERVISED'),
      'emergencyManagement.MajorHazardClearanceOverdue': moves('OVERDUE'),
      'emergencyManagement.MajorHazardCleared': tells('CLEARED'),
    },
  },
  {
    name: 'certificate-requests',
    title: { zh: '提请吊销证照登记', en: 'Certificates whose revocation was asked for' },
    readers,
    when: {
      'emergencyManagement.CertificateRevocationRequested': about('REQUESTED'),
      'emergencyManagement.CertificateRevoked': about('REVOKED'),
      'emergencyManagement.CertificateRevocationDeclined': tells('DECLINED'),
    },
  },
];
