import { government, type industry } from '#contracts';
import { moment } from './office-time.js';
import { SUPERVISION_PLAN } from './rectification.js';
import { ofEnergy, ofGovernment, ofIndustry, type Story } from './step.js';

/** The industries that the plan names; it counts twelve and names eight. 二(五)4. */
const namedIndustries = ['钢铁', '水泥', '电解铝', '平板玻璃', '造纸', '陶瓷', '印染', '制革'];

/** The laws and documents that the plan cites, as it writes them. */
const cited = [
  '粤工信规划政策〔2021〕20号',
  '《产业结构调整指导目录（2019年本）》',
  '发改价格〔2016〕75号',
  '发改价格〔2016〕2803号',
  '《中华人民共和国节约能源法》',
  '《固定污染源排污许可分类管理名录（2019）版》',
  '《产品质量法》',
  '粤安〔2020〕8号',
  '安监总科技﹝2016﹞137号',
  '安监总管四﹝2017﹞142号',
  '安监总管四〔2017〕129号',
  '应急厅〔2020〕38号',
  '《安全生产法》',
  '惠市经信〔2018〕179号',
  '钢协〔2017〕23号',
  '国发〔2005〕40号',
  '国发〔2010〕7号',
  '国发〔2013〕41号',
  '工信部联产业〔2017〕30号',
];

/** The plan bears no day; the scenario takes one before everything that follows from it. */
export function* planAdopted(): Story {
  yield ofIndustry('annualPlan', '2021', 'AdoptAnnualPlan', moment('2021-03-01', '09:30'), {
    year: 2021,
    title: '惠州市2021年推动落后产能退出工作计划',
    upstreamDocumentNumber: '粤工信规划政策〔2021〕20号',
    industries: namedIndustries,
    legalReferences: cited,
  });
}

export function* supervisionPlanAdopted(targetCount: number): Story {
  yield ofEnergy('supervisionPlan', SUPERVISION_PLAN, 'AdoptSupervisionPlan', moment('2021-03-02', '10:00'), {
    year: 2021,
    documentNumber: '惠能监〔2021〕模拟1号',
    scope: '重点用能企业、重点用能设备；强制性节能标准执行情况，用能设备和生产工艺淘汰制度执行情况',
    targetCount,
    themes: ['MANDATORY_LIMIT', 'EQUIPMENT_ELIMINATION', 'PRICE_POLICY', 'FOLLOW_UP'],
  });
}

/** 三(一): the six bureaux deploy the year's work by the end of April. Days and numbers are simulated. */
export function* workDeployed(): Story {
  const days = ['2021-04-12', '2021-04-15', '2021-04-20', '2021-04-23', '2021-04-28', '2021-04-30'];
  for (const [at, bureau] of government.bureaux.entries())
    yield ofGovernment('deployment', `2021-${bureau}`, 'DeployAnnualWork', moment(days[at]!, '15:00'), {
      year: 2021,
      bureau,
      documentNumber: `〔2021〕模拟${at + 1}号`,
    });
}

/**
 * 二(五)4: whom the plan wants looked back at, with what it says of them and nothing else. A county stands where the
 * name gives it.
 */
const named: industry.LookBackTarget[] = [
  { targetId: '2021-01', name: '博罗县恒鑫五金模具有限公司', category: 'DITIAO_EXITED', county: 'BL' },
  { targetId: '2021-02', name: '博罗县兴源达金属连铸有限公司', category: 'DITIAO_EXITED', county: 'BL' },
  { targetId: '2021-03', name: '龙门县南华新金属科技有限公司', category: 'DITIAO_EXITED', county: 'LM' },
  { targetId: '2021-04', name: '惠东县华业铸造厂', category: 'NATIONAL_SUPERVISED', county: 'HD' },
  { targetId: '2021-05', name: '惠州市桔顺钢铁厂', category: 'NATIONAL_SUPERVISED' },
];

/** Names that exist outside of this simulation. */
export const realNames: readonly string[] = named.map(({ name }) => name);

/** 三(二): June and July are the months of look-backs. */
export function* lookBacksPlanned(): Story {
  for (const [round, day] of [
    ['2021-06', '2021-06-01'],
    ['2021-07', '2021-07-01'],
  ] as const)
    yield ofIndustry('lookBackRound', round, 'PlanLookBack', moment(day, '09:30'), { round, targets: named });
}
