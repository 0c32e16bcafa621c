import { Refusal, type Circumstances, type RuleRef } from '#decider';
import { dayOf, ruleRef } from '#law';
import { cite, lawOn } from './law.js';

/** Refuses enforcement by fewer officers than the law of the day wants, and answers with the row. Each counts once. */
export function enoughOfficers({ actor, occurredAt }: Circumstances, clause: string): RuleRef {
  const rule = lawOn('penalty/two-officers', dayOf(occurredAt));
  const present = new Set((actor.officers ?? []).map((officer) => officer.trim()).filter(Boolean)).size;
  if (present >= rule.amount) return ruleRef(rule);
  throw new Refusal(
    'energy/two-officers',
    {
      zh: `现场执法人员不得少于${rule.amount}人，本次为${present}人`,
      en: `Enforcement on site takes at least ${rule.amount} officers; this names ${present}`,
    },
    {
      ...cite(rule, clause),
      wayOut: {
        zh: '在 officers 中填写至少两名执法人员的证件号',
        en: 'Name at least two officers by badge number in `officers`',
      },
      facts: { officers: present, needed: rule.amount },
    },
  );
}
