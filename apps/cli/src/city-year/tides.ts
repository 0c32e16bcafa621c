import type { CityStep } from './tale.js';

/** What one department's system, under one role, hands in as one batch. */
export interface Hand {
  readonly department: string;
  readonly role: string;
  readonly steps: readonly CityStep[];
}

/** Batches that may go side by side, once all that came before them is in. */
export interface Tide {
  /** Moment at which the clock must stand at least. */
  readonly movesTo?: string;
  /** A day, or which wave it is. */
  readonly note: string;
  readonly hands: Iterable<Hand>;
}

const BATCH = 1000;
const FIRST_MONTH = 2;
const LAST_MONTH = 12;

/**
 * The year as it is posted: wave by wave when it is over, otherwise day by day and each day wave by wave. Memory holds
 * what comes after the first wave, or a month.
 */
export function* tidesOf(
  year: () => Iterable<CityStep>,
  { isOver }: { readonly isOver: boolean },
): Generator<Tide, void, undefined> {
  if (isOver) return yield* waves(year());
  for (let month = FIRST_MONTH; month <= LAST_MONTH; month++) {
    const name = `${2021 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    const steps = Iterator.from(year())
      .filter(({ at }) => at.startsWith(name))
      .toArray();
    const moments = Map.groupBy(steps, ({ at }) => at);
    for (const at of [...moments.keys()].sort((a, b) => Date.parse(a) - Date.parse(b)))
      for (const tide of waves(moments.get(at)!)) yield { ...tide, movesTo: at, note: at.slice(0, 10) };
  }
}

function* waves(steps: Iterable<CityStep>): Generator<Tide, void, undefined> {
  const later = new Map<number, CityStep[]>();
  const first = Iterator.from(steps).filter((step) => {
    if (step.wave === 0) return true;
    const wave = later.get(step.wave);
    if (wave) wave.push(step);
    else later.set(step.wave, [step]);
    return false;
  });
  yield { note: '1', hands: handsOf(first) };
  for (let left = [...later.keys()].sort((a, b) => a - b); left.length > 0; left = left.slice(1)) {
    yield { note: String(left[0]! + 1), hands: handsOf(later.get(left[0]!)!) };
    later.delete(left[0]!);
  }
}

/** Batches by department and role. A segment is never divided: its steps are about one record and keep their order. */
function* handsOf(steps: Iterable<CityStep>): Generator<Hand, void, undefined> {
  const open = new Map<string, CityStep[]>();
  for (const step of steps) {
    const name = `${step.department} ${step.role}`;
    const its = open.get(name) ?? [];
    if (its.length >= BATCH && its.at(-1)!.segment !== step.segment) {
      yield handOf(its);
      open.set(name, [step]);
    } else {
      its.push(step);
      open.set(name, its);
    }
  }
  for (const its of open.values()) yield handOf(its);
}

const handOf = (steps: readonly CityStep[]): Hand => ({
  department: steps[0]!.department,
  role: steps[0]!.role,
  steps,
});
