import { makeUscc } from '#codes';

const NAMES = ['永丰', '宏达', '金源', '顺兴', '东昇', '南岭', '西湖', '罗浮'];

/** Enterprises that do not exist, with codes that check. */
export function enterprise(at: number) {
  const body = `MA${at
    .toString(36)
    .toUpperCase()
    .padStart(6, '0')
    .replace(/[IOSVZ]/g, '5')}`;
  return {
    uscc: makeUscc('91441322', body),
    name: `博罗县${NAMES[at % NAMES.length]}铸造有限公司〔模拟〕`,
    county: 'BL',
    industry: '3120',
    synthetic: true,
  };
}

/** A command of one fact of about 600 bytes with its envelope, on a record of its own. */
export function classify(at: number) {
  return {
    occurredAt: '2021-05-10T09:30:00+08:00',
    officers: ['44130021001', '44130021002'],
    enterprise: enterprise(at % 5000),
    product: '电炉钢坯',
    capacity: 12.5,
    unit: '万吨/年',
    grounds: ['ENERGY', 'ELIMINATION_CATEGORY'],
    catalogueItem: '产业结构调整指导目录（2019年本）淘汰类 一(六)3',
  };
}

export const path = (at: number): string => `/energy/capacity-lines/bench-${at}/classify-capacity`;

/** The same act as an item of a batch. */
export const item = (at: number, run: string) => ({
  specversion: '1.0',
  id: `${run}-${at}`,
  source: '/bench',
  type: 'energy.ClassifyCapacity',
  subject: `bench-${run}-${at}`,
  time: '2021-05-10T09:30:00+08:00',
  datacontenttype: 'application/json',
  data: classify(at),
});
