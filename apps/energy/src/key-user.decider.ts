import type { energy } from '#contracts';
import { alreadySays, contentOf, Refusal, type Decider, type FactOf } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, lawOn } from './law.js';

type Events = energy.Events<'keyUser'>;

interface KeyUser {
  readonly registered?: Events['KeyEnergyUserDesignated'];
  readonly filed?: Events['EnergyReportFiled'];
  readonly missedYear?: number;
}

const clause = '2.1.1';

/** A key energy user and its yearly report. Energy Conservation Law art. 52, 53. */
export const keyUser: Decider<KeyUser, energy.Commands<'keyUser'>, Events> = {
  name: 'energy.keyUser',
  initial: {},

  decide: {
    RegisterKeyEnergyUser: (command, { registered }, { occurredAt }) => {
      const registration = contentOf(command);
      if (alreadySays(registered, registration)) return [];
      if (registered && registration.reportYear <= registered.reportYear)
        throw new Refusal(
          'energy/key-user-registered',
          {
            zh: `${registered.reportYear}年度已登记，内容不同`,
            en: `The user is registered for ${registered.reportYear}, otherwise than this`,
          },
          {
            clause,
            wayOut: { zh: '新登记应为以后的报告年度', en: 'A new registration is for a later report year' },
            facts: { reportYear: registered.reportYear },
          },
        );
      const rule = levelOf(registration, dayOf(occurredAt));
      return [{ type: 'KeyEnergyUserDesignated', data: registration, rules: [ruleRef(rule)] }];
    },

    FileEnergyReport: (command, state, { occurredAt }) => {
      const report = contentOf(command);
      if (alreadySays(state.filed, report)) return [];
      const { registered, filed } = state;
      if (registered?.reportYear !== report.reportYear || filed?.reportYear === report.reportYear)
        throw new Refusal(
          'energy/no-report-expected',
          {
            zh: `${report.reportYear}年度${filed?.reportYear === report.reportYear ? '报告已报送' : '未登记报告义务'}`,
            en:
              filed?.reportYear === report.reportYear
                ? `The report of ${report.reportYear} was filed, otherwise than this`
                : `No report of ${report.reportYear} is expected here`,
          },
          {
            ...cite(lawOn('energy/key-user-report', dayOf(occurredAt))),
            wayOut: {
              zh: '先登记该报告年度的重点用能单位；每年度报送一次',
              en: 'First register the key user for that report year; each year is reported once',
            },
            facts: { reportYear: report.reportYear },
          },
        );
      const isLate = isOver(registered.reportDueOn, occurredAt);
      return [...(isLate ? missUnsaid(state) : []), { type: 'EnergyReportFiled', data: report }];
    },

    PassReportDeadline: ({ reportYear, dueOn }, state, { now }) => {
      const { registered, filed } = state;
      if (registered?.reportYear !== reportYear || registered.reportDueOn !== dueOn) return [];
      if (filed?.reportYear === reportYear) return [];
      if (!isOver(dueOn, now))
        throw new Refusal(
          'energy/period-still-runs',
          { zh: `报送期限至${dueOn}24时届满，尚未届满`, en: `The report may be filed until 24:00 of ${dueOn}` },
          { clause, wayOut: { zh: '届满后再记录', en: 'Record it when the day is over' }, facts: { dueOn, now } },
        );
      return missUnsaid(state);
    },
  },

  evolve: {
    KeyEnergyUserDesignated: (state, registered) => ({ ...state, registered }),
    EnergyReportFiled: (state, filed) => ({ ...state, filed }),
    EnergyReportMissed: (state, { reportYear }) => ({ ...state, missedYear: reportYear }),
  },

  subject: ({ registered }) => ({ uscc: registered?.enterprise.uscc, siteId: registered?.enterprise.siteId }),
};

/** That the report was missed, when nobody has said so yet. */
function missUnsaid({ registered, missedYear }: KeyUser): FactOf<Pick<Events, 'EnergyReportMissed'>>[] {
  if (!registered || missedYear === registered.reportYear) return [];
  const { reportYear, reportDueOn } = registered;
  const rule = lawOn('energy/key-user-report', reportDueOn);
  return [{ type: 'EnergyReportMissed', data: { reportYear, dueOn: reportDueOn }, rules: [ruleRef(rule)] }];
}

/** The row that makes it a key user at its level. Refuses consumption that belongs to the other level, or to none. */
function levelOf({ annualTce, level }: Pick<energy.RegisterKeyEnergyUser, 'annualTce' | 'level'>, day: string) {
  const national = lawOn('energy/key-user-threshold', day);
  const designated = lawOn('energy/designated-user-threshold', day);
  const isNational = annualTce >= national.amount;
  if (isNational && level === 'NATIONAL') return national;
  if (!isNational && annualTce >= designated.amount && level === 'DESIGNATED') return designated;
  throw new Refusal(
    'energy/key-user-level',
    {
      zh: `年综合能耗${annualTce}吨标准煤，不能登记为${level === 'NATIONAL' ? '国家级' : '指定'}重点用能单位`,
      en: `${annualTce} tce a year do not make a key user of level ${level}`,
    },
    {
      ...cite(level === 'NATIONAL' ? national : designated),
      wayOut: {
        zh: `${national.amount}吨以上为 NATIONAL，${designated.amount}吨以上不满${national.amount}吨可为 DESIGNATED，其余不登记`,
        en: `From ${national.amount} tce it is NATIONAL, from ${designated.amount} to under that DESIGNATED; below, none`,
      },
      facts: { annualTce, level },
    },
  );
}
