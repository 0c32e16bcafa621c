/**
 * The seven areas that the city reports on. Where a site is must be recorded: it cannot be read off a unified social
 * credit code, whose places 3 to 8 name the organ that registered the company.
 */
export const areaCodes = ['HC', 'HY', 'BL', 'HD', 'LM', 'DYW', 'ZK'] as const;

export type AreaCode = (typeof areaCodes)[number];

export interface Area {
  readonly zh: string;
  readonly en: string;
  /** Statistical division that national feeds are told. */
  readonly gb2260Parent: string;
  /** False for the development zones, which GB/T 2260 does not know. */
  readonly hasGb2260Code: boolean;
}

export const areas: Readonly<Record<AreaCode, Area>> = {
  HC: { zh: '惠城区', en: 'Huicheng District', gb2260Parent: '441302', hasGb2260Code: true },
  HY: { zh: '惠阳区', en: 'Huiyang District', gb2260Parent: '441303', hasGb2260Code: true },
  BL: { zh: '博罗县', en: 'Boluo County', gb2260Parent: '441322', hasGb2260Code: true },
  HD: { zh: '惠东县', en: 'Huidong County', gb2260Parent: '441323', hasGb2260Code: true },
  LM: { zh: '龙门县', en: 'Longmen County', gb2260Parent: '441324', hasGb2260Code: true },
  DYW: {
    zh: '大亚湾经济技术开发区',
    en: 'Daya Bay Economic and Technological Development Zone',
    gb2260Parent: '441303',
    hasGb2260Code: false,
  },
  ZK: { zh: '仲恺高新技术产业开发区', en: 'Zhongkai High-tech Zone', gb2260Parent: '441302', hasGb2260Code: false },
};

/** The city that the areas make up. GB/T 2260. */
export const city = { gb2260: '441300', zh: '惠州市', en: 'Huizhou City' } as const;
