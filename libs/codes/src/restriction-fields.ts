/** The nine fields in which the plan wants joint restriction, each only as the law allows. Plan 三(二). */
export const restrictionFields = {
  LAND_SUPPLY: { zh: '土地供应', en: 'land supply' },
  FUNDING_SUPPORT: { zh: '资金支持', en: 'funding support' },
  TAX_MANAGEMENT: { zh: '税收管理', en: 'tax management' },
  PRODUCTION_LICENCE: { zh: '生产许可', en: 'production licences' },
  SAFETY_LICENCE: { zh: '安全许可', en: 'safety licences' },
  BOND_ISSUE: { zh: '债券发行', en: 'bond issues' },
  CREDIT_FINANCE: { zh: '融资授信', en: 'credit and finance' },
  GOV_PROCUREMENT: { zh: '政府采购', en: 'government procurement' },
  PUBLIC_WORKS_BIDDING: { zh: '公共工程建设项目投标', en: 'bidding for public works' },
} as const;

export type RestrictionField = keyof typeof restrictionFields;

export const restrictionFieldCodes = [
  'LAND_SUPPLY',
  'FUNDING_SUPPORT',
  'TAX_MANAGEMENT',
  'PRODUCTION_LICENCE',
  'SAFETY_LICENCE',
  'BOND_ISSUE',
  'CREDIT_FINANCE',
  'GOV_PROCUREMENT',
  'PUBLIC_WORKS_BIDDING',
] as const satisfies readonly RestrictionField[];
