import type { industry } from '#contracts';
import { contentOf, type Circumstances, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { keeping, type Said } from '#procedure';
import { cite, enoughOfficers, isRepeated, lawOn, mustHaveCome, no } from './law.js';

const clause = '2.5.2';

type Events = industry.Events<'ditiao'>;

/** A suspicion of ditiao steel, until it is confirmed or dismissed. Zero tolerance, but proof (二(五)2, 四(三)). */
export const ditiao: Decider<Said<Events>, industry.Commands<'ditiao'>, Events> = {
  name: 'industry.ditiao',
  initial: {},
  decide: {
    SuspectDitiao: (command, { DitiaoActivitySuspected: suspected }, { occurredAt }) => {
      const suspicion = contentOf(command);
      if (isRepeated(suspected, suspicion, { zh: '疑似线索', en: 'suspicion', clause })) return [];
      const rule = lawOn('industry/ditiao-zones', dayOf(occurredAt));
      return [{ type: 'DitiaoActivitySuspected', data: suspicion, rules: [ruleRef(rule)] }];
    },
    ConfirmDitiaoProduction: (command, said, given) => {
      const confirmation = contentOf(command);
      const what = { zh: '生产确认', en: 'confirmation of production', clause };
      if (isRepeated<object>(said.DitiaoProductionConfirmed, confirmation, what)) return [];
      const { rules, enterprise } = mustBeProven(confirmation, said, given);
      return [{ type: 'DitiaoProductionConfirmed', data: { ...enterprise, ...confirmation }, rules }];
    },
    ConfirmDitiaoSale: (command, said, given) => {
      const confirmation = contentOf(command);
      const what = { zh: '销售确认', en: 'confirmation of sale', clause };
      if (isRepeated<object>(said.DitiaoSaleConfirmed, confirmation, what)) return [];
      const { rules, enterprise } = mustBeProven(confirmation, said, given);
      return [{ type: 'DitiaoSaleConfirmed', data: { ...enterprise, ...confirmation }, rules }];
    },
    DismissDitiaoSuspicion: (command, said, given) => {
      const dismissal = contentOf(command);
      const what = { zh: '疑点排除', en: 'dismissal', clause };
      if (isRepeated(said.DitiaoSuspicionDismissed, dismissal, what)) return [];
      mustBeOpen(said);
      if (said.DitiaoProductionConfirmed ?? said.DitiaoSaleConfirmed)
        throw no(
          'already-confirmed',
          { zh: '已确认，不能排除', en: 'It was confirmed and cannot be dismissed' },
          { zh: '在处置案件中结案', en: 'Conclude the case that was opened on it' },
          { clause },
        );
      mustHaveCome(dismissal.dismissedOn, given, clause);
      return [{ type: 'DitiaoSuspicionDismissed', data: dismissal }];
    },
  },
  evolve: keeping<Events>(
    'DitiaoActivitySuspected',
    'DitiaoProductionConfirmed',
    'DitiaoSaleConfirmed',
    'DitiaoSuspicionDismissed',
  ),
  subject: ({ DitiaoActivitySuspected: suspected }) => ({
    uscc: suspected?.enterprise?.uscc,
    siteId: suspected?.enterprise?.siteId,
  }),
};

function mustBeOpen({ DitiaoActivitySuspected: suspected, DitiaoSuspicionDismissed: dismissed }: Said<Events>) {
  if (suspected && !dismissed) return suspected;
  throw no(
    'no-suspicion',
    dismissed
      ? { zh: `疑点已于${dismissed.dismissedOn}排除`, en: `The suspicion was dismissed on ${dismissed.dismissedOn}` }
      : { zh: '没有该疑似线索', en: 'No such suspicion is on record' },
    { zh: '先登记疑似线索（suspect-ditiao）', en: 'Record the suspicion first (suspect-ditiao)' },
    { clause },
  );
}

/** The rows and whom it is about, when there is enough to confirm it. */
function mustBeProven(
  { evidence, confirmedOn }: Pick<industry.ConfirmDitiaoProduction, 'evidence' | 'confirmedOn'>,
  said: Said<Events>,
  given: Circumstances,
) {
  const { enterprise } = mustBeOpen(said);
  const rule = lawOn('industry/ditiao-evidence', confirmedOn);
  const kinds = new Set(evidence);
  const isOnlyLeads = [...kinds].every((kind) => kind === 'POWER_DATA' || kind === 'INVOICE_DATA');
  if (kinds.size < rule.amount || isOnlyLeads)
    throw no(
      'not-proven',
      {
        zh: `确认应有不少于${rule.amount}种证据，且不能只有用电、发票数据`,
        en: `To confirm takes at least ${rule.amount} kinds of evidence, and not meters and invoices alone`,
      },
      { zh: '补充取样、影像、设备、台账等证据', en: 'Add a sample, media, equipment or records' },
      { ...cite(rule), facts: { kinds: kinds.size, needed: rule.amount } },
    );
  mustHaveCome(confirmedOn, given, clause);
  const rules = [ruleRef(rule), enoughOfficers(given, clause)];
  return { rules, enterprise: enterprise ? { enterprise } : {} };
}
