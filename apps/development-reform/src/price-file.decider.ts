import {
  alreadySays,
  contentOf,
  Refusal,
  type Bilingual,
  type Circumstances,
  type ContentOf,
  type RuleRef,
} from '#decider';
import { addDays, addMonths, dayOf, isOver, ruleRef } from '#law';
import { dueAfter, lawOn } from './law.js';
import { groundKeys, groundsIn, groundStreams } from './measure-grounds.js';
import { differentialRules, punitiveRules, tierRules, waterRules } from './measure-rules.js';
import { isOut, ordering } from './price-orders.js';
import {
  changed,
  clause,
  ordered,
  type Apply,
  type Events,
  type Measure,
  type PriceFile,
  type PriceFileDecider,
} from './price-file.state.js';

/** The price measures of one enterprise, by their numbers; the file's id is its code. Each is lifted when its ground ends. */
export const priceFile: PriceFileDecider = {
  name: 'developmentReform.priceFile',
  initial: new Map(),

  decide: {
    ApplyDifferentialPrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'DifferentialPriceApplied', ...put(command, given, differentialRules(command)) }],
    ApplyTieredPrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'TieredPriceApplied', ...put(command, given, tierRules(command)) }],
    ApplyPunitivePrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'PunitivePriceApplied', ...put(command, given, punitiveRules(command)) }],
    ApplyWaterSurcharge: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'OverQuotaWaterSurchargeApplied', ...put(command, given, waterRules(command)) }],

    LiftPriceMeasure: (command, file, given) => {
      const lift = contentOf(command);
      const measure = file.get(lift.measureId);
      if (alreadySays(measure?.lifted, lift)) return [];
      if (!measure)
        throw no(
          'no-such-measure',
          { zh: `没有执行措施“${lift.measureId}”`, en: `No measure ${lift.measureId} was applied` },
          { zh: '核对措施编号', en: 'Check the number of the measure' },
        );
      if (measure.lifted)
        throw no(
          'already-lifted',
          {
            zh: `措施已自${measure.lifted.from}起取消`,
            en: `The measure is lifted from ${measure.lifted.from}`,
          },
          { zh: '再次执行使用新的措施编号', en: 'To apply it again, take a new number' },
        );
      if (lift.from < measure.applied.from)
        throw no(
          'lifted-before-applied',
          {
            zh: `取消日${lift.from}早于执行日${measure.applied.from}`,
            en: `It cannot be lifted from ${lift.from}, before it is in force on ${measure.applied.from}`,
          },
          {
            zh: `取消日应不早于${measure.applied.from}`,
            en: `It is lifted from ${measure.applied.from} at the earliest`,
          },
        );
      return [{ type: 'PriceMeasureLifted', data: { ...lift, ...lifting(measure, given) } }];
    },

    EndPriceGround: (command, file, given) => {
      const { ground, groundId, reason, endsOn = dayOf(given.occurredAt) } = contentOf(command);
      const row = lawOn('price/lift', dayOf(given.occurredAt));
      const next = nextBillingPeriod(endsOn);
      const key = groundKeys[ground];
      return [...file.values()]
        .filter(({ applied, lifted }) => !lifted && (key === undefined || applied[key] === groundId))
        .map((measure) => {
          const { measureId, from } = measure.applied;
          const data = { measureId, reason, from: from > next ? from : next, ...lifting(measure, given) };
          return { type: 'PriceMeasureLifted' as const, data, rules: [ruleRef(row)] };
        });
    },

    ReviewPriceMeasure: (command, file, { occurredAt }) => {
      const review = contentOf(command);
      const measure = file.get(review.measureId);
      if (alreadySays(measure?.reviewed, review)) return [];
      if (!measure || measure.lifted)
        throw no(
          measure ? 'already-lifted' : 'no-such-measure',
          measure
            ? { zh: '措施已取消，无需复核', en: 'The measure is lifted; there is nothing to look at' }
            : { zh: `没有执行措施“${review.measureId}”`, en: `No measure ${review.measureId} was applied` },
          { zh: '核对措施编号', en: 'Check the number of the measure' },
        );
      const latest = addMonths(dayOf(occurredAt), lawOn('price/review', dayOf(occurredAt)).length);
      if (review.nextReviewOn <= dayOf(occurredAt) || review.nextReviewOn > latest)
        throw no(
          'review-day',
          {
            zh: `下次复核日应在复核之后、${latest}之前（本系统默认）`,
            en: `It is looked at again after this day and by ${latest} (a default of this system)`,
          },
          { zh: `填写不晚于${latest}的日期`, en: `Give a day until ${latest}` },
        );
      return [{ type: 'PriceMeasureReviewed', data: review }];
    },

    PassPriceReview: (command, file, { occurredAt }) => {
      const { measureId, dueOn } = contentOf(command);
      const measure = file.get(measureId);
      const isDue = measure && !measure.lifted && measure.reviewOn === dueOn && !measure.isReviewDue;
      return isDue && isOver(dueOn, occurredAt) ? [{ type: 'PriceReviewDue', data: { measureId, dueOn } }] : [];
    },

    ...ordering,
  },

  evolve: {
    DifferentialPriceApplied: applied,
    TieredPriceApplied: applied,
    PunitivePriceApplied: applied,
    OverQuotaWaterSurchargeApplied: applied,
    PriceMeasureLifted: (file, lifted) =>
      changed(file, lifted.measureId, ({ orders }) => ({
        lifted,
        orders: { ...orders, ...(lifted.handOverDue ? { LIFT: { due: lifted.handOverDue } } : {}) },
      })),
    PriceMeasureReviewed: (file, reviewed) =>
      changed(file, reviewed.measureId, () => ({ reviewed, reviewOn: reviewed.nextReviewOn, isReviewDue: false })),
    PriceReviewDue: (file, { measureId }) => changed(file, measureId, () => ({ isReviewDue: true })),
    PriceOrderHandedOver: (file, handedOver) => ordered(file, handedOver, () => ({ handedOver })),
    PriceOrderAcknowledged: (file, acknowledged) =>
      ordered(file, acknowledged, (order) => ({ ...order, acknowledged })),
    PriceOrderDeclined: (file, { handOverDue, ...declined }) =>
      ordered(file, declined, (order) => ({ ...order, declined: { ...declined, handOverDue }, due: handOverDue })),
    PriceOrderExecuted: (file, executed) => ordered(file, executed, (order) => ({ ...order, executed })),
    PriceHandOverOverdue: (file, overdue) => ordered(file, overdue, (order) => ({ ...order, isOverdue: true })),
  },

  subject: (_, id) => ({ uscc: id }),

  consults: {
    ApplyDifferentialPrice: groundStreams,
    ApplyTieredPrice: groundStreams,
    ApplyPunitivePrice: groundStreams,
    ApplyWaterSurcharge: groundStreams,
  },
};

type Applied = Events[`${'Differential' | 'Tiered' | 'Punitive'}PriceApplied` | 'OverQuotaWaterSurchargeApplied'];

function applied(file: PriceFile, { handOverDue, reviewOn, ...data }: Applied): PriceFile {
  const orders = handOverDue ? { APPLY: { due: handOverDue } } : {};
  return new Map(file).set(data.measureId, { applied: data as Measure['applied'], reviewOn, orders });
}

/** What a measure says, when its supplier is to have it, and when its ground is looked at again. */
function put<Command extends Apply>(
  command: Command,
  { occurredAt }: Circumstances,
  rules: readonly RuleRef[],
): { readonly data: ContentOf<Command> & Pick<Applied, 'handOverDue' | 'reviewOn'>; readonly rules: RuleRef[] } {
  const day = dayOf(occurredAt);
  const handOver = lawOn('price/hand-over', day);
  const review = lawOn('price/review', day);
  const reviewOn =
    'executionYear' in command ? `${command.executionYear}-12-31` : addMonths(command.from, review.length);
  return {
    data: { ...contentOf(command), handOverDue: dueAfter(handOver, day), reviewOn },
    rules: [...rules, ruleRef(handOver), ruleRef(review)],
  };
}

/** The supplier that was told to apply a measure is told to lift it. */
const lifting = (measure: Measure, { occurredAt }: Circumstances): Pick<Events['PriceMeasureLifted'], 'handOverDue'> =>
  isOut(measure) ? { handOverDue: dueAfter(lawOn('price/hand-over', dayOf(occurredAt)), dayOf(occurredAt)) } : {};

/** Whether the same measure was applied before. Refuses one that cannot be: of another, used, or without ground. */
function isOnFile(command: Apply, file: PriceFile, { id, consulted }: Circumstances): boolean {
  const { measureId, enterprise } = command;
  if (enterprise.uscc !== id)
    throw no(
      'file-of-another',
      {
        zh: `${id}的价格档案不能记录${enterprise.uscc}的措施`,
        en: `The file of ${id} takes no measure of ${enterprise.uscc}`,
      },
      { zh: `提交至 price-files/${enterprise.uscc}`, en: `Post it to price-files/${enterprise.uscc}` },
    );
  const known = file.get(measureId);
  if (alreadySays(known?.applied, contentOf(command))) return true;
  if (known)
    throw no(
      'measure-id-used',
      { zh: `措施编号“${measureId}”已使用，内容不同`, en: `The number ${measureId} is taken by another measure` },
      { zh: '另一措施使用新的编号；变更措施请先取消', en: 'Take a new number; to change a measure, lift it first' },
    );
  for (const { field, id: ground, stream, endings } of groundsIn(command))
    if (consulted(stream).some(({ type }) => endings.includes(type)))
      throw no(
        'ground-has-ended',
        {
          zh: `${ground}已结束，不能据此执行价格措施`,
          en: `${ground} has ended and is no ground for a measure`,
        },
        { zh: `以其他依据执行的，不填 ${field}`, en: `On another ground, leave out \`${field}\`` },
      );
  return false;
}

/** First day of the next month: the plan is silent, and bills are monthly. */
const nextBillingPeriod = (day: string): string => addMonths(addDays(day, 1 - Number(day.slice(8))), 1);

const no = (code: string, says: Bilingual, wayOut: Bilingual): Refusal =>
  new Refusal(`development-reform/${code}`, says, { clause, wayOut });
