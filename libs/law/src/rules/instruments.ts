import type { Bilingual } from '#decider';

const instrument = (zh: string, en: string): Bilingual => ({ zh, en });

export const plan2021 = instrument(
  '惠州市2021年推动落后产能退出工作计划',
  'Huizhou plan of 2021 to retire outdated production capacity',
);
export const energyLaw2018 = instrument('节约能源法（2018年修正）', 'Energy Conservation Law (2018)');
export const penaltyLaw1996 = instrument('行政处罚法（1996年）', 'Administrative Penalty Law (1996)');
export const penaltyLaw2017 = instrument('行政处罚法（2017年修正）', 'Administrative Penalty Law (2017)');
export const penaltyLaw2021 = instrument('行政处罚法（2021年修订）', 'Administrative Penalty Law (2021)');
export const reviewLaw2017 = instrument('行政复议法（2017年修正）', 'Administrative Review Law (2017)');
export const litigationLaw2017 = instrument('行政诉讼法（2017年修正）', 'Administrative Litigation Law (2017)');
export const referralRegulation2020 = instrument(
  '行政执法机关移送涉嫌犯罪案件的规定（2020年修订）',
  'Regulation on the referral of suspected crimes by enforcement organs (2020)',
);
export const coercionLaw = instrument('行政强制法（2011年）', 'Administrative Coercion Law (2011)');
export const permitRegulation = instrument('排污许可管理条例（2021年）', 'Regulation on Discharge Permits (2021)');
export const waterLaw2016 = instrument('水法（2016年修正）', 'Water Law (2016)');
export const steelPrice = instrument('发改价格〔2016〕2803号', 'NDRC price notice [2016] No. 2803, steel');
export const cementPrice = instrument('发改价格〔2016〕75号', 'NDRC price notice [2016] No. 75, cement');
export const doublePublicity = instrument(
  '发改办财金〔2018〕424号',
  'NDRC notice [2018] No. 424, publicity of penalties',
);
export const creditChina2019 = instrument(
  '信用中国行政处罚信息信用修复规则（2019年7月起）',
  'Credit China rules on repair of penalty information (from July 2019)',
);
export const ndrcOrder58 = instrument('国家发展改革委令第58号（2023年）', 'NDRC Order 58 (2023)');
export const marketPublicity = instrument(
  '市场监督管理行政处罚信息公示规定（2021年）',
  'Provisions on publicity of market-regulation penalties (2021)',
);
export const safetyList = instrument(
  '安全生产严重失信主体名单管理办法（2023年）',
  'Measures on the work-safety serious-dishonesty list (2023)',
);
export const procurementLaw = instrument('政府采购法（2014年修正）', 'Government Procurement Law (2014)');
export const procurementRegulation = instrument(
  '政府采购法实施条例（2015年）',
  'Regulation on Government Procurement (2015)',
);
export const licensingLaw2019 = instrument('行政许可法（2019年修正）', 'Administrative Licensing Law (2019)');
export const productionLicence = instrument(
  '工业产品生产许可证管理条例（2005年）',
  'Regulation on Production Licences for Industrial Products (2005)',
);
export const guangdongEnvironment = instrument(
  '广东省环境保护条例（2022年修正）',
  'Guangdong Environmental Protection Regulation (2022)',
);
export const marketReports = instrument(
  '市场监督管理投诉举报处理暂行办法（2022年修正）',
  'Interim measures on complaints and reports to market regulators (2022)',
);
export const industryPolicy2005 = instrument(
  '国发〔2005〕40号',
  'State Council decision [2005] No. 40 on industrial structure',
);
export const workSafetyLaw2014 = instrument('安全生产法（2014年修正）', 'Work Safety Law (2014)');
export const workSafetyLaw2021 = instrument('安全生产法（2021年修正）', 'Work Safety Law (2021)');
export const safetyLicence2014 = instrument(
  '安全生产许可证条例（2014年修订）',
  'Regulation on Work Safety Licences (2014)',
);
export const hazardCriteria2017 = instrument(
  '安监总管四〔2017〕129号',
  'Criteria of major accident hazards in industry and trade, [2017] No. 129',
);
export const parkSafety2020 = instrument('粤安〔2020〕8号', 'Guangdong work-safety action plan [2020] No. 8');
export const businessRegistration = instrument(
  '市场主体登记管理条例（2021年）',
  'Regulation on the Registration of Market Entities (2021)',
);
export const eiaLaw2018 = instrument('环境影响评价法（2018年修正）', 'Environmental Impact Assessment Law (2018)');
export const environmentLaw2014 = instrument('环境保护法（2014年修订）', 'Environmental Protection Law (2014)');
export const airLaw2018 = instrument('大气污染防治法（2018年修正）', 'Air Pollution Law (2018)');
export const waterPollutionLaw2017 = instrument('水污染防治法（2017年修正）', 'Water Pollution Law (2017)');
export const solidWasteLaw2020 = instrument('固体废物污染环境防治法（2020年修订）', 'Solid Waste Law (2020)');
export const permitMeasures2018 = instrument(
  '排污许可管理办法（试行）（2018年）',
  'Measures on Discharge Permits, trial (2018)',
);
export const dailyPenaltyMeasures = instrument(
  '环境保护主管部门实施按日连续处罚办法（环境保护部令第28号）',
  'Measures on Daily Penalties, MEP Order 28 (2014)',
);
export const productionLimitMeasures = instrument(
  '环境保护主管部门实施限制生产、停产整治办法（环境保护部令第30号）',
  'Measures on Limiting and Stopping Production, MEP Order 30 (2014)',
);
export const productQualityLaw2018 = instrument('产品质量法（2018年修正）', 'Product Quality Law (2018)');
export const catalogue2019 = instrument(
  '产业结构调整指导目录（2019年本）',
  'Guidance Catalogue for Industrial Restructuring (2019)',
);
export const miit2014 = instrument(
  '工业和信息化部2014年淘汰落后产能验收工作的通知',
  'MIIT notice of 2014 on the acceptance of eliminated capacity',
);
