import type { energy } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { dayOf } from '#law';

type Entry = energy.ListEntry;
type List = 'yellow-card' | 'red-card' | 'violators';

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
      const data = { caseId: recordIdOf(fact), dueOn: fact.data.due.rolledDue };
      return [own('yellow-card', 'ProlongListEntry', data), own('violators', 'ProlongListEntry', data)];
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

const entryOf = (
  { occurredAt }: Recorded,
  caseId: string,
  { uscc, name, county, industry }: energy.EnergySupervisionTaskAssigned['enterprise'],
  inForce: Pick<Entry, 'ground' | 'dueOn'>,
): Entry => ({ uscc, name, county, industry, caseId, since: dayOf(occurredAt), ...inForce });

const own = (id: List, command: keyof energy.Commands<'list'>, data: object): OwnCommand => ({
  record: 'list',
  id,
  command,
  data,
});
const listed = (id: List, entry: Entry): OwnCommand => own(id, 'ListEnterprise', { entry });
const delisted = (id: List, caseId: string, reason: string): OwnCommand =>
  own(id, 'DelistEnterprise', { caseId, reason });
