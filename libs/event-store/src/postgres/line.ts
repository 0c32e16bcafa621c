import type pg from 'pg';
import { openSession, type SessionOptions } from './session.js';

/**
 * A session that appends, and beside it one that makes durable. They are lost together, so that while a line holds the
 * server has not crashed since it was opened: whatever was seen through it is still there.
 */
export interface Line {
  readonly appending: pg.Client;
  /** Resolves when everything that was visible at the call is durable. Callers of the same moment share one commit. */
  persist(): Promise<void>;
  end(): Promise<void>;
}

/** `durable` is called with a position that is durable, and everything before it. */
export async function openLine(
  session: SessionOptions,
  { lost, durable }: { readonly lost: () => void; readonly durable: (position: number) => void },
): Promise<Line> {
  let open: readonly pg.Client[] = [];
  let isLost = false;
  const end = async () => void (await Promise.allSettled(open.map((each) => each.end())));
  const broken = () => {
    isLost = true;
    lost();
    void end();
  };
  const sessions = await Promise.allSettled([
    openSession({ ...session, pipeline: true }, broken),
    openSession(session, broken),
  ]);
  open = sessions.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = sessions.find((each) => each.status === 'rejected');
  if (failed || isLost) {
    await end();
    throw failed?.reason ?? new Error('Connection terminated while the line was opened');
  }
  const [appending, persisting] = open as [pg.Client, pg.Client];

  let underWay: Promise<void> | undefined;
  let next: Promise<void> | undefined;

  /** A commit that waits for the log takes along everything that was committed before it. */
  const commit = async () => {
    const { rows } = await persisting.query<[string]>({
      name: 'persist',
      text: 'select ledger.persist()',
      rowMode: 'array',
    });
    durable(Number(rows[0]![0]));
  };

  const begin = (): Promise<void> => {
    next = undefined;
    const committed = commit().finally(() => {
      if (underWay === committed) underWay = undefined;
    });
    return (underWay = committed);
  };

  return {
    appending,
    // A commit under way may have begun before the caller saw what it saw: it waits for the next one.
    persist: () => (underWay ? (next ??= underWay.then(begin, begin)) : begin()),
    end,
  };
}
