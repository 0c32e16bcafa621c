import type { hotline } from '#contracts';
import type { Bilingual, Decider, Refusal } from '#decider';
import type { Due } from '#law';
import { refusal } from './law.js';

export type Commands = hotline.Commands<'tip'>;
export type Events = hotline.Events<'tip'>;
type Stage = Events['TipOverdue']['stage'];

export type Phase =
  'none' | 'received' | 'dispatched' | 'returned' | 'accepted' | 'verified' | 'replied' | 'revisited' | 'closed';

/** A tip, from the word received to the result told. Who told it is not here. */
export interface Tip {
  readonly phase: Phase;
  readonly said: { readonly [Type in keyof Events]?: Events[Type] };
  readonly handler?: Events['TipDispatched']['handler'];
  /** Last day to send it on; to deal with it, extended once at most; to tell who told. */
  readonly dispatchBy?: string;
  readonly due?: Due;
  readonly replyDue?: Due;
  readonly isExtended: boolean;
  readonly overdue: readonly Stage[];
}

export type TipDecider = Decider<Tip, Commands, Events>;

/** Whether who told gave no name: then there is nobody to reply to. */
export const isAnonymous = ({ said }: Tip): boolean => said.TipReceived?.contactRef === undefined;

/** Last day of a stage that is still running; nothing when it is over or never began. */
export function lastDayOf({ phase, dispatchBy, due, replyDue }: Tip, stage: Stage): string | undefined {
  if (stage === 'DISPATCH') return phase === 'received' || phase === 'returned' ? dispatchBy : undefined;
  if (stage === 'HANDLING') return phase === 'dispatched' || phase === 'accepted' ? due?.rolledDue : undefined;
  return phase === 'verified' ? replyDue?.rolledDue : undefined;
}

const phases: Readonly<Record<Phase, Bilingual>> = {
  none: { zh: '尚未登记', en: 'was not received' },
  received: { zh: '待转办', en: 'waits to be dispatched' },
  dispatched: { zh: '待承办', en: 'waits to be accepted' },
  returned: { zh: '已退回，待重新转办', en: 'was returned and waits to be dispatched again' },
  accepted: { zh: '办理中', en: 'is being dealt with' },
  verified: { zh: '已核实', en: 'was verified' },
  replied: { zh: '已答复', en: 'was replied to' },
  revisited: { zh: '已回访', en: 'was followed up' },
  closed: { zh: '已办结', en: 'is closed' },
};

/** The refusal of an act that has no place in the phase that the tip is in. */
export const outOfPhase = ({ phase }: Tip, act: Bilingual, wayOut: Bilingual): Refusal =>
  refusal(
    'out-of-phase',
    { zh: `该举报${phases[phase].zh}，不能${act.zh}`, en: `The tip ${phases[phase].en}; it cannot be ${act.en}` },
    { clause: '4.3', wayOut, facts: { phase } },
  );
