import type { Recorded } from '#decider';
import { dayOf } from '#law';
import { accept } from './accept.decider.js';
import { conclude } from './conclude.decider.js';
import { dismantle } from './dismantle.decider.js';
import { isolate } from './isolate.decider.js';
import { open, originOf } from './open.decider.js';
import type { Events, Exit, ExitDecider, Steps } from './state.js';

/** One exit file: from the order to the archive, and under watch for ever after (二(五)3, 三(二)). */
export const exit: ExitDecider = {
  name: 'industry.exit',
  initial: { said: {}, steps: {}, isOverdue: false },

  decide: { ...open, ...dismantle, ...isolate, ...accept, ...conclude },

  evolve: {
    ExitFileOpened: saying('ExitFileOpened', (_, __, { occurredAt }) => ({ openedOn: dayOf(occurredAt) })),
    EliminationOrdered: saying('EliminationOrdered', (_, { due }) => ({ due })),
    ProcessShutDown: saying('ProcessShutDown'),
    DismantlingStarted: saying('DismantlingStarted'),
    // What was accepted as isolated is inspected again once it is dismantled.
    MainEquipmentDismantled: saying('MainEquipmentDismantled', (_, dismantled, { id, correctionOf }) => ({
      dismantled,
      dismantledBy: id,
      ...(correctionOf === undefined ? anew : {}),
    })),
    DismantlingDeferred: saying('DismantlingDeferred', (_, { due }) => ({ due })),
    DismantlingOverdue: saying('DismantlingOverdue', () => ({ isOverdue: true })),
    WaterCut: saying('WaterCut', ({ steps }, { cutOn }) => ({ steps: { ...steps, WaterCut: cutOn } })),
    PowerCut: saying('PowerCut', ({ steps }, { cutOn }) => ({ steps: { ...steps, PowerCut: cutOn } })),
    PowerUnitRemoved: saying('PowerUnitRemoved', ({ steps }, { removedOn }) => ({
      steps: { ...steps, PowerUnitRemoved: removedOn },
    })),
    MainEquipmentSealed: saying('MainEquipmentSealed', ({ steps }, { sealedOn }) => ({
      steps: { ...steps, MainEquipmentSealed: sealedOn },
    })),
    NoResumptionPledgePublished: saying('NoResumptionPledgePublished', ({ steps }, { publishedOn }) => ({
      steps: { ...steps, NoResumptionPledgePublished: publishedOn },
    })),
    ExitAnnounced: saying('ExitAnnounced', ({ steps }, announced) =>
      announced.purpose === 'ISOLATION'
        ? { isolationAnnounced: announced, steps: { ...steps, ExitAnnounced: announced.publishedOn } }
        : { announced },
    ),
    ExitIsolated: saying('ExitIsolated'),
    IsolationBreached: saying('IsolationBreached', ({ steps }, { undone, foundOn }) => ({
      steps: without(steps, undone),
      breachedOn: foundOn,
      ...anew,
    })),
    ExitAcceptanceInspected: saying('ExitAcceptanceInspected', (_, inspected) => ({ inspected })),
    ExitAccepted: saying('ExitAccepted', (_, accepted) => ({ accepted })),
    ExitAcceptanceRejected: saying('ExitAcceptanceRejected', ({ steps }, { redo = [] }) => ({
      dismantled: undefined,
      steps: without(steps, redo),
      ...anew,
    })),
    ExitArchiveFiled: saying('ExitArchiveFiled', (_, archived) => ({ archived })),
    LineEliminated: saying('LineEliminated'),
    EnterpriseClosed: saying('EnterpriseClosed'),
    ExitNonCompletionDetermined: saying('ExitNonCompletionDetermined'),
    ExitedCapacityRechecked: saying('ExitedCapacityRechecked'),
  },

  subject: ({ said: { ExitFileOpened: opened } }) => ({
    uscc: opened?.enterprise.uscc,
    siteId: opened?.enterprise.siteId,
  }),

  consults: { OpenExitFile: originOf },
};

const anew = { inspected: undefined, accepted: undefined, announced: undefined, archived: undefined };

const without = (steps: Steps, undone: readonly (keyof Steps)[]): Steps => ({
  ...steps,
  ...Object.fromEntries(undone.map((step) => [step, undefined])),
});

/** Keeps what a fact said, and the change that it makes. */
function saying<Type extends keyof Events>(
  type: Type,
  change: (state: Exit, data: Events[Type], fact: Recorded<Events[Type]>) => Partial<Exit> = () => ({}),
) {
  return (state: Exit, data: Events[Type], fact: Recorded<Events[Type]>): Exit => ({
    ...state,
    said: { ...state.said, [type]: data },
    ...change(state, data, fact),
  });
}
