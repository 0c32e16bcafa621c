import {
  Inject,
  Injectable,
  Logger,
  Optional,
  type OnApplicationBootstrap,
  type OnModuleDestroy,
} from '@nestjs/common';
import { Unavailable } from '#event-store';
import { QUEUE, QueueUnavailable, type Queue } from '#messaging';
import {
  CONFIGURATION,
  DRAINING,
  HEALTH,
  METRICS,
  type Configuration,
  type Draining,
  type Health,
  type Registry,
} from '#runtime';
import type { AnyDepartment } from '../definition.js';
import { Intake } from '../intake.js';
import { measureIntakes } from './intake-metrics.js';
import { QueueIntake } from './queue-intake.js';

/** The intakes from the queue of all departments in this process; none where no queue is configured. */
@Injectable()
export class QueueIntakes implements OnApplicationBootstrap, OnModuleDestroy {
  readonly #logger = new Logger('QueueIntakes');
  readonly #intakes: QueueIntake[] = [];
  #said: string | undefined;

  constructor(
    @Inject(Intake) private readonly intake: Intake,
    @Optional() @Inject(QUEUE) private readonly queue?: Queue,
    @Optional() @Inject(CONFIGURATION) private readonly configuration?: Configuration,
    @Optional() @Inject(METRICS) metrics?: Registry,
    @Optional() @Inject(HEALTH) health?: Health,
    @Optional() @Inject(DRAINING) draining?: Draining,
  ) {
    if (!queue) return;
    if (metrics) measureIntakes(metrics, this.#intakes);
    // A queue that was never reached is a mistake of the configuration, to be seen before the service is used. One that
    // goes away later must not take HTTP with it.
    health?.register('queue-intake', () => {
      const waiting = this.#intakes.find(({ waitsFor }) => waitsFor !== undefined);
      if (waiting) throw new Error(waiting.waitsFor);
    });
    draining?.signal.addEventListener('abort', () => void this.#stop());
  }

  /** Opens a department's intake, which starts with the application. Nothing without a queue. */
  open(department: AnyDepartment): QueueIntake | undefined {
    if (!this.queue) return undefined;
    const intake = new QueueIntake({
      department,
      queue: this.queue,
      take: (item, by) => this.intake.take(item, by),
      client: this.configuration?.kafkaIntakeClients?.get(department.language.department),
      now: Date.now,
      tell: (error) => this.#tell(department.language.department, error),
      parked: (count, place, { type, detail }) =>
        this.#logger.warn(
          `${department.language.department}: ${count} parked, the first from ${place}: ${type}: ${detail}`,
        ),
    });
    this.#intakes.push(intake);
    return intake;
  }

  get all(): readonly QueueIntake[] {
    return this.#intakes;
  }

  onApplicationBootstrap(): void {
    for (const intake of this.#intakes) intake.start();
  }

  /** Finishes what is at hand. MUST be waited for before the store and the queue are closed. */
  async onModuleDestroy(): Promise<void> {
    await this.#stop();
  }

  async #stop(): Promise<void> {
    await Promise.all(this.#intakes.map((intake) => intake.stop()));
  }

  /** What is away is told once, until something else is wrong: it is tried again for as long as it takes. */
  #tell(department: string, error: unknown): void {
    const isPassing = error instanceof Unavailable || error instanceof QueueUnavailable;
    const sentence = `${department}: ${isPassing ? 'the queue waits' : 'a message broke'}: ${String(error)}`;
    if (isPassing && sentence === this.#said) return;
    this.#said = sentence;
    if (isPassing) this.#logger.warn(sentence);
    else this.#logger.error(error instanceof Error ? (error.stack ?? sentence) : sentence);
  }
}
