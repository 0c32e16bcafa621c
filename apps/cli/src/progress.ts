import { Presets, SingleBar } from 'cli-progress';
import type { Surroundings } from './command.js';

/** Says how far a long piece of work is. */
export interface Progress {
  /** `note` stands beside the number: a day, a file, a projection. */
  at(done: number, total: number, note?: string): void;
  stop(): void;
}

/** Every so many lines where nobody watches: logs should not fill up. */
const PLAIN_STEP = 0.1;

/** A bar on a terminal; plain lines, one for each tenth, elsewhere. Both go to the talk, never to the data. */
export function progress(name: string, { talk, isWatched }: Pick<Surroundings, 'talk' | 'isWatched'>): Progress {
  return isWatched ? bar(name) : plain(name, talk);
}

function bar(name: string): Progress {
  const drawn = new SingleBar(
    {
      format: `${name} {bar} {percentage}% · {value}/{total} {note}`,
      stream: process.stderr,
      hideCursor: true,
      clearOnComplete: false,
      gracefulExit: false,
    },
    Presets.shades_classic,
  );
  let begun = false;
  return {
    at(done, total, note = '') {
      if (!begun) drawn.start(total, done, { note });
      else {
        drawn.setTotal(total);
        drawn.update(done, { note });
      }
      begun = true;
    },
    stop: () => drawn.stop(),
  };
}

function plain(name: string, talk: (text: string) => void): Progress {
  let said = -1;
  return {
    at(done, total, note = '') {
      const share = total === 0 ? 1 : Math.floor(done / total / PLAIN_STEP) * PLAIN_STEP;
      if (share <= said) return;
      said = share;
      talk(`${name} ${done}/${total} ${note}`.trimEnd());
    },
    stop() {},
  };
}
