import type { marketRegulation } from '#contracts';
import { bareNameOf, contentOf, type Recorded } from '#decider';
import { dayOf, isOver, ruleRef } from '#law';
import { cite, enoughOfficers, isRepeated, lawOn, refusal } from '../law.js';
import { clause, outOfPhase, type Rules } from './state.js';

/** What opens a case: production without a licence, or below a mandatory standard. */
export const finding: Pick<Rules, 'RecordUnlicensedProduction' | 'RecordSubstandardProduction'> = {
  RecordUnlicensedProduction: (command, state, given) => {
    const found = contentOf(command);
    if (isRepeated(state.said.UnlicensedProductionFound, found, { zh: '无证生产', en: 'finding', clause })) return [];
    if (state.phase !== 'none') throw another(state);
    const rules = [
      ruleRef(lawOn('quality/unlicensed-production', dayOf(given.occurredAt))),
      enoughOfficers(given, clause),
    ];
    return [{ type: 'UnlicensedProductionFound', data: found, rules }];
  },

  RecordSubstandardProduction: (command, state, given) => {
    const found = contentOf(command);
    if (isRepeated(state.said.SubstandardProductionFound, found, { zh: '不合格产品', en: 'finding', clause }))
      return [];
    if (state.phase !== 'none') throw another(state);
    const rule = ruleRef(lawOn('quality/mandatory-standard', dayOf(given.occurredAt)));
    const { sampleId } = found;
    if (sampleId === undefined)
      return [{ type: 'SubstandardProductionFound', data: found, rules: [rule, enoughOfficers(given, clause)] }];
    mustStand(sampleId, found, given.consulted(`marketRegulation.sample-${sampleId}`), given.occurredAt);
    return [{ type: 'SubstandardProductionFound', data: found, rules: [rule] }];
  },
};

const another = (state: Parameters<typeof outOfPhase>[2]) =>
  outOfPhase('case-under-way', { zh: '再次立案', en: 'opened again' }, state, {
    wayOut: { zh: '另一违法行为使用新的案件编号', en: 'Another violation takes a case of its own' },
  });

/** A test shows a violation when it stands: not objected to in time, or not conforming at the recheck either. */
function mustStand(
  sampleId: string,
  { enterprise, activity }: Pick<marketRegulation.SubstandardProductionFound, 'enterprise' | 'activity'>,
  history: readonly Recorded[],
  occurredAt: string,
): void {
  const last = (type: string) => history.findLast((fact) => bareNameOf(fact.type) === type);
  const after = (one?: Recorded, other?: Recorded) => one && (!other || one.revision > other.revision);
  const served = last('TestResultServed');
  const objected = last('TestObjectionFiled');
  const established = after(last('NonconformityEstablished'), objected);
  const isUnopposed = served && !objected && isOver(served.data.due.rolledDue as string, occurredAt);
  const grounds = cite(lawOn('quality/test-objection', dayOf(occurredAt)), clause);
  if (!established && !isUnopposed)
    throw refusal(
      'test-not-final',
      {
        zh: `样品${sampleId}的不合格结果尚未确定`,
        en: `The test of sample ${sampleId} does not stand yet, or the sample conforms`,
      },
      {
        ...grounds,
        wayOut: {
          zh: '异议期届满或复检仍不合格后立案；现场发现的不填 sampleId',
          en: 'Open the case when the time to object is over or the recheck failed; what was found on site names no sample',
        },
        facts: { sampleId },
      },
    );
  const producer = last('ProductSampled')!.data.enterprise as typeof enterprise;
  if (activity === 'SOLD' || producer.uscc === enterprise.uscc) return;
  throw refusal(
    'sample-of-another',
    { zh: `样品${sampleId}由${producer.name}生产`, en: `Sample ${sampleId} was made by ${producer.name}` },
    {
      ...grounds,
      wayOut: {
        zh: '对生产者立案；对销售者立案的，activity 填 SOLD',
        en: 'Open the case against its producer; against a seller the activity is SOLD',
      },
      facts: { producer: producer.uscc, enterprise: enterprise.uscc },
    },
  );
}
