import type { developmentReform } from '#contracts';
import {
  alreadySays,
  contentOf,
  Refusal,
  type Bilingual,
  type Circumstances,
  type ContentOf,
  type Decider,
} from '#decider';
import { addDays, addMonths, dayOf, findRule, ruleRef } from '#law';
import { differentialRules, punitiveRules, tierRules, waterRules } from './measure-rules.js';

type Commands = developmentReform.Commands<'priceFile'>;
type Events = developmentReform.Events<'priceFile'>;
type Apply = Commands[`Apply${string}` & keyof Commands];

/** A measure as it was applied, and as it was lifted. */
interface Measure {
  readonly applied: ContentOf<Apply>;
  readonly lifted?: Events['PriceMeasureLifted'];
}
type PriceFile = ReadonlyMap<string, Measure>;

const clause = '2.1.2';

/** The price measures of one enterprise, by their numbers; the file's id is its code. Each is lifted when its ground ends. */
export const priceFile: Decider<PriceFile, Commands, Events> = {
  name: 'developmentReform.priceFile',
  initial: new Map(),

  decide: {
    ApplyDifferentialPrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'DifferentialPriceApplied', data: contentOf(command), rules: differentialRules(command) }],
    ApplyTieredPrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'TieredPriceApplied', data: contentOf(command), rules: tierRules(command) }],
    ApplyPunitivePrice: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'PunitivePriceApplied', data: contentOf(command), rules: punitiveRules(command) }],
    ApplyWaterSurcharge: (command, file, given) =>
      isOnFile(command, file, given)
        ? []
        : [{ type: 'OverQuotaWaterSurchargeApplied', data: contentOf(command), rules: waterRules(command) }],

    LiftPriceMeasure: (command, file) => {
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
      return [{ type: 'PriceMeasureLifted', data: lift }];
    },

    EndPriceGround: (command, file, { occurredAt }) => {
      const { caseId, reason } = contentOf(command);
      const row = findRule('price/lift', occurredAt);
      const next = nextBillingPeriod(dayOf(occurredAt));
      return [...file.values()]
        .filter(({ applied, lifted }) => applied.caseId === caseId && !lifted)
        .map(({ applied: { measureId, from } }) => ({
          type: 'PriceMeasureLifted' as const,
          data: { measureId, reason, from: from > next ? from : next },
          rules: row ? [ruleRef(row)] : [],
        }));
    },
  },

  evolve: {
    DifferentialPriceApplied: applied,
    TieredPriceApplied: applied,
    PunitivePriceApplied: applied,
    OverQuotaWaterSurchargeApplied: applied,
    PriceMeasureLifted: (file, lifted) => {
      const measure = file.get(lifted.measureId);
      return measure ? new Map(file).set(lifted.measureId, { ...measure, lifted }) : file;
    },
  },

  subject: (_, id) => ({ uscc: id }),

  consults: {
    ApplyDifferentialPrice: caseOf,
    ApplyTieredPrice: caseOf,
    ApplyPunitivePrice: caseOf,
    ApplyWaterSurcharge: caseOf,
  },
};

function applied(file: PriceFile, data: Events[Exclude<keyof Events, 'PriceMeasureLifted'>]): PriceFile {
  return new Map(file).set(data.measureId, { applied: data as Measure['applied'] });
}

function caseOf({ caseId }: { readonly caseId?: string }): readonly string[] {
  return caseId === undefined ? [] : [`energy.case-${caseId}`];
}

/** Facts that end the ground of a measure: the firm is within the limit again, or it is closed. */
const endings = ['energy.RectificationAccepted', 'energy.RedCardIssued'];

/** Whether the same measure was applied before. Refuses one that cannot be: of another, used, or without ground. */
function isOnFile(command: Apply, file: PriceFile, { id, consulted }: Circumstances): boolean {
  const { measureId, enterprise, caseId } = command;
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
  if (caseId !== undefined && consulted(`energy.case-${caseId}`).some(({ type }) => endings.includes(type)))
    throw no(
      'ground-has-ended',
      {
        zh: `案件${caseId}已结束，不能据此执行价格措施`,
        en: `Case ${caseId} has ended and is no ground for a measure`,
      },
      { zh: '以其他依据执行的，不填 caseId', en: 'On another ground, leave out `caseId`' },
    );
  return false;
}

/** First day of the next month: the plan is silent, and bills are monthly. */
const nextBillingPeriod = (day: string): string => addMonths(addDays(day, 1 - Number(day.slice(8))), 1);

const no = (code: string, says: Bilingual, wayOut: Bilingual): Refusal =>
  new Refusal(`development-reform/${code}`, says, { clause, wayOut });
