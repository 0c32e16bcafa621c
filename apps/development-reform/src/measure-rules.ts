import type { developmentReform } from '#contracts';
import { industries } from '#codes';
import { Refusal, type Bilingual, type RuleRef } from '#decider';
import { findRule, ruleRef, ruleText, type Rule } from '#law';

type Commands = developmentReform.Commands<'priceFile'>;

const clause = '2.1.2';

/** Rows that price steel by category, and by tier. */
const steelCategories = {
  ELIMINATION: 'price/steel-elimination',
  RESTRICTED: 'price/steel-restricted',
  TASK_UNMET: 'price/steel-task-unmet',
} as const;
const lastSteelTier = 3;

/** Refuses a surcharge on steel below the State's. A locality may raise it. Other industries: as configured there. */
export function differentialRules({
  enterprise,
  category,
  catalogueItem,
  surchargeCentifenPerKwh,
  from,
}: Commands['ApplyDifferentialPrice']): RuleRef[] {
  const id = isSteel(enterprise.industry) ? steelCategories[category] : 'price/differential-other';
  const row = findRule(id, from);
  if (category !== 'TASK_UNMET' && catalogueItem === undefined)
    throw amiss(
      'no-catalogue-item',
      {
        zh: '淘汰类、限制类差别电价应写明目录条目',
        en: 'What the catalogue eliminates or restricts is named by its item',
      },
      {
        zh: '在 catalogueItem 中写明《产业结构调整指导目录（2019年本）》条目',
        en: 'Name the item of the 2019 catalogue in `catalogueItem`',
      },
      { row, facts: { category } },
    );
  const least = centifen(row);
  if (row && least !== undefined && surchargeCentifenPerKwh < least)
    throw amiss(
      'surcharge-too-low',
      {
        zh: `该类钢铁差别电价加价不得低于${least}（万分之一元每千瓦时），不能为${surchargeCentifenPerKwh}`,
        en: `The surcharge of this steel category is at least ${least} hundredths of a fen per kWh, not ${surchargeCentifenPerKwh}`,
      },
      { zh: `填写${least}或者更高`, en: `Give ${least} or more` },
      { row, facts: { surchargeCentifenPerKwh, atLeast: least } },
    );
  return refs(row);
}

/** Refuses a tier that steel does not have or another surcharge than the tier's; cement goes by the year before. */
export function tierRules(command: Commands['ApplyTieredPrice']): RuleRef[] {
  const { enterprise, tier, surchargeCentifenPerKwh, executionYear, baseYear, from } = command;
  if (isCement(enterprise.industry)) {
    const row = findRule('price/cement-tiers', from);
    if (row && baseYear !== executionYear - 1)
      throw amiss(
        'base-year',
        {
          zh: `水泥阶梯电价${executionYear}年执行，基期应为${executionYear - 1}年，不是${baseYear}年`,
          en: `Cement pays in ${executionYear} on the use of ${executionYear - 1}, not of ${baseYear}`,
        },
        { zh: `基期填写${executionYear - 1}`, en: `Let the base year be ${executionYear - 1}` },
        { row, facts: { executionYear, baseYear } },
      );
    return refs(row);
  }
  if (!isSteel(enterprise.industry)) return [];
  if (tier > lastSteelTier)
    throw amiss(
      'no-such-tier',
      {
        zh: `钢铁阶梯电价分${lastSteelTier}档，没有第${tier}档`,
        en: `Steel has ${lastSteelTier} tiers, and no tier ${tier}`,
      },
      { zh: `填写1至${lastSteelTier}档`, en: `Give a tier from 1 to ${lastSteelTier}` },
      { row: findRule('price/steel-tier-3', from), facts: { tier } },
    );
  const row = findRule(`price/steel-tier-${tier}`, from);
  const exactly = centifen(row);
  if (row && exactly !== undefined && surchargeCentifenPerKwh !== exactly)
    throw amiss(
      'tier-surcharge',
      {
        zh: `钢铁第${tier}档加价为${exactly}（万分之一元每千瓦时），不是${surchargeCentifenPerKwh}`,
        en: `Tier ${tier} of steel pays ${exactly} hundredths of a fen more per kWh, not ${surchargeCentifenPerKwh}`,
      },
      { zh: `填写${exactly}`, en: `Give ${exactly}` },
      { row, facts: { tier, surchargeCentifenPerKwh, exactly } },
    );
  return refs(row);
}

/** Refuses a punitive price where nothing is over the limit. */
export function punitiveRules({ overLimitPercent, from }: Commands['ApplyPunitivePrice']): RuleRef[] {
  const row = findRule('price/punitive', from);
  if (overLimitPercent > 0) return refs(row);
  throw amiss(
    'not-over-limit',
    { zh: '未超过能耗限额，不能执行惩罚性电价', en: 'Nothing is over the limit: no punitive price' },
    { zh: '超限额比例应大于零', en: 'The percent over the limit is more than zero' },
    { row, facts: { overLimitPercent } },
  );
}

/** Refuses a surcharge on water within the quota. */
export function waterRules({ quotaM3, actualM3, from }: Commands['ApplyWaterSurcharge']): RuleRef[] {
  const row = findRule('price/water-over-quota', from);
  if (actualM3 > quotaM3) return refs(row);
  throw amiss(
    'not-over-quota',
    {
      zh: `用水${actualM3}立方米未超过定额${quotaM3}立方米`,
      en: `${actualM3} m³ are within the quota of ${quotaM3} m³`,
    },
    { zh: '只有超定额用水加价', en: 'Only use over the quota pays more' },
    { row, facts: { quotaM3, actualM3 } },
  );
}

type Industry = Commands['ApplyTieredPrice']['enterprise']['industry'];

const isOf =
  (group: string) =>
  (code: Industry): boolean =>
    industries[code].group === group && !('role' in industries[code]);
const isSteel = isOf('steel');
const isCement = isOf('cement');

/** The amount of a row, which is in fen, in hundredths of a fen. */
const centifen = (row: Rule | undefined): number | undefined =>
  row?.amount === undefined ? undefined : row.amount * 100;

const refs = (row: Rule | undefined): RuleRef[] => (row ? [ruleRef(row)] : []);

const amiss = (
  code: string,
  says: Bilingual,
  wayOut: Bilingual,
  { row, facts }: { readonly row: Rule | undefined; readonly facts: Readonly<Record<string, unknown>> },
): Refusal =>
  new Refusal(`development-reform/${code}`, says, { clause, ...(row ? { rule: ruleText(row) } : {}), wayOut, facts });
