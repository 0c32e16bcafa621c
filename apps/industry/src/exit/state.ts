import type { industry } from '#contracts';
import type { Decider } from '#decider';
import type { Due } from '#law';
import { no } from '../law.js';

export type Events = industry.Events<'exit'>;
export type Opened = Events['ExitFileOpened'];

/** Days on which isolation steps were taken; a step that was undone has none. */
export type Steps = { readonly [Step in industry.IsolationStep]?: string };

/** What exits: one line, one site or a whole enterprise. */
export interface Exit {
  /** What each kind of fact said last. */
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  readonly openedOn?: string;
  /** The time to dismantle in force: that of the deferral once there is one. */
  readonly due?: Due;
  readonly steps: Steps;
  readonly isOverdue: boolean;
  /** The dismantling that stands: a rejected one does not. */
  readonly dismantled?: Events['MainEquipmentDismantled'];
  /** Id of the fact that says so. */
  readonly dismantledBy?: string;
  readonly inspected?: Events['ExitAcceptanceInspected'];
  readonly accepted?: Events['ExitAccepted'];
  readonly announced?: Events['ExitAnnounced'];
  readonly archived?: Events['ExitArchiveFiled'];
  /** The announcement of the isolation, apart from that of the acceptance. */
  readonly isolationAnnounced?: Events['ExitAnnounced'];
  /** Day before which steps undone since cannot have been taken anew. */
  readonly breachedOn?: string;
}

export type ExitDecider = Decider<Exit, industry.Commands<'exit'>, Events>;
export type Rules<Name extends keyof industry.Commands<'exit'>> = Pick<ExitDecider['decide'], Name>;

export const allSteps: readonly industry.IsolationStep[] = [
  'WaterCut',
  'PowerCut',
  'PowerUnitRemoved',
  'MainEquipmentSealed',
  'NoResumptionPledgePublished',
  'ExitAnnounced',
];

export const missingSteps = (steps: Steps): industry.IsolationStep[] => allSteps.filter((step) => !steps[step]);

export const isIsolated = ({ steps }: Exit): boolean => missingSteps(steps).length === 0;

/** The file, which must be open. */
export function mustBeOpen({ said: { ExitFileOpened: opened } }: Exit, clause: string): Opened {
  if (opened) return opened;
  throw no(
    'no-exit-file',
    { zh: '尚未建立该退出档案', en: 'There is no such exit file' },
    { zh: '先建立退出档案（open-exit-file）', en: 'Open the exit file first (open-exit-file)' },
    { clause },
  );
}

/** The file of something that must go: it was ordered, or agreed. */
export function mustBeOrdered(state: Exit, clause: string): Opened {
  const opened = mustBeOpen(state, clause);
  if (state.said.EliminationOrdered || opened.ground !== 'ELIMINATION_CATEGORY') return opened;
  throw no(
    'not-ordered',
    { zh: '尚未责令淘汰', en: 'Elimination has not been ordered' },
    { zh: '先责令立即淘汰（order-elimination）', en: 'Order elimination first (order-elimination)' },
    { clause },
  );
}

/** The file of something that still stands. */
export function mustStand(state: Exit, clause: string): Opened {
  const opened = mustBeOrdered(state, clause);
  if (!state.dismantled) return opened;
  throw no(
    'already-dismantled',
    {
      zh: `主体设备已于${state.dismantled.dismantledOn}拆除`,
      en: `The main equipment was dismantled on ${state.dismantled.dismantledOn}`,
    },
    { zh: '拆除后办理验收', en: 'What was dismantled goes to acceptance' },
    { clause, facts: { dismantledOn: state.dismantled.dismantledOn } },
  );
}
