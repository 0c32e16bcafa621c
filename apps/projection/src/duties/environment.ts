import { dayOf, addDays } from '#law';
import { owed, settled, type Duties } from './duty.js';

/** Coercion ends on its nominal day: a rest day does not lengthen it. */
const owedNominally: typeof owed = (fact) => ({ ...owed(fact), dueOn: fact.data.due.nominalDue });

export const environmentDuties: Duties = {
  'environment.permit': [
    {
      kind: 'decide-permit',
      says: { zh: '审批排污许可申请', en: 'Decide on the application for a discharge permit' },
      by: 'department',
      when: {
        'environment.PermitApplicationAccepted': owed,
        'environment.DischargePermitIssued': settled,
        'environment.DischargePermitRenewed': settled,
        'environment.DischargePermitRefused': settled,
      },
    },
    {
      kind: 'renew-permit',
      says: { zh: '申请延续排污许可证', en: 'Ask for the renewal of the discharge permit' },
      by: 'enterprise',
      when: {
        'environment.DischargePermitIssued': ({ data, occurredAt }) => ({ dueOn: data.renewBy, since: occurredAt }),
        'environment.DischargePermitRenewed': ({ data, occurredAt }) => ({ dueOn: data.renewBy, since: occurredAt }),
        'environment.PermitApplicationAccepted': settled,
        'environment.DischargePermitExpired': settled,
        'environment.DischargePermitAnnulled': settled,
        'environment.DischargePermitRevoked': settled,
        'environment.DischargePermitWithdrawn': settled,
        'environment.DischargePermitCancelled': settled,
      },
    },
  ],
  'environment.complianceTarget': [
    {
      kind: 'meet-discharge-target',
      says: { zh: '实现全面达标排放', en: 'Meet the target of the full-compliance plan' },
      by: 'enterprise',
      when: {
        'environment.IndustrialSourceComplianceTargetSet': ({ data, occurredAt }) => ({
          dueOn: data.dueOn,
          since: occurredAt,
        }),
        'environment.IndustrialSourceComplianceTargetAssessed': settled,
      },
    },
  ],
  'environment.case': [
    {
      kind: 'recheck',
      says: { zh: '复查改正情况', en: 'Recheck whether the violation was corrected' },
      by: 'department',
      when: {
        'environment.CorrectionOrdered': owed,
        'environment.CorrectionRechecked': settled,
        'environment.EnvCaseClosed': settled,
      },
    },
    {
      kind: 'approve-seal',
      says: { zh: '补办查封批准', en: 'Have the urgent seal approved' },
      by: 'department',
      when: {
        'environment.PropertySealedCoercively': ({ data, occurredAt }) =>
          data.isUrgent ? { dueOn: addDays(dayOf(occurredAt), 1), since: occurredAt } : undefined,
        'environment.UrgentSealApproved': settled,
        'environment.PropertySealLifted': settled,
      },
    },
    {
      kind: 'lift-seal',
      says: { zh: '查封期满前作出处理并解除', en: 'Decide, and lift the seal, before it ends' },
      by: 'department',
      when: {
        'environment.PropertySealedCoercively': owedNominally,
        'environment.SealExtended': owedNominally,
        'environment.SealAppraisalRecorded': owedNominally,
        'environment.PropertySealLifted': settled,
      },
    },
    {
      kind: 'treat-pollution',
      says: { zh: '限制生产期内完成整改', en: 'Treat the pollution while production is limited' },
      by: 'enterprise',
      when: {
        'environment.ProductionLimited': owedNominally,
        'environment.ProductionLimitExtended': owedNominally,
        'environment.ProductionResumed': settled,
        'environment.ProductionStoppedForTreatment': settled,
      },
    },
  ],
};
