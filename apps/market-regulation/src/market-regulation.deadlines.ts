import type { marketRegulation } from '#contracts';
import { recordIdOf, type DeadlineChange, type Deadlines, type Recorded } from '#decider';
import { penaltyDeadlines } from '#procedure';

/** The time to object, the time to correct, and the last day of a licence (二(三)). */
export const deadlines: Deadlines = {
  when: {
    ...penaltyDeadlines('market-regulation'),

    'marketRegulation.TestResultServed': (fact: Recorded<marketRegulation.TestResultServed>) => [
      due('sample', fact, 'objection', fact.data.due.rolledDue, 'PassObjectionPeriod'),
    ],
    'marketRegulation.TestObjectionFiled': (fact) => [done('sample', fact, 'objection')],
    'marketRegulation.NonconformityEstablished': (fact) => [done('sample', fact, 'objection')],

    'marketRegulation.QualityCorrectionOrdered': (fact: Recorded<marketRegulation.QualityCorrectionOrdered>) => [
      due('case', fact, 'correction', fact.data.due.rolledDue, 'PassCorrectionDeadline'),
    ],
    'marketRegulation.QualityCorrectionOverdue': (fact) => [done('case', fact, 'correction')],
    'marketRegulation.QualityCaseClosed': (fact) => [done('case', fact, 'correction')],
    'marketRegulation.BusinessLicenceRevoked': (fact) => [done('case', fact, 'correction')],

    'marketRegulation.ProductionLicenceIssued': ({
      stream,
      data,
    }: Recorded<marketRegulation.ProductionLicenceIssued>) => {
      const id = recordIdOf({ stream });
      const own = { record: 'licence', id, command: 'ExpireLicence', data: { validTo: data.validTo } };
      return [{ set: { key: `licence/${id}/validity`, dueOn: data.validTo, ...own } }];
    },
    'marketRegulation.ProductionLicenceExpired': (fact) => [done('licence', fact, 'validity')],
    'marketRegulation.ProductionLicenceCancelled': (fact) => [done('licence', fact, 'validity')],
    'marketRegulation.ProductionLicenceRevoked': (fact) => [done('licence', fact, 'validity')],
  },
};

const keyOf = (record: string, fact: Recorded, what: string): string => `${record}/${recordIdOf(fact)}/${what}`;

const due = (record: string, fact: Recorded, what: string, dueOn: string, command: string): DeadlineChange => ({
  set: { key: keyOf(record, fact, what), dueOn, record, id: recordIdOf(fact), command, data: { dueOn } },
});

const done = (record: string, fact: Recorded, what: string): DeadlineChange => ({ clear: keyOf(record, fact, what) });
