import type { industry } from '#contracts';
import { contentOf, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { isRepeated, lawOn, mustNotPrecede, no } from './law.js';

const clause = '2.5.2';

type Events = industry.Events<'lead'>;

/** What meters and invoices show: a lead, and no finding (二(五)2). */
export const lead: Decider<Said<Events>, industry.Commands<'lead'>, Events> = {
  name: 'industry.lead',
  initial: {},
  decide: {
    FlagPowerAnomaly: (command, said, { occurredAt }) => {
      const anomaly = contentOf(command);
      if (isRepeated(said.PowerAnomalyFlagged, anomaly, { zh: '用电异常', en: 'anomaly', clause })) return [];
      mustBeFreeLead(said.TaxAnomalyFlagged);
      mustNotPrecede(anomaly.windowTo, anomaly.windowFrom, clause, '起始', 'its beginning');
      const rule = lawOn('industry/ditiao-zones', dayOf(occurredAt));
      return [{ type: 'PowerAnomalyFlagged', data: anomaly, rules: [ruleRef(rule)] }];
    },
    FlagTaxAnomaly: (command, said, { occurredAt }) => {
      const anomaly = contentOf(command);
      if (isRepeated(said.TaxAnomalyFlagged, anomaly, { zh: '税收异常', en: 'anomaly', clause })) return [];
      mustBeFreeLead(said.PowerAnomalyFlagged);
      mustNotPrecede(anomaly.windowTo, anomaly.windowFrom, clause, '起始', 'its beginning');
      const rule = lawOn('industry/ditiao-zones', dayOf(occurredAt));
      return [{ type: 'TaxAnomalyFlagged', data: anomaly, rules: [ruleRef(rule)] }];
    },
    CloseLead: (command, said) => {
      const closing = contentOf(command);
      if (isRepeated(said.LeadClosed, closing, { zh: '线索办结', en: 'end of this lead', clause })) return [];
      if (!(said.PowerAnomalyFlagged ?? said.TaxAnomalyFlagged))
        throw no(
          'no-such-lead',
          { zh: '没有该线索', en: 'No such lead is on record' },
          { zh: '先标记异常', en: 'Flag the anomaly first' },
          { clause },
        );
      if ((closing.outcome === 'FOLLOWED_UP') !== (closing.ditiaoId !== undefined))
        throw no(
          'lead-without-suspicion',
          {
            zh: '转为疑似线索的，应写明其编号；已说明的则无',
            en: 'A lead that was followed up names the suspicion that it led to; one that was explained names none',
          },
          { zh: 'FOLLOWED_UP 与 ditiaoId 同有同无', en: 'Give `ditiaoId` with FOLLOWED_UP, and only then' },
          { clause, facts: { outcome: closing.outcome } },
        );
      return [{ type: 'LeadClosed', data: closing }];
    },
  },
  evolve: keeping<Events>('PowerAnomalyFlagged', 'TaxAnomalyFlagged', 'LeadClosed'),
  subject: ({ PowerAnomalyFlagged: power, TaxAnomalyFlagged: tax }) => {
    const { uscc, siteId } = (power ?? tax)?.enterprise ?? {};
    return { uscc, siteId };
  },
};

function mustBeFreeLead(other: object | undefined): void {
  if (!other) return;
  throw no(
    'another-lead',
    { zh: '该编号已用于另一线索', en: 'The number is taken by another lead' },
    { zh: '使用新的编号', en: 'Take another number' },
    { clause },
  );
}
