/** How far off the last day is. */
export interface Countdown {
  /** Calendar days, below zero when it is over. */
  readonly daysLeft: number;
  readonly overdue: boolean;
}

const DAY_MS = 86_400_000;

/** A day that is due has not ended before 24:00 of it in China. Civil Code art. 203. */
export function countdown(dueOn: string, today: string): Countdown {
  const daysLeft = Math.round((Date.parse(dueOn) - Date.parse(today)) / DAY_MS);
  return { daysLeft, overdue: daysLeft < 0 };
}
