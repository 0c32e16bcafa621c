import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { recorded, rowsOf, type PastFact } from '#projection';
import { foundry } from '../testing-facts.js';
import { registerEntry, rowKey } from './register.projection.js';

const stateOf = (id: string, ...facts: readonly PastFact[]) =>
  rowsOf(registerEntry, recorded(...facts)).get(rowKey('outdated-equipment', id))?.entry.state;
const identified: PastFact = {
  type: 'industry.OutdatedEquipmentIdentified',
  stream: 'industry.screening-P-1',
  data: { enterprise: foundry, equipmentId: 'F-1', model: '中频炉', catalogueItem: '三、2' },
};
const inExit = (name: string, data: object): PastFact => ({
  type: `industry.${name}`,
  stream: 'industry.exit-X',
  data,
});

describe('the inventory of outdated equipment', () => {
  it('has what the screening found, until it is dismantled', () => {
    const ordered = inExit('EliminationOrdered', { equipment: [{ equipmentId: 'F-1' }, { equipmentId: 'F-2' }] });
    expect(stateOf('industry.F-1', identified)).toBe('FOUND');
    expect(stateOf('industry.F-1', identified, ordered)).toBe('ELIMINATION_ORDERED');
    expect(
      stateOf('industry.F-1', identified, ordered, inExit('MainEquipmentDismantled', { equipmentIds: ['F-1'] })),
    ).toBe('DISMANTLED');
  });

  it('has nothing that nobody found', () =>
    expect(
      stateOf('industry.F-2', identified, inExit('MainEquipmentDismantled', { equipmentIds: ['F-2'] })),
    ).toBeUndefined());

  it('has what energy supervision and safety found, each under its own number', () => {
    const eliminated: PastFact = {
      type: 'energy.EliminatedEquipmentFound',
      stream: 'energy.equipment-EQ-1',
      data: { enterprise: foundry, model: '变压器', catalogueItem: '1' },
    };
    const banned: PastFact = {
      type: 'emergencyManagement.ProhibitedSafetyEquipmentFound',
      stream: 'emergencyManagement.inspection-J-1',
      data: { enterprise: foundry, catalogue: 'HAZCHEM_2020_38', item: 3, itemText: '…', equipment: '…' },
    };
    const confiscated: PastFact = { type: 'energy.EquipmentConfiscated', stream: 'energy.equipment-EQ-1' };
    expect(stateOf('energy.EQ-1', eliminated, confiscated)).toBe('CONFISCATED');
    expect(stateOf('emergency-management.J-1.HAZCHEM_2020_38-3', banned)).toBe('FOUND');
  });
});
