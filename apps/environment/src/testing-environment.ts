import type { environment } from '#contracts';

/** Facts and commands that the specs of environment start from. Nobody in them exists. */
export const site = '91441322MA00TT0126001P';
export const enterprise: environment.EnvViolationFound['enterprise'] = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  siteId: site,
  synthetic: true,
};
export const another = { ...enterprise, uscc: '91441323MA00004100', name: '另一企业〔模拟〕' };

export const at = (day: string, time = '10:00:00') => ({ occurredAt: `${day}T${time}+08:00` });

/** Two officers on the act. */
export const byTwo = { actor: { client: 'spec', officers: ['粤环-1', '粤环-2'] } };
/** The same officer twice, which is one. */
export const byOne = { actor: { client: 'spec', officers: ['粤环-1', '粤环-1'] } };
export const approved = { actor: { client: 'spec', officers: ['粤环-1', '粤环-2'], approver: '局长' } };

export const law = '大气污染防治法第九十九条';
export const plan = '惠州市2021年推动落后产能退出工作计划';

/** A line that energy counts among the elimination category, or on another ground. */
export const line = (grounds: readonly string[], whose = enterprise) => ({
  'energy.capacity-LINE-1': [
    { type: 'energy.CapacityClassified', data: { enterprise: whose, product: '电炉钢', grounds } },
  ],
});
export const onLine = { capacityRecords: [{ register: 'ENERGY_CAPACITY' as const, recordId: 'LINE-1' }] };

export const exceedance: environment.Exceedance = {
  pollutant: '颗粒物',
  value: 40,
  limit: 20,
  unit: 'mg/m³',
  ratio: 2,
  standardNumber: 'GB 28664-2012',
};
