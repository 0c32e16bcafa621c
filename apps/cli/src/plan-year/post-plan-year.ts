import { kebab } from '#contracts';
import { namespaceOf } from '#decider';
import { EXIT, Failure } from '../exit-codes.js';
import { findCommand } from '../languages.js';
import { Ledger, type Item, type ItemResult, type Receipt } from '../ledger.js';
import { codeOf, problemInWords } from '../problem.js';
import { pushOf } from './credit-record.js';
import { planYear, planYearEndsAt } from './plan-year.js';
import { answered, isReturn } from './returns.js';
import type { Step } from './step.js';

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

type Outcome = Pick<ItemResult, 'status' | 'receipt' | 'problem'>;

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
  const clock = await clockOf(desk);
  let done = 0;
  const posted = { accepted: 0, refused: 0 };

  for (const [at, moment] of moments(steps)) {
    const isPast = Date.parse(at) + SAME_MOMENT_MS < clock;
    desk.mayBePosted = Date.parse(at) <= clock;
    // What came before the clock is in the ledger; only ids of pushed items are asked for again, by their keys.
    const left = isPast ? moment.filter(({ command }) => command === 'PushCreditInfo') : moment;
    if (Date.parse(at) > clock) await moveClock(desk, at);
    for (const hand of handsIn(left)) await post(desk, hand, posted);
    done += moment.length;
    onProgress?.(done, steps.length, at.slice(0, 10));
  }
  if (Date.parse(planYearEndsAt) > clock) await moveClock(desk, planYearEndsAt);
  onProgress?.(done, steps.length, planYearEndsAt.slice(0, 10));
  return posted;
}

interface Desk {
  readonly ledger: Ledger;
  readonly token: PostPlanYear['token'];
  /** Ids of the feed's items by record, in the order in which they were pushed. */
  readonly pushes: Map<string, string[]>;
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
          part.map((step) => itemOf(step, references.get(step.id))),
          token,
        );
    for (const [at, step] of part.entries()) {
      const result = results[at]!;
      check(step, result);
      if (result.receipt && step.command === 'PushCreditInfo') remember(desk, step.id, result.receipt);
      posted[step.refusedWith ? 'refused' : 'accepted']++;
    }
  }
}

/** Who told a tip goes into the vault by a door of its own; the tip carries what the vault answers. */
export async function keepTellers(
  { ledger }: Pick<Desk, 'ledger'>,
  steps: readonly Step[],
  token: string,
): Promise<Map<string, string>> {
  const references = new Map<string, string>();
  for (const { id, path, department, teller } of steps) {
    if (!teller) continue;
    const { contactRef } = await ledger.json<{ contactRef: string }>(`/${department}/${path}/${id}/identity`, {
      method: 'PUT',
      token,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(teller),
    });
    references.set(id, contactRef);
  }
  return references;
}

const itemOf = ({ key, department, command, id, body, teller }: Step, contactRef: string | undefined): Item => ({
  specversion: '1.0',
  id: key,
  source: SOURCE,
  type: `${namespaceOf(department)}.${command}`,
  subject: id,
  time: String(body['occurredAt']),
  datacontenttype: 'application/json',
  data: teller && contactRef ? { ...body, contactRef } : body,
});

function remember({ pushes }: Desk, recordId: string, { events }: Receipt): void {
  const item = events.find(({ type }) => type === 'credit.CreditInfoPushed');
  if (item) pushes.set(recordId, [...(pushes.get(recordId) ?? []), item.id]);
}

/** The platform answers items of the feed by their ids; each answer has a result of its own. */
async function sendReceipts({ ledger, pushes }: Desk, steps: readonly Step[], token: string) {
  const receipts = steps.map(({ id, command, body }) => {
    const { itemId, occurredAt, ...answer } = body as unknown as { itemId: string; occurredAt: string };
    const item = pushes.get(id)?.[pushOf(itemId) - 1];
    if (!item) throw new Failure(EXIT.failed, `${id}: ${itemId} was never pushed`);
    const outcome = command === 'AcknowledgeCreditInfo' ? 'acknowledged' : 'rejected';
    return { recordId: id, itemId: item, outcome, occurredAt, ...answer };
  });
  const { outcomes } = await ledger.json<{ outcomes: readonly Outcome[] }>('/feeds/credit/receipts', {
    token,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ receipts }),
  });
  return outcomes;
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

const moveClock = async ({ ledger, token }: Desk, to: string): Promise<void> => {
  const body = JSON.stringify({ to });
  await ledger.send('/clock', {
    token: await token('operator'),
    headers: { 'content-type': 'application/json' },
    body,
  });
};

/** Where the scenario clock stands, in milliseconds. */
async function clockOf({ ledger, token }: Desk): Promise<number> {
  const { now } = await ledger.json<{ now: string }>('/clock', { method: 'GET', token: await token('operator') });
  return Date.parse(now);
}
