import { owed, settled, type Duties } from './duty.js';

export const energyDuties: Duties = {
  'energy.case': [
    {
      kind: 'supervise',
      says: { zh: '完成节能监察', en: 'Carry out the supervision' },
      by: 'department',
      when: {
        'energy.EnergySupervisionTaskAssigned': ({ data, occurredAt }) => ({ dueOn: data.dueOn, since: occurredAt }),
        'energy.EnergySupervisionConducted': settled,
      },
    },
    {
      kind: 'rectify',
      says: { zh: '完成限期整改', en: 'Complete the rectification' },
      by: 'enterprise',
      when: {
        'energy.EnergyRectificationOrdered': owed,
        'energy.ExtensionGranted': owed,
        'energy.RectificationAccepted': settled,
        'energy.RectificationFailed': settled,
        'energy.RedCardIssued': settled,
      },
    },
  ],
  'energy.equipment': [
    {
      kind: 'dismantle',
      says: { zh: '拆除淘汰设备', en: 'Dismantle eliminated equipment' },
      by: 'enterprise',
      when: {
        'energy.StopUseOrdered': owed,
        'energy.EquipmentConfiscated': settled,
        'energy.MainEquipmentDismantled': settled,
      },
    },
  ],
  'energy.keyUser': [
    {
      kind: 'report',
      says: { zh: '报送能源利用状况报告', en: 'File the yearly energy report' },
      by: 'enterprise',
      when: {
        'energy.KeyEnergyUserDesignated': ({ data, occurredAt }) => ({ dueOn: data.reportDueOn, since: occurredAt }),
        'energy.EnergyReportFiled': settled,
      },
    },
  ],
};
