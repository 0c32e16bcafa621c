/** A catalogue that the plan names for safety enforcement, 二(四)2. */
export interface SafetyCatalogue {
  readonly number: string;
  readonly zh: string;
  readonly en: string;
  /** What it lists: equipment and processes that must not be used, or signs by which a major hazard is known. */
  readonly lists: 'equipment' | 'criteria';
}

/** The four catalogues by number. What their items say is not kept here: a finding quotes the item that it applies. */
export const safetyCatalogues = {
  'AJ-2016-137': {
    number: '安监总科技〔2016〕137号',
    zh: '淘汰落后安全技术工艺、设备目录（2016年）',
    en: 'Catalogue of outdated safety technology, processes and equipment to be eliminated (2016)',
    lists: 'equipment',
  },
  'AJ-2017-142': {
    number: '安监总管四〔2017〕142号',
    zh: '金属冶炼企业禁止使用的设备及工艺目录（第一批）',
    en: 'Catalogue of equipment and processes banned in metal smelting (first batch)',
    lists: 'equipment',
  },
  'AJ-2017-129': {
    number: '安监总管四〔2017〕129号',
    zh: '工贸行业重大生产安全事故隐患判定标准（2017版）',
    en: 'Criteria of major accident hazards in industry and trade (2017)',
    lists: 'criteria',
  },
  'YJ-2020-38': {
    number: '应急厅〔2020〕38号',
    zh: '淘汰落后危险化学品安全生产工艺技术设备目录（第一批）',
    en: 'Catalogue of outdated processes and equipment for hazardous chemicals to be eliminated (first batch)',
    lists: 'equipment',
  },
} as const satisfies Readonly<Record<string, SafetyCatalogue>>;

export type SafetyCatalogueCode = keyof typeof safetyCatalogues;

export const safetyCatalogueCodes = Object.keys(safetyCatalogues) as [SafetyCatalogueCode, ...SafetyCatalogueCode[]];

/** Those that list equipment and processes; the fourth lists criteria of hazards. */
export const equipmentCatalogueCodes = ['AJ-2016-137', 'AJ-2017-142', 'YJ-2020-38'] as const;

/** A part of the criteria of 2017: a kind of danger, or an industry, and how many criteria it has. */
interface CriteriaGroup {
  readonly zh: string;
  readonly en: string;
  readonly count: number;
}

/** How the criteria of 2017 divide, as explanations of the standard report it; the text itself was not at hand. */
export const majorHazardCriteria = {
  DUST: { zh: '存在粉尘爆炸危险的行业领域', en: 'danger of dust explosion', count: 10 },
  AMMONIA: { zh: '使用液氨制冷的行业领域', en: 'cooling by liquid ammonia', count: 2 },
  CONFINED: { zh: '有限空间作业相关的行业领域', en: 'work in confined spaces', count: 2 },
  METALLURGY: { zh: '冶金行业', en: 'metallurgy', count: 11 },
  NONFERROUS: { zh: '有色行业', en: 'non-ferrous metals', count: 10 },
  BUILDING: { zh: '建材行业', en: 'building materials', count: 6 },
  MACHINERY: { zh: '机械行业', en: 'machinery', count: 7 },
  LIGHT: { zh: '轻工行业', en: 'light industry', count: 6 },
  TEXTILE: { zh: '纺织行业', en: 'textiles', count: 2 },
  TOBACCO: { zh: '烟草行业', en: 'tobacco', count: 2 },
  COMMERCE: { zh: '商贸行业', en: 'commerce', count: 1 },
} as const satisfies Readonly<Record<string, CriteriaGroup>>;

const criterionIds = new Set(
  Object.entries(majorHazardCriteria).flatMap(([group, { count }]) =>
    Array.from({ length: count }, (_, at) => `${group}-${at + 1}`),
  ),
);

/** How many criteria there are in all. */
export const majorHazardCriteriaCount = criterionIds.size;

/** Whether a text names one of the criteria: group and number within it, such as `METALLURGY-3`. */
export const isMajorHazardCriterion = (id: string): boolean => criterionIds.has(id);
