import { describe, expect, it } from '@jest/globals';
import { given, type Recorded } from '#decider';
import { keyProduct } from './key-product.decider.js';
import { producer } from './producer.decider.js';
import { sample } from './sample.decider.js';
import { samplingPlan } from './sampling-plan.decider.js';
import { samplingPolicy } from './sampling.policy.js';
import { at, enterprise, failing, one, sampled, take, tested, two } from './testing-quality.js';

const listed = (category: string) => ({
  type: 'marketRegulation.KeySupervisedProductListed',
  data: { year: 2021, category, product: category, documentNumber: 'x' },
});
const year = { id: '2021' };

describe('the catalogue of key supervised products', () => {
  const list = {
    year: 2021,
    category: 'STEEL' as const,
    product: '热轧带肋钢筋',
    documentNumber: '惠市监〔2021〕8号',
    ...at('2021-03-10'),
  };
  const { occurredAt: _, ...entry } = list;
  const entered = { type: 'KeySupervisedProductListed', data: entry } as const;

  it('has each product once, in the catalogue of its year', () => {
    given(keyProduct).when('ListKeyProduct', list, year).then(entered);
    given(keyProduct, entered).when('ListKeyProduct', list, year).thenNothing();
    given(keyProduct, entered)
      .when('ListKeyProduct', { ...list, product: '光圆钢筋' }, year)
      .thenTypes('KeySupervisedProductListed');
    given(keyProduct)
      .when('ListKeyProduct', list, { id: '2022' })
      .thenRefused('market-regulation/id-is-its-year', { facts: { id: '2022', year: 2021 } });
  });
});

describe('the plan of sampling', () => {
  const plan = {
    year: 2021,
    documentNumber: '惠市监抽〔2021〕1号',
    products: [
      { category: 'STEEL' as const, product: '热轧带肋钢筋', batches: 20 },
      { category: 'CEMENT' as const, product: '通用硅酸盐水泥', batches: 15 },
    ],
    ...at('2021-03-12'),
  };
  const { occurredAt: _, ...content } = plan;
  const adopted = { type: 'SamplingPlanAdopted', data: content } as const;
  const listedBoth = { 'marketRegulation.keyProduct-2021': [listed('STEEL'), listed('CEMENT')] };

  it('has steel and cement, which are key products', () => {
    given(samplingPlan).consulting(listedBoth).when('AdoptSamplingPlan', plan, year).then(adopted);
    given(samplingPlan)
      .consulting(listedBoth)
      .when('AdoptSamplingPlan', { ...plan, products: plan.products.slice(0, 1) }, year)
      .thenRefused('market-regulation/plan-lacks-key-product', {
        rule: 'quality/key-products@2021',
        facts: { missing: ['CEMENT'] },
      });
    given(samplingPlan)
      .consulting({ 'marketRegulation.keyProduct-2021': [listed('CEMENT')] })
      .when('AdoptSamplingPlan', plan, year)
      .thenRefused('market-regulation/catalogue-lacks-key-product', { facts: { missing: ['STEEL'] } });
  });

  it('is one a year', () => {
    given(samplingPlan, adopted).when('AdoptSamplingPlan', plan, year).thenNothing();
    given(samplingPlan, adopted)
      .when('AdoptSamplingPlan', { ...plan, documentNumber: 'y' }, year)
      .thenRefused('market-regulation/already-recorded');
    given(samplingPlan).when('AdoptSamplingPlan', plan, { id: '2020' }).thenRefused('market-regulation/id-is-its-year');
  });
});

describe('a sample', () => {
  const taking = { ...take, ...at('2021-05-20') };
  const plan = {
    type: 'marketRegulation.SamplingPlanAdopted',
    data: { products: [{ category: 'STEEL', product: '热轧带肋钢筋', batches: 20 }] },
  };

  it('is taken by two officers, once', () => {
    given(sample).when('SampleProduct', taking, two).then({ type: 'ProductSampled', data: take });
    given(sample).when('SampleProduct', taking, one).thenRefused('market-regulation/two-officers');
    given(sample, sampled).when('SampleProduct', taking, two).thenNothing();
    given(sample, sampled)
      .when('SampleProduct', { ...taking, quantity: 12 }, two)
      .thenRefused('market-regulation/already-recorded');
  });

  it('of a higher authority is mirrored, whoever its officers are', () =>
    given(sample)
      .when('SampleProduct', { ...taking, level: 'PROVINCIAL' })
      .thenTypes('ProductSampled'));

  it('under a plan is of a product that the plan has', () => {
    const under = { ...taking, planId: '2021' };
    given(sample)
      .consulting({ 'marketRegulation.samplingPlan-2021': [plan] })
      .when('SampleProduct', under, two)
      .thenTypes('ProductSampled');
    given(sample)
      .consulting({ 'marketRegulation.samplingPlan-2021': [plan] })
      .when('SampleProduct', { ...under, product: '光圆钢筋' }, two)
      .thenRefused('market-regulation/not-in-plan');
    given(sample).when('SampleProduct', under, two).thenRefused('market-regulation/no-such-plan');
  });

  it('is not of a batch that the same level or a higher one has sampled', () => {
    const batch = { sampleId: 'CY-0', ...take };
    const noted = (level: string, change: object = {}) => ({
      [`marketRegulation.producer-${enterprise.uscc}`]: [
        { type: 'marketRegulation.SampledBatchNoted', data: { enterprise, batch: { ...batch, level, ...change } } },
        { type: 'marketRegulation.DuplicateSamplingFound', data: { enterprise, sampleId: 'z', batch: 'x' } },
      ],
    });
    for (const level of ['NATIONAL', 'PROVINCIAL', 'MUNICIPAL'])
      given(sample)
        .consulting(noted(level))
        .when('SampleProduct', taking, two)
        .thenRefused('market-regulation/already-sampled', { rule: 'quality/no-duplicate-sampling@2018' });
    for (const other of [noted('COUNTY'), noted('PROVINCIAL', { batch: '20210519-1' })])
      given(sample).consulting(other).when('SampleProduct', taking, two).thenTypes('ProductSampled');
  });
});

describe('a producer', () => {
  const { enterprise: _, planId: __, ...product } = take;
  const { quantity: ___, unit: ____, place: _____, ...described } = product;
  const batch = { sampleId: 'CY-1', ...described };
  const note = { enterprise, batch, ...at('2021-05-20') };
  const its = { id: enterprise.uscc };
  const noted = { type: 'SampledBatchNoted', data: { enterprise, batch } } as const;

  it('has every batch noted that was sampled', () => {
    given(producer).when('NoteSampledBatch', note, its).then(noted);
    given(producer, noted).when('NoteSampledBatch', note, its).thenNothing();
    given(producer)
      .when('NoteSampledBatch', note, { id: '91441323MA00004100' })
      .thenRefused('market-regulation/id-is-its-code');
  });

  it('that two sampled at once is found to have been, and a person decides', () => {
    const second = { ...note, batch: { ...batch, sampleId: 'CY-2' } };
    given(producer, noted)
      .when('NoteSampledBatch', second, its)
      .then(
        { type: 'SampledBatchNoted', data: { enterprise, batch: second.batch } },
        {
          type: 'DuplicateSamplingFound',
          data: { enterprise, sampleId: 'CY-2', earlierSampleId: 'CY-1', batch: batch.batch },
        },
      );
  });

  it('is told of each sample', () =>
    expect(
      samplingPolicy.when['marketRegulation.ProductSampled']!({
        stream: 'marketRegulation.sample-CY-1',
        ...sampled,
      } as unknown as Recorded),
    ).toEqual([{ record: 'producer', ...its, command: 'NoteSampledBatch', data: { enterprise, batch } }]));
});

describe('a test', () => {
  const report = { ...failing, reportedOn: '2021-06-07', ...at('2021-06-07') };

  it('conforms when every item does', () => {
    given(sample, sampled)
      .when('ReportTest', report)
      .then({ type: 'TestReported', data: tested(false).data } as never);
    const both = [...tested(true).data.items, ...failing.items];
    expect(
      given(sample, sampled)
        .when('ReportTest', { ...report, items: both })
        .facts(),
    ).toMatchObject([{ data: { conforms: false } }]);
    expect(
      given(sample, sampled)
        .when('ReportTest', { ...report, items: tested(true).data.items })
        .facts(),
    ).toMatchObject([{ data: { conforms: true } }]);
  });

  it('follows a sample, once', () => {
    given(sample).when('ReportTest', report).thenRefused('market-regulation/nothing-to-test');
    given(sample, sampled, tested(false)).when('ReportTest', report).thenNothing();
    given(sample, sampled, tested(false))
      .when('ReportTest', { ...report, reportNumber: 'J-2' })
      .thenRefused('market-regulation/already-recorded');
    given(sample, sampled)
      .when('ReportTest', { ...report, reportedOn: '2021-05-19' })
      .thenRefused('market-regulation/before-its-cause');
  });
});
