import type { marketRegulation } from '#contracts';
import { contentOf, type Circumstances, type Decider } from '#decider';
import { dayOf, ruleRef } from '#law';
import { earlierSampling } from './duplicate-sampling.js';
import { cite, dueAfter, enoughOfficers, isRepeated, lawOn, mustHaveCome, mustNotPrecede, refusal } from './law.js';
import { clause, outOfPhase, type Events, type Sample } from './sample.state.js';

type Rules = Decider<Sample, marketRegulation.Commands<'sample'>, Events>['decide'];
type Taken = Pick<Events['ProductSampled'], 'planId' | 'category' | 'product'>;

/** Sampling and the test. Product Quality Law art. 15. */
export const testing: Pick<Rules, 'SampleProduct' | 'ReportTest' | 'ServeTestResult'> = {
  SampleProduct: (command, { sampled }, given) => {
    const taken = contentOf(command);
    if (isRepeated(sampled, taken, { zh: '抽样', en: 'sampling', clause })) return [];
    const rule = lawOn('quality/no-duplicate-sampling', dayOf(given.occurredAt));
    mustBePlanned(taken, given);
    const noted = given
      .consulted(`marketRegulation.producer-${taken.enterprise.uscc}`)
      .flatMap(({ data }) => (typeof data.batch === 'object' ? [data.batch as marketRegulation.SampledBatch] : []));
    const earlier = earlierSampling({ sampleId: given.id, ...taken }, noted);
    if (earlier)
      throw refusal(
        'already-sampled',
        {
          zh: `${earlier.authority}已对该批次（${taken.batch}）抽样，不得重复抽查`,
          en: `${earlier.authority} has sampled batch ${taken.batch}; it is not sampled again`,
        },
        {
          ...cite(rule, clause),
          wayOut: {
            zh: '引用该次抽样的结果，或抽取其他批次',
            en: 'Use the result of that sample, or sample another batch',
          },
          facts: { sampleId: earlier.sampleId, level: earlier.level, batch: taken.batch },
        },
      );
    // Officers of the nation and the province are theirs to name.
    const isOurs = taken.level === 'MUNICIPAL' || taken.level === 'COUNTY';
    const rules = [ruleRef(rule), ...(isOurs ? [enoughOfficers(given, clause)] : [])];
    return [{ type: 'ProductSampled', data: taken, rules }];
  },

  ReportTest: (command, state, given) => {
    const report = contentOf(command);
    if (isRepeated(state.test, report, { zh: '检验结果', en: 'test of this sample', clause })) return [];
    if (state.phase !== 'sampled')
      throw outOfPhase('nothing-to-test', { zh: '报告检验结果', en: 'there is nothing to test' }, state, {
        zh: '先登记抽样',
        en: 'Record first that it was taken',
      });
    mustNotPrecede(report.reportedOn, state.sampledOn!, clause, '抽样', 'the sampling');
    mustHaveCome(report.reportedOn, given, clause);
    return [{ type: 'TestReported', data: { ...report, conforms: report.items.every(({ conforms }) => conforms) } }];
  },

  ServeTestResult: (command, state, given) => {
    const { servedOn } = contentOf(command);
    if (isRepeated(state.served, { servedOn }, { zh: '检验结果送达', en: 'service of the test', clause })) return [];
    if (state.phase !== 'failed')
      throw outOfPhase('nothing-to-serve', { zh: '送达不合格结果', en: 'there is no failed test to serve' }, state, {
        zh: '检验不合格后送达生产者',
        en: 'Serve a test on the producer when it did not conform',
      });
    mustNotPrecede(servedOn, state.test!.reportedOn, clause, '检验报告', 'the report');
    mustHaveCome(servedOn, given, clause);
    const rule = lawOn('quality/test-objection', servedOn);
    return [{ type: 'TestResultServed', data: { servedOn, due: dueAfter(rule, servedOn) }, rules: [ruleRef(rule)] }];
  },
};

/** A sample under a plan is one that the plan wants; one without a plan answers a tip or a case. */
function mustBePlanned({ planId, category, product }: Taken, { consulted, occurredAt }: Circumstances): void {
  if (planId === undefined) return;
  const plan = consulted(`marketRegulation.samplingPlan-${planId}`).at(-1)?.data as
    marketRegulation.SamplingPlanAdopted | undefined;
  if (plan?.products.some((one) => one.category === category && one.product === product)) return;
  throw refusal(
    plan ? 'not-in-plan' : 'no-such-plan',
    {
      zh: plan ? `${planId}年度抽查计划没有“${product}”` : `没有${planId}年度抽查计划`,
      en: plan ? `The plan of ${planId} does not have ${product}` : `There is no plan of sampling of ${planId}`,
    },
    {
      ...cite(lawOn('quality/key-products', dayOf(occurredAt)), clause),
      wayOut: {
        zh: '计划外的抽样（举报、案件）不填 planId；计划内的按计划所列产品填写',
        en: 'Leave `planId` out for what a tip or a case calls for; under a plan, name a product as the plan does',
      },
      facts: { planId, category, product },
    },
  );
}
