import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore, StoredEvent } from '#event-store';
import { MessageRefused, type Message, type Queue, type Topic } from '#messaging';
import type { Checkpoints } from '#projection';
import { SavingNow } from './saving.js';

const PAGE = 1_000;
const PAUSE_MS = { first: 100, longest: 15_000 };

/** Where messages go. Resolves when they have arrived; what is not known to have arrived is sent again. */
export type Outlet = Pick<Queue, 'ensure' | 'send'>;

/** What a relay sends, and where to. */
export interface Route {
  /** Name of its checkpoint. */
  readonly name: string;
  readonly topic: Topic;
  /**
   * What is to be sent because of these events, in order. A message MUST carry the id and the position of the event that
   * it comes from (`ce_id`, `ce_sequence`), so that what is sent again is known for it. An event that cannot be made into
   * a message is handed to `park`.
   */
  readonly messagesOf: (events: readonly StoredEvent[], park: Park) => Promise<readonly Message[]>;
}

export type Park = (event: Pick<StoredEvent, 'id' | 'position'>, reason: string) => void;

/** Something that was not sent and will not be. */
export interface Unsent {
  readonly route: string;
  readonly eventId: string;
  readonly position: number;
  readonly reason: string;
}

/** What a relay tells of its work. */
export interface RelayVoice {
  sent(route: string, messages: number, position: number): void;
  failed(route: string, error: unknown): void;
  parked(unsent: Unsent): void;
}

/** A relay as it stands; `position` and `lag` are those of whichever process runs it. */
export interface RelayStatus {
  readonly name: string;
  readonly topic: string;
  readonly position: number;
  readonly lag: number;
  /** Whether this process runs it. */
  readonly running: boolean;
  /** Why it does not get on, in this process. */
  readonly failing?: string;
}

interface Relaying {
  readonly route: Route;
  readonly store: EventStore;
  readonly queue: Outlet;
  readonly checkpoints: Checkpoints;
  readonly voice: RelayVoice;
  readonly signal: AbortSignal;
  /** Keeps what was not sent where others see it, before anything later is marked as sent. */
  readonly keep: (unsent: readonly Unsent[]) => Promise<void>;
}

/**
 * Sends what the ledger holds after the checkpoint, and whatever comes, until the signal aborts.
 *
 * A page is sent only when the one before has arrived, and the checkpoint follows: nothing is left out. What
 * is not known to have arrived is sent again, from the start of its page; so the messages of a key may run a second
 * time from an earlier one, always in their order. One page is on its way while the next is read, and no more.
 */
export async function relay(task: Relaying): Promise<void> {
  const { route, store, checkpoints, voice } = task;
  const broken = new AbortController();
  const signal = AbortSignal.any([task.signal, broken.signal]);
  const saving = new SavingNow(
    (position) => checkpoints.save(route.name, position),
    (problem) => broken.abort(problem),
  );
  let underWay = Promise.resolve();
  const after = await checkpoints.load(route.name);
  for await (const { events } of store.subscribe(after, { signal, pageSize: PAGE })) {
    const last = events.at(-1);
    if (!last) continue;
    const unsent: Unsent[] = [];
    const park: Park = ({ id, position }, reason) =>
      void unsent.push({ route: route.name, eventId: id, position, reason });
    const messages = await route.messagesOf(events, park);
    await underWay;
    underWay = deliver({ ...task, signal }, messages, unsent).then((isDone) => {
      if (!isDone) return;
      saving.soon(last.position);
      voice.sent(route.name, messages.length, last.position);
    });
  }
  await underWay;
  await saving.done();
  if (broken.signal.aborted) throw broken.signal.reason;
}

/** Sends until it is sent; false when the signal came first. */
async function deliver(
  { route, queue, voice, signal, keep }: Relaying,
  messages: readonly Message[],
  unsent: Unsent[],
): Promise<boolean> {
  let left = messages;
  for (let pauseMs = PAUSE_MS.first; !signal.aborted; pauseMs = Math.min(2 * pauseMs, PAUSE_MS.longest)) {
    try {
      // A topic that somebody took away is made again.
      if (pauseMs > PAUSE_MS.first) await queue.ensure([route.topic]);
      if (left.length > 0) await queue.send(route.topic.name, left);
      if (unsent.length > 0) await keep(unsent);
      for (const one of unsent) voice.parked(one);
      return true;
    } catch (problem) {
      if (problem instanceof MessageRefused && problem.refused && left.includes(problem.refused)) {
        const { refused } = problem;
        unsent.push(unsentOf(route.name, refused, problem.message));
        left = left.filter((message) => message !== refused);
        continue;
      }
      // What the signal broke off is nobody's failure.
      if (signal.aborted) break;
      voice.failed(route.name, problem);
      await pause(pauseMs, undefined, { signal }).catch(() => {});
    }
  }
  return false;
}

const unsentOf = (route: string, { headers }: Message, reason: string): Unsent => ({
  route,
  eventId: headers['ce_id'] ?? '',
  position: Number(headers['ce_sequence'] ?? 0),
  reason,
});
