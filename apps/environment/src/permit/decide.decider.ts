import type { environment } from '#contracts';
import { alreadySays, contentOf, type Circumstances } from '#decider';
import { addDays, addMonths, dayOf, ruleRef } from '#law';
import { capacityStreams, dueAmong, dueForElimination, notDueForElimination } from '../elimination.js';
import { cite, lawOn, mustHaveCome, mustNotPrecede, refusal } from '../law.js';
import { clause, mustBeThisSite, type Content, type Events, type Permit, type PermitDecider } from './state.js';

type Decide = 'IssuePermit' | 'RefusePermit' | 'RenewPermit' | 'BringInPermit';
type Application = Events['PermitApplicationAccepted'];

/** What becomes of an application. Capacity that is due for elimination gets no permit, and no renewal (2.2.1). */
export const decide: Pick<PermitDecider['decide'], Decide> = {
  IssuePermit: (command, state, given) => {
    const issue = contentOf(command);
    if (alreadySays(state.said.DischargePermitIssued, issue)) return [];
    const application = pending(state, issue.applicationId, ['FIRST', 'REAPPLICATION']);
    const elimination = mustNotBeDue(state, application, given);
    mustNotPrecede(issue.validFrom, application.acceptedOn, clause, '受理', 'the acceptance');
    mustKnowOutlets(issue);
    const { validFrom, outlets, limits } = issue;
    const { content, rules } = contentFrom(application, { validFrom, outlets, limits }, dayOf(given.occurredAt));
    const data = { ...content, applicationId: issue.applicationId };
    return [{ type: 'DischargePermitIssued', data, rules: [...rules, elimination] }];
  },

  RenewPermit: (command, state, given) => {
    const renewal = contentOf(command);
    if (alreadySays(state.said.DischargePermitRenewed, renewal)) return [];
    const application = pending(state, renewal.applicationId, ['RENEWAL']);
    const elimination = mustNotBeDue(state, application, given);
    mustKnowOutlets(renewal);
    const { outlets, limits } = renewal;
    const validFrom = addDays(state.content!.validTo, 1);
    const { content, rules } = contentFrom(application, { validFrom, outlets, limits }, dayOf(given.occurredAt));
    const data = { ...content, applicationId: renewal.applicationId };
    return [{ type: 'DischargePermitRenewed', data, rules: [...rules, elimination] }];
  },

  RefusePermit: (command, state, given) => {
    const decision = contentOf(command);
    if (alreadySays(state.said.DischargePermitRefused, decision)) return [];
    const application = pending(state, decision.applicationId, ['FIRST', 'REAPPLICATION', 'RENEWAL']);
    mustNotPrecede(decision.decidedOn, application.acceptedOn, clause, '受理', 'the acceptance');
    mustHaveCome(decision.decidedOn, given, clause);
    const rule = lawOn('permit/elimination', dayOf(given.occurredAt));
    const isElimination = decision.ground === 'DUE_FOR_ELIMINATION';
    const records = dueHere(state, application, given);
    if (isElimination && records.length === 0) throw notDueForElimination(rule);
    const { enterprise } = application;
    const data = { enterprise, ...decision, ...(isElimination ? { records } : {}) };
    const validTo = state.content?.validTo;
    // A renewal asked for in time kept the permit alive until now.
    const expired = state.status === 'in-force' && validTo && validTo < dayOf(given.occurredAt) ? [validTo] : [];
    return [
      { type: 'DischargePermitRefused', data, rules: isElimination ? [ruleRef(rule)] : [] },
      ...expired.map((dueOn) => ({ type: 'DischargePermitExpired' as const, data: { dueOn } })),
    ];
  },

  BringInPermit: (command, state, { id, occurredAt }) => {
    const permit = contentOf(command);
    const {
      applicationId,
      permitNumber: _,
      pollutants: __,
      renewBy: ___,
      ...issued
    } = state.said.DischargePermitIssued ?? {};
    if (applicationId === undefined && alreadySays<object>(issued, permit)) return [];
    mustBeThisSite(permit.enterprise.siteId, id);
    const { validFrom, validTo } = permit;
    const law = BEFORE_REGULATION < validFrom ? undefined : lawOn('permit/validity', validFrom);
    if (
      !law ||
      state.status !== 'none' ||
      state.pending ||
      validTo > lastDay(validFrom, law.length) ||
      validTo <= validFrom
    )
      throw refusal(
        'not-to-be-brought-in',
        {
          zh: '补录仅限2021年3月1日前核发、尚无记录、有效期不超过五年的排污许可证',
          en: 'Only a permit issued before 1 March 2021, not on record yet and valid for five years at most, is brought in',
        },
        {
          ...cite(lawOn('permit/validity', dayOf(occurredAt))),
          wayOut: {
            zh: '此后的许可证按申请、审批程序办理',
            en: 'Later permits go by application and decision',
          },
          facts: { validFrom, validTo, status: state.status },
        },
      );
    mustKnowOutlets(permit);
    const renewBy = addDays(validTo, -lawOn('permit/renewal', dayOf(occurredAt)).length);
    const data = { ...permit, permitNumber: id, renewBy, pollutants: pollutantsOf(permit.limits) };
    return [{ type: 'DischargePermitIssued', data, rules: [ruleRef(law)] }];
  },
};

/** The last day before the Regulation on Discharge Permits. */
const BEFORE_REGULATION = '2021-02-28';

const streamsOfPending = (_: unknown, { pending }: Permit) => capacityStreams(pending?.capacityRecords);

export const consultsOfDecide: PermitDecider['consults'] = {
  IssuePermit: streamsOfPending,
  RenewPermit: streamsOfPending,
  RefusePermit: streamsOfPending,
};

function pending({ pending }: Permit, applicationId: string, purposes: readonly Application['purpose'][]): Application {
  if (pending?.applicationId === applicationId && purposes.includes(pending.purpose)) return pending;
  throw refusal(
    'no-such-application',
    {
      zh: `没有待决定的申请“${applicationId}”，或者申请类型不符`,
      en: `No application ${applicationId} of this kind waits for a decision`,
    },
    {
      clause,
      wayOut: {
        zh: '先受理申请；首次和重新申请用 issue-permit，延续用 renew-permit',
        en: 'Accept it first; a first or new application is issued, a renewal is renewed',
      },
      facts: { pending: pending?.applicationId ?? null, purpose: pending?.purpose ?? null },
    },
  );
}

const dueHere = ({ dueForElimination: noted }: Permit, application: Application, given: Circumstances): string[] => [
  ...new Set([...noted, ...dueAmong(application.capacityRecords, given)]),
];

function mustNotBeDue(state: Permit, application: Application, given: Circumstances) {
  const rule = lawOn('permit/elimination', dayOf(given.occurredAt));
  const records = dueHere(state, application, given);
  if (records.length > 0) throw dueForElimination(rule, records, 'refuse-permit');
  return ruleRef(rule);
}

function mustKnowOutlets({ outlets, limits }: Pick<environment.IssuePermit, 'outlets' | 'limits'>): void {
  const unknown = limits.find(({ outletId }) => !outlets.some((outlet) => outlet.outletId === outletId));
  if (!unknown) return;
  throw refusal(
    'no-such-outlet',
    {
      zh: `限值所列排放口${unknown.outletId}不在许可证的排放口之中`,
      en: `A limit is for outlet ${unknown.outletId}, which is not among the outlets`,
    },
    {
      clause,
      wayOut: { zh: '在 outlets 中列明该排放口', en: 'List it among the `outlets`' },
      facts: { outletId: unknown.outletId },
    },
  );
}

const pollutantsOf = (limits: readonly environment.PermitLimit[]): string[] => [
  ...new Set(limits.map(({ pollutant }) => pollutant)),
];

/** The last day of a permit: the day before the corresponding one. */
const lastDay = (validFrom: string, months: number): string => addDays(addMonths(validFrom, months), -1);

function contentFrom(
  { enterprise, managementClass }: Application,
  terms: Pick<Content, 'validFrom' | 'outlets' | 'limits'>,
  day: string,
) {
  const validity = lawOn('permit/validity', day);
  const renewal = lawOn('permit/renewal', day);
  const validTo = lastDay(terms.validFrom, validity.length);
  const content: Content = {
    enterprise,
    permitNumber: enterprise.siteId!,
    managementClass,
    ...terms,
    validTo,
    renewBy: addDays(validTo, -renewal.length),
    pollutants: pollutantsOf(terms.limits),
  };
  return { content, rules: [ruleRef(validity), ruleRef(renewal)] };
}
