import { recordIdOf, type Recorded } from '#decider';
import { moves, tells, type Fold, type Register } from './register.js';

interface Named {
  readonly equipmentId: string;
}

/** A piece is known by what its own department calls it; one order or dismantling may be about several. */
function piecesIn(fact: Recorded): readonly string[] {
  const { type, data } = fact;
  if (type.startsWith('energy.')) return [`energy.${recordIdOf(fact)}`];
  if (type.startsWith('emergencyManagement.'))
    return [`emergency-management.${recordIdOf(fact)}.${data.catalogue as string}-${data.item as number}`];
  const ids: readonly string[] =
    data.equipmentIds ?? (data.equipment as Named[] | undefined)?.map(({ equipmentId }) => equipmentId) ?? [];
  return [data.equipmentId ?? ids].flat().map((id) => `industry.${id as string}`);
}

const found = tells('FOUND', ({ data }) => ({ county: data.enterprise.county }));
const follows =
  (state: string): Fold =>
  (entry, fact, key) =>
    Object.keys(entry).length > 0 ? moves(state)(entry, fact, key) : undefined;

/** Equipment that must go, whoever found it: in energy supervision, in the screening or for its dangers (二). */
export const equipmentRegisters: readonly Register[] = [
  {
    name: 'outdated-equipment',
    title: { zh: '落后工艺装备清单', en: 'Inventory of outdated equipment' },
    readers: 'read-registers',
    key: piecesIn,
    when: {
      'energy.EliminatedEquipmentFound': found,
      'energy.StopUseOrdered': moves('STOP_USE_ORDERED'),
      'energy.EquipmentConfiscated': moves('CONFISCATED'),
      'energy.DismantlingOverdue': moves('OVERDUE'),
      'energy.MainEquipmentDismantled': moves('DISMANTLED'),
      'industry.OutdatedEquipmentIdentified': found,
      // An exit file may be about more than what the screening found: that is not on this inventory.
      'industry.EliminationOrdered': follows('ELIMINATION_ORDERED'),
      'industry.MainEquipmentDismantled': follows('DISMANTLED'),
      'emergencyManagement.ProhibitedSafetyEquipmentFound': found,
    },
  },
];
