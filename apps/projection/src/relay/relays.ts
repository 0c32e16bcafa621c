import {
  Inject,
  Injectable,
  Optional,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#event-store';
import { QUEUE, type Queue } from '#messaging';
import { READ_MODELS, type ReadModels } from '#projection';
import { LOG, METRICS, type Log, type Registry } from '#runtime';
import { relay, type RelayStatus, type RelayVoice, type Route, type Unsent } from './relay.js';
import { relayMetrics } from './relay-metrics.js';
import { credit, facts } from './routes.js';
import { CREDIT, FACTS, UNSENT } from './topics.js';

/** Takes what is published to the queue, from start to shutdown, where there is a queue. */
@Injectable()
export class Relays implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #stopping = new AbortController();
  readonly #running = new Set<string>();
  readonly #failing = new Map<string, string>();
  readonly #routes: readonly Route[];
  #work: Promise<unknown> | undefined;
  #voice: RelayVoice;

  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(READ_MODELS) private readonly models: ReadModels,
    @Optional() @Inject(QUEUE) private readonly queue?: Queue,
    @Optional() @Inject(LOG) private readonly log?: Log,
    @Optional() @Inject(METRICS) metrics?: Registry,
  ) {
    this.#routes = [facts, credit(store)];
    const counted = metrics && queue ? relayMetrics(metrics, () => this.status()) : undefined;
    this.#voice = {
      sent: (route, messages, position) => {
        this.#failing.delete(route);
        counted?.sent(route, messages, position);
      },
      failed: (route, error) => {
        this.#tell(route, error);
        counted?.failed(route, error);
      },
      parked: (unsent) => {
        this.log?.warn(unsent, '一条记录无法发送，已搁置；an event cannot be sent and was set aside');
        counted?.parked(unsent);
      },
    };
  }

  onApplicationBootstrap(): void {
    const { queue } = this;
    if (!queue) return;
    this.#work = Promise.all(
      this.#routes.map((route) =>
        this.models.alone(route.name, {
          signal: this.#stopping.signal,
          failed: (error) => this.#voice.failed(route.name, error),
          work: (signal, well) => this.#run(queue, route, signal, well),
        }),
      ),
    );
  }

  /** Finishes what is on its way. */
  async beforeApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#work;
  }

  /** Nothing where there is no queue. */
  async status(): Promise<readonly RelayStatus[]> {
    if (!this.queue) return [];
    const head = await this.store.head();
    return Promise.all(
      this.#routes.map(async ({ name, topic }) => {
        const position = await this.models.checkpoints.load(name);
        const failing = this.#failing.get(name);
        return {
          name,
          topic: topic.name,
          position,
          lag: Math.max(0, head - position),
          running: this.#running.has(name),
          ...(failing ? { failing } : {}),
        };
      }),
    );
  }

  async #run(queue: Queue, route: Route, signal: AbortSignal, well: () => void): Promise<void> {
    this.#running.add(route.name);
    try {
      await queue.ensure([FACTS, CREDIT, UNSENT]);
      const { store, models } = this;
      const voice: RelayVoice = { ...this.#voice, sent: (...told) => (well(), this.#voice.sent(...told)) };
      const keep = (unsent: readonly Unsent[]) => queue.send(UNSENT.name, unsent.map(notice));
      await relay({ route, store, queue, checkpoints: models.checkpoints, voice, signal, keep });
    } finally {
      this.#running.delete(route.name);
    }
  }

  #tell(route: string, error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error);
    if (this.#failing.get(route) === reason) return;
    this.#failing.set(route, reason);
    this.log?.warn({ relay: route, reason }, '转发暂停，稍后继续；the relay waits and will go on');
  }
}

const notice = ({ route, eventId, position, reason }: Unsent) => ({
  key: eventId,
  value: new TextEncoder().encode(JSON.stringify({ relay: route, eventId, position, reason })),
  headers: { 'content-type': 'application/json' },
});
