import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '#decider';
import { listsPolicy } from './lists.policy.js';

/** An enterprise that does not exist. */
const enterprise = {
  uscc: '91441322MA00TT0126',
  name: '博罗县永丰铸造有限公司〔模拟〕',
  county: 'BL',
  industry: '3120',
  synthetic: true,
} as const;
const exceedance = {
  pollutant: '颗粒物',
  value: 62,
  limit: 20,
  unit: 'mg/m³',
  ratio: 3.1,
  standardNumber: 'GB 28664-2012',
};
const put = (type: string, data: object) =>
  listsPolicy.when[`environment.${type}`]!({
    type: `environment.${type}`,
    stream: 'environment.case-HJ-1',
    occurredAt: '2021-06-10T10:00:00+08:00',
    data,
  } as Recorded);
const found = (kind: string) => put('EnvViolationFound', { enterprise, kind, facts: '监测超标', exceedance });
const serious = (kind: string) =>
  put('SeriousViolationDetermined', {
    enterprise,
    kind,
    grounds: '超标三倍以上',
    legalBasis: '大气污染防治法第九十九条',
  });

describe('the two lists of exceedances', () => {
  it('are entered with what was measured against which limit, from the day of the finding', () =>
    expect(found('AIR_STD')).toEqual([
      {
        record: 'list',
        id: 'exceedance',
        command: 'ListEnterprise',
        data: {
          entry: {
            uscc: enterprise.uscc,
            name: enterprise.name,
            county: 'BL',
            industry: '3120',
            caseId: 'HJ-1',
            ground: '颗粒物 62mg/m³，超过GB 28664-2012限值20mg/m³',
            since: '2021-06-10',
          },
        },
      },
    ]));

  it('are of those over a limit of air, water or quantity, and of nobody else', () => {
    for (const kind of ['WATER_STD', 'TOTAL_QUANTITY']) expect(found(kind)).toHaveLength(1);
    for (const kind of ['NO_PERMIT', 'EVASION', 'SOLID_WASTE']) {
      expect(found(kind)).toEqual([]);
      expect(serious(kind)).toEqual([]);
    }
  });

  it('have one for what was determined to be serious, with the provision that makes it so', () =>
    expect(serious('AIR_STD')).toMatchObject([
      { id: 'serious-exceedance', data: { entry: { ground: '超标三倍以上（大气污染防治法第九十九条）' } } },
    ]));

  it('are left when the recheck finds it corrected, and not before', () => {
    expect(put('CorrectionRechecked', { result: 'CORRECTED' }).map(({ id, command }) => [id, command])).toEqual([
      ['exceedance', 'DelistEnterprise'],
      ['serious-exceedance', 'DelistEnterprise'],
    ]);
    for (const result of ['STILL_VIOLATING', 'OBSTRUCTED']) expect(put('CorrectionRechecked', { result })).toEqual([]);
  });
});
