import { statfs } from 'node:fs/promises';
import { watched, type Watched } from '../watched.js';

/** How much room the data disk has, and whether that is too little to go on writing. */
export interface Space {
  readonly freeMb: number;
  readonly low: boolean;
}

interface SpaceOptions {
  readonly folder: string;
  readonly watermarkMb: number;
  readonly intervalMs?: number;
  readonly log?: { warn(fields: object, message: string): void };
  /** Free room in MB; the disk's own answer unless a spec gives another. */
  readonly measure?: (folder: string) => Promise<number>;
}

/** Room must come back by a tenth more than the watermark before writes go on, so that it does not flap. */
const HYSTERESIS = 1.1;

const onDisk = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return Math.floor((bavail * bsize) / 2 ** 20);
};

/** Watches the room on the data disk. A full WAL disk makes PostgreSQL stop; refusing writes earlier keeps reads alive. */
export async function watchSpace(options: SpaceOptions): Promise<{ readonly space: Watched<Space>; stop(): void }> {
  const { folder, watermarkMb, intervalMs = 2000, log, measure = onDisk } = options;
  const look = async (low: boolean): Promise<Space> => {
    const freeMb = await measure(folder);
    return { freeMb, low: freeMb < watermarkMb * (low ? HYSTERESIS : 1) };
  };
  const space = watched(await look(false));
  const tell = ({ low, freeMb }: Space) =>
    log?.warn(
      { freeMb, watermarkMb },
      low ? 'the data disk is nearly full: writes are refused' : 'the data disk has room again',
    );
  if (space.current.low) tell(space.current);
  const timer = setInterval(() => {
    look(space.current.low).then(
      (next) => {
        if (next.low !== space.current.low) tell(next);
        space.set(next);
      },
      (problem: unknown) => log?.warn({ problem: String(problem) }, 'the room on the data disk cannot be read'),
    );
  }, intervalMs).unref();
  return { space, stop: () => clearInterval(timer) };
}
