import { ScenarioClock, type Acting, type ScenarioTime } from '#department';
import { serverLeftBehind } from '#runtime';

/** Argument by which a service knows that a launcher started it and holds the other end of its channel. */
export const LAUNCHED = '--launched';

/** What a launcher asks of a service. `begin` comes first, with the time where a past year is replayed. */
export type Asked =
  | { readonly ask: 'begin'; readonly time?: ScenarioTime }
  | { readonly ask: 'set'; readonly time: ScenarioTime }
  | { readonly ask: 'settle' | 'next' | 'wake' };

/** What a service tells its launcher: where it listens, and what became of what was asked. */
export type Told =
  { readonly listening: string } | { readonly answers: number; readonly value?: number; readonly failed?: string };

/** A question with a number, by which its answer is known. */
export type Numbered = Asked & { readonly id: number };

/** The launcher, as one of its services sees it. */
export interface Launcher {
  /** Shared with the other services; only where a past year is replayed. */
  readonly clock: ScenarioClock | undefined;
  /** Requests may be sent here; the launcher may ask those who act by themselves. */
  listening(url: string, acting: Acting): void;
  /** To be called when everything has stopped: nothing is left running that a lost launcher would have stopped. */
  farewell(): Promise<void>;
}

/**
 * Whoever started this process with `LAUNCHED`; nothing otherwise. A service whose launcher is gone, however that
 * ended, stops in order as if it had been told to.
 */
export async function launcherOf(dataFolder: string, on: NodeJS.Process = process): Promise<Launcher | undefined> {
  if (!on.argv.includes(LAUNCHED) || !on.connected) return undefined;
  const left = new Promise<Awaited<ReturnType<typeof serverLeftBehind>>>((resolve) =>
    on.once('disconnect', () => {
      resolve(serverLeftBehind(dataFolder));
      on.kill(on.pid, 'SIGTERM');
    }),
  );
  const tell = (told: Told) => void (on.connected && on.send!(told));
  const time = await new Promise<ScenarioTime | undefined>((resolve) =>
    on.once('message', (asked: Numbered) => resolve(asked.ask === 'begin' ? asked.time : undefined)),
  );
  const clock = time && new ScenarioClock(time.at);
  clock?.set(time!);
  return {
    clock,
    listening(url, acting) {
      on.on('message', ({ id, ...asked }: Numbered) => {
        answer(asked, acting).then(
          (value) => tell({ answers: id, value }),
          (problem: unknown) => tell({ answers: id, failed: String(problem) }),
        );
      });
      tell({ listening: url });
    },
    async farewell() {
      if (!on.connected) await (await left)?.dismiss();
    },
  };
}

async function answer(asked: Asked, acting: Acting): Promise<number | undefined> {
  if (asked.ask === 'settle' || asked.ask === 'next') return acting[asked.ask]();
  if (asked.ask === 'set') await acting.set(asked.time);
  if (asked.ask === 'wake') await acting.wake();
  return undefined;
}
