import type { ScenarioClock, ScenarioTime } from './scenario-clock.js';

/** Whoever acts by itself on what is recorded and on days that pass: the offices of a process. */
export interface Acting {
  /** Resolves with the head of the ledger once nothing is left for it to do that follows from what is recorded. */
  settle(): Promise<number>;
  /** The instant at which its next deadline passes, in milliseconds; nothing when none runs. */
  next(): Promise<number | undefined>;
  /** Sets its clock. It MUST NOT act before it is asked to settle: others' clocks are set meanwhile. */
  set(time: ScenarioTime): void | Promise<void>;
  /** From here on it looks at its clock by itself again. */
  wake(): void | Promise<void>;
}

/**
 * Moves time forward for all of them together, stopping wherever a deadline of any of them passes on the way, so that
 * everything happens in its order, in however many processes. Throws what `ScenarioClock.mustReach` throws.
 */
export async function moveTime(clock: ScenarioClock, all: readonly Acting[], to: number): Promise<void> {
  clock.mustReach(to);
  const stand = async (at: number) => {
    clock.moveTo(at);
    await Promise.all(all.map((one) => one.set(clock.time)));
  };
  for (;;) {
    await settled(all);
    const stops = await Promise.all(all.map((one) => one.next()));
    const next = Math.min(...stops.map((stop) => stop ?? Infinity));
    if (next > to) break;
    await stand(next);
  }
  await stand(to);
  await settled(all);
  await Promise.all(all.map((one) => one.wake()));
}

/** When all have come to rest at the same head, nobody recorded anything that another has not seen. */
async function settled(all: readonly Acting[]): Promise<void> {
  for (;;) {
    const heads = await Promise.all(all.map((one) => one.settle()));
    if (new Set(heads).size <= 1) return;
  }
}
