import type { environment } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';

const keyOf = (record: string, fact: Recorded, what: string): string => `${record}/${recordIdOf(fact)}/${what}`;

const review = (fact: Recorded<{ readonly applicationId?: string }>): DeadlineChange[] =>
  fact.data.applicationId ? [{ clear: keyOf('permit', fact, `review-${fact.data.applicationId}`) }] : [];

const expires = (fact: Recorded<environment.DischargePermitIssued>): DeadlineChange[] => {
  const dueOn = fact.data.validTo;
  const own = { record: 'permit', id: recordIdOf(fact), command: 'ExpirePermit', data: { dueOn } };
  return [...review(fact), { set: { key: keyOf('permit', fact, 'expiry'), dueOn, ...own } }];
};
const noExpiry = (fact: Recorded): DeadlineChange[] => [{ clear: keyOf('permit', fact, 'expiry') }];

// The nominal day, not the one that a rest day moves it to: rest days do not lengthen coercion.
const seal = (fact: Recorded<Pick<environment.PropertySealedCoercively, 'sealId' | 'due'>>): DeadlineChange[] => {
  const { sealId, due } = fact.data;
  const dueOn = due.nominalDue;
  const own = { record: 'case', id: recordIdOf(fact), command: 'PassSealPeriod', data: { sealId, dueOn } };
  return [{ set: { key: keyOf('case', fact, `seal-${sealId}`), dueOn, ...own } }];
};
const noSeal = (fact: Recorded<{ readonly sealId: string }>): DeadlineChange[] => [
  { clear: keyOf('case', fact, `seal-${fact.data.sealId}`) },
];

const limit = (fact: Recorded<Pick<environment.ProductionLimited, 'due'>>): DeadlineChange[] => {
  const dueOn = fact.data.due.nominalDue;
  const own = { record: 'case', id: recordIdOf(fact), command: 'PassProductionLimit', data: { dueOn } };
  return [{ set: { key: keyOf('case', fact, 'limit'), dueOn, ...own } }];
};
const noLimit = (fact: Recorded): DeadlineChange[] => [{ clear: keyOf('case', fact, 'limit') }];

const noRecheck = (fact: Recorded<{ readonly round: number }>): DeadlineChange[] => [
  { clear: keyOf('case', fact, `recheck-${fact.data.round}`) },
];

/** Reviews, permits, rechecks, seals and limitations each have a last day (二(二)). */
export const deadlines: Deadlines = {
  when: {
    'environment.PermitApplicationAccepted': (fact: Recorded<environment.PermitApplicationAccepted>) => {
      const { applicationId, due } = fact.data;
      const dueOn = due.rolledDue;
      const own = {
        record: 'permit',
        id: recordIdOf(fact),
        command: 'PassReviewDeadline',
        data: { applicationId, dueOn },
      };
      return [{ set: { key: keyOf('permit', fact, `review-${applicationId}`), dueOn, ...own } }];
    },
    'environment.DischargePermitRefused': review,
    'environment.PermitReviewOverdue': review,
    'environment.DischargePermitIssued': expires,
    'environment.DischargePermitRenewed': expires,
    'environment.DischargePermitExpired': noExpiry,
    'environment.DischargePermitAnnulled': noExpiry,
    'environment.DischargePermitRevoked': noExpiry,
    'environment.DischargePermitWithdrawn': noExpiry,
    'environment.DischargePermitCancelled': noExpiry,

    'environment.CorrectionOrdered': (fact: Recorded<environment.CorrectionOrdered>) => {
      const { round, due } = fact.data;
      const dueOn = due.rolledDue;
      const own = { record: 'case', id: recordIdOf(fact), command: 'PassRecheckDeadline', data: { dueOn } };
      return [{ set: { key: keyOf('case', fact, `recheck-${round}`), dueOn, ...own } }];
    },
    'environment.CorrectionRechecked': noRecheck,
    'environment.RecheckOverdue': noRecheck,

    'environment.PropertySealedCoercively': seal,
    'environment.SealExtended': seal,
    'environment.SealAppraisalRecorded': seal,
    'environment.PropertySealLifted': noSeal,
    'environment.SealPeriodExpired': noSeal,

    'environment.ProductionLimited': limit,
    'environment.ProductionLimitExtended': limit,
    'environment.ProductionLimitExpired': noLimit,
    'environment.ProductionStoppedForTreatment': noLimit,
    'environment.ProductionResumed': noLimit,
  },
};
