import type { Bilingual, Recorded } from '#decider';

/** What is owed, by when, by the law row that says so. */
export interface Owed {
  readonly dueOn: string;
  readonly rule?: string;
  readonly since: string;
  readonly documentNumber?: string;
}

/** Something that one fact makes owed and another settles. */
export interface Duty {
  readonly kind: string;
  readonly says: Bilingual;
  readonly by: 'enterprise' | 'department';
  /** What a fact makes owed; nothing when it settles the duty. */
  readonly when: { readonly [type: string]: (fact: Recorded) => Owed | undefined };
}

const settled = () => undefined;
const owed = ({ data, occurredAt }: Recorded): Owed => ({
  dueOn: data.due.rolledDue,
  rule: data.due.rule,
  since: occurredAt,
  documentNumber: data.documentNumber,
});

/** Every duty with a day on it, by the kind of record that it arises in. Overdue is still owed. */
export const duties: { readonly [category: string]: readonly Duty[] } = {
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
  'credit.record': [
    {
      kind: 'publish',
      says: { zh: '公示信用信息', en: 'Publish the credit record' },
      by: 'department',
      when: {
        'credit.CreditRecordOpened': owed,
        'credit.CreditInfoPublished': settled,
        'credit.ObjectionUpheld': settled,
        'credit.CreditInfoWithdrawn': settled,
        'credit.DisplayStopped': settled,
      },
    },
    {
      kind: 'withdraw',
      says: { zh: '撤下信用信息', en: 'Withdraw the credit record' },
      by: 'department',
      when: {
        'credit.AnnulmentNoted': (fact) => (fact.data.due ? owed(fact) : undefined),
        'credit.CreditInfoWithdrawn': settled,
      },
    },
  ],
};

/** Every type of fact that makes a duty or settles one. */
export const dutyTypes: readonly string[] = [
  ...new Set(Object.values(duties).flatMap((all) => all.flatMap(({ when }) => Object.keys(when)))),
];
