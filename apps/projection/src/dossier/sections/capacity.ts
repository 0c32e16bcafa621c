import { recordIdOf } from '#decider';
import { change, put } from '../../about.js';
import { said, section, type Said } from '../section.js';

interface Line extends Said {
  readonly lineId: string;
  readonly product: string;
  readonly capacity: number;
  readonly unit: string;
  readonly grounds: readonly string[];
  readonly catalogueItem?: string;
}

interface Equipment extends Said {
  readonly equipmentId: string;
  readonly model?: string;
  readonly catalogueItem?: string;
  readonly state: 'FOUND' | 'STOP_USE_ORDERED' | 'CONFISCATED' | 'DISMANTLING_OVERDUE' | 'DISMANTLED';
  readonly documentNumber?: string;
  readonly dismantleBy?: string;
  readonly dismantledOn?: string;
  readonly exitNotCompleted?: { readonly dueOn: string; readonly documentNumber: string };
}

interface KeyUser extends Said {
  readonly keyUserId: string;
  readonly level: string;
  readonly annualTce: number;
  readonly reports: readonly {
    readonly year: number;
    readonly state: 'DUE' | 'FILED' | 'MISSED';
    readonly tce?: number;
  }[];
}

interface Capacity {
  readonly lines: readonly Line[];
  readonly equipment: readonly Equipment[];
  readonly keyUser: readonly KeyUser[];
}

type State = Capacity;
type Report = KeyUser['reports'][number];

const equipment = (state: State, id: string, changed: Partial<Equipment>): State => ({
  ...state,
  equipment: change(state.equipment, ({ equipmentId }) => equipmentId === id, changed),
});

const report = (state: State, id: string, changed: Report): State => ({
  ...state,
  keyUser: state.keyUser.map((user) =>
    user.keyUserId === id
      ? {
          ...user,
          reports: put(
            user.reports,
            ({ year }) => year === changed.year,
            () => changed,
          ),
        }
      : user,
  ),
});

/** What it produces with what, and what of that must go. */
export const capacity = section<Capacity>({
  blank: { lines: [], equipment: [], keyUser: [] },
  when: {
    'energy.CapacityClassified': (state, fact) => {
      const { product, capacity, unit, grounds, catalogueItem } = fact.data;
      const line = { lineId: recordIdOf(fact), product, capacity, unit, grounds, catalogueItem, ...said(fact) };
      return {
        ...state,
        lines: put(
          state.lines,
          ({ lineId }) => lineId === line.lineId,
          () => line,
        ),
      };
    },
    'energy.EliminatedEquipmentFound': (state, fact) => {
      const { model, catalogueItem } = fact.data;
      const found: Equipment = { equipmentId: recordIdOf(fact), model, catalogueItem, state: 'FOUND', ...said(fact) };
      return {
        ...state,
        equipment: put(
          state.equipment,
          ({ equipmentId }) => equipmentId === found.equipmentId,
          () => found,
        ),
      };
    },
    'energy.StopUseOrdered': (state, fact) =>
      equipment(state, recordIdOf(fact), {
        state: 'STOP_USE_ORDERED',
        documentNumber: fact.data.documentNumber,
        dismantleBy: fact.data.due.rolledDue,
      }),
    'energy.EquipmentConfiscated': (state, fact) =>
      equipment(state, recordIdOf(fact), { state: 'CONFISCATED', documentNumber: fact.data.documentNumber }),
    'energy.DismantlingOverdue': (state, fact) => equipment(state, recordIdOf(fact), { state: 'DISMANTLING_OVERDUE' }),
    'energy.MainEquipmentDismantled': (state, fact) =>
      equipment(state, recordIdOf(fact), { state: 'DISMANTLED', dismantledOn: fact.data.dismantledOn }),
    'energy.ExitNonCompletionDetermined': (state, fact) =>
      equipment(state, recordIdOf(fact), {
        exitNotCompleted: { dueOn: fact.data.dueOn, documentNumber: fact.data.documentNumber },
      }),
    'energy.KeyEnergyUserDesignated': (state, fact) => {
      const { level, annualTce, reportYear } = fact.data;
      const keyUserId = recordIdOf(fact);
      const known = state.keyUser.find((user) => user.keyUserId === keyUserId);
      const reports = put(
        known?.reports ?? [],
        ({ year }) => year === reportYear,
        (now) => now ?? { year: reportYear, state: 'DUE' as const },
      );
      const user = { keyUserId, level, annualTce, reports, ...said(fact) };
      return {
        ...state,
        keyUser: put(
          state.keyUser,
          (one) => one.keyUserId === keyUserId,
          () => user,
        ),
      };
    },
    'energy.EnergyReportFiled': (state, fact) =>
      report(state, recordIdOf(fact), { year: fact.data.reportYear, state: 'FILED', tce: fact.data.tce }),
    'energy.EnergyReportMissed': (state, fact) =>
      report(state, recordIdOf(fact), { year: fact.data.reportYear, state: 'MISSED' }),
  },
});
