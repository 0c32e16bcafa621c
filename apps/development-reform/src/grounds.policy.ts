import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';

type Ground = 'CASE' | 'EQUIPMENT' | 'EXIT' | 'ENTERPRISE';

/**
 * A price measure does not outlive its ground (二(一)2): it ends with the rectification, with the dismantling or the exit
 * that it waited for, and with the enterprise.
 */
export const groundsPolicy: Policy = {
  name: 'price-measures-end-with-their-case',
  when: {
    'energy.RectificationAccepted': (fact) => ended(fact, 'CASE', '整改验收合格'),
    'energy.RedCardIssued': (fact) => ended(fact, 'CASE', '企业已依法关闭'),
    'energy.MainEquipmentDismantled': (fact) => ended(fact, 'EQUIPMENT', '淘汰设备已拆除'),
    'industry.MainEquipmentDismantled': (fact) => ended(fact, 'EXIT', '主体设备已拆除'),
    'industry.ExitAccepted': (fact) => ended(fact, 'EXIT', '退出验收合格'),
    'industry.EnterpriseClosed': (fact: Recorded<{ readonly closedOn: string }>) =>
      ended(fact, 'ENTERPRISE', '企业已关停', fact.data.closedOn),
    'government.ClosureOrdered': (fact: Recorded<{ readonly scope: string; readonly effectiveOn: string }>) =>
      fact.data.scope === 'ENTERPRISE' ? ended(fact, 'ENTERPRISE', '企业已依法关闭', fact.data.effectiveOn) : [],
  },
};

const ended = (fact: Recorded, ground: Ground, reason: string, endsOn?: string): readonly OwnCommand[] =>
  fact.uscc === undefined
    ? []
    : [
        {
          record: 'priceFile',
          id: fact.uscc,
          command: 'EndPriceGround',
          data: {
            ground,
            ...(ground === 'ENTERPRISE' ? {} : { groundId: recordIdOf(fact) }),
            reason,
            ...(endsOn === undefined ? {} : { endsOn }),
          },
        },
      ];
