import { alreadySays, contentOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { capacityStreams, mustBeTheirCapacity } from '../elimination.js';
import { cite, dueAfter, lawOn, mustHaveCome, refusal } from '../law.js';
import { clause, mustBeThisSite, statusSays, type Permit, type PermitDecider } from './state.js';

type Apply =
  | 'AcceptPermitApplication'
  | 'RejectPermitApplication'
  | 'PassReviewDeadline'
  | 'RegisterDischarge'
  | 'NoteElimination';

/** Applications: accepted with a day by which they are decided, or rejected (2.2.1). */
export const apply: Pick<PermitDecider['decide'], Apply> = {
  AcceptPermitApplication: (command, state, given) => {
    const { siteVisit, ...application } = contentOf(command);
    const { applicationId, enterprise, purpose, managementClass, acceptedOn, capacityRecords } = application;
    const known = state.applications[applicationId];
    if (alreadySays<object>(known, application)) return [];
    mustBeNewApplication(state, applicationId);
    mustBeThisSite(enterprise.siteId, given.id);
    mustHaveCome(acceptedOn, given, clause);
    mustBePossible(state, purpose, acceptedOn);
    mustBeTheirCapacity(capacityRecords, enterprise.uscc, given);
    const review =
      managementClass === 'SIMPLIFIED'
        ? lawOn('permit/simplified-review', acceptedOn)
        : siteVisit
          ? lawOn('permit/key-review-visit', acceptedOn)
          : lawOn('permit/key-review', acceptedOn);
    const site = lawOn('permit/site', acceptedOn);
    const due = dueAfter(review, acceptedOn);
    const isLate = purpose === 'RENEWAL' ? { isLate: acceptedOn > state.content!.renewBy } : {};
    return [
      {
        type: 'PermitApplicationAccepted',
        data: { ...application, ...isLate, due },
        rules: [ruleRef(review), ruleRef(site)],
      },
    ];
  },

  RejectPermitApplication: (command, state, given) => {
    const rejection = contentOf(command);
    if (alreadySays(state.rejections[rejection.applicationId], rejection)) return [];
    mustBeNewApplication(state, rejection.applicationId);
    mustBeThisSite(rejection.enterprise.siteId, given.id);
    mustHaveCome(rejection.rejectedOn, given, clause);
    return [{ type: 'PermitApplicationRejected', data: rejection }];
  },

  PassReviewDeadline: ({ applicationId, dueOn }, { pending, overdue }, { now }) => {
    if (pending?.applicationId !== applicationId || pending.due.rolledDue !== dueOn) return [];
    if (overdue.includes(applicationId)) return [];
    if (!isOver(dueOn, now))
      throw refusal(
        'period-still-runs',
        { zh: `审批期限至${dueOn}24时届满，尚未届满`, en: `The time to decide runs until 24:00 of ${dueOn}` },
        { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
      );
    return [{ type: 'PermitReviewOverdue', data: { applicationId, dueOn } }];
  },

  RegisterDischarge: (command, { status, registered }, { id, occurredAt }) => {
    const registration = contentOf(command);
    if (alreadySays(registered, registration)) return [];
    mustBeThisSite(registration.enterprise.siteId, id);
    if (status === 'in-force')
      throw refusal(
        'permit-in-force',
        { zh: '该场所持有排污许可证，不作排污登记', en: 'The site has a permit; its discharge is not registered' },
        {
          clause,
          wayOut: { zh: '登记管理仅适用于不需要许可证的单位', en: 'Registration is for units that need no permit' },
        },
      );
    const rule = lawOn('permit/site', dayOf(occurredAt));
    return [{ type: 'DischargeRegistered', data: registration, rules: [ruleRef(rule)] }];
  },

  NoteElimination: (command, { dueForElimination }, { occurredAt }) => {
    const note = contentOf(command);
    if (dueForElimination.includes(note.source) === note.isDue) return [];
    const rule = lawOn('permit/elimination', dayOf(occurredAt));
    return [{ type: 'EliminationNoted', data: note, rules: [ruleRef(rule)] }];
  },
};

export const consultsOfApply: PermitDecider['consults'] = {
  AcceptPermitApplication: ({ capacityRecords }) => capacityStreams(capacityRecords),
};

function mustBeNewApplication({ applications, rejections }: Permit, applicationId: string): void {
  if (!applications[applicationId] && !rejections[applicationId]) return;
  throw refusal(
    'already-recorded',
    {
      zh: `申请${applicationId}已登记，内容不同`,
      en: `Application ${applicationId} is on record, otherwise than this`,
    },
    { clause, wayOut: { zh: '另一申请使用新的申请编号', en: 'Another application takes an id of its own' } },
  );
}

/** Whether somebody may apply at all, and for this: one at a time, not while barred, renewal only of what is in force. */
function mustBePossible(
  { status, pending, said }: Permit,
  purpose: 'FIRST' | 'REAPPLICATION' | 'RENEWAL',
  acceptedOn: string,
): void {
  if (pending)
    throw refusal(
      'application-pending',
      {
        zh: `申请${pending.applicationId}尚未决定`,
        en: `Application ${pending.applicationId} waits for its decision`,
      },
      {
        clause,
        wayOut: { zh: '先对该申请作出决定', en: 'Decide that one first' },
        facts: { applicationId: pending.applicationId },
      },
    );
  const barredUntilOn = said.DischargePermitAnnulled?.barredUntilOn;
  if (barredUntilOn && acceptedOn <= barredUntilOn)
    throw refusal(
      'barred-after-fraud',
      {
        zh: `以不正当手段取得的许可证已撤销，至${barredUntilOn}不得再次申请`,
        en: `A permit obtained by fraud was annulled; nobody may apply again up to ${barredUntilOn}`,
      },
      {
        ...cite(lawOn('permit/fraud-ban', acceptedOn)),
        wayOut: { zh: '不予受理（BARRED），期满后再申请', en: 'Reject it as BARRED; apply when the time is over' },
        facts: { barredUntilOn },
      },
    );
  const isInForce = status === 'in-force';
  if (isInForce === (purpose !== 'FIRST')) return;
  throw refusal(
    'wrong-purpose',
    {
      zh: `该场所的排污许可证${statusSays(status).zh}，申请类型不能为${purpose}`,
      en: `The permit of this site ${statusSays(status).en}; nobody applies for ${purpose} then`,
    },
    {
      clause,
      wayOut: {
        zh: '无有效许可证的为首次申请（FIRST）；有效期内的为延续（RENEWAL）或重新申请（REAPPLICATION）',
        en: 'Without a permit in force it is FIRST; with one, RENEWAL or REAPPLICATION',
      },
      facts: { status, purpose },
    },
  );
}
