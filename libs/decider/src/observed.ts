/** What a spec saw a rule do. */
export interface Observed {
  /** Name of the decider, which is the category of its streams: `energy.case`. */
  readonly decider: string;
  readonly command: string;
  /** `facts`: it said yes. `nothing`: there was nothing to change. `refused`: it said no. */
  readonly outcome: 'facts' | 'nothing' | 'refused';
  /** Types of the facts, bare. */
  readonly types: readonly string[];
  /** Rows of the law that were cited, as `id@version`. */
  readonly rules: readonly string[];
  readonly code?: string;
}

const listeners: ((observed: Observed) => void)[] = [];

/** Hears of everything that specs see from now on. The table of the plan is made from it. */
export const onObserved = (listener: (observed: Observed) => void): void => void listeners.push(listener);

export const observe = (observed: Observed): void => listeners.forEach((listener) => listener(observed));
