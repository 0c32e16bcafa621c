import { setTimeout as pause } from 'node:timers/promises';
import { percentile } from '../table.ts';

export interface Pace {
  readonly perSecond: number;
  readonly seconds: number;
  readonly ask: (at: number) => Promise<unknown>;
}

export interface Latencies {
  readonly p50: number;
  readonly p99: number;
}

/**
 * Asks at a fixed rate, whether answers come or not. Each answer is counted from the moment at which it was meant to be
 * asked for, so that a server which holds everybody up is not measured only by those it let through.
 */
export async function atRate({ perSecond, seconds, ask }: Pace): Promise<Latencies> {
  const latencies: number[] = [];
  const failures: unknown[] = [];
  const under: Promise<unknown>[] = [];
  const began = performance.now();
  for (let at = 0; at < perSecond * seconds && failures.length === 0; at++) {
    const due = began + (at * 1_000) / perSecond;
    const early = due - performance.now();
    if (early > 0) await pause(early);
    const answered = () => latencies.push(performance.now() - due);
    under.push(ask(at).then(answered, (failure: unknown) => failures.push(failure)));
  }
  await Promise.all(under);
  if (failures.length > 0) throw failures[0];
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

/** A few seconds that do not count first: a process that has just started compiles as it goes. */
export async function warmAtRate(pace: Pace): Promise<Latencies> {
  await atRate({ ...pace, seconds: Math.min(5, pace.seconds) });
  return atRate(pace);
}
