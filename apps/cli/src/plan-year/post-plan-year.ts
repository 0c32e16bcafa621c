import { kebab } from '#contracts';
import { EXIT, Failure } from '../exit-codes.js';
import { findCommand } from '../languages.js';
import { Ledger, type Outcome } from '../ledger.js';
import { codeOf, problemInWords } from '../problem.js';
import { clockOf, moveClock } from '../scenario-clock.js';
import { rememberPushes, sendReceipts, type Pushes } from './credit-receipts.js';
import { itemOf } from './item-of.js';
import { planYear, planYearEndsAt } from './plan-year.js';
import { answered, isReturn } from './returns.js';
import type { Step } from './step.js';
import { keepTellers } from './tellers.js';

export interface PostPlanYear {
  readonly baseUrl: string;
  /** A token that opens this role, always for the same client: keys are remembered per client. */
  readonly token: (role: string) => string | Promise<string>;
  readonly steps?: readonly Step[];
  /** Called after each moment of the year; `date` is a day in China. */
  readonly onProgress?: (done: number, total: number, date: string) => void;
}

/** What was posted, and what the law refused as it should. */
export interface Posted {
  readonly accepted: number;
  readonly refused: number;
}

const SOURCE = 'urn:taizhang:plan-year';
const LARGEST_BATCH = 1000;
/** A clock that ticked on a little after it was moved still stands at that moment: what it brought may be half posted. */
const SAME_MOMENT_MS = 60_000;

/**
 * Posts the plan year through the front door, as departments' systems would: the scenario clock is moved to each moment
 * at which something is handed in, then each department's items go in as a batch.
 *
 * Safe to run again after it was stopped anywhere: it goes on at the moment where the clock stands, and every step has a
 * key. Throws a `Failure` that names the step when one is refused unexpectedly, or accepted against the law.
 */
export async function postPlanYear(options: PostPlanYear): Promise<Posted> {
  const { baseUrl, token, onProgress } = options;
  const steps = options.steps ?? planYear({ seed: 2021, enterprises: 60 });
  const ledger = new Ledger(baseUrl);
  const desk: Desk = { ledger, token, pushes: new Map(), mayBePosted: false };
  const clock = await clockOf(ledger, await token('operator'));
  let done = 0;
  const posted = { accepted: 0, refused: 0 };

  for (const [at, moment] of moments(steps)) {
    const isPast = Date.parse(at) + SAME_MOMENT_MS < clock;
    desk.mayBePosted = Date.parse(at) <= clock;
    // What came before the clock is in the ledger; only ids of pushed items are asked for again, by their keys.
    const left = isPast ? moment.filter(({ command }) => command === 'PushCreditInfo') : moment;
    if (Date.parse(at) > clock) await moveClock(ledger, await token('operator'), at);
    for (const hand of handsIn(left)) await post(desk, hand, posted);
    done += moment.length;
    onProgress?.(done, steps.length, at.slice(0, 10));
  }
  if (Date.parse(planYearEndsAt) > clock) await moveClock(ledger, await token('operator'), planYearEndsAt);
  onProgress?.(done, steps.length, planYearEndsAt.slice(0, 10));
  return posted;
}

interface Desk {
  readonly ledger: Ledger;
  readonly token: PostPlanYear['token'];
  readonly pushes: Pushes;
  /** Whether the moment that is being posted may have been posted before. */
  mayBePosted: boolean;
}

/** Steps by the moment at which they are posted. */
function moments(steps: readonly Step[]): ReadonlyMap<string, readonly Step[]> {
  return Map.groupBy(steps, ({ at }) => at);
}

/** What one department's system, under one role, hands in at one moment. */
interface Hand {
  readonly department: string;
  readonly role: string;
  readonly steps: readonly Step[];
}

function handsIn(steps: readonly Step[]): readonly Hand[] {
  const hands = Map.groupBy(steps, ({ department, command }) => {
    const { traits } = findCommand(department, command)!;
    return JSON.stringify([department, traits.role ?? `department:${department}:post`]);
  });
  return [...hands].map(([name, its]) => {
    const [department, role] = JSON.parse(name) as [string, string];
    return { department, role, steps: its };
  });
}

async function post(desk: Desk, { department, role, steps }: Hand, posted: { accepted: number; refused: number }) {
  const token = await desk.token(role);
  const isPlatform = role === 'credit-platform';
  for (let from = 0; from < steps.length; from += LARGEST_BATCH) {
    const part: Step[] = [];
    for (const step of steps.slice(from, from + LARGEST_BATCH))
      part.push(isReturn(step) ? await answered(desk, step) : step);
    const references = await keepTellers(desk, part, token);
    const results: readonly Outcome[] = isPlatform
      ? await sendReceipts(desk, part, token)
      : await desk.ledger.batch(
          department,
          part.map((step) => itemOf(SOURCE, step, references.get(step.id))),
          token,
        );
    for (const [at, step] of part.entries()) {
      const result = results[at]!;
      check(step, result);
      if (result.receipt) rememberPushes(step, result.receipt, desk.pushes);
      posted[step.refusedWith ? 'refused' : 'accepted']++;
    }
  }
}

function check(step: Step, { status, problem }: Outcome): void {
  const isRefused = problem !== undefined || status >= 400;
  const code = problem ? codeOf(problem) : undefined;
  if (!isRefused && !step.refusedWith) return;
  if (isRefused && step.refusedWith && code === step.refusedWith) return;
  const name = `${step.at} ${step.department}/${step.path}/${step.id}/${kebab(step.command)}`;
  throw new Failure(
    EXIT.failed,
    step.refusedWith
      ? `${name}\n应被拒绝（${step.refusedWith}），实际${code ?? '被接受'}\n` +
          `It should have been refused with ${step.refusedWith}; it was ${code ? `refused with ${code}` : 'accepted'}`
      : `${name}\n${problemInWords(problem ?? { status })}`,
  );
}
