import type { marketRegulation } from '#contracts';
import { readLicenceNumber } from '#codes';
import { alreadySays, contentOf, type Decider, type Refusal } from '#decider';
import { addMonths, dayOf, isOver, ruleRef } from '#law';
import { requestCancellation } from './cancellation.js';
import {
  endedBy,
  mustBeInForce,
  mustBeItsIssuer,
  mustBeLicensed,
  numberOf,
  type Events,
  type Licence,
} from './licence.state.js';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNameLaw, mustNotPrecede, refusal } from './law.js';

const clause = '2.3.1';
const penalties = '2.3.3';

/** A production licence as its issuer, the province, grants and ends it, and what the city does about it (二(三)). */
export const licence: Decider<Licence, marketRegulation.Commands<'licence'>, Events> = {
  name: 'marketRegulation.licence',
  initial: {},

  decide: {
    RecordLicenceIssued: (command, { issued }, given) => {
      const { licenceNumber: printed, ...decision } = contentOf(command);
      const licenceNumber = readLicenceNumber(printed)?.key ?? noNumber(printed, decision.decidedOn);
      const grant = { ...decision, licenceNumber };
      if (isRepeated(issued, grant, { zh: '许可证核发', en: 'issue of this licence', clause })) return [];
      const { decidedOn, validFrom, validTo } = grant;
      const day = dayOf(given.occurredAt);
      mustHaveCome(decidedOn, given, clause);
      mustNotPrecede(validTo, validFrom, clause, '有效期开始', 'its beginning');
      mustLastNoLonger(validFrom, validTo);
      const rules = [
        ruleRef(lawOn('quality/licence-validity', validFrom)),
        ruleRef(lawOn('quality/publish-holders', day)),
      ];
      return [{ type: 'ProductionLicenceIssued', data: grant, rules }];
    },

    InspectLicensee: (command, state, given) => {
      const inspection = contentOf(command);
      const { inspected, inspectedAt } = state;
      const day = dayOf(given.occurredAt);
      if (inspectedAt === given.occurredAt && alreadySays(inspected, inspection)) return [];
      const { licenceNumber } = mustBeInForce(state, { zh: '对获证企业开展专项检查', en: 'inspected' }, '2.3.2');
      if (inspection.meetsConditions === inspection.problems.length > 0) throw verdictAndProblems(inspection, day);
      const rules = [ruleRef(lawOn('quality/special-inspection', day)), enoughOfficers(given, '2.3.2')];
      return [{ type: 'LicenseeSpecialInspectionConducted', data: { licenceNumber, ...inspection }, rules }];
    },

    RequestLicenceCancellation: requestCancellation,

    RecordCancellationDeclined: (command, state, given) => {
      const answer = contentOf(command);
      if (alreadySays(state.declined, answer)) return [];
      if (!state.requested || state.declined || endedBy(state)) throw nothingAsked(state);
      mustBeItsIssuer(state, answer.issuer, clause);
      mustHaveCome(answer.declinedOn, given, clause);
      mustNotPrecede(answer.declinedOn, state.requestedOn!, clause, '提请注销', 'the request');
      return [{ type: 'LicenceCancellationDeclined', data: answer }];
    },

    RecordLicenceCancelled: (command, state, given) => {
      const cancellation = contentOf(command);
      const { cancelled, requested } = state;
      if (isRepeated(cancelled, cancellation, { zh: '注销', en: 'cancellation', clause })) return [];
      const { enterprise, decidedOn } = mustBeLicensed(state);
      mustBeItsIssuer(state, cancellation.issuer, clause);
      const rule = lawOn('quality/licence-cancellation', cancellation.cancelledOn);
      if (cancellation.ground === 'CLOSED' && !requested)
        throw refusal(
          'cancellation-not-requested',
          { zh: '未因关停提请注销，不能登记为因关停注销', en: 'Nobody asked for a cancellation because of a closure' },
          {
            ...cite(rule, clause),
            wayOut: {
              zh: '先依据政府关闭决定提请注销；许可机关因其他原因注销的，如实填写 ground',
              en: 'Request it first on the government’s closure; where the issuer had another reason, give that ground',
            },
          },
        );
      const earliest = cancellation.ground === 'CLOSED' ? state.requestedOn! : decidedOn;
      mustNotPrecede(cancellation.cancelledOn, earliest, clause, '提请或核发', 'the request or the issue');
      mustHaveCome(cancellation.cancelledOn, given, clause);
      return [
        {
          type: 'ProductionLicenceCancelled',
          data: { enterprise, licenceNumber: numberOf(state), ...cancellation },
          rules: [ruleRef(rule)],
        },
      ];
    },

    RecordLicenceRevoked: (command, state, given) => {
      const decision = contentOf(command);
      if (isRepeated(state.revoked, decision, { zh: '吊销', en: 'revocation', clause: penalties })) return [];
      const { enterprise, decidedOn } = mustBeLicensed(state);
      if (state.cancelled) mustBeInForce(state, { zh: '吊销', en: 'revoked' }, penalties);
      mustBeItsIssuer(state, decision.issuer, penalties);
      mustNameLaw(decision.legalBasis, penalties, decision.revokedOn);
      mustNotPrecede(decision.revokedOn, decidedOn, penalties, '核发', 'the issue');
      mustHaveCome(decision.revokedOn, given, penalties);
      const barred = lawOn('quality/licence-reapplication', decision.revokedOn);
      return [
        {
          type: 'ProductionLicenceRevoked',
          data: {
            enterprise,
            licenceNumber: numberOf(state),
            ...decision,
            barredUntil: addMonths(decision.revokedOn, barred.length),
          },
          rules: [ruleRef(lawOn('quality/licence-revocation', decision.revokedOn)), ruleRef(barred)],
        },
      ];
    },

    ExpireLicence: ({ validTo }, state, { now }) => {
      if (state.issued?.validTo !== validTo || endedBy(state)) return [];
      if (!isOver(validTo, now))
        throw refusal(
          'period-still-runs',
          { zh: `许可证有效期至${validTo}24时`, en: `The licence is valid until 24:00 of ${validTo}` },
          { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { validTo, now } },
        );
      return [{ type: 'ProductionLicenceExpired', data: { licenceNumber: numberOf(state), validTo } }];
    },
  },

  evolve: {
    ProductionLicenceIssued: (state, issued) => ({ ...state, issued }),
    LicenseeSpecialInspectionConducted: (state, inspected, { occurredAt }) => ({
      ...state,
      inspected,
      inspectedAt: occurredAt,
    }),
    LicenceCancellationRequested: (state, requested, { occurredAt }) => ({
      ...state,
      requested,
      requestedOn: dayOf(occurredAt),
      declined: undefined,
    }),
    LicenceCancellationDeclined: (state, declined) => ({ ...state, declined }),
    ProductionLicenceCancelled: (state, cancelled) => ({ ...state, cancelled }),
    ProductionLicenceRevoked: (state, revoked) => ({ ...state, revoked }),
    ProductionLicenceExpired: (state, expired) => ({ ...state, expired }),
  },

  subject: ({ issued, revoked }) => ({
    uscc: issued?.enterprise.uscc,
    siteId: issued?.enterprise.siteId,
    caseId: revoked?.caseId,
  }),

  consults: {
    RequestLicenceCancellation: ({ closureProposalId }) => [`government.closureProposal-${closureProposalId}`],
  },
};

/** 许可证条例 art. 25: five years, and the day that corresponds to the first is the last at the latest. */
function mustLastNoLonger(validFrom: string, validTo: string): void {
  const rule = lawOn('quality/licence-validity', validFrom);
  const latest = addMonths(validFrom, rule.length);
  if (validTo <= latest) return;
  throw refusal(
    'licence-too-long',
    {
      zh: `自${validFrom}起最长有效至${latest}，不能至${validTo}`,
      en: `From ${validFrom} it is valid to ${latest} at the latest, not to ${validTo}`,
    },
    {
      ...cite(rule, clause),
      wayOut: { zh: '按许可证载明的有效期填写', en: 'Give the days that are printed on the licence' },
      facts: { validFrom, validTo, latest },
    },
  );
}

function noNumber(printed: string, day: string): never {
  throw refusal(
    'licence-number',
    { zh: `“${printed}”不是工业产品生产许可证编号`, en: `"${printed}" is not the number of a production licence` },
    {
      ...cite(lawOn('quality/licence-number', day), clause),
      wayOut: {
        zh: '写作 XK05-001-00001，省级核发的写作 (粤)XK05-001-00001',
        en: 'Write XK05-001-00001, or (粤)XK05-001-00001 when the province issued it',
      },
      facts: { licenceNumber: printed },
    },
  );
}

const verdictAndProblems = (
  { meetsConditions, problems }: Pick<marketRegulation.InspectLicensee, 'meetsConditions' | 'problems'>,
  day: string,
): Refusal =>
  refusal(
    'verdict-and-problems',
    {
      zh: meetsConditions ? '结论为符合条件，但列有问题' : '结论为不符合条件，但未列问题',
      en: meetsConditions
        ? 'The conditions are met, and yet there are problems'
        : 'Not met, and yet no problem is named',
    },
    {
      ...cite(lawOn('quality/special-inspection', day), '2.3.2'),
      wayOut: {
        zh: '不符合的逐项写入 problems；符合的留空',
        en: 'Name each problem in `problems` when they are not met, and none when they are',
      },
      facts: { meetsConditions, problems: problems.length },
    },
  );

const nothingAsked = (state: Licence): Refusal =>
  refusal(
    'cancellation-not-pending',
    { zh: '没有待答复的注销提请', en: 'No request for cancellation waits for an answer' },
    {
      clause,
      wayOut: { zh: '先提请注销；已答复的不再登记', en: 'Request the cancellation first; one answer is recorded' },
      facts: { requested: state.requested?.documentNumber ?? null, endedBy: endedBy(state) ?? null },
    },
  );
