import type { energy } from '#contracts';
import { recordIdOf, type Policy, type Recorded } from '#decider';
import { delisted, entryOf, listed, prolonged } from '#procedure';

/** Cards and decided violations enter the lists and leave them (四(五), 二(一)1). The issues are published by people. */
export const listsPolicy: Policy = {
  name: 'cards-and-violations-keep-the-lists',
  when: {
    'energy.YellowCardIssued': (fact: Recorded<energy.YellowCardIssued>) => {
      const { enterprise, ground, dueOn } = fact.data;
      const entry = entryOf(fact, recordIdOf(fact), enterprise, { ground, dueOn });
      return [listed('yellow-card', entry), listed('violators', entry)];
    },
    'energy.ExtensionGranted': (fact: Recorded<energy.ExtensionGranted>) => {
      const { rolledDue } = fact.data.due;
      return ['yellow-card', 'violators'].map((list) => prolonged(list, recordIdOf(fact), rolledDue));
    },
    // A red card is no rectification: who is closed stays among the violators.
    'energy.YellowCardCleared': (fact: Recorded<energy.YellowCardCleared>) =>
      fact.data.reason === 'RECTIFIED'
        ? [delisted('yellow-card', recordIdOf(fact), '整改合格'), delisted('violators', recordIdOf(fact), '整改合格')]
        : [delisted('yellow-card', recordIdOf(fact), '列入红牌')],
    'energy.RedCardIssued': (fact: Recorded<energy.RedCardIssued>) => {
      const ground = `经整改仍不达标，已依法关闭（${fact.data.governmentDocumentNumber}）`;
      return [listed('red-card', entryOf(fact, recordIdOf(fact), fact.data.enterprise, { ground }))];
    },
    'energy.StopUseOrdered': (fact: Recorded<energy.StopUseOrdered>) => {
      const { enterprise, model, due } = fact.data;
      const inForce = { ground: `使用国家明令淘汰的设备：${model}`, dueOn: due.rolledDue };
      return [listed('violators', entryOf(fact, equipmentEntry(fact), enterprise, inForce))];
    },
    'energy.MainEquipmentDismantled': (fact: Recorded<energy.MainEquipmentDismantled>) => [
      delisted('violators', equipmentEntry(fact), '淘汰设备已拆除'),
    ],
  },
};

/** Cases and equipment number themselves; on the one list that has both, a number must not meet its namesake. */
const equipmentEntry = (fact: Recorded): string => `equipment.${recordIdOf(fact)}`;
