import { Refusal } from '#decider';
import { namesLaw } from '#law';
import { cite, lawOn } from './law.js';

/** Refuses a basis that names no law: a plan creates neither penalty nor closure. Penalty Law art. 16. */
export function mustNameLaw(legalBasis: string, clause: string, day: string): void {
  if (namesLaw(legalBasis)) return;
  throw new Refusal(
    'energy/plan-is-no-basis',
    {
      zh: `“${legalBasis}”未载明法律、法规或规章；工作计划等规范性文件不能单独作为依据`,
      en: `"${legalBasis}" names no law, regulation or rule; a plan or other policy document alone is no legal basis`,
    },
    {
      ...cite(lawOn('penalty/legal-basis', day), clause),
      wayOut: {
        zh: '写明法律、法规或规章的名称和条款，例如“节约能源法第七十二条”',
        en: 'Name the law, regulation or rule and its article, such as Energy Conservation Law art. 72',
      },
      facts: { legalBasis },
    },
  );
}
