import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { priceFile } from './price-file.decider.js';

const uscc = '91441322MA00TT0126';
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const steel = { uscc, name: '博罗县永丰铸造有限公司〔模拟〕', county: 'BL' as const, industry: '3120' as const };
const cement = { ...steel, industry: '3011' as const };
const file = { id: uscc };

const common = {
  measureId: 'M-1',
  enterprise: steel,
  caseId: 'A-1',
  basis: '发改价格〔2016〕2803号',
  from: '2021-06-01',
};
const differential = {
  ...common,
  meterIds: ['0320001'],
  category: 'ELIMINATION' as const,
  catalogueItem: '淘汰类〔模拟条目〕',
  surchargeCentifenPerKwh: 5000,
};
const tiered = {
  ...common,
  tier: 2,
  intensity: 98,
  standardNumber: 'GB 21256-2013',
  surchargeCentifenPerKwh: 500,
  executionYear: 2021,
  baseYear: 2020,
};
const punitive = { ...common, overLimitPercent: 18, surchargeCentifenPerKwh: 1000 };
const water = { ...common, quotaM3: 10_000, actualM3: 10_001, tier: 1, multiplier: 1.5, period: '2021-05' };

const applied = { type: 'DifferentialPriceApplied', data: differential } as const;
const lifted = (from: string) =>
  ({ type: 'PriceMeasureLifted', data: { measureId: 'M-1', reason: '整改验收合格', from } }) as const;
const apply = { ...differential, ...at('2021-05-10') };

describe('a price file', () => {
  it('takes a measure of its own enterprise, once', () => {
    const [fact] = given(priceFile).when('ApplyDifferentialPrice', apply, file).facts();
    expect(fact).toMatchObject({ ...applied, data: { ...differential, reviewOn: '2022-06-01' } });
    expect(fact?.data).toMatchObject({ handOverDue: { rolledDue: '2021-05-17', rule: 'price/hand-over@2021' } });
    given(priceFile, applied).when('ApplyDifferentialPrice', apply, file).thenNothing();
    given(priceFile)
      .when('ApplyDifferentialPrice', apply, { id: '91441302MA00TT0214' })
      .thenRefused('development-reform/file-of-another', { clause: '2.1.2' });
  });

  it('says nothing new when a measure of any kind is sent twice', () => {
    const sent = at('2021-05-10');
    given(priceFile, { type: 'TieredPriceApplied', data: tiered })
      .when('ApplyTieredPrice', { ...tiered, ...sent }, file)
      .thenNothing();
    given(priceFile, { type: 'PunitivePriceApplied', data: punitive })
      .when('ApplyPunitivePrice', { ...punitive, ...sent }, file)
      .thenNothing();
    given(priceFile, { type: 'OverQuotaWaterSurchargeApplied', data: water })
      .when('ApplyWaterSurcharge', { ...water, ...sent }, file)
      .thenNothing();
  });

  it('gives a number to one measure', () => {
    given(priceFile, applied)
      .when('ApplyDifferentialPrice', { ...apply, category: 'RESTRICTED' }, file)
      .thenRefused('development-reform/measure-id-used');
    given(priceFile, applied)
      .when('ApplyTieredPrice', { ...tiered, ...at('2021-05-10') }, file)
      .thenRefused('development-reform/measure-id-used');
    given(priceFile, applied)
      .when('ApplyTieredPrice', { ...tiered, measureId: 'M-2', ...at('2021-05-10') }, file)
      .thenTypes('TieredPriceApplied');
  });

  it('takes no measure on a case that has ended', () => {
    for (const type of ['energy.RectificationAccepted', 'energy.RedCardIssued'])
      given(priceFile)
        .consulting({ 'energy.case-A-1': [{ type, data: {} }] })
        .when('ApplyDifferentialPrice', apply, file)
        .thenRefused('development-reform/ground-has-ended');
    given(priceFile)
      .consulting({ 'energy.case-A-1': [{ type: 'energy.RectificationFailed', data: {} }] })
      .when('ApplyDifferentialPrice', apply, file)
      .thenTypes('DifferentialPriceApplied');
  });
});

describe('a measure that waits for a dismantling or an exit', () => {
  it.each([
    ['equipmentId', 'energy.equipment-G-1', 'energy.MainEquipmentDismantled'],
    ['exitId', 'industry.exit-G-1', 'industry.ExitAccepted'],
  ])('is not applied once that came: %s', (field, stream, type) => {
    const command = { ...apply, caseId: undefined, [field]: 'G-1' };
    given(priceFile).when('ApplyDifferentialPrice', command, file).thenTypes('DifferentialPriceApplied');
    given(priceFile)
      .consulting({ [stream]: [{ type, data: {} }] })
      .when('ApplyDifferentialPrice', command, file)
      .thenRefused('development-reform/ground-has-ended');
  });
});

describe('a differential price', () => {
  const of = (more: object) => given(priceFile).when('ApplyDifferentialPrice', { ...apply, ...more }, file);

  it.each([
    ['ELIMINATION', 5000, 'price/steel-elimination'],
    ['RESTRICTED', 1000, 'price/steel-restricted'],
    ['TASK_UNMET', 5000, 'price/steel-task-unmet'],
  ])('of steel in %s is %d at least, and may be more', (category, least, ruleId) => {
    expect(of({ category, surchargeCentifenPerKwh: least }).facts()[0]?.rules).toContainEqual({
      ruleId,
      version: '2017',
    });
    of({ category, surchargeCentifenPerKwh: least + 1 }).thenTypes('DifferentialPriceApplied');
    of({ category, surchargeCentifenPerKwh: least - 1 }).thenRefused('development-reform/surcharge-too-low', {
      rule: `${ruleId}@2017`,
      facts: { atLeast: least },
    });
  });

  it('names the item of the catalogue, unless a task was missed', () => {
    of({ catalogueItem: undefined }).thenRefused('development-reform/no-catalogue-item', { clause: '2.1.2' });
    of({ catalogueItem: undefined, category: 'TASK_UNMET' }).thenTypes('DifferentialPriceApplied');
  });

  it('of another industry, or of a foundry on watch, is configured elsewhere', () => {
    of({ enterprise: cement, surchargeCentifenPerKwh: 1 }).thenTypes('DifferentialPriceApplied');
    of({ enterprise: { ...steel, industry: '3391' }, surchargeCentifenPerKwh: 1 }).thenTypes(
      'DifferentialPriceApplied',
    );
  });
});

describe('a tiered price', () => {
  const of = (more: object) =>
    given(priceFile).when('ApplyTieredPrice', { ...tiered, ...at('2021-05-10'), ...more }, file);

  it.each([
    [1, 0],
    [2, 500],
    [3, 1000],
  ])('of steel in tier %d is exactly %d', (tier, surchargeCentifenPerKwh) => {
    of({ tier, surchargeCentifenPerKwh }).thenTypes('TieredPriceApplied');
    of({ tier, surchargeCentifenPerKwh: surchargeCentifenPerKwh + 1 }).thenRefused('development-reform/tier-surcharge');
  });

  it('of steel has no fourth tier', () => of({ tier: 4 }).thenRefused('development-reform/no-such-tier'));

  it('of cement goes by the year before, at amounts that are configured', () => {
    of({ enterprise: cement, surchargeCentifenPerKwh: 7 }).thenTypes('TieredPriceApplied');
    of({ enterprise: cement, baseYear: 2021 }).thenRefused('development-reform/base-year', {
      rule: 'price/cement-tiers@2016',
    });
  });
});

describe('a punitive price and a water surcharge', () => {
  it('punishes what is over the limit', () => {
    const of = (overLimitPercent: number) =>
      given(priceFile).when('ApplyPunitivePrice', { ...punitive, overLimitPercent, ...at('2021-05-10') }, file);
    of(0.1).thenTypes('PunitivePriceApplied');
    of(0).thenRefused('development-reform/not-over-limit', { rule: 'price/punitive@2021' });
  });

  it('charges what is over the quota', () => {
    const of = (actualM3: number) =>
      given(priceFile).when('ApplyWaterSurcharge', { ...water, actualM3, ...at('2021-05-10') }, file);
    of(10_001).thenTypes('OverQuotaWaterSurchargeApplied');
    of(10_000).thenRefused('development-reform/not-over-quota', { rule: 'price/water-over-quota@2016' });
  });
});

describe('the end of a measure', () => {
  const lift = { measureId: 'M-1', reason: '整改验收合格', from: '2021-09-01', ...at('2021-08-20') };

  it('is lifted once, not before it is in force', () => {
    given(priceFile, applied).when('LiftPriceMeasure', lift, file).then(lifted('2021-09-01'));
    given(priceFile, applied)
      .when('LiftPriceMeasure', { ...lift, from: '2021-06-01' }, file)
      .then(lifted('2021-06-01'));
    given(priceFile, applied)
      .when('LiftPriceMeasure', { ...lift, from: '2021-05-31' }, file)
      .thenRefused('development-reform/lifted-before-applied');
    given(priceFile, applied, lifted('2021-09-01')).when('LiftPriceMeasure', lift, file).thenNothing();
    given(priceFile, applied, lifted('2021-09-01'))
      .when('LiftPriceMeasure', { ...lift, from: '2021-10-01' }, file)
      .thenRefused('development-reform/already-lifted');
    given(priceFile).when('LiftPriceMeasure', lift, file).thenRefused('development-reform/no-such-measure');
  });

  const end = (day: string) => ({ ground: 'CASE' as const, groundId: 'A-1', reason: '整改验收合格', ...at(day) });

  it.each([
    ['2021-08-01', '2021-09-01'],
    ['2021-08-31', '2021-09-01'],
    ['2021-12-15', '2022-01-01'],
  ])('of a case that ended on %s comes with the bills from %s', (day, from) =>
    given(priceFile, applied).when('EndPriceGround', end(day), file).then(lifted(from)),
  );

  it('is not before the measure began', () =>
    given(priceFile, applied).when('EndPriceGround', end('2021-04-20'), file).then(lifted('2021-06-01')));

  it('lifts what rests on the case, and only that', () => {
    const other = { ...applied, data: { ...differential, measureId: 'M-2', caseId: 'B-1' } };
    const third = { ...applied, data: { ...differential, measureId: 'M-3' } };
    given(priceFile, applied, other, third)
      .when('EndPriceGround', end('2021-08-20'), file)
      .then(lifted('2021-09-01'), {
        type: 'PriceMeasureLifted',
        data: { measureId: 'M-3', reason: '整改验收合格', from: '2021-09-01' },
      });
    given(priceFile, applied, lifted('2021-08-01')).when('EndPriceGround', end('2021-08-20'), file).thenNothing();
    given(priceFile).when('EndPriceGround', end('2021-08-20'), file).thenNothing();
  });

  it('comes with the equipment or the exit that it waited for, and with the enterprise', () => {
    const waiting = (data: object) => ({ ...applied, data: { ...differential, caseId: undefined, ...data } });
    const on = (ground: 'EQUIPMENT' | 'EXIT' | 'ENTERPRISE', more: object = {}) => ({
      ground,
      reason: '已退出',
      ...at('2021-08-20'),
      ...more,
    });
    given(priceFile, waiting({ equipmentId: 'EQ-1' }))
      .when('EndPriceGround', on('EQUIPMENT', { groundId: 'EQ-1' }), file)
      .thenTypes('PriceMeasureLifted');
    given(priceFile, waiting({ equipmentId: 'EQ-1' }))
      .when('EndPriceGround', on('EXIT', { groundId: 'EQ-1' }), file)
      .thenNothing();
    given(priceFile, waiting({ exitId: 'EX-1' }))
      .when('EndPriceGround', on('EXIT', { groundId: 'EX-1' }), file)
      .thenTypes('PriceMeasureLifted');
    given(priceFile, waiting({}), waiting({ measureId: 'M-2', exitId: 'EX-1' }))
      .when('EndPriceGround', on('ENTERPRISE', { endsOn: '2021-10-15' }), file)
      .then(
        { type: 'PriceMeasureLifted', data: { measureId: 'M-1', reason: '已退出', from: '2021-11-01' } },
        { type: 'PriceMeasureLifted', data: { measureId: 'M-2', reason: '已退出', from: '2021-11-01' } },
      );
  });
});

describe('the ground of a measure', () => {
  const reviewed = { measureId: 'M-1', finding: '仍属淘汰类', nextReviewOn: '2022-05-31' };
  const review = { ...reviewed, ...at('2021-12-01') };
  const running = { ...applied, data: { ...differential, reviewOn: '2021-11-30' } };
  const pass = { measureId: 'M-1', dueOn: '2021-11-30', ...at('2021-12-01') };

  it('is looked at again, within a year of the last time', () => {
    given(priceFile, running)
      .when('ReviewPriceMeasure', review, file)
      .then({ type: 'PriceMeasureReviewed', data: reviewed });
    given(priceFile, running, { type: 'PriceMeasureReviewed', data: reviewed })
      .when('ReviewPriceMeasure', review, file)
      .thenNothing();
    given(priceFile, running)
      .when('ReviewPriceMeasure', { ...review, nextReviewOn: '2022-12-02' }, file)
      .thenRefused('development-reform/review-day');
    given(priceFile, running)
      .when('ReviewPriceMeasure', { ...review, nextReviewOn: '2021-12-01' }, file)
      .thenRefused('development-reform/review-day');
    given(priceFile, running, lifted('2021-09-01'))
      .when('ReviewPriceMeasure', review, file)
      .thenRefused('development-reform/already-lifted');
    given(priceFile).when('ReviewPriceMeasure', review, file).thenRefused('development-reform/no-such-measure');
  });

  it('is due when its day has passed, once, and not when it was lifted or looked at', () => {
    const due = { type: 'PriceReviewDue', data: { measureId: 'M-1', dueOn: '2021-11-30' } } as const;
    given(priceFile, running).when('PassPriceReview', pass, file).then(due);
    given(priceFile, running, due).when('PassPriceReview', pass, file).thenNothing();
    given(priceFile, running, lifted('2021-09-01')).when('PassPriceReview', pass, file).thenNothing();
    given(priceFile, running)
      .when('PassPriceReview', { ...pass, ...at('2021-11-30') }, file)
      .thenNothing();
    given(priceFile, running, { type: 'PriceMeasureReviewed', data: reviewed })
      .when('PassPriceReview', pass, file)
      .thenNothing();
  });

  it('of a tier is looked at when its year ends', () => {
    const [fact] = given(priceFile)
      .when('ApplyTieredPrice', { ...tiered, ...at('2021-05-10') }, file)
      .facts();
    expect(fact?.data).toMatchObject({ reviewOn: '2021-12-31' });
  });
});
