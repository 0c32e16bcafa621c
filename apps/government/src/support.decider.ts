import { industryCodes } from '#codes';
import type { government } from '#contracts';
import { alreadySays, contentOf, type Circumstances, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';

type Events = government.Events<'support'>;

interface Support {
  /** Whom the record is about, since its first fact. */
  readonly enterprise?: Events['SupportGranted']['enterprise'];
  readonly grants: readonly Events['SupportGranted'][];
  readonly exit?: Events['VoluntaryExitAgreed'];
  readonly conversion?: Events['ConversionRecorded'];
  readonly resettled: readonly Events['StaffResettled'][];
}

const clause = '4.4';
const rulesOf = ({ occurredAt }: Circumstances) => [ruleRef(lawOn('plan/support', dayOf(occurredAt)))];

/** What an enterprise gets so that it goes of its own will, and what became of it and its people (四(四)). */
export const support: Decider<Support, government.Commands<'support'>, Events> = {
  name: 'government.support',
  initial: { grants: [], resettled: [] },

  decide: {
    GrantSupport: (command, state, given) => {
      const grant = contentOf(command);
      const known = state.grants.find(({ documentNumber }) => documentNumber === grant.documentNumber);
      if (isRepeated(known, grant, { zh: '扶持文件', en: 'grant under that document', clause })) return [];
      mustBeTheSame(state, grant);
      if (grant.kind === 'FUND' && !grant.amountFen)
        throw refusal(
          'no-amount',
          { zh: '资金扶持须填写金额', en: 'Support by funds says how much' },
          {
            ...cite(lawOn('plan/support', dayOf(given.occurredAt))),
            wayOut: { zh: '填写 amountFen（分）', en: 'Give `amountFen`, in fen' },
          },
        );
      return [{ type: 'SupportGranted', data: grant, rules: rulesOf(given) }];
    },

    AgreeVoluntaryExit: (command, state, given) => {
      const agreement = contentOf(command);
      if (isRepeated(state.exit, agreement, { zh: '退出协议', en: 'agreement', clause })) return [];
      mustBeTheSame(state, agreement);
      mustNotPrecede(agreement.exitBy, dayOf(given.occurredAt), clause, '协议', 'the agreement');
      return [{ type: 'VoluntaryExitAgreed', data: agreement, rules: rulesOf(given) }];
    },

    RecordConversion: (command, state, given) => {
      const conversion = contentOf(command);
      if (isRepeated(state.conversion, conversion, { zh: '转产', en: 'conversion', clause })) return [];
      mustBeTheSame(state, conversion);
      mustHaveCome(conversion.convertedOn, given, clause);
      mustLeaveItsIndustry(conversion);
      return [{ type: 'ConversionRecorded', data: conversion, rules: rulesOf(given) }];
    },

    ResettleStaff: (command, state, given) => {
      const settled = contentOf(command);
      if (state.resettled.some((one) => alreadySays(one, settled))) return [];
      mustBeTheSame(state, settled);
      mustHaveCome(settled.settledOn, given, clause);
      return [{ type: 'StaffResettled', data: settled, rules: rulesOf(given) }];
    },
  },

  evolve: {
    SupportGranted: (state, grant) => ({ ...known(state, grant), grants: [...state.grants, grant] }),
    VoluntaryExitAgreed: (state, exit) => ({ ...known(state, exit), exit }),
    ConversionRecorded: (state, conversion) => ({ ...known(state, conversion), conversion }),
    StaffResettled: (state, settled) => ({ ...known(state, settled), resettled: [...state.resettled, settled] }),
  },

  subject: ({ enterprise }) => ({ uscc: enterprise?.uscc, siteId: enterprise?.siteId }),
};

type About = Pick<Events['SupportGranted'], 'enterprise'>;

const known = (state: Support, { enterprise }: About): Support => ({
  ...state,
  enterprise: state.enterprise ?? enterprise,
});

function mustBeTheSame({ enterprise }: Support, { enterprise: other }: About): void {
  if (!enterprise || enterprise.uscc === other.uscc) return;
  throw refusal(
    'another-enterprise',
    { zh: `该编号已用于${enterprise.name}`, en: `The id is that of ${enterprise.name}` },
    { clause, wayOut: { zh: '另一企业使用新的编号', en: 'Another enterprise takes an id of its own' } },
  );
}

/** A conversion leads out of the industries that the plan retires capacity in. */
function mustLeaveItsIndustry({ newIndustryCode }: Events['ConversionRecorded']): void {
  if (/^\d{4}$/.test(newIndustryCode) && !(industryCodes as readonly string[]).includes(newIndustryCode)) return;
  throw refusal(
    'no-conversion',
    {
      zh: `“${newIndustryCode}”不是转产：应为重点行业以外的四位行业代码`,
      en: `${newIndustryCode} is no conversion: it must be a four-digit class outside of the industries in scope`,
    },
    {
      clause,
      wayOut: { zh: '填写转产后的 GB/T 4754-2017 小类', en: 'Give the GB/T 4754-2017 class that it works in now' },
      facts: { newIndustryCode },
    },
  );
}
