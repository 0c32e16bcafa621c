/** An industry that the plan looks at. */
export interface IndustryGroup {
  readonly zh: string;
  readonly en: string;
  /** False for candidates: the plan speaks of 12 key industries and names 8. Which are the other 4 is configuration. */
  readonly confirmed: boolean;
}

export const industryGroups = {
  steel: { zh: '钢铁', en: 'steel', confirmed: true },
  cement: { zh: '水泥', en: 'cement', confirmed: true },
  aluminium: { zh: '电解铝', en: 'electrolytic aluminium', confirmed: true },
  'flat-glass': { zh: '平板玻璃', en: 'flat glass', confirmed: true },
  paper: { zh: '造纸', en: 'paper', confirmed: true },
  ceramics: { zh: '陶瓷', en: 'ceramics', confirmed: true },
  dyeing: { zh: '印染', en: 'printing and dyeing', confirmed: true },
  tanning: { zh: '制革', en: 'tanning', confirmed: true },
  'lead-battery': { zh: '铅蓄电池', en: 'lead-acid batteries', confirmed: false },
  'copper-lead-zinc': { zh: '铜、铅锌冶炼', en: 'copper, lead and zinc smelting', confirmed: false },
  'chemical-fibre': { zh: '化纤', en: 'chemical fibre', confirmed: false },
  coking: { zh: '炼焦', en: 'coking', confirmed: false },
  'surface-treatment': { zh: '电镀及表面处理', en: 'electroplating and surface treatment', confirmed: false },
} as const satisfies Readonly<Record<string, IndustryGroup>>;

export type IndustryGroupCode = keyof typeof industryGroups;

/** How many key industries the plan counts, 二(五)4. */
export const keyIndustryCount = 12;

/** A four-digit class of GB/T 4754-2017. */
export interface IndustryClass {
  readonly zh: string;
  readonly en: string;
  readonly group: IndustryGroupCode;
  /** Why the class is here when it is not the industry itself: where ditiao steel hides, or what is made next to it. */
  readonly role?: 'watch-list' | 'related';
}

export const industries = {
  '3110': { zh: '炼铁', en: 'ironmaking', group: 'steel' },
  '3120': { zh: '炼钢', en: 'steelmaking', group: 'steel' },
  '3130': { zh: '钢压延加工', en: 'steel rolling', group: 'steel' },
  '3140': { zh: '铁合金冶炼', en: 'ferro-alloy smelting', group: 'steel' },
  '3391': { zh: '黑色金属铸造', en: 'ferrous casting', group: 'steel', role: 'watch-list' },
  '3011': { zh: '水泥制造', en: 'cement', group: 'cement' },
  '3021': { zh: '水泥制品制造', en: 'cement products', group: 'cement', role: 'related' },
  '3022': { zh: '砼结构构件制造', en: 'concrete structural parts', group: 'cement', role: 'related' },
  '3216': { zh: '铝冶炼', en: 'aluminium smelting', group: 'aluminium' },
  '3041': { zh: '平板玻璃制造', en: 'flat glass', group: 'flat-glass' },
  '2211': { zh: '木竹浆制造', en: 'wood and bamboo pulp', group: 'paper' },
  '2212': { zh: '非木竹浆制造', en: 'other pulp', group: 'paper' },
  '2221': { zh: '机制纸及纸板制造', en: 'machine-made paper and board', group: 'paper' },
  '2222': { zh: '手工纸制造', en: 'handmade paper', group: 'paper' },
  '2223': { zh: '加工纸制造', en: 'converted paper', group: 'paper' },
  '3071': { zh: '建筑陶瓷制品制造', en: 'building ceramics', group: 'ceramics' },
  '3072': { zh: '卫生陶瓷制品制造', en: 'sanitary ceramics', group: 'ceramics' },
  '3073': { zh: '特种陶瓷制品制造', en: 'special ceramics', group: 'ceramics' },
  '3074': { zh: '日用陶瓷制品制造', en: 'household ceramics', group: 'ceramics' },
  '3075': { zh: '陈设艺术陶瓷制造', en: 'art ceramics', group: 'ceramics' },
  '3076': { zh: '园艺陶瓷制造', en: 'garden ceramics', group: 'ceramics' },
  '3079': { zh: '其他陶瓷制品制造', en: 'other ceramics', group: 'ceramics' },
  '1713': { zh: '棉印染精加工', en: 'cotton dyeing and finishing', group: 'dyeing' },
  '1723': { zh: '毛染整精加工', en: 'wool dyeing and finishing', group: 'dyeing' },
  '1733': { zh: '麻染整精加工', en: 'bast-fibre dyeing and finishing', group: 'dyeing' },
  '1743': { zh: '丝印染精加工', en: 'silk dyeing and finishing', group: 'dyeing' },
  '1752': { zh: '化纤织物染整精加工', en: 'chemical-fibre fabric dyeing and finishing', group: 'dyeing' },
  '1762': { zh: '针织或钩针编织物印染精加工', en: 'knitted fabric dyeing and finishing', group: 'dyeing' },
  '1910': { zh: '皮革鞣制加工', en: 'leather tanning', group: 'tanning' },
  '1931': { zh: '毛皮鞣制加工', en: 'fur tanning', group: 'tanning' },
  '3843': { zh: '铅蓄电池制造', en: 'lead-acid batteries', group: 'lead-battery' },
  '3211': { zh: '铜冶炼', en: 'copper smelting', group: 'copper-lead-zinc' },
  '3212': { zh: '铅锌冶炼', en: 'lead and zinc smelting', group: 'copper-lead-zinc' },
  '2811': { zh: '化纤浆粕制造', en: 'pulp for chemical fibre', group: 'chemical-fibre' },
  '2812': { zh: '人造纤维（纤维素纤维）制造', en: 'cellulose fibre', group: 'chemical-fibre' },
  '2821': { zh: '锦纶纤维制造', en: 'polyamide fibre', group: 'chemical-fibre' },
  '2822': { zh: '涤纶纤维制造', en: 'polyester fibre', group: 'chemical-fibre' },
  '2823': { zh: '腈纶纤维制造', en: 'acrylic fibre', group: 'chemical-fibre' },
  '2824': { zh: '维纶纤维制造', en: 'vinylon fibre', group: 'chemical-fibre' },
  '2825': { zh: '丙纶纤维制造', en: 'polypropylene fibre', group: 'chemical-fibre' },
  '2826': { zh: '氨纶纤维制造', en: 'elastane fibre', group: 'chemical-fibre' },
  '2829': { zh: '其他合成纤维制造', en: 'other synthetic fibre', group: 'chemical-fibre' },
  '2521': { zh: '炼焦', en: 'coking', group: 'coking' },
  '3360': { zh: '金属表面处理及热处理加工', en: 'metal surface and heat treatment', group: 'surface-treatment' },
} as const satisfies Readonly<Record<string, IndustryClass>>;

export type IndustryCode = keyof typeof industries;

/** The classes in scope, candidates of the unnamed industries among them. */
export const industryCodes: readonly [IndustryCode, ...IndustryCode[]] = Object.keys(industries).sort() as [
  IndustryCode,
  ...IndustryCode[],
];

/** Whether the plan itself names the industry of a class. */
export const isConfirmedIndustry = (code: IndustryCode): boolean => industryGroups[industries[code].group].confirmed;
