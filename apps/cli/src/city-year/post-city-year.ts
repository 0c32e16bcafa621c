import { EXIT, Failure } from '../exit-codes.js';
import { tidied } from '../import/tidy.js';
import { findCommand } from '../languages.js';
import { Ledger, type Item, type Outcome } from '../ledger.js';
import { rememberPushes, sendReceipts, type Pushes } from '../plan-year/credit-receipts.js';
import { itemOf } from '../plan-year/item-of.js';
import { planYearEndsAt } from '../plan-year/plan-year.js';
import { keepTellers } from '../plan-year/tellers.js';
import { clockOf, moveClock } from '../scenario-clock.js';
import { pool } from './pool.js';
import { tidesOf, type Hand } from './tides.js';
import { mustBeForeseen } from './outcome.js';
import type { CityStep } from './tale.js';

export interface PostCityYear {
  readonly baseUrl: string;
  /** A token that opens this role, always for the same client: keys are remembered per client. */
  readonly token: (role: string) => string | Promise<string>;
  /** The year from its beginning, as often as it is asked for. */
  readonly year: () => Iterable<CityStep>;
  /** Called after each batch; `note` is a day, or the number of a wave. */
  readonly onProgress?: (done: number, note: string) => void;
  /** Batches on their way at the same time. */
  readonly atOnce?: number;
}

/** What became of the year. */
export interface CityYearPosted {
  readonly rows: number;
  readonly accepted: number;
  /** Were in the ledger before, or changed nothing. */
  readonly known: number;
  /** Refused as they must be. */
  readonly refused: number;
  /** Taken after codes in them were tidied. */
  readonly tidied: number;
  /** Facts that the accepted rows led to at once; policies and deadlines add theirs. */
  readonly facts: number;
  readonly seconds: number;
  readonly rowsByDepartment: Readonly<Record<string, number>>;
}

const SOURCE = 'urn:taizhang:city-year';
/** What follows from what others posted is there a moment later: the ledger opens a credit record by itself. */
const NOT_YET: readonly string[] = ['credit/no-record'];
const PAUSE_MS = 250;
const PATIENCE_MS = 120_000;

type Tally = { -readonly [Key in Exclude<keyof CityYearPosted, 'seconds' | 'rowsByDepartment'>]: number } & {
  rowsByDepartment: Record<string, number>;
};

/**
 * Posts the city's year through the front door of a ledger under the scenario clock, as importers would: codes are
 * tidied, batches go several at once, and whatever happens that was not foreseen ends it with the rows named.
 *
 * A clock that stands in the year is moved from day to day, so that what falls due does so in its order. One that
 * stands behind it takes the year as departments bring in old files: all of it at once, late. Safe to run again.
 */
export async function postCityYear(options: PostCityYear): Promise<CityYearPosted> {
  const { baseUrl, token, year, onProgress, atOnce = 4 } = options;
  const ledger = new Ledger(baseUrl);
  const clock = await scenarioClock(ledger, await token('operator'));
  const desk: Desk = { ledger, token, pushes: new Map(), seen: new Set() };
  const tally: Tally = { rows: 0, accepted: 0, known: 0, refused: 0, tidied: 0, facts: 0, rowsByDepartment: {} };
  const since = performance.now();
  for (const { movesTo, note, hands } of tidesOf(year, { isOver: clock >= Date.parse(planYearEndsAt) })) {
    if (movesTo !== undefined && Date.parse(movesTo) > clock) await moveClock(ledger, await token('operator'), movesTo);
    await pool(hands, atOnce, async (hand) => {
      await handIn(desk, hand, tally);
      onProgress?.(tally.rows, note);
    });
  }
  return { ...tally, seconds: (performance.now() - since) / 1000 };
}

interface Desk {
  readonly ledger: Ledger;
  readonly token: PostCityYear['token'];
  readonly pushes: Pushes;
  /** Records of which something was posted in an earlier run. */
  readonly seen: Set<string>;
}

async function handIn(desk: Desk, { department, role, steps }: Hand, tally: Tally): Promise<void> {
  const token = await desk.token(role);
  const tellers = await keepTellers(desk, steps, token);
  let waiting: readonly CityStep[] = steps;
  for (const since = performance.now(); waiting.length > 0;) {
    const results = await (role === 'credit-platform'
      ? sendReceipts(desk, waiting, token)
      : desk.ledger.batch(department, itemsOf(waiting, tellers, tally), token));
    const again: CityStep[] = [];
    for (const [at, step] of waiting.entries()) {
      const result = results[at]!;
      const isEarly = NOT_YET.some((code) => result.problem?.type === `urn:taizhang:${code}`);
      if (isEarly && performance.now() - since < PATIENCE_MS) again.push(step);
      else settle(desk, step, result, tally);
    }
    waiting = again;
    if (waiting.length > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

function itemsOf(steps: readonly CityStep[], tellers: ReadonlyMap<string, string>, tally: Tally): readonly Item[] {
  return steps.map((step) => {
    const { data, fixUps } = tidied(findCommand(step.department, step.command)!.payload, step.body);
    if (fixUps.length > 0) tally.tidied++;
    return itemOf(SOURCE, step, tellers.get(step.id), data);
  });
}

function settle({ pushes, seen }: Desk, step: CityStep, result: Outcome, tally: Tally): void {
  const record = `${step.department}/${step.path}/${step.id}`;
  const wasThere = result.receipt?.replayed === true || (result.receipt !== undefined && result.status === 200);
  mustBeForeseen(step, result, { isRerun: seen.has(record) });
  if (wasThere && !step.isRepeat) seen.add(record);
  if (result.receipt) rememberPushes(step, result.receipt, pushes);
  tally.rows++;
  tally.rowsByDepartment[step.department] = (tally.rowsByDepartment[step.department] ?? 0) + 1;
  if (!result.receipt) tally.refused++;
  else if (wasThere) tally.known++;
  else {
    tally.accepted++;
    tally.facts += result.receipt.events.length;
  }
}

/** Where the clock stands, of a ledger that is there for a simulated year. */
async function scenarioClock(ledger: Ledger, token: string): Promise<number> {
  try {
    return await clockOf(ledger, token);
  } catch (cause) {
    if (!(cause instanceof Error) || cause.name !== 'Refused') throw cause;
    throw new Failure(
      EXIT.failed,
      '台账不在情景时钟下运行，不接收模拟年度\nThe ledger does not run under the scenario clock; a simulated year is not for it\n' +
        '  → 以 npm start 启动（新的数据目录），再提交\n  → Start one with npm start in a new data folder',
      { cause },
    );
  }
}
