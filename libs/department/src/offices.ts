import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CLOCK, EVENT_STORE, type Clock, type EventStore } from '#event-store';
import { memoryCheckpoints, READ_MODELS, type Projection, type ReadModels, type Running } from '#projection';
import { METRICS, type Registry } from '#runtime';
import { DeadlineEngine } from './deadline-engine.js';
import { deadlineProjectionOf, deadlinesInMemory, projectedDeadlines } from './deadline-table.js';
import type { AnyDepartment } from './definition.js';
import { moveTime, type Acting } from './moving-time.js';
import type { Office } from './office.js';
import { measureOffices } from './office-metrics.js';
import { Outcomes, type Failed } from './outcomes.js';
import { isPassing } from './persistence.js';
import { PolicyRunner } from './policy-runner.js';
import { ScenarioClock, type ScenarioTime } from './scenario-clock.js';
import { Turns } from './turns.js';

/** The offices of all departments in this process. */
@Injectable()
export class Offices implements Acting, OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('Offices');
  readonly #offices: Office[] = [];
  readonly #turns = new Turns();
  readonly #watched: Projection[] = [];
  #projecting: Running | undefined;
  #stopped: Promise<void> | undefined;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(CLOCK) private readonly clock: Clock,
    /** Without it checkpoints and deadlines are kept in memory, and the ledger is read from its start each time. */
    @Optional() @Inject(READ_MODELS) private readonly readModels?: ReadModels,
    @Optional() @Inject(METRICS) metrics?: Registry,
  ) {
    if (metrics) measureOffices(metrics, this.#offices, store);
  }

  /** Opens a department's office. It starts to work with the application. */
  open(department: AnyDepartment): Office {
    const { store, clock, readModels } = this;
    const put = (command: Parameters<CommandBus['execute']>[0]) => this.bus.execute(command);
    const outcomes = new Outcomes(
      (failed) => this.#tell(failed),
      // A database that is away shows in the readiness of the process; said here as well it would fill the log.
      (error) =>
        this.#logger[isPassing(error) ? 'debug' : 'error'](
          `${department.language.department} will try again: ${String(error)}`,
        ),
    );
    const terms = { department, store, clock, put, outcomes } as const;
    const office: Office = {
      department: department.language.department,
      outcomes,
      ...(department.policies?.length
        ? { policies: new PolicyRunner({ ...terms, checkpoints: readModels?.checkpoints ?? memoryCheckpoints() }) }
        : {}),
      ...(department.deadlines
        ? {
            deadlines: new DeadlineEngine({
              ...terms,
              table: readModels ? projectedDeadlines(department, readModels) : deadlinesInMemory(department, store),
            }),
          }
        : {}),
    };
    this.#offices.push(office);
    const watched = deadlineProjectionOf(department);
    if (watched) this.#watched.push(watched);
    return office;
  }

  get all(): readonly Office[] {
    return this.#offices;
  }

  onApplicationBootstrap(): void {
    // A department keeps its own deadlines: they expire whether or not anybody serves dossiers.
    if (this.#watched.length > 0)
      this.#projecting = this.readModels?.run({ store: this.store, projections: this.#watched });
    for (const { policies, deadlines } of this.#offices) {
      policies?.start();
      deadlines?.start();
    }
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  /** Finishes what is at hand. MUST be waited for before the store is closed. */
  stop(): Promise<void> {
    return (this.#stopped ??= Promise.all(
      this.#offices.flatMap(({ policies, deadlines }) => [policies?.stop(), deadlines?.stop()]),
    ).then(() => this.#projecting?.stop()));
  }

  /** Resolves with the head of the ledger once no policy is behind it and no deadline has passed unheard. */
  async settle(): Promise<number> {
    for (;;) {
      const head = await this.store.head();
      await Promise.all(
        this.#offices.flatMap(({ policies, deadlines }) => [policies?.reached(head), deadlines?.reached(head)]),
      );
      for (const { deadlines } of this.#offices) await deadlines?.fire();
      if ((await this.store.head()) === head) return head;
    }
  }

  async next(): Promise<number | undefined> {
    const stops = await Promise.all(this.#offices.map(({ deadlines }) => deadlines?.next()));
    const next = Math.min(...stops.map((stop) => stop ?? Infinity));
    return next === Infinity ? undefined : next;
  }

  set(time: ScenarioTime): void {
    if (this.clock instanceof ScenarioClock) this.clock.set(time);
  }

  wake(): void {
    for (const { deadlines } of this.#offices) deadlines?.wake();
  }

  /** Moves the clock of a process that holds every office of the ledger. Throws what `moveTime` throws. */
  moveClock(clock: ScenarioClock, to: number): Promise<void> {
    return this.#turns.take('clock', () => moveTime(clock, [this], to));
  }

  #tell(failed: Failed): void {
    const { department, cause, command, record, id, code, factId } = failed;
    const sentence = `${department}: ${command} on ${record} ${id}, following ${factId} by ${cause}, came to ${code}`;
    if (failed.kind === 'refused') this.#logger.warn(sentence);
    else this.#logger.error(`${sentence}: ${failed.reason}`);
  }
}
