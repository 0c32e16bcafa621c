import { decode } from '#contracts';
import { type OwnCommand, type Policy, type Recorded, streamOf } from '#decider';
import type { Clock, EventStore, StoredEvent } from '#event-store';
import type { Checkpoints } from '#projection';
import type { AnyDepartment } from './definition.js';
import type { Outcomes } from './outcomes.js';
import { causedBy, ownDecide, type Put } from './own-commands.js';
import { endlessly, persistently } from './persistence.js';
import { Turns } from './turns.js';

interface Terms {
  readonly department: AnyDepartment;
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly clock: Clock;
  readonly put: Put;
  readonly outcomes: Outcomes;
}

/** Facts between two checkpoints when no policy had anything to do. Reading them again after a crash is harmless. */
const UNSAVED = 1_000;

/**
 * Carries out a department's policies: reads the whole ledger in order and puts the commands that follow.
 *
 * Delivery is at least once, the effect once: the ids of what follows are made from the policy, the fact and the
 * place of the command. A refusal and a bug are kept in `outcomes` and passed over; an unreachable store is waited for.
 */
export class PolicyRunner {
  readonly #stopping = new AbortController();
  readonly #saved = new Map<Policy, number>();
  #waiting: { readonly position: number; readonly resolve: () => void }[] = [];
  #position = 0;
  /** Facts since the last checkpoint. They are counted: positions may lie far apart. */
  #unsaved = 0;
  #running: Promise<void> = Promise.resolve();

  constructor(private readonly terms: Terms) {}

  /** Everything up to here has been dealt with. */
  get position(): number {
    return this.#position;
  }

  start(): void {
    this.#running = this.#run();
  }

  /** Stops after the page at hand. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#running;
  }

  /** Resolves once every fact up to a position has been dealt with. */
  reached(position: number): Promise<void> {
    if (this.#position >= position) return Promise.resolve();
    return new Promise((resolve) => this.#waiting.push({ position, resolve }));
  }

  async #run(): Promise<void> {
    const { signal } = this.#stopping;
    const round = async () => {
      const from = await this.#load();
      this.#advance(from);
      for await (const { events } of this.terms.store.subscribe(from, { signal })) await this.#follow(events);
    };
    await endlessly(round, signal, (error) => this.terms.outcomes.stumbled(error));
    // What was read without anything to do need not be read again.
    await this.#save().catch((error: unknown) => this.terms.outcomes.stumbled(error));
  }

  async #load(): Promise<number> {
    const { department, checkpoints } = this.terms;
    for (const policy of department.policies ?? [])
      this.#saved.set(policy, await checkpoints.load(this.#nameOf(policy)));
    return Math.min(...this.#saved.values());
  }

  /** Commands for one record one after the other, for different ones side by side. */
  async #follow(events: readonly StoredEvent[]): Promise<void> {
    const turns = new Turns();
    const commands = events.flatMap((event) => this.#commandsOf(event));
    await Promise.all(
      commands.map(({ own, ...rest }) =>
        turns.take(streamOf(this.#department, own.record, own.id), () => this.#put({ own, ...rest })),
      ),
    );
    const position = events.at(-1)?.position ?? this.#position;
    this.#advance(position);
    this.#unsaved += events.length;
    if (commands.length > 0 || this.#unsaved >= UNSAVED) await persistently(() => this.#save(), this.#stopping.signal);
  }

  #commandsOf(event: StoredEvent) {
    const { department } = this.terms;
    return (department.policies ?? [])
      .filter((policy) => Object.hasOwn(policy.when, event.type) && this.#saved.get(policy)! < event.position)
      .flatMap((policy) => {
        const fact = decode(event);
        return this.#ask(policy, fact).map((own, index) => ({ policy, fact, own, index }));
      });
  }

  #ask(policy: Policy, fact: Recorded): readonly OwnCommand[] {
    try {
      return policy.when[fact.type]!(fact);
    } catch (error) {
      this.#failed(error, policy, fact);
      return [];
    }
  }

  async #put({ policy, fact, own, index }: { policy: Policy; fact: Recorded; own: OwnCommand; index: number }) {
    const { department, put, outcomes } = this.terms;
    try {
      const command = ownDecide(department, own, causedBy(fact, ['policy', policy.name, fact.id, String(index)]));
      await persistently(() => put(command), this.#stopping.signal);
      outcomes.done();
    } catch (error) {
      // Stopping in the middle leaves the checkpoint where it was, so this command comes again.
      if (this.#stopping.signal.aborted) throw error;
      this.#failed(error, policy, fact, own);
    }
  }

  #failed(error: unknown, policy: Policy, fact: Recorded, own?: OwnCommand): void {
    this.terms.outcomes.fail(error, {
      department: this.#department,
      cause: policy.name,
      record: own?.record ?? '',
      id: own?.id ?? '',
      command: own?.command ?? '',
      factId: fact.id,
      at: new Date(this.terms.clock.now()).toISOString(),
    });
  }

  #advance(position: number): void {
    this.#position = Math.max(this.#position, position);
    const ready = this.#waiting.filter((one) => one.position <= position);
    this.#waiting = this.#waiting.filter((one) => one.position > position);
    for (const { resolve } of ready) resolve();
  }

  async #save(): Promise<void> {
    this.#unsaved = 0;
    for (const [policy, saved] of this.#saved) {
      if (saved >= this.#position) continue;
      await this.terms.checkpoints.save(this.#nameOf(policy), this.#position);
      this.#saved.set(policy, this.#position);
    }
  }

  #nameOf(policy: Policy): string {
    return `policy:${this.#department}:${policy.name}`;
  }

  get #department(): string {
    return this.terms.department.language.department;
  }
}
