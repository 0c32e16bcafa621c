import { describe, expect, it } from '@jest/globals';
import { given } from '#decider';
import { deadlines } from './development-reform.deadlines.js';
import { priceFile } from './price-file.decider.js';

const uscc = '91441322MA00TT0126';
const enterprise = { uscc, name: '博罗县永丰铸造有限公司〔模拟〕', county: 'BL' as const, industry: '3120' as const };
const at = (day: string) => ({ occurredAt: `${day}T10:00:00+08:00` });
const file = { id: uscc };
const due = (rolledDue: string) => ({
  startsOn: '2021-05-10',
  rule: 'price/hand-over@2021',
  length: 5,
  unit: 'working-days' as const,
  nominalDue: rolledDue,
  rolledDue,
  calendarVersion: 'spec',
});

const applied = {
  type: 'PunitivePriceApplied',
  data: {
    measureId: 'M-1',
    enterprise,
    basis: '超限额',
    from: '2021-06-01',
    overLimitPercent: 18,
    surchargeCentifenPerKwh: 1000,
    handOverDue: due('2021-05-17'),
    reviewOn: '2022-06-01',
  },
} as const;
const apply = { measureId: 'M-1', action: 'APPLY' as const };
const lift = { measureId: 'M-1', action: 'LIFT' as const };
const order = { ...apply, supplier: '惠州供电局〔模拟〕', documentNumber: '惠市发改价〔2021〕5号' };
const handedOver = { type: 'PriceOrderHandedOver', data: order } as const;
const receipt = { ...apply, receiptNumber: 'GD-1' };
const acknowledged = { type: 'PriceOrderAcknowledged', data: receipt } as const;
const executed = { type: 'PriceOrderExecuted', data: { ...apply, executedFrom: '2021-06-01' } } as const;
const declined = {
  type: 'PriceOrderDeclined',
  data: { ...apply, reason: '无此计量点', handOverDue: due('2021-05-24') },
} as const;
const lifted = {
  type: 'PriceMeasureLifted',
  data: { measureId: 'M-1', reason: '已整改', from: '2021-09-01', handOverDue: due('2021-08-27') },
} as const;

describe('an order to a supplier', () => {
  it('is handed over once, and again when it was returned', () => {
    const hand = { ...order, ...at('2021-05-12') };
    given(priceFile, applied).when('HandOverPriceOrder', hand, file).then(handedOver);
    given(priceFile, applied, handedOver).when('HandOverPriceOrder', hand, file).thenNothing();
    given(priceFile, applied, handedOver)
      .when('HandOverPriceOrder', { ...hand, documentNumber: '6号' }, file)
      .thenRefused('development-reform/handed-over', { clause: '2.1.2' });
    given(priceFile, applied, handedOver, declined).when('HandOverPriceOrder', hand, file).then(handedOver);
    given(priceFile).when('HandOverPriceOrder', hand, file).thenRefused('development-reform/no-such-measure');
  });

  it('to lift a measure follows its end, where a supplier was told to apply it', () => {
    const hand = { ...order, ...lift, ...at('2021-08-23') };
    given(priceFile, applied, handedOver)
      .when('HandOverPriceOrder', hand, file)
      .thenRefused('development-reform/not-lifted');
    given(priceFile, applied, lifted)
      .when('HandOverPriceOrder', hand, file)
      .thenRefused('development-reform/nothing-to-lift');
    given(priceFile, applied, handedOver, lifted)
      .when('HandOverPriceOrder', hand, file)
      .thenTypes('PriceOrderHandedOver');
  });

  it('is acknowledged or returned, once it was handed over', () => {
    const take = { ...receipt, ...at('2021-05-13') };
    given(priceFile, applied, handedOver).when('AcknowledgePriceOrder', take, file).then(acknowledged);
    given(priceFile, applied, handedOver, acknowledged).when('AcknowledgePriceOrder', take, file).thenNothing();
    given(priceFile, applied)
      .when('AcknowledgePriceOrder', take, file)
      .thenRefused('development-reform/not-handed-over');

    const back = { ...apply, reason: '无此计量点', ...at('2021-05-17') };
    const [fact] = given(priceFile, applied, handedOver).when('DeclinePriceOrder', back, file).facts();
    expect(fact?.data).toMatchObject({ handOverDue: { rolledDue: '2021-05-24' } });
    given(priceFile, applied, handedOver, declined).when('DeclinePriceOrder', back, file).thenNothing();
    given(priceFile, applied, handedOver, acknowledged, executed)
      .when('DeclinePriceOrder', back, file)
      .thenRefused('development-reform/answered-before');
  });

  it('is carried out on bills from the first day of the measure or later', () => {
    const carry = { ...executed.data, ...at('2021-07-05') };
    given(priceFile, applied, handedOver, acknowledged).when('RecordPriceOrderExecuted', carry, file).then(executed);
    given(priceFile, applied, handedOver, acknowledged, executed)
      .when('RecordPriceOrderExecuted', carry, file)
      .thenNothing();
    given(priceFile, applied, handedOver)
      .when('RecordPriceOrderExecuted', carry, file)
      .thenRefused('development-reform/not-acknowledged');
    given(priceFile, applied, handedOver, acknowledged)
      .when('RecordPriceOrderExecuted', { ...carry, executedFrom: '2021-05-31' }, file)
      .thenRefused('development-reform/executed-too-early', { facts: { from: '2021-06-01' } });
  });

  it('that was not handed over in time is on record once', () => {
    const pass = { ...apply, dueOn: '2021-05-17', ...at('2021-05-18') };
    const overdue = { type: 'PriceHandOverOverdue', data: { ...apply, dueOn: '2021-05-17' } } as const;
    given(priceFile, applied).when('PassPriceHandOver', pass, file).then(overdue);
    given(priceFile, applied, overdue).when('PassPriceHandOver', pass, file).thenNothing();
    given(priceFile, applied, handedOver).when('PassPriceHandOver', pass, file).thenNothing();
    given(priceFile, applied)
      .when('PassPriceHandOver', { ...pass, ...at('2021-05-17') }, file)
      .thenNothing();
  });

  it('to lift what a supplier has in hand is due when the measure is lifted', () => {
    const end = { measureId: 'M-1', reason: '已整改', from: '2021-09-01', ...at('2021-08-20') };
    const [out] = given(priceFile, applied, handedOver).when('LiftPriceMeasure', end, file).facts();
    expect(out?.data).toMatchObject({ handOverDue: { rolledDue: '2021-08-27' } });
    const [nobody] = given(priceFile, applied).when('LiftPriceMeasure', end, file).facts();
    expect(nobody?.data).not.toHaveProperty('handOverDue');
  });
});

describe('the days of price measures', () => {
  const changes = (fact: { type: string; data: object }) =>
    deadlines.when[`developmentReform.${fact.type}`]!({
      stream: `developmentReform.priceFile-${uscc}`,
      ...fact,
    } as never);
  const key = (what: string) => `priceFile/${uscc}/M-1/${what}`;

  it('are set and cleared by what happens', () => {
    expect(changes(applied)).toMatchObject([
      { set: { key: key('hand-over-apply'), dueOn: '2021-05-17', command: 'PassPriceHandOver' } },
      { set: { key: key('review'), dueOn: '2022-06-01', command: 'PassPriceReview' } },
    ]);
    expect(changes(handedOver)).toEqual([{ clear: key('hand-over-apply') }]);
    expect(changes(declined)).toMatchObject([{ set: { key: key('hand-over-apply'), dueOn: '2021-05-24' } }]);
    expect(changes(lifted)).toMatchObject([
      { clear: key('review') },
      { clear: key('hand-over-apply') },
      { set: { key: key('hand-over-lift'), dueOn: '2021-08-27' } },
    ]);
    expect(
      changes({ type: 'PriceMeasureReviewed', data: { measureId: 'M-1', nextReviewOn: '2022-12-01' } }),
    ).toMatchObject([{ set: { key: key('review'), dueOn: '2022-12-01' } }]);
    expect(changes({ type: 'PriceReviewDue', data: { measureId: 'M-1' } })).toEqual([{ clear: key('review') }]);
    expect(changes({ type: 'PriceHandOverOverdue', data: apply })).toEqual([{ clear: key('hand-over-apply') }]);
  });

  it('are not those of measures from before they were counted', () =>
    expect(changes({ type: 'TieredPriceApplied', data: { measureId: 'M-1' } })).toEqual([]));
});
