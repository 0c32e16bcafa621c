import { StaleRevision, Unavailable } from '#event-store';
import { postingRole, type Principal } from '#identity';
import {
  intakeTopics,
  MessageRefused,
  park,
  topicsOf,
  type IntakeTopics,
  type Message,
  type Queue,
  type Received,
} from '#messaging';
import { toAnswer, type Problem } from '#runtime';
import type { AnyDepartment } from '../definition.js';
import { readItem, type Item } from '../intake.js';
import { endlessly, persistently } from '../persistence.js';
import type { Receipt } from '../receipt.js';
import { Turns } from '../turns.js';
import { Unacceptable } from '../unacceptable.js';
import { failed, taken, type Answer } from './answer.js';
import { eventOf, nameOf, type Named } from './event-of.js';
import { Tally } from './tally.js';

export interface QueueIntakeTerms {
  readonly department: AnyDepartment;
  readonly queue: Queue;
  readonly take: (item: Item, by: Principal) => Promise<Receipt>;
  /** Client in whose name the topic's commands are given; `queue:<topic>` by default. */
  readonly client?: string | undefined;
  readonly now: () => number;
  /** Hears of what will be tried again, and of bugs. */
  readonly tell?: (error: unknown) => void;
  /** Hears of each handful of messages that was parked, by the first of them. */
  readonly parked?: (count: number, place: string, problem: Problem) => void;
}

/** Commands at work at once: enough for the store to commit many together, few enough to hold in memory. */
const WINDOW = 512;

/**
 * Takes a department's commands from its intake topic, as its counter takes them over HTTP, and answers each on the
 * results topic.
 *
 * At least once, the effect once: offsets are committed after everything was appended and answered, and `source` and `id`
 * of an event give the first receipt again. What cannot be read, or breaks on a bug, is parked and the rest goes on. While
 * the store or the queue is away nothing is parked, answered or committed: the same messages come again.
 */
export class QueueIntake {
  readonly department: string;
  readonly tally = new Tally();
  readonly topics: IntakeTopics;
  readonly #by: Principal;
  readonly #stopping = new AbortController();
  #running: Promise<void> = Promise.resolve();
  #waitsFor: string | undefined = 'the first contact with the queue';

  constructor(private readonly terms: QueueIntakeTerms) {
    this.department = terms.department.language.department;
    this.topics = intakeTopics(this.department);
    const name = `queue:${this.topics.intake}`;
    this.#by = { subject: name, client: terms.client ?? name, roles: [postingRole(this.department)] };
  }

  /** Why it never began to consume; nothing once it has, even if the queue went away since. */
  get waitsFor(): string | undefined {
    return this.#waitsFor;
  }

  start(): void {
    const { queue, tell = () => {} } = this.terms;
    const { signal } = this.#stopping;
    const { intake, group } = this.topics;
    const round = async () => {
      await queue.ensure(topicsOf(this.topics));
      this.#waitsFor = undefined;
      await queue.consume({ topics: [intake], group, signal, each: (messages) => this.#deal(messages) });
    };
    this.#running = endlessly(round, signal, (error) => {
      if (this.#waitsFor !== undefined) this.#waitsFor = error instanceof Error ? error.message : String(error);
      tell(error);
    });
  }

  /** Takes nothing more; resolves when what is at hand was answered and committed. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Messages that nobody has dealt with yet. */
  async lag(): Promise<number> {
    const standings = await this.terms.queue.standing(this.topics.intake, this.topics.group);
    return standings.reduce((sum, { lag }) => sum + lag, 0);
  }

  async #deal(messages: readonly Received[]): Promise<void> {
    try {
      const answers = await this.#answers(messages);
      await this.#park(messages, answers);
      await this.terms.queue.send(
        this.topics.results,
        answers.map(({ result }) => result),
      );
      for (const [at, answer] of answers.entries()) this.tally.count(messages[at]!, answer, this.terms.now());
    } catch (error) {
      this.terms.tell?.(error);
      throw error;
    }
  }

  /**
   * Commands for one record one after the other, for different ones side by side. Throws when the store is away: nothing
   * that was not begun by then is begun, so that no command overtakes another of its record.
   */
  async #answers(messages: readonly Received[]): Promise<readonly Answer[]> {
    const turns = new Turns();
    const answers: Answer[] = [];
    const works: Promise<void>[] = [];
    let atWork = 0;
    let freed = () => {};
    let fault: { readonly error: unknown } | undefined;

    const work = async (at: number, named: Named, item: Item) => {
      try {
        if (!fault) answers[at] = taken(messages[at]!, named, item.recordId, await this.#take(item));
      } catch (error) {
        if (this.#stopping.signal.aborted || error instanceof Unavailable) fault ??= { error };
        else answers[at] = this.#failed(messages[at]!, named, error, item.recordId);
      }
      atWork -= 1;
      freed();
    };
    for (const [at, message] of messages.entries()) {
      const read = this.#read(message);
      if ('outcome' in read) {
        answers[at] = read;
        continue;
      }
      while (atWork >= WINDOW) await new Promise<void>((resolve) => (freed = resolve));
      if (fault) break;
      atWork += 1;
      works.push(turns.take(read.item.stream, () => work(at, read.named, read.item)));
    }
    await Promise.all(works);
    if (fault) throw fault.error;
    return answers;
  }

  #read(message: Received): { readonly item: Item; readonly named: Named } | Answer {
    let event: unknown;
    try {
      event = eventOf(message);
      return { item: readItem(this.terms.department, event), named: nameOf(message, event) };
    } catch (error) {
      return failed(message, nameOf(message, event), 'parked', toAnswer(error).problem);
    }
  }

  /** Waits for its turn when another with the same key, or on the same record, is at work in another place. */
  #take(item: Item): Promise<Receipt> {
    return persistently(() => this.terms.take(item, this.#by), this.#stopping.signal, isContended);
  }

  #failed(message: Received, named: Named, error: unknown, subject: string): Answer {
    const { problem, bug } = toAnswer(error);
    if (bug) this.terms.tell?.(error);
    return failed(message, named, bug ? 'parked' : 'refused', problem, subject);
  }

  async #park(messages: readonly Received[], answers: readonly Answer[]): Promise<void> {
    const parkedAt = new Date(this.terms.now()).toISOString();
    const aside = answers.flatMap(({ outcome, problem }, at) =>
      outcome === 'parked' ? [{ message: messages[at]!, setting: { reason: problem!, parkedAt } }] : [],
    );
    if (aside.length === 0) return;
    try {
      await this.#send(aside.map(({ message, setting }) => park(message, setting)));
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      for (const { message, setting } of aside) await this.#parkAlone(message, setting);
    }
    const [{ message, setting }] = aside as [(typeof aside)[number]];
    this.terms.parked?.(aside.length, `${message.partition}:${message.offset}`, setting.reason);
  }

  /** What the queue does not take with the reason beside it is kept by its place alone. */
  async #parkAlone(message: Received, setting: Parameters<typeof park>[1]): Promise<void> {
    try {
      await this.#send([park(message, setting)]);
    } catch (error) {
      if (!(error instanceof MessageRefused)) throw error;
      await this.#send([park(message, { ...setting, isCut: true })]);
    }
  }

  #send(messages: readonly Message[]): Promise<void> {
    return this.terms.queue.send(this.topics.parked, messages);
  }
}

const isContended = (error: unknown): boolean =>
  error instanceof StaleRevision || (error instanceof Unacceptable && error.code === 'request/idempotency-key-in-use');
