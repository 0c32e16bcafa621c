import type { Enterprise } from '#contracts';
import { inOfficeHours, moment, officeDay } from './office-time.js';
import type { Seeded } from './seeded.js';
import { ofDevelopmentReform, type Story } from './step.js';

interface Priced {
  readonly measureId: string;
  readonly enterprise: Enterprise;
  /** Case whose end lifts the measure by itself. */
  readonly caseId?: string;
  readonly chance: Seeded;
}

const measure = ({ measureId, enterprise, caseId }: Priced, basis: string, from: string) => ({
  measureId,
  enterprise,
  ...(caseId ? { caseId } : {}),
  basis,
  from,
});

/** First day of the next month: measures start with a billing period. */
export const nextBillingPeriod = (day: string): string => {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
};

/** Half a yuan per kWh for what the 2019 catalogue eliminates, a tenth for what it restricts. */
export function* differentialPrice(
  p: Priced,
  on: string,
  category: 'ELIMINATION' | 'RESTRICTED' | 'TASK_UNMET',
): Story {
  const day = officeDay(on);
  yield ofDevelopmentReform(
    'priceFile',
    p.enterprise.uscc,
    'ApplyDifferentialPrice',
    inOfficeHours(day, p.chance),
    {
      ...measure(p, '发改价格〔2016〕2803号', nextBillingPeriod(day)),
      meterIds: [`0320${p.enterprise.uscc.slice(-8)}`],
      category,
      ...(category === 'TASK_UNMET' ? {} : { catalogueItem: '产业结构调整指导目录（2019年本）〔模拟条目〕' }),
      surchargeCentifenPerKwh: category === 'RESTRICTED' ? 1000 : 5000,
    },
    { posted: 'in-due-course' },
  );
}

export function* tieredPrice(p: Priced, on: string, tier: 2 | 3): Story {
  const day = officeDay(on);
  yield ofDevelopmentReform('priceFile', p.enterprise.uscc, 'ApplyTieredPrice', inOfficeHours(day, p.chance), {
    ...measure(p, '发改价格〔2016〕2803号', nextBillingPeriod(day)),
    tier,
    intensity: 90 + tier * 4,
    standardNumber: 'GB 21256-2013',
    surchargeCentifenPerKwh: tier === 3 ? 1000 : 500,
    executionYear: 2021,
    baseYear: 2020,
  });
}

export function* punitivePrice(p: Priced, on: string, overLimitPercent: number): Story {
  const day = officeDay(on);
  yield ofDevelopmentReform('priceFile', p.enterprise.uscc, 'ApplyPunitivePrice', inOfficeHours(day, p.chance), {
    ...measure(p, '单位产品能耗超过强制性限额〔加价标准为模拟〕', nextBillingPeriod(day)),
    overLimitPercent,
    surchargeCentifenPerKwh: 1000,
  });
}

export function* waterSurcharge(p: Priced, on: string): Story {
  const day = officeDay(on);
  const quotaM3 = p.chance.between(8, 40) * 1000;
  yield ofDevelopmentReform('priceFile', p.enterprise.uscc, 'ApplyWaterSurcharge', inOfficeHours(day, p.chance), {
    ...measure(p, '《中华人民共和国水法》第四十九条〔档次与倍数为模拟〕', nextBillingPeriod(day)),
    quotaM3,
    actualM3: Math.round(quotaM3 * 1.17),
    tier: 1,
    multiplier: 1.5,
    period: `${day.slice(0, 7)}`,
  });
}

export function* priceLifted({ measureId, enterprise, chance }: Priced, on: string, reason: string): Story {
  const day = officeDay(on);
  yield ofDevelopmentReform('priceFile', enterprise.uscc, 'LiftPriceMeasure', inOfficeHours(day, chance), {
    measureId,
    reason,
    from: nextBillingPeriod(day),
  });
}

/** 一: new flat glass and electrolytic aluminium are refused, or reviewed with a capacity swap in hand. */
export function* newProjects(applicants: readonly Enterprise[], swapMissing: string): Story {
  const [glass, aluminium] = applicants;
  yield ofDevelopmentReform('project', 'PRJ-2021-01', 'RefuseNewProject', moment('2021-05-18', '10:00'), {
    enterprise: glass!,
    projectName: '日产600吨平板玻璃生产线项目〔模拟〕',
    product: 'FLAT_GLASS',
    ground: '未附产能置换方案，依据计划第一部分不予新上',
  });
  yield ofDevelopmentReform(
    'project',
    'PRJ-2021-02',
    'RecordProjectDecision',
    moment('2021-06-08', '10:00'),
    { enterprise: aluminium!, projectName: '电解铝技改项目〔模拟〕', product: 'ELECTROLYTIC_ALUMINIUM' },
    { refusedWith: swapMissing },
  );
  yield ofDevelopmentReform('project', 'PRJ-2021-02', 'RecordProjectDecision', moment('2021-06-22', '10:00'), {
    enterprise: aluminium!,
    projectName: '电解铝技改项目〔模拟〕',
    product: 'ELECTROLYTIC_ALUMINIUM',
    capacitySwapDocument: '产能置换公告〔2021〕模拟3号',
  });
}
