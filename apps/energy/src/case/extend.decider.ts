import { alreadySays, contentOf, Refusal, type Bilingual } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, dueExtended, lawOn } from '../law.js';
import { isPastDue, outOfPhase, type CaseDecider, type EnergyCase } from './state.js';

const clause = '2.1.3';

/** The one extension: asked for in time, at most three months, counted from the un-rolled deadline (2.1.3). */
export const extension: Pick<CaseDecider['decide'], 'RequestExtension' | 'GrantExtension' | 'RefuseExtension'> = {
  RequestExtension: (command, state, given) => {
    const request = contentOf(command);
    if (alreadySays(state.said.ExtensionRequested, request)) return [];
    const { filedOn, months } = request;
    const once = lawOn('energy/extension-count', filedOn);
    if (state.said.ExtensionGranted)
      throw new Refusal(
        'energy/extension-already-granted',
        { zh: '延期只能准予一次，本案已准予延期', en: 'An extension is granted once, and this case has had it' },
        {
          ...cite(once),
          wayOut: {
            zh: '在现有期限内完成整改并报告；届满后、提请关闭前仍可报告',
            en: 'Rectify and report by the deadline in force; a late report is taken until closure is proposed',
          },
          facts: { dueOn: state.due?.rolledDue },
        },
      );
    // A request made in time counts even when its posting reached the ledger after the timer.
    if (state.phase !== 'rectifying' && state.phase !== 'expired')
      throw outOfPhase(
        state.phase === 'extension-asked' ? 'extension-pending' : 'no-period-running',
        { zh: '申请延期', en: 'extended' },
        state,
        {
          clause,
          wayOut: {
            zh: '延期在整改期限内申请，一次一件；请先决定未决的申请',
            en: 'An extension is requested within the period, one at a time; decide the pending one first',
          },
        },
      );
    mustBeFiledThatDay(filedOn, dayOf(given.occurredAt));
    mustBeInTime(state, given);
    const rule = lawOn('energy/extension', filedOn);
    if (months > rule.length)
      throw tooLong('extension-too-long', months, rule.length, cite(rule), {
        zh: `申请${rule.length}个月以内`,
        en: `Ask for ${rule.length} months or less`,
      });
    return [{ type: 'ExtensionRequested', data: request, rules: [ruleRef(rule), ruleRef(once)] }];
  },

  GrantExtension: (command, state) => {
    const { months } = contentOf(command);
    const { ExtensionGranted: granted, ExtensionRequested: request } = state.said;
    if (granted?.months === months) return [];
    if (state.phase !== 'extension-asked' || !request || !state.due)
      throw nothingAsked('准予延期', 'granted more time', state);
    const rule = lawOn('energy/extension', request.filedOn);
    if (months > request.months)
      throw tooLong('more-than-asked', months, request.months, cite(rule), {
        zh: `准予不超过申请的${request.months}个月`,
        en: `Grant at most the ${request.months} months that were asked for`,
      });
    const total = lawOn('energy/total-period', request.filedOn);
    return [
      {
        type: 'ExtensionGranted',
        data: { months, due: dueExtended(state.due, months, rule) },
        rules: [ruleRef(rule), ruleRef(total)],
      },
    ];
  },

  RefuseExtension: (command, state) => {
    const { reason } = contentOf(command);
    if (state.phase !== 'extension-asked' || !state.due) {
      if (state.said.ExtensionRefused?.reason === reason) return [];
      throw nothingAsked('不予延期', 'refused more time', state);
    }
    return [{ type: 'ExtensionRefused', data: { reason, dueOn: state.due.rolledDue } }];
  },
};

function mustBeFiledThatDay(filedOn: string, day: string): void {
  if (filedOn === day) return;
  throw new Refusal(
    'energy/filed-on-another-day',
    {
      zh: `提出日${filedOn}与法律时间所在日${day}不一致`,
      en: `The day of filing, ${filedOn}, is not the day of the legal time, ${day}`,
    },
    {
      clause,
      wayOut: {
        zh: 'occurredAt 填写提出申请的时刻（北京时间），filedOn 填写其当日',
        en: 'Let `occurredAt` be the moment of filing and `filedOn` its day in China',
      },
      facts: { filedOn, day },
    },
  );
}

function mustBeInTime(state: EnergyCase, given: { readonly occurredAt: string }): void {
  if (!isPastDue(state, given)) return;
  const dueOn = state.due?.rolledDue;
  throw new Refusal(
    'energy/extension-too-late',
    {
      zh: `延期应在${dueOn}24时前提出，现已届满`,
      en: `An extension is requested before 24:00 of ${dueOn}, and that has passed`,
    },
    {
      ...cite(lawOn('energy/extension-request', dayOf(given.occurredAt))),
      wayOut: {
        zh: '不能再延期；提请关闭前仍可报告整改完成',
        en: 'No extension is possible; a late report is taken until closure is proposed',
      },
      facts: { dueOn, filedAt: given.occurredAt },
    },
  );
}

const tooLong = (code: string, months: number, atMost: number, grounds: object, wayOut: Bilingual): Refusal =>
  new Refusal(
    `energy/${code}`,
    {
      zh: `延期最长${atMost}个月，不能为${months}个月`,
      en: `The extension is at most ${atMost} months, not ${months}`,
    },
    { ...grounds, wayOut, facts: { months, atMost } },
  );

const nothingAsked = (zh: string, en: string, state: EnergyCase): Refusal =>
  outOfPhase('no-extension-request', { zh, en }, state, {
    clause,
    wayOut: { zh: '先由企业提出延期申请', en: 'The enterprise first requests an extension' },
  });
