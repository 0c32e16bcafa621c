import type { energy, government, industry } from '#contracts';
import { recordIdOf, type OwnCommand, type Policy, type Recorded } from '#decider';
import { exitIdOf } from './record-ids.js';

type File = Omit<industry.Commands<'exit'>['OpenExitFile'], 'occurredAt'>;

const what = { LINE: '责令关闭的生产线', SITE: '责令关闭的场所', ENTERPRISE: '整个企业' } as const;

/** What must go has an exit file: found by screening, ordered by the government or by energy, or found to produce again. */
export const exitsPolicy: Policy = {
  name: 'what-must-go-has-an-exit-file',
  when: {
    'industry.OutdatedEquipmentIdentified': (fact: Recorded<industry.OutdatedEquipmentIdentified>) => {
      const { enterprise, catalogueItem, ...equipment } = fact.data;
      const originId = recordIdOf(fact);
      return opened(exitIdOf('screened', `${originId}.${equipment.equipmentId}`), {
        enterprise,
        scope: 'LINE',
        line: equipment.model,
        ground: 'ELIMINATION_CATEGORY',
        equipment: [equipment],
        catalogueItem,
        originId,
      });
    },
    'government.ClosureOrdered': (fact: Recorded<government.ClosureOrdered>) => {
      const { enterprise, scope } = fact.data;
      const originId = recordIdOf(fact);
      const file = { enterprise, scope, line: what[scope], ground: 'CLOSURE_ORDERED', originId } as const;
      return opened(exitIdOf('closure', originId), file);
    },
    'energy.StopUseOrdered': (fact: Recorded<energy.StopUseOrdered>) => {
      const { enterprise, model } = fact.data;
      const originId = recordIdOf(fact);
      return opened(exitIdOf('stop-use', originId), {
        enterprise,
        scope: 'LINE',
        line: model,
        ground: 'STOP_USE_ORDERED',
        equipment: [{ equipmentId: originId, model }],
        originId,
      });
    },
    'energy.MainEquipmentDismantled': (fact: Recorded<energy.MainEquipmentDismantled>) => {
      const { dismantledOn, disposal, witness } = fact.data;
      const id = exitIdOf('stop-use', recordIdOf(fact));
      return [{ record: 'exit', id, command: 'NoteEnergyDismantling', data: { dismantledOn, disposal, witness } }];
    },
    // Somebody whose code nobody knows has a case, and an exit file once it is known who it is.
    'industry.ResumptionFound': (fact: Recorded<industry.ResumptionFound>) => {
      const { enterprise, target } = fact.data;
      if (!enterprise) return [];
      const originId = recordIdOf(fact);
      const line = `${target.name}：恢复生产的装备`;
      return opened(exitIdOf('resumed', originId), { enterprise, scope: 'SITE', line, ground: 'RESUMPTION', originId });
    },
  },
};

const opened = (id: string, data: File): OwnCommand[] => [{ record: 'exit', id, command: 'OpenExitFile', data }];
